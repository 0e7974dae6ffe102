/** A dossier as it was when some of its sources were not out yet: the same in tests, whatever facts are added later. */
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { type AnyEntry, anyEntrySchema, type EntryKind } from '../../../src/core/dossier/entries.ts';
import { referencesOf } from '../../../src/core/dossier/references.ts';
import type { Baseline } from '../../../src/dossier-files/baseline.ts';

/** Names come without a date. */
const NAMES: readonly EntryKind[] = ['party', 'person', 'place'];

/**
 * Without sources published after `day` (YYYY-MM-DD), without what rests on these alone, and without the names, topics
 * and victim groups that came with it.
 */
export function publishedBy({ conflict, entries }: Baseline, day: string): Baseline {
  const late = new Set(entries.filter((entry) => isLate(entry, day)).map(({ fields }) => fields.id));
  const restsOnLate = ({ kind, fields }: AnyEntry) =>
    late.has(fields.id) || (kind !== 'source' && 'sources' in fields && fields.sources.every((id) => late.has(id)));
  const [kept, dropped] = [entries.filter((entry) => !restsOnLate(entry)), entries.filter(restsOnLate)];
  const news = kept.filter(({ kind }) => !NAMES.includes(kind));
  const needed = reached(kept, [...news.map(({ fields }) => fields.id), ...namesIn(conflict)]);
  // Files grow at their end, so a name that nobody needs is as old as the needed ones that come after it.
  const ends = new Map(
    NAMES.map((kind) => [kind, kept.findLastIndex((one) => one.kind === kind && isIn(needed, one))]),
  );
  const standing = kept.filter(({ kind }, index) => index <= (ends.get(kind) ?? index));
  const ids = new Set(idsOf(standing));
  const words = new Set(standing.flatMap(vocabularyOf));
  const lateWords = new Set(dropped.flatMap(vocabularyOf).filter((word) => !words.has(word)));
  const listed = <T extends { readonly id: string }>(all: readonly T[]) => all.filter(({ id }) => !lateWords.has(id));
  return {
    conflict: { ...conflict, topics: listed(conflict.topics), victimGroups: listed(conflict.victimGroups) },
    entries: standing.map((entry) => withoutLinks(entry, ids)),
  };
}

function isLate(entry: AnyEntry, day: string): boolean {
  return entry.kind === 'source' && parseEdtf(entry.fields.publishedOn).earliest > day;
}

function isIn(ids: ReadonlySet<string>, { fields }: AnyEntry): boolean {
  return ids.has(fields.id);
}

function idsOf(entries: readonly AnyEntry[]): readonly string[] {
  return entries.map(({ fields }) => fields.id);
}

function namesIn({ sides, unattributed }: Baseline['conflict']): readonly string[] {
  return [...sides.map(({ party }) => party), ...unattributed];
}

function vocabularyOf(entry: AnyEntry): readonly string[] {
  if (entry.kind === 'claim') return [entry.fields.victims];
  return entry.kind === 'quote' ? entry.fields.topics : [];
}

/** The ids of `from`, and of all that these name, and so on. */
function reached(entries: readonly AnyEntry[], from: readonly string[]): ReadonlySet<string> {
  const byId = new Map(entries.map((entry) => [entry.fields.id, entry]));
  const found = new Set(from);
  // A set goes on to what is added to it while it is gone through.
  for (const id of found) {
    const entry = byId.get(id);
    if (entry) for (const { target } of referencesOf(entry)) found.add(target);
  }
  return found;
}

/** Lists of ids lose what is not among `ids`. */
function withoutLinks({ kind, fields }: AnyEntry, ids: ReadonlySet<string>): AnyEntry {
  const linked = Object.entries(fields).map(([name, value]: readonly [string, unknown]) =>
    ['sources', 'related', 'conflictsWith', 'variants'].includes(name) && Array.isArray(value)
      ? [name, value.filter((id) => ids.has(String(id)))]
      : [name, value],
  );
  return anyEntrySchema.parse({ kind, fields: Object.fromEntries(linked) });
}
