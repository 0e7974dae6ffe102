/** Limits of a Discord message that its reference states and its OpenAPI schema lacks, and our rule on mentions. */
import { count, isRecord, type Json, list, record, records, text } from '../../json.ts';
import type { Violation } from '../../violations.ts';

/** Source: discord-api-docs, resources/message.mdx and components/reference.mdx (2026-08). Lengths are UTF-16 units. */
const limits = {
  content: 2000,
  embeds: 10,
  embedSum: 6000,
  embedFields: 25,
  rows: 5,
  perRow: 5,
  label: 80,
  customId: 100,
  buttonUrl: 512,
  options: 25,
  optionText: 100,
  placeholder: 150,
  nestedComponents: 40,
  textDisplaySum: 4000,
  fileBytes: 10 * 1024 * 1024,
} as const;

const embedLimits = { title: 256, description: 4096 } as const;
const componentsV2 = 1 << 15;
const kind = { row: 1, button: 2, stringSelect: 3, selects: new Set([3, 5, 6, 7, 8]), textDisplay: 10 } as const;
const linkStyle = 5;

type Report = (rule: string, detail: string) => void;

/** Everything wrong with a message (or with an edit, which may leave parts out). */
export function checkMessageLimits(message: Json, where: string, how: 'create' | 'edit'): readonly Violation[] {
  const found: Violation[] = [];
  const report: Report = (rule, detail) => void found.push({ rule, where, detail });
  checkMentions(message, report);
  const content = text(message['content']);
  if (content.length > limits.content) report('contentLength', `content has ${content.length} > ${limits.content}`);
  checkWellFormed(message, 'message', report);
  const isV2 = (count(message['flags']) & componentsV2) !== 0;
  checkEmbeds(records(message['embeds']), report);
  if (isV2) checkComponentsV2(message, report);
  else checkRows(records(message['components']), report);
  if (how === 'create' && isEmpty(message)) report('emptyMessage', 'no content, embeds, components or files');
  return found;
}

/** Always on: nothing this bot sends may ping anyone, so every create and edit says so itself. */
function checkMentions(message: Json, report: Report): void {
  const rule = 'mentionsMustBeOff';
  const allowed = message['allowed_mentions'];
  if (!isRecord(allowed)) return report(rule, 'allowed_mentions is missing');
  if (!Array.isArray(allowed['parse'])) report(rule, 'allowed_mentions.parse is missing');
  for (const key of ['parse', 'users', 'roles']) {
    if (list(allowed[key]).length > 0) report(rule, `allowed_mentions.${key} allows ${JSON.stringify(allowed[key])}`);
  }
  if (allowed['replied_user'] === true) report(rule, 'allowed_mentions.replied_user is true');
}

function checkEmbeds(embeds: readonly Json[], report: Report): void {
  let sum = 0;
  const measure = (at: string, value: unknown, max: number, required: boolean): void => {
    const length = text(value).trim().length;
    sum += length;
    if (length > max) report('embedLength', `${at} has ${length} > ${max}`);
    if (required && length === 0) report('embedLength', `${at} is empty`);
  };
  if (embeds.length > limits.embeds) report('embedCount', `${embeds.length} embeds > ${limits.embeds}`);
  for (const [index, embed] of embeds.entries()) {
    const at = `embeds[${index}]`;
    for (const [part, max] of Object.entries(embedLimits)) measure(`${at}.${part}`, embed[part], max, false);
    measure(`${at}.footer.text`, record(embed['footer'])['text'], 2048, isRecord(embed['footer']));
    measure(`${at}.author.name`, record(embed['author'])['name'], 256, isRecord(embed['author']));
    const fields = records(embed['fields']);
    if (fields.length > limits.embedFields) report('embedFields', `${at} has ${fields.length} > ${limits.embedFields}`);
    for (const [position, field] of fields.entries()) {
      measure(`${at}.fields[${position}].name`, field['name'], 256, true);
      measure(`${at}.fields[${position}].value`, field['value'], 1024, true);
    }
  }
  if (sum > limits.embedSum) report('embedSum', `all embeds together have ${sum} > ${limits.embedSum}`);
}

function checkRows(rows: readonly Json[], report: Report): void {
  if (rows.length > limits.rows) report('rowCount', `${rows.length} action rows > ${limits.rows}`);
  for (const [index, row] of rows.entries()) {
    if (row['type'] !== kind.row) {
      report('componentsV2', `components[${index}] is of type ${String(row['type'])}, which needs flag 1 << 15`);
      continue;
    }
    checkRow(row, `components[${index}]`, report);
  }
  checkUniqueIds(rows, report);
}

