/** Whether two versions of an entry say the same to readers, whatever the entry is linked to. */
import type { AnyEntry } from '../dossier/entries.ts';
import { ENTRY_KINDS, KINDS } from '../dossier/kinds/index.ts';
import { sameJson } from '../dossier/same-json.ts';

/** Fields that only link an entry to others: a change of them alone is how the dossier is kept, and no news. */
export const LINKS: ReadonlySet<string> = new Set(ENTRY_KINDS.flatMap((kind): readonly string[] => KINDS[kind].links));

export function sameNews(a: AnyEntry, b: AnyEntry): boolean {
  return sameJson(newsOf(a), newsOf(b));
}

function newsOf({ fields }: AnyEntry): object {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !LINKS.has(field)));
}
