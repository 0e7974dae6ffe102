/** One entry naming another, and in which field. */

export interface Reference<Kind extends string = string> {
  /** Path of the field, e.g. `positions.1.quote`. */
  readonly field: string;
  /** The kind of entry that `target` must be. */
  readonly to: Kind;
  /** The id of the entry that is named. */
  readonly target: string;
}

/** A field that names one entry, or none. */
export function one<Kind extends string>(
  field: string,
  to: Kind,
  target: string | null | undefined,
): readonly Reference<Kind>[] {
  return target === null || target === undefined ? [] : [{ field, to, target }];
}

/** A field that names several. */
export function several<Kind extends string>(
  field: string,
  to: Kind,
  targets: readonly string[],
): readonly Reference<Kind>[] {
  return targets.map((target, index) => ({ field: `${field}.${index}`, to, target }));
}