function checkRow(row: Json, at: string, report: Report): void {
  const children = records(row['components']);
  const selects = children.filter((child) => kind.selects.has(count(child['type'])));
  if (children.length === 0) report('rowContent', `${at} is empty`);
  if (children.length > limits.perRow) report('rowContent', `${at} has ${children.length} buttons > ${limits.perRow}`);
  if (selects.length > 0 && children.length > 1) report('rowContent', `${at} has a select that is not alone`);
  for (const [index, child] of children.entries()) checkInteractive(child, `${at}.components[${index}]`, report);
}

function checkInteractive(child: Json, at: string, report: Report): void {
  const customId = child['custom_id'];
  if (customId !== undefined && (text(customId).length < 1 || text(customId).length > limits.customId))
    report('customId', `${at}.custom_id has ${text(customId).length}, wanted 1-${limits.customId}`);
  if (child['type'] === kind.button) checkButton(child, at, report);
  if (child['type'] === kind.stringSelect) checkSelect(child, at, report);
}

function checkButton(button: Json, at: string, report: Report): void {
  const label = text(button['label']);
  if (label.length > limits.label) report('buttonLabel', `${at}.label has ${label.length} > ${limits.label}`);
  if (label.length === 0 && button['emoji'] === undefined) report('buttonLabel', `${at} has neither label nor emoji`);
  const isLink = button['style'] === linkStyle;
  const hasUrl = button['url'] !== undefined;
  if (isLink !== hasUrl) report('buttonTarget', `${at}: a url belongs to style ${linkStyle} and to no other`);
  if (isLink === (button['custom_id'] !== undefined)) report('buttonTarget', `${at}: custom_id or url, exactly one`);
  if (text(button['url']).length > limits.buttonUrl) report('buttonTarget', `${at}.url is over ${limits.buttonUrl}`);
}

function checkSelect(select: Json, at: string, report: Report): void {
  const options = records(select['options']);
  if (options.length < 1 || options.length > limits.options)
    report('selectOptions', `${at} has ${options.length} options, wanted 1-${limits.options}`);
  if (text(select['placeholder']).length > limits.placeholder) report('selectOptions', `${at}.placeholder is too long`);
  if (new Set(options.map((option) => option['value'])).size < options.length)
    report('selectOptions', `${at} has two options of one value`);
  if (options.filter((option) => option['default'] === true).length > 1)
    report('selectOptions', `${at} has several options chosen, and takes one`);
  for (const option of options) {
    if (text(option['label']) === '' || text(option['value']) === '')
      report('selectOptions', `${at} has an option without a label or a value`);
    for (const key of ['label', 'value', 'description']) {
      if (text(option[key]).length > limits.optionText)
        report('selectOptions', `${at}: an option's ${key} is too long`);
    }
  }
}

/** Components V2 (flag 1 << 15): no content or embeds, 40 components (nested included), 4000 characters of text. */
function checkComponentsV2(message: Json, report: Report): void {
  const parts = nested(records(message['components']));
  if (text(message['content']) !== '') report('componentsV2', 'content is forbidden beside components V2');
  if (list(message['embeds']).length > 0) report('componentsV2', 'embeds are forbidden beside components V2');
  if (parts.length > limits.nestedComponents)
    report('componentsV2', `${parts.length} components > ${limits.nestedComponents}`);
  const displays = parts.filter((part) => part['type'] === kind.textDisplay);
  const sum = displays.reduce((total, part) => total + text(part['content']).length, 0);
  if (sum > limits.textDisplaySum) report('componentsV2', `text displays have ${sum} > ${limits.textDisplaySum}`);
  for (const part of parts) {
    if (part['type'] === kind.row) checkRow(part, 'an action row', report);
  }
  checkUniqueIds(parts, report);
}

function checkUniqueIds(components: readonly Json[], report: Report): void {
  const ids = nested(components).flatMap((part) => (typeof part['custom_id'] === 'string' ? [part['custom_id']] : []));
  const unique = new Set(ids);
  for (const id of ids) {
    if (!unique.delete(id)) report('customId', `custom_id ${JSON.stringify(id)} appears twice`);
  }
}

/** A component and everything inside it, in reading order. */
export function nested(components: readonly Json[]): readonly Json[] {
  const inner = (part: Json): readonly Json[] => [
    part,
    ...nested(records(part['components'])),
    ...(isRecord(part['accessory']) ? nested([part['accessory']]) : []),
  ];
  return [...new Set(components.flatMap(inner))];
}

/** A cut in the middle of a surrogate pair reaches Discord as a lone surrogate and shows as a box. */
function checkWellFormed(value: unknown, at: string, report: Report): void {
  if (typeof value === 'string' && !value.isWellFormed()) report('brokenText', `${at} has half a surrogate pair`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) checkWellFormed(inner, `${at}.${key}`, report);
}

function isEmpty(message: Json): boolean {
  const parts = ['embeds', 'components', 'attachments', 'sticker_ids'].map((key) => list(message[key]).length);
  return (
    text(message['content']).trim() === '' && parts.every((length) => length === 0) && message['poll'] === undefined
  );
}
