/** Entries by kind and id, as the dossier has them. */
import { compareEdtf, parseEdtf } from './dates/edtf.ts';
import {
  type AnyEntry,
  ENTRY_KINDS,
  type EntryKind,
  type EntryMaps,
  type FieldsOf,
  isOf,
  KINDS,
} from './kinds/index.ts';

type AsKnown = <Fields extends { readonly id: string }>(fields: Fields) => Fields;

/**
 * `asKnown` is what becomes of each entry's fields on the way; left out: nothing. Of two entries with one id the
 * later counts.
 */
export function mapsOf(entries: readonly AnyEntry[], asKnown: AsKnown = (fields) => fields): EntryMaps {
  const byKind = Map.groupBy(entries, ({ kind }) => kind);
  const maps = Object.fromEntries(
    ENTRY_KINDS.map((kind) => [KINDS[kind].map, mapOf(kind, byKind.get(kind) ?? [], asKnown)]),
  );
  if (!isWhole(maps)) throw new Error('two kinds of entries share a map');
  return maps;
}

/** The entries of one kind, in their order. */
export function fieldsOf<K extends EntryKind>(kind: K, entries: readonly AnyEntry[]): readonly FieldsOf[K][] {
  return entries.flatMap((entry) => (isOf(kind, entry) ? [entry.fields] : []));
}

function mapOf<K extends EntryKind>(kind: K, entries: readonly AnyEntry[], asKnown: AsKnown) {
  const { news } = KINDS[kind];
  const known = fieldsOf(kind, entries).map(asKnown);
  if (news === null) return new Map(known.map((fields) => [fields.id, fields]));
  const listed = known
    .map((fields) => ({ fields, date: parseEdtf(news.listedBy(fields)) }))
    .sort((a, b) => compareEdtf(a.date, b.date));
  return new Map(listed.map(({ fields }) => [fields.id, fields]));
}

function isWhole(maps: object): maps is EntryMaps {
  return Object.keys(maps).length === ENTRY_KINDS.length && ENTRY_KINDS.every((kind) => KINDS[kind].map in maps);
}
