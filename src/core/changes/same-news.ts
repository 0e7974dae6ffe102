/** Whether two versions of an entry say the same to readers, whatever the entry is linked to. */
import type { AnyEntry } from '../dossier/entries.ts';

/** Which entries an entry is linked to is how the dossier is kept, and no news by itself. */
export const LINKS: ReadonlySet<string> = new Set(['conflictsWith', 'sameAs', 'overlap', 'related', 'variants']);

export function sameNews(a: AnyEntry, b: AnyEntry): boolean {
  const news = ({ fields }: AnyEntry) =>
    JSON.stringify(fields, (key, value: unknown) => (LINKS.has(key) ? undefined : value));
  return news(a) === news(b);
}
