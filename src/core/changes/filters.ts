/** What a subscription's filters let through: by the category of a development, by the side that is involved. */
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry, Development, Side } from '../dossier/entries.ts';
import type { Topic } from '../dossier/kinds/field-schemas.ts';
import { type Entry, type EntryKind, KINDS } from '../dossier/kinds/index.ts';

export interface Filters {
  /** Empty: all. */
  readonly topics: readonly Topic[];
  /** Null: all. */
  readonly side: Side | null;
}

export const NO_FILTERS: Filters = { topics: [], side: null };

/** Why the filters leave `entry` out; undefined where they let it through. */
export function leftOutBy(entry: AnyEntry, { topics, side }: Filters, dossier: Dossier): 'topic' | 'side' | undefined {
  if (topics.length > 0) {
    const topic = topicOf(entry, dossier);
    if (topic === undefined || !topics.includes(topic)) return 'topic';
  }
  return side === null || sidesOf(entry, dossier).includes(side) ? undefined : 'side';
}

/** The developments that the filters let through, the newest first, at most `most`. */
export function newestDevelopments(filters: Filters, dossier: Dossier, most: number): readonly Development[] {
  return [...dossier.developments.values()]
    .filter((fields) => leftOutBy({ kind: 'development', fields }, filters, dossier) === undefined)
    .toReversed()
    .slice(0, most);
}

/**
 * A figure and a quotation are about what the development is that they belong to. Without one they pass only where
 * all topics are wanted, as nothing tells what they are about.
 */
function topicOf<K extends EntryKind>({ kind, fields }: Entry<K>, dossier: Dossier): Topic | undefined {
  return KINDS[kind].news?.topic(fields, dossier);
}

/** Whoever is named in an entry, speaks in it, or is counted in it. */
function sidesOf<K extends EntryKind>({ kind, fields }: Entry<K>, dossier: Dossier): readonly Side[] {
  return KINDS[kind].news?.sides(fields, dossier) ?? [];
}
