/** Which entry names which other entries, and in which field. */
import { type Entry, type EntryKind, KINDS } from './kinds/index.ts';
import type { Reference } from './kinds/reference.ts';

/** Every reference that `entry` makes. */
export function referencesOf<K extends EntryKind>({ kind, fields }: Entry<K>): readonly Reference<EntryKind>[] {
  return KINDS[kind].references(fields);
}
