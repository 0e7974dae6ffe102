/** The shipped dossier in other sizes: a part of its figures, or several times all of them in other years. */
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import type { Baseline } from '../../../src/dossier-files/baseline.ts';

/** Every `of`-th figure, quotation and development with the names; links to what is left out are taken out. */
export function aPartOf({ conflict, entries }: Baseline, of: number): Baseline {
  const kept = entries.filter(({ kind }, index) => !isRepeated(kind) || index % of === 0);
  const ids = new Set(kept.map(({ fields }) => fields.id));
  return {
    conflict,
    entries: kept.map((entry) => {
      if (entry.kind !== 'claim') return entry;
      const { conflictsWith, development } = entry.fields;
      return {
        ...entry,
        fields: {
          ...entry.fields,
          conflictsWith: conflictsWith.filter((id) => ids.has(id)),
          development: development !== null && ids.has(development) ? development : null,
        },
      };
    }),
  };
}

/** All of it, and the figures and what they are about again and again, each time two years earlier. */
export function timesOver({ conflict, entries }: Baseline, times: number): Baseline {
  const repeated = entries.filter(({ kind }) => isRepeated(kind));
  const ids = new Set(repeated.map(({ fields }) => fields.id));
  const copies = Array.from({ length: times - 1 }, (_, index) => copyOf(repeated, ids, index + 1));
  return { conflict, entries: [...entries, ...copies.flat()] };
}

function isRepeated(kind: AnyEntry['kind']): boolean {
  return kind === 'claim' || kind === 'development';
}

function copyOf(entries: readonly AnyEntry[], ids: ReadonlySet<string>, copy: number): readonly AnyEntry[] {
  const text = JSON.stringify(entries, (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (ids.has(value)) return `${value}-${copy}`;
    return /^\d{4}(-\d\d){0,2}~?(\/.*)?$/u.test(value)
      ? value.replaceAll(/20(\d\d)/gu, (year) => earlier(year, copy))
      : value;
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same entries, with other ids and years
  return JSON.parse(text) as readonly AnyEntry[];
}

function earlier(year: string, copy: number): string {
  return String(Number(year) - 4 * copy);
}
