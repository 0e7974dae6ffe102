/** Which entries are news, and the date of the fact that each is. */
import { type Entry, type EntryKind, KINDS } from './kinds/index.ts';
import type { Dated } from './kinds/kind.ts';

/** Names, places and sources are there for the others' sake. */
export function isNews({ kind }: { readonly kind: EntryKind }): boolean {
  return KINDS[kind].news !== null;
}

/** The date (EDTF) of the fact that an entry is; of a figure the day it was reported. Undefined for what is no news. */
export function dateOf<K extends EntryKind>(entry: Entry<K>): string | undefined {
  return datedOf(entry)?.date;
}

/** What happened before what was said of it: a name that both have means the former. */
export function nameTurnOf({ kind }: { readonly kind: EntryKind }): number {
  return KINDS[kind].news?.nameTurn ?? Number.POSITIVE_INFINITY;
}

/** The date (EDTF) by which the dossier lists it: of a figure the days that it counts. Undefined for no news. */
export function listedBy<K extends EntryKind>({ kind, fields }: Entry<K>): string | undefined {
  return KINDS[kind].news?.listedBy(fields);
}

/** As `dateOf`, with the field that has it. */
export function datedOf<K extends EntryKind>({ kind, fields }: Entry<K>): Dated | undefined {
  return KINDS[kind].news?.dated(fields);
}
