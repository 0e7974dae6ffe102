/** Limits of a Discord modal that its reference documents and its OpenAPI schema does not have. */

import { count, isRecord, type Json, list, record, records, text } from '../../json.ts';
import type { Violation } from '../../violations.ts';
import { nested } from './message-limits.ts';

/** Source: discord-api-docs, interactions/receiving-and-responding.mdx:321-323, components/reference.mdx (2026-08). UTF-16 units. */
const limits = {
  title: 45,
  customId: 100,
  components: 5,
  label: 45,
  description: 100,
  placeholder: 100,
  selectPlaceholder: 150,
  value: 4000,
  options: 25,
  optionText: 100,
} as const;

const kind = { stringSelect: 3, textInput: 4, textDisplay: 10, label: 18 } as const;

type Report = (detail: string) => void;

export function checkModalLimits(data: Json, where: string): readonly Violation[] {
  const found: Violation[] = [];
  const report: Report = (detail) => void found.push({ rule: 'modal', where, detail });
  const components = records(data['components']);
  checkLength('title', data['title'], 1, limits.title, report);
  checkLength('custom_id', data['custom_id'], 1, limits.customId, report);
  if (components.length < 1 || components.length > limits.components)
    report(`${components.length} components, wanted 1-${limits.components}`);
  for (const [index, component] of components.entries()) checkTopLevel(component, `components[${index}]`, report);
  const inputs = components.map((component) => record(component['component']));
  const ids = inputs.flatMap((input) => (typeof input['custom_id'] === 'string' ? [input['custom_id']] : []));
  if (new Set(ids).size < ids.length) report('a custom_id appears twice');
  for (const part of [data, ...nested(components), ...inputs, ...inputs.flatMap(({ options }) => records(options))]) {
    const broken = Object.entries(part).find(([, value]) => typeof value === 'string' && !value.isWellFormed());
    if (broken) report(`${broken[0]} has half a surrogate pair`);
  }
  return found;
}

function checkTopLevel(component: Json, at: string, report: Report): void {
  if (component['type'] === kind.textDisplay) return;
  if (component['type'] !== kind.label)
    return report(`${at} is of type ${String(component['type'])}; action rows are deprecated in modals`);
  checkLength(`${at}.label`, component['label'], 1, limits.label, report);
  if (component['description'] !== undefined)
    checkLength(`${at}.description`, component['description'], 1, limits.description, report);
  const input = record(component['component']);
  checkLength(`${at}.custom_id`, input['custom_id'], 1, limits.customId, report);
  if (input['disabled'] === true) report(`${at} is disabled, which modals refuse`);
  if (input['label'] !== undefined) report(`${at}: the label belongs to the label component`);
  if (input['type'] === kind.textInput) checkTextInput(input, at, report);
  if (input['type'] === kind.stringSelect) checkSelect(input, at, report);
}

function checkTextInput(input: Json, at: string, report: Report): void {
  const most = input['max_length'] === undefined ? limits.value : count(input['max_length']);
  if (most < 1 || most > limits.value) report(`${at}.max_length is ${most}`);
  if (input['value'] !== undefined)
    checkLength(`${at}.value`, input['value'], count(input['min_length']), most, report);
  if (input['style'] === 1 && /[\n\r]/u.test(text(input['value']))) report(`${at}: a line with line breaks`);
  checkLength(`${at}.placeholder`, input['placeholder'] ?? '', 0, limits.placeholder, report);
}

function checkSelect(select: Json, at: string, report: Report): void {
  const options = records(select['options']);
  if (options.length < 1 || options.length > limits.options) report(`${at} has ${options.length} options`);
  checkLength(`${at}.placeholder`, select['placeholder'] ?? '', 0, limits.selectPlaceholder, report);
  for (const option of options) {
    checkLength(`${at}: label`, option['label'], 1, limits.optionText, report);
    checkLength(`${at}: value`, option['value'], 1, limits.optionText, report);
  }
  if (new Set(options.map(({ value }) => value)).size < options.length) report(`${at} has two options of one value`);
  const { least, most } = selectRange(select);
  if (least > most || most < 1 || most > options.length)
    report(`${at} wants ${least}-${most} of ${options.length} options`);
  if (select['required'] !== false && least === 0) report(`${at} is required and takes none`);
  const defaults = options.filter((option) => option['default'] === true).length;
  if (defaults > most) report(`${at} has ${defaults} defaults > ${most}`);
}

/** How many options may be chosen; both are 1 where nothing is said. */
export function selectRange(select: Json): { readonly least: number; readonly most: number } {
  const of = (key: string): number => (select[key] === undefined ? 1 : count(select[key]));
  return { least: of('min_values'), most: of('max_values') };
}

function checkLength(at: string, value: unknown, least: number, most: number, report: Report): void {
  const { length } = text(value);
  if (length < least || length > most || (least > 0 && text(value).trim() === ''))
    report(`${at} has ${length}, wanted ${least}-${most}`);
}

/** The inputs of a modal: a label's component. */
export function inputsOf(
  modal: Json,
): readonly { readonly label: string; readonly about: string; readonly input: Json }[] {
  return list(modal['components']).flatMap((component) =>
    isRecord(component) && isRecord(component['component'])
      ? [{ label: text(component['label']), about: text(component['description']), input: component['component'] }]
      : [],
  );
}
