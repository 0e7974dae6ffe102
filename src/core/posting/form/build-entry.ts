/** From a draft's answers to the entry that they make, and back from an entry to answers. */

import { createHash } from 'node:crypto';
import { type AnyEntry, anyEntrySchema } from '../../dossier/entries.ts';
import { KINDS } from '../../dossier/kinds/index.ts';
import { normalise } from '../../dossier/text/normalise.ts';
import { UserError } from '../../reply/user-error.ts';
import { type FormKind, formOf, hasForm } from '../../wording/forms/form-kinds.ts';
import { NO_VALUE } from '../../wording/forms/shared-fields.ts';
import { newAddresses } from '../../wording/forms/source-addresses.ts';
import { answeredBefore } from '../../wording/kinds/index.ts';
import { askedFields } from './dialogue.ts';
import type { Draft } from './draft.ts';
import { type AnsweringContext, entryFields, parseAnswer } from './parse-answer.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Longest part of an id that is made of words; ids have 64 characters at most. */
const MAX_SLUG = 40;
/** What is known of every new source: the address was given, nothing was fetched. Stored with the entry. */
const ACCESS_NOTE = 'Address given by a moderator; the bot did not open it.';

/**
 * The entries that a complete draft makes: new sources first. `before` is the entry that the draft changes, as it is
 * `now` and as it was when the draft was `begun`. What the form does not ask stays as it is now, and so does every
 * answer that the draft did not change. Throws `UserError` where an answer is missing or wrong.
 */
export function buildEntries(
  draft: Draft,
  before: { readonly now: AnyEntry; readonly begun: AnyEntry } | undefined,
  context: AnsweringContext,
): readonly AnyEntry[] {
  const { form, answers } = draft;
  const source = newSource(draft, context);
  const given = before && answersOf(before.begun);
  const asked = new Set(askedFields(draft, context).map(({ name }) => name));
  let fields: Fields = before?.now.fields ?? { id: newId(draft), ...formOf(form).initial };
  for (const field of entryFields(form)) {
    const text = answers[field.name] ?? '';
    if (asked.has(field.name) && given !== undefined && given[field.name] === text) continue;
    const { value } = asked.has(field.name) ? parseAnswer(form, field, text, context) : (field.empty ?? NO_VALUE);
    const path = field.path.split('.');
    const kept = field.is.kind === 'by party' ? keptItems(value, valueAt(fields, path), field.is.words) : value;
    fields = withValue(fields, path, field.path === 'sources' ? withId(kept, source) : kept);
  }
  return [...(source ? [source] : []), toEntry(form, fields)];
}

/** The answers that make the entry again, as they are shown and changed. */
export function answersOf(entry: AnyEntry): Readonly<Record<string, string>> {
  if (!hasForm(entry)) return {};
  const { kind, fields } = entry;
  const answers = entryFields(kind).map(({ name, path, is }): readonly [string, string] => [
    name,
    textOf(valueAt(fields, path.split('.')), is.kind === 'name' ? ', ' : '\n', is.kind === 'by party' ? is.words : ''),
  ]);
  return { ...Object.fromEntries(answers), ...answeredBefore(entry) };
}

/** The same for the same draft, however often it is published: so a second publication is recognised. */
function newId(draft: Pick<Draft, 'id' | 'form' | 'answers'>, form: FormKind = draft.form): string {
  const { prefix, named } = formOf(form);
  const field = form === draft.form ? named : 'sourcePublisher';
  const words = (field === null ? undefined : draft.answers[field]) ?? '';
  const hash = createHash('sha256').update(`${draft.id}\n${form}`).digest('hex').slice(0, 5);
  return [prefix, slug(words), hash].filter((part) => part !== '').join('-');
}

function slug(words: string): string {
  const letters = normalise(words)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  if (letters.length <= MAX_SLUG) return letters;
  // Not in the middle of a word.
  return letters
    .slice(0, MAX_SLUG + 1)
    .replace(/-[^-]*$/u, '')
    .slice(0, MAX_SLUG);
}

function newSource(draft: Draft, { dossier }: AnsweringContext): AnyEntry | undefined {
  const { answers } = draft;
  const [url] = newAddresses(answers['sources'] ?? '', dossier);
  if (url === undefined) return undefined;
  return toEntry('source', {
    id: newId(draft, 'source'),
    publisher: answers['sourcePublisher'],
    title: answers['sourceTitle'],
    url,
    publishedOn: answers['sourceDate'],
    language: dossier.conflict.language ?? 'en',
    kind: answers['sourceKind'],
    accessNote: ACCESS_NOTE,
  });
}

function withId(value: unknown, source: AnyEntry | undefined): unknown {
  if (!Array.isArray(value) || source?.kind !== 'source') return value;
  return value.map((one: unknown) => (one === source.fields.url ? source.fields.id : one));
}

function toEntry(kind: FormKind, fields: Fields): AnyEntry {
  const whole = KINDS[kind].schema.safeParse(fields);
  const [issue] = whole.error?.issues ?? [];
  if (issue) throw new UserError('form-entry-invalid', { field: issue.path.join('.'), problem: issue.message });
  return anyEntrySchema.parse({ kind, fields: whole.data });
}

/** `undefined` leaves the property out. */
function withValue(fields: Fields, [first = '', ...rest]: readonly string[], value: unknown): Fields {
  if (rest.length > 0) return { ...fields, [first]: withValue(asFields(fields[first]), rest, value) };
  const { [first]: _before, ...others } = fields;
  return value === undefined ? others : { ...fields, [first]: value };
}

function valueAt(fields: Fields, [first = '', ...rest]: readonly string[]): unknown {
  const value = fields[first];
  return rest.length === 0 ? value : valueAt(asFields(value), rest);
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown, between: string, words: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return '';
  return value.map((item) => itemText(item, words)).join(between);
}

/** `party: words`. */
function itemText(item: unknown, words: string): string {
  if (typeof item === 'string') return item;
  const fields = asFields(item);
  return `${textOf(fields['party'], '', words)}: ${textOf(fields[words], '', words)}`;
}

/** What the form does not ask of a party (its quotation, who led it) stays where the party stays. */
function keptItems(value: unknown, before: unknown, words: string): unknown {
  if (!Array.isArray(value) || !Array.isArray(before)) return value;
  const old = before.map(asFields);
  return value.map(asFields).map((item) => {
    const same = old.filter(({ party }) => party === item['party']);
    const was = same.find((one) => one[words] === item[words]) ?? (same.length === 1 ? same[0] : undefined);
    return was === undefined ? item : { ...was, [words]: item[words] };
  });
}
