/** The texts of an entry that we wrote ourselves; quotations, attributions and printed figures are other people's. */
import { type Entry, type EntryKind, KINDS } from '../kinds/index.ts';
import type { OwnWords } from '../kinds/kind.ts';

export function ownWordsOf<K extends EntryKind>({ kind, fields }: Entry<K>): readonly OwnWords[] {
  return KINDS[kind].ownWords(fields);
}
