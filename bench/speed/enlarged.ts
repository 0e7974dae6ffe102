/** A ledger of many more entries, made up from those that a dossier has: copies of other years, under other ids. */
import type { AnyEntry, EntryKind } from '../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';

/** The kinds that grow as years go by. Names, places and sources are those that are there. */
const COPIED: ReadonlySet<EntryKind> = new Set(['claim', 'quote', 'development']);

/**
 * So many copies that there are `count` entries of each kind that is copied, each a year before the one it was copied
 * with. `recordedAt` is Unix time in ms.
 */
export function enlarged(entries: readonly AnyEntry[], count: number, recordedAt: number): readonly RevisionDraft[] {
  const ids = new Set(entries.filter(({ kind }) => COPIED.has(kind)).map(({ fields }) => fields.id));
  return [...COPIED].flatMap((kind) => {
    const originals = entries.filter((entry) => entry.kind === kind);
    const copies = Math.ceil(count / originals.length) - 1;
    return Array.from({ length: copies }, (_, index) => index + 1)
      .flatMap((years) => originals.map((entry) => yearsEarlier(entry, years, ids)))
      .slice(0, count - originals.length)
      .map((entry) => ({ author: 'import', recordedAt, change: 'original', reason: null, entry }));
  });
}

function yearsEarlier(entry: AnyEntry, years: number, ids: ReadonlySet<string>): AnyEntry {
  const moved = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (ids.has(value)) return `${value}-${years}`;
      return /^(?:\d{4}(?:-\d\d){0,2}~?\/?|\.\.\/?){1,2}$/u.test(value)
        ? value.replaceAll(/\d{4}(?=-|~|\/|$)/gu, (year) => String(Number(year) - years))
        : value;
    }
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one)]));
  };
  // The copy has the fields of the entry, each of its type: only the texts that are ids or dates are others.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return moved(entry) as AnyEntry;
}
