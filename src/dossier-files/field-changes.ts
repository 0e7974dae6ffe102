/** What differs between two versions of an entry, as its files have it: for whoever keeps the files. */
import type { AnyEntry } from '../core/dossier/entries.ts';

export interface FieldChange {
  /** `count.low`; what is in a list is not looked into. */
  readonly field: string;
  /** JSON; undefined where there is none. */
  readonly was: string | undefined;
  readonly is: string | undefined;
}

/** In the order of the new version's fields, then those that it no longer has. */
export function fieldChanges({ fields: was }: AnyEntry, { fields: is }: AnyEntry): readonly FieldChange[] {
  const [before, now] = [flat(was), flat(is)];
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((field) => ({ field, was: before.get(field), is: now.get(field) }))
    .filter((change) => change.was !== change.is);
}

function flat(value: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(value).flatMap(([name, part]: readonly [string, unknown]): (readonly [string, string])[] => {
      if (part === undefined) return [];
      const isGroup = typeof part === 'object' && part !== null && !Array.isArray(part);
      return isGroup ? [...flat(part, `${path}${name}.`)] : [[`${path}${name}`, JSON.stringify(part)]];
    }),
  );
}
