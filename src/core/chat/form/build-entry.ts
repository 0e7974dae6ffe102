/** Between a draft's answers and entries: the entry that the answers make, and the answers that an entry is made of. */
import { createHash } from 'node:crypto';
import { type AnyEntry, anyEntrySchema } from '../../dossier/entries.ts';
import { normalise } from '../../dossier/normalise.ts';
import { UserError } from '../user-error.ts';
import { newAddresses } from './addresses.ts';
import { askedFields } from './dialogue.ts';
import type { Draft, FormKind } from './draft.ts';
import { FORMS } from './forms.ts';
import { type AnsweringContext, ENTRY_SCHEMAS, entryFields, parseAnswer } from './parse-answer.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Longest part of an id that is made of words; ids have 64 characters at most. */
const MAX_SLUG = 40;
/** What is known of every new source: the address was given, nothing was fetched. Stored with the entry. */
const ACCESS_NOTE = 'Address given by a moderator; the bot did not open it.';

/**
 * The entries that a complete draft makes: new sources first. `before` is the entry that it changes: what the form does not
 * ask, and what was not changed, stays as it is. Throws `UserError` where an answer is missing or wrong.
 */
export function buildEntries(
  draft: Draft,
  before: AnyEntry | undefined,
  context: AnsweringContext,
): readonly AnyEntry[] {
  const { form, answers } = draft;
  const source = newSource(draft, context);
  const given = before === undefined ? undefined : answersOf(before);
  const asked = new Set(askedFields(draft, context).map(({ name }) => name));
  let fields: Fields = before?.fields ?? { id: newId(draft), ...FORMS[form].initial };
  for (const field of entryFields(form)) {
    const text = answers[field.name] ?? '';
    if (given !== undefined && given[field.name] === text) continue;
    const { value } = asked.has(field.name)
      ? parseAnswer(form, field, text, context)
      : { value: field.empty?.value ?? null };
    fields = withValue(fields, field.path.split('.'), field.path === 'sources' ? withId(value, source) : value);
  }
  return [...(source ? [source] : []), toEntry(form, fields)];
}

/** The answers that make the entry again, as they are shown and changed. */
export function answersOf({ kind, fields }: AnyEntry): Readonly<Record<string, string>> {
  if (kind === 'party') return {};
  const answers = entryFields(kind).map(({ name, path, is }): readonly [string, string] => [
    name,
    textOf(valueAt(fields, path.split('.')), is.kind === 'name' ? ', ' : '\n'),
  ]);
  return {
    ...Object.fromEntries(answers),
    // What was checked when it was published is not asked for again.
    ...(kind === 'quote' ? { excerpt: fields.text } : {}),
    ...(kind === 'development' ? { announce: 'no' } : {}),
  };
}

/** The same for the same draft, however often it is published: a second time is seen to be one. */
function newId(draft: Pick<Draft, 'id' | 'form' | 'answers'>, form: FormKind = draft.form): string {
  const { prefix, named } = FORMS[form];
  const words = draft.answers[form === draft.form ? named : 'sourcePublisher'] ?? '';
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
    language: 'en',
    kind: answers['sourceKind'],
    accessNote: ACCESS_NOTE,
  });
}

function withId(value: unknown, source: AnyEntry | undefined): unknown {
  if (!Array.isArray(value) || source?.kind !== 'source') return value;
  return value.map((one: unknown) => (one === source.fields.url ? source.fields.id : one));
}

function toEntry(kind: FormKind, fields: Fields): AnyEntry {
  const whole = ENTRY_SCHEMAS[kind].safeParse(fields);
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

function textOf(value: unknown, between: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return '';
  return value.map(itemText).join(between);
}

/** `party: words`; of several properties the first text that is not the party. */
function itemText(item: unknown): string {
  if (typeof item === 'string') return item;
  const { party, ...others } = asFields(item);
  const words = Object.values(others).find((one) => typeof one === 'string');
  return `${String(party)}: ${words ?? ''}`;
}
