/** Whether two versions of an entry are the same. */
import type { AnyEntry } from './entries.ts';

/** Equal as JSON: their keys are in the order of the schema, whatever the files' order; lists count in their order. */
export function sameEntry(a: AnyEntry, b: AnyEntry): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
