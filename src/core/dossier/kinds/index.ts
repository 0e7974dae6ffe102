/** The kinds of entries: the only list of them. Everything that depends on a kind is in its own file. */
import { z } from 'zod';
import type { Conflict } from '../conflict.ts';
import { ceasefireKind } from './ceasefire.ts';
import { claimKind } from './claim.ts';
import { developmentKind } from './development.ts';
import type { Kind } from './kind.ts';
import { partyKind } from './party.ts';
import { personKind } from './person.ts';
import { placeKind } from './place.ts';
import { quoteKind } from './quote.ts';
import { sourceKind } from './source.ts';
import { talksKind } from './talks.ts';

/** Also the order of the baseline's import, and so of the first revisions of a ledger. */
const ALL = {
  party: partyKind,
  person: personKind,
  place: placeKind,
  source: sourceKind,
  development: developmentKind,
  quote: quoteKind,
  claim: claimKind,
  talks: talksKind,
  ceasefire: ceasefireKind,
} as const;

type All = typeof ALL;
export type EntryKind = keyof All;
export type FieldsOf = { readonly [K in EntryKind]: z.infer<All[K]['schema']> };
/** An entry of one of the kinds `K`: so written, the compiler sees that its fields are those of its kind. */
export type Entry<K extends EntryKind> = { [P in K]: { kind: P; fields: FieldsOf[P] } }[K];
export type AnyEntry = Entry<EntryKind>;

/** The kinds whose file every dossier has. */
export type RequiredKind = { [K in EntryKind]: All[K]['mayLackFile'] extends true ? never : K }[EntryKind];
/** The kinds of which there is news. */
type NewsKind = { [K in EntryKind]: All[K]['news'] extends null ? never : K }[EntryKind];
/** The words of the setting `REVIEW` that are kinds of entries. */
export type ReviewedKind = NonNullable<{ [K in NewsKind]: All[K]['news']['reviewedAs'] }[NewsKind]>;

/** The entries of each kind by id. Those that are news are in the order of their dates, the earliest first. */
export type EntryMaps = {
  readonly [K in EntryKind as All[K]['map']]: ReadonlyMap<string, FieldsOf[K]>;
};
/** What a kind may ask of the other entries. */
export type Around = EntryMaps & { readonly conflict: Conflict };

export const KINDS: { readonly [K in EntryKind]: Kind<K, FieldsOf[K], Around, EntryKind> } = ALL;
export const ENTRY_KINDS: readonly EntryKind[] = Object.values(KINDS).map(({ kind }) => kind);

// The schema of a union wants a first part.
const { party, ...others } = ALL;
/** Any entry, with its kind beside its fields. */
export const anyEntrySchema: z.ZodType<AnyEntry> = z.discriminatedUnion('kind', [
  party.entry,
  ...Object.values(others).map(({ entry }) => entry),
]);

/** The lists of changes, each with its kind, in the order in which they are told. */
export const SECTIONS = Object.values(ALL)
  .flatMap(({ kind, news }) => (news === null ? [] : [{ kind, ...news.section }]))
  .toSorted((a, b) => a.turn - b.turn);
/** The name of a list of changes. */
export type Section = (typeof SECTIONS)[number]['name'];

/** The word of `REVIEW` for entries of this kind; undefined where one moderator is always enough. */
export function reviewedAs(kind: EntryKind): ReviewedKind | undefined {
  return ALL[kind].news?.reviewedAs ?? undefined;
}

/** Whether `entry` is one of this kind. */
export function isOf<K extends EntryKind>(kind: K, entry: AnyEntry): entry is AnyEntry & Entry<K> {
  return entry.kind === kind;
}
