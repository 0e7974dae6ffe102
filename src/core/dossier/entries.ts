/** The nine kinds of entries as they are written in `data/`: one zod schema each, and nothing that the schema cannot say. */
import { z } from 'zod';
import { tryParseEdtf } from './edtf.ts';

/**
 * Controls, line and paragraph separators, all that turns the direction of what is around it, and what is not seen at all: it
 * would change what the words around it look like, or make two that look alike differ. The two joiners and the variation
 * selectors stay: Persian words and emoji are spelt with them.
 */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2800\ufff9-\uffff]|(?![\u200c\u200d\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}/u;
/** More marks on one letter than words are written with, in whatever script: they run over the lines above and below. Nor joiners. */
const HEAPED = /\p{M}{9}|[\u200c\u200d]{2}/u;
/** Something that is seen. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

const isReadable = (text: string) => !UNSEEN.test(text) && !HEAPED.test(text) && text.isWellFormed();
const UNREADABLE = 'has control or direction characters in it, or others that are not seen or hide what is around them';
/** What is empty is told as that. */
const isSeen = (text: string) => text === '' || SEEN.test(text);
const EMPTY = 'has nothing in it that is seen';

export const words = z.string().trim().min(1).refine(isSeen, EMPTY).refine(isReadable, UNREADABLE);
/** Verbatim text is not trimmed or normalised (R14); it is refused where it would break out of its line or its quotation marks. */
const verbatim = z
  .string()
  .min(1)
  .max(3000)
  .refine(isSeen, EMPTY)
  .refine(isReadable, UNREADABLE)
  .refine(
    (text) => !closesEarly(text),
    'has a closing quotation mark “”” without its opening one: what follows would not look quoted',
  );

function closesEarly(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[“”]/gu)) {
    open += mark === '“' ? 1 : -1;
    if (open < 0) return true;
  }
  return false;
}

/** Ids are slugs, unique over all kinds. */
export const idSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a lower-case slug such as q-asif-enough');
const ids = z.array(idSchema).readonly();
const someIds = z.array(idSchema).min(1, 'needs at least one source').readonly();
const edtf = z.string().refine((text) => tryParseEdtf(text) !== undefined, {
  error: (issue) =>
    `“${String(issue.input)}” is not a date: write 2025-10-18, 2025-10, 2025-10-15~ or 2025-10-18/2025-10-19`,
});
const aliases = z.array(words).readonly();
const count = z.int().nonnegative();

export const sideSchema = z.enum(['pakistan', 'afghanistan', 'mediator', 'armed-group', 'observer']);

const partySchema = z.strictObject({
  id: idSchema,
  name: words,
  shortName: words,
  kind: z.enum([
    'state',
    'non-state-armed-group',
    'intergovernmental',
    'mediator-state',
    'media',
    'civilian-authority',
  ]),
  side: sideSchema,
  aliases,
  parent: idSchema.optional(),
});

export const personSchema = z.strictObject({ id: idSchema, name: words, role: words, party: idSchema, aliases });

export const placeSchema = z.strictObject({
  id: idSchema,
  name: words,
  /** ISO 3166-1 alpha-2; null for a line between two states that one of them does not recognise. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** Province; empty for a line that belongs to none. */
  admin1: z.union([z.literal(''), words]),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  kind: z.enum(['border-crossing', 'city', 'district', 'country', 'region']),
  aliases,
});

export const sourceSchema = z.strictObject({
  id: idSchema,
  publisher: words,
  title: words,
  url: z
    .url({ protocol: /^https?$/ })
    .refine(isReadable, UNREADABLE)
    .nullable(),
  publishedOn: edtf,
  language: z.string().regex(/^[a-z]{2,3}$/),
  kind: z.enum(['news-report', 'official-statement', 'un-report', 'analysis', 'wire']),
  accessNote: words,
});

/** Who holds whom responsible for it, and in which quotation. Not in the handed-over format: see docs/decisions. */
const accusationSchema = z.strictObject({ by: idSchema, against: someIds, quote: idSchema.nullable() });

/** What a development is about; the topics that a subscription can choose. */
export const developmentCategorySchema = z.enum([
  'talks',
  'ceasefire',
  'clash',
  'airstrike',
  'attack',
  'statement',
  'humanitarian',
  'border',
  'diplomacy',
  'other',
]);

