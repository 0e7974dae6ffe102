/** The dossier: the immutable snapshot folded from the ledger, as known now or as known at an earlier moment. */
import type { Conflict } from './conflict.ts';
import { parseEdtf } from './dates/edtf.ts';
import { isKnownRoughly, knownAt, publishedFrom } from './dates/knowledge.ts';
import { fieldsOf, mapsOf } from './entry-maps.ts';
import type { Around } from './kinds/index.ts';
import { memoise } from './memoise.ts';
import { type Revision, standingEntries } from './revision.ts';

/** Views of earlier moments that a dossier keeps: the newest asked for. */
const MOST_VIEWS = 4;

/**
 * With a map for each kind of entry: `parties`, `claims` and so on, by id. What is news is in the order of its dates.
 */
export interface Dossier extends Around {
  /** Ids of entries that later sources back as well: some of theirs were not out yet at the moment of this view. */
  readonly partlyKnown: ReadonlySet<string>;
  /**
   * Ids of entries that may not have been known yet at the moment of this view, as their sources are dated so roughly.
   */
  readonly roughlyKnown: ReadonlySet<string>;
  /**
   * The first day that a development can mean, `YYYY-MM-DD`: nothing is known of earlier days. Undefined when empty.
   */
  readonly begins: string | undefined;
  /** The `seq` of the last revision of the ledger; 0 where it is empty. */
  readonly head: number;
  /** Unix time in ms, where this is a view of an earlier moment (`known:`). */
  readonly viewOf: number | undefined;
  /** All versions of an entry that were known, the oldest first (R9, R10). */
  history(id: string): readonly Revision[];
  /** All versions of all entries that were known, with a `seq` greater than `seq`, in ledger order. */
  revisionsAfter(seq: number): readonly Revision[];
  /** What would have been known at `at` (Unix time in ms). */
  asKnownAt(at: number): Dossier;
}

/** Folds `revisions` (in ledger order) up to the moment `viewOf`, or all of them. */
export function foldDossier(revisions: readonly Revision[], conflict: Conflict, viewOf?: number): Dossier {
  const publishedOn = publishedFrom(revisions);
  const folded = revisions.filter((revision) => viewOf === undefined || knownAt(revision, publishedOn) <= viewOf);
  const histories = Map.groupBy(folded, ({ entry }) => entry.fields.id);
  const standing = standingEntries(folded);
  const known = new Set(fieldsOf('source', standing).map(({ id }) => id));
  const partlyKnown = new Set<string>();
  /** In a view of an earlier moment a source that was not yet out, or one since retracted, does not count (R12). */
  const withKnownSources = <Fields extends { readonly id: string }>(fields: Fields): Fields => {
    if (!hasSources(fields) || fields.sources.every((id) => known.has(id))) return fields;
    partlyKnown.add(fields.id);
    return { ...fields, sources: fields.sources.filter((id) => known.has(id)) };
  };
  const maps = mapsOf(standing, withKnownSources);
  return Object.freeze({
    conflict,
    ...maps,
    partlyKnown,
    roughlyKnown: new Set(
      viewOf === undefined
        ? []
        : folded.flatMap((one) => (isKnownRoughly(one, publishedOn, viewOf) ? one.entry.fields.id : [])),
    ),
    begins: [...maps.developments.values()].map(({ date }) => parseEdtf(date).earliest).sort()[0],
    head: revisions.at(-1)?.seq ?? 0,
    viewOf,
    history: (id: string) => histories.get(id) ?? [],
    // The same list each time: what is worked out for it is found again.
    revisionsAfter: (seq: number) => (seq < 1 ? folded : folded.filter((revision) => revision.seq > seq)),
    asKnownAt: memoise((at: number) => foldDossier(revisions, conflict, at), MOST_VIEWS),
  });
}

function hasSources<Fields>(fields: Fields): fields is Fields & { readonly sources: readonly string[] } {
  return typeof fields === 'object' && fields !== null && 'sources' in fields;
}
