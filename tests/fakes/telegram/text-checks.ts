/** Checks of Telegram texts, entities and inline keyboards by hand: limits the machine-readable schema does not state. */
import { count, type Json, list, record, records, text } from '../json.ts';
import type { Violation } from '../violations.ts';

/**
 * Sources: core.telegram.org/bots/api (sendMessage, MessageEntity, InlineKeyboardButton) and TDLib, which counts a text in
 * code points while entity offsets are UTF-16 units; 100 entities is the commonly quoted cap.
 */
const limits = { text: 4096, caption: 1024, entities: 100, callbackBytes: 64, buttonsInRow: 8, buttons: 100 } as const;

/** Source: MessageEntity in Bot API 10.2; the field a type cannot do without. */
const entityTypes = new Map<string, string | undefined>([
  ...'mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler'
    .split(' ')
    .map((type) => [type, undefined] as const),
  ...'blockquote expandable_blockquote code pre'.split(' ').map((type) => [type, undefined] as const),
  ['text_link', 'url'],
  ['text_mention', 'user'],
  ['custom_emoji', 'custom_emoji_id'],
  ['date_time', 'unix_time'],
]);

type Report = (rule: string, detail: string) => void;

/** Everything wrong with what a person would see of this call; `where` is its method. */
export function checkVisible(params: Json, where: string): readonly Violation[] {
  const found: Violation[] = [];
  const report: Report = (rule, detail) => void found.push({ rule, where, detail });
  if (where === 'sendMessage' || where === 'editMessageText') {
    checkText('text', text(params['text']), limits.text, report);
    checkEntities(text(params['text']), records(params['entities']), report);
    if (record(params['link_preview_options'])['is_disabled'] !== true)
      report('linkPreviewMustBeOff', 'link_preview_options.is_disabled is not true');
  }
  if (params['caption'] !== undefined) {
    checkText('caption', text(params['caption']), limits.caption, report);
    checkEntities(text(params['caption']), records(params['caption_entities']), report);
  }
  for (const at of keysNamed(params, 'parse_mode')) {
    report('entitiesOnly', `${at} is set: send entities, never markup`);
  }
  checkKeyboard(record(params['reply_markup']), report);
  return found;
}

function checkText(name: string, value: string, max: number, report: Report): void {
  const length = Array.from(value).length;
  if (value.trim() === '') report('textLength', `${name} is empty`);
  if (length > max) report('textLength', `${name} has ${length} characters > ${max}`);
  if (!value.isWellFormed()) report('brokenText', `${name} has half a surrogate pair`);
}

function checkEntities(value: string, entities: readonly Json[], report: Report): void {
  if (entities.length > limits.entities) report('entityCount', `${entities.length} entities > ${limits.entities}`);
  for (const [index, entity] of entities.entries()) {
    const type = text(entity['type']);
    const at = `entities[${index}] (${type})`;
    const start = count(entity['offset']);
    const end = start + count(entity['length']);
    if (start < 0 || end <= start || end > value.length)
      report('entityRange', `${at} spans ${start}-${end} of a text of ${value.length} UTF-16 units`);
    for (const edge of [start, end]) {
      if (splitsPair(value, edge)) report('entityRange', `${at} splits a surrogate pair at ${edge}`);
    }
    if (!entityTypes.has(type)) report('entityType', `${at} is of no known type`);
    const needed = entityTypes.get(type);
    if (needed !== undefined && entity[needed] === undefined) report('entityType', `${at} lacks ${needed}`);
  }
  checkNesting(entities, report);
}

const splitsPair = (value: string, at: number): boolean => {
  const before = value.charCodeAt(at - 1);
  const after = value.charCodeAt(at);
  return before >= 0xd8_00 && before <= 0xdb_ff && after >= 0xdc_00 && after <= 0xdf_ff;
};

/** "If two entities have common characters, one is fully contained inside another"; code and pre contain nothing. */
function checkNesting(entities: readonly Json[], report: Report): void {
  const spans = entities.map((entity) => {
    const start = count(entity['offset']);
    return { type: text(entity['type']), start, end: start + count(entity['length']) };
  });
  for (const [index, one] of spans.entries()) {
    for (const other of spans.slice(index + 1)) {
      if (one.end <= other.start || other.end <= one.start) continue;
      const pair = `${one.type} ${one.start}-${one.end} and ${other.type} ${other.start}-${other.end}`;
      const inside = one.start >= other.start && one.end <= other.end;
      const around = other.start >= one.start && other.end <= one.end;
      if (!inside && !around) report('entityNesting', `${pair} overlap in part`);
      const types = [one.type, other.type];
      if (types.includes('code') || types.includes('pre')) report('entityNesting', `${pair}: code stands alone`);
      if (types.every((type) => type.endsWith('blockquote'))) report('entityNesting', `${pair}: quotes do not nest`);
    }
  }
}

function checkKeyboard(markup: Json, report: Report): void {
  const rows = list(markup['inline_keyboard']).map(records);
  const buttons = rows.flat();
  if (buttons.length > limits.buttons) report('keyboard', `${buttons.length} buttons > ${limits.buttons}`);
  for (const [index, row] of rows.entries()) {
    if (row.length === 0) report('keyboard', `row ${index} is empty`);
    if (row.length > limits.buttonsInRow) report('keyboard', `row ${index} has ${row.length} buttons`);
  }
  for (const button of buttons) {
    const label = text(button['text']);
    if (label === '') report('keyboard', 'a button has no text');
    const uses = Object.keys(button).filter((key) => !['text', 'icon_custom_emoji_id', 'style'].includes(key));
    if (uses.length !== 1)
      report('keyboard', `button ${JSON.stringify(label)} does ${uses.join(' and ') || 'nothing'}`);
    checkDeepLink(text(button['url']), report);
    if (button['callback_data'] === undefined) continue;
    const bytes = Buffer.byteLength(text(button['callback_data']));
    if (bytes < 1 || bytes > limits.callbackBytes)
      report(
        'callbackData',
        `button ${JSON.stringify(label)} carries ${bytes} bytes, wanted 1-${limits.callbackBytes}`,
      );
  }
}

/** Source: core.telegram.org/bots/features#deep-linking: https://t.me/<username>?start=<1-64 of A-Za-z0-9_->. */
function checkDeepLink(url: string, report: Report): void {
  if (!/^(?:https?:\/\/(?:t|telegram)\.me\/|tg:)/u.test(url) || !/[?&]start/u.test(url)) return;
  if (/^https:\/\/t\.me\/[A-Za-z]\w{4,31}\?start=[A-Za-z0-9_-]{1,64}$/u.test(url)) return;
  report('deepLink', `${url} is no link of https://t.me/<username>?start=<1-64 of A-Za-z0-9_->`);
}

function keysNamed(value: unknown, name: string, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((inner, index) => keysNamed(inner, name, `${at}[${index}]`));
  return Object.entries(record(value)).flatMap(([key, inner]) => {
    const here = at === '' ? key : `${at}.${key}`;
    return key === name || key.endsWith(`_${name}`) ? [here] : keysNamed(inner, name, here);
  });
}