export const developmentSchema = z.strictObject({
  id: idSchema,
  date: edtf,
  category: developmentCategorySchema,
  title: words.max(100),
  summary: words,
  parties: ids,
  places: ids,
  status: z.enum(['reported', 'confirmed', 'disputed']),
  significance: z.enum(['routine', 'major', 'breaking']),
  sources: someIds,
  related: ids,
  accusations: z.array(accusationSchema).readonly().optional(),
});

export const quoteSchema = z.strictObject({
  id: idSchema,
  date: edtf,
  speaker: idSchema.nullable(),
  party: idSchema,
  text: verbatim,
  venue: words,
  topics: z
    .array(z.string().regex(/^[a-z]+(-[a-z]+)*$/))
    .min(1)
    .readonly(),
  development: idSchema.nullable(),
  sources: someIds,
  /** Other renderings of the same remark (R14). Not in the handed-over format: see docs/decisions. */
  variants: ids.optional(),
});

const countSchema = z.strictObject({
  low: count.nullable(),
  high: count.nullable(),
  qualifier: z.enum(['exact', 'at-least', 'more-than', 'about', 'up-to', 'words', 'denial']),
  asPrinted: verbatim,
});

export const claimSchema = z.strictObject({
  id: idSchema,
  period: edtf,
  victims: idSchema,
  harm: z.enum(['killed', 'injured', 'captured', 'displaced', 'missing']),
  count: countSchema,
  /** R1: who asserts it. `news-media-unattributed` is the explicit "nobody named"; there is no leaving it out. */
  claimedBy: idSchema,
  stance: z.enum(['asserts', 'acknowledges-own-loss', 'denies', 'reports']),
  attribution: words,
  places: ids,
  development: idSchema.nullable(),
  status: z.enum(['reported', 'disputed', 'superseded']),
  conflictsWith: ids,
  sources: someIds,
  reportedOn: edtf,
  /** What the figure counts that its rivals do not, in a sentence. Not in the handed-over format: see docs/decisions. */
  scope: words.optional(),
});

export const talksSchema = z.strictObject({
  id: idSchema,
  round: z.int().positive(),
  date: edtf,
  venue: words,
  city: idSchema,
  mediators: ids,
  delegations: z.array(z.strictObject({ party: idSchema, lead: idSchema.nullable(), note: words })).readonly(),
  outcome: z.enum(['agreement', 'partial', 'deadlock', 'collapsed', 'extended']),
  outcomeSummary: words,
  sources: someIds,
});

export const ceasefireSchema = z.strictObject({
  id: idSchema,
  effectiveFrom: edtf,
  state: z.enum(['none', 'in-force', 'conditional', 'strained', 'suspended', 'collapsed', 'extended']),
  headline: words,
  terms: z.array(words).readonly(),
  mediators: ids,
  positions: z.array(z.strictObject({ party: idSchema, summary: words, quote: idSchema.nullable() })).readonly(),
  sources: someIds,
});

/** An entry with its kind beside it (parties, places and sources have a field `kind` of their own). */
export const anyEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('party'), fields: partySchema }),
  z.strictObject({ kind: z.literal('person'), fields: personSchema }),
  z.strictObject({ kind: z.literal('place'), fields: placeSchema }),
  z.strictObject({ kind: z.literal('source'), fields: sourceSchema }),
  z.strictObject({ kind: z.literal('development'), fields: developmentSchema }),
  z.strictObject({ kind: z.literal('quote'), fields: quoteSchema }),
  z.strictObject({ kind: z.literal('claim'), fields: claimSchema }),
  z.strictObject({ kind: z.literal('talks'), fields: talksSchema }),
  z.strictObject({ kind: z.literal('ceasefire'), fields: ceasefireSchema }),
]);
export type AnyEntry = z.infer<typeof anyEntrySchema>;
export type EntryKind = AnyEntry['kind'];
/** Every kind of entry, in the order of the union. */
export const ENTRY_KINDS: readonly EntryKind[] = anyEntrySchema.options.map(({ shape }) => shape.kind.value);

type Entry<K extends EntryKind> = Extract<AnyEntry, { kind: K }>['fields'];
export type Side = z.infer<typeof sideSchema>;
export type Party = Entry<'party'>;
export type Person = Entry<'person'>;
export type Place = Entry<'place'>;
export type Source = Entry<'source'>;
export type Development = Entry<'development'>;
export type Quote = Entry<'quote'>;
export type Claim = Entry<'claim'>;
export type Talks = Entry<'talks'>;
export type Ceasefire = Entry<'ceasefire'>;
