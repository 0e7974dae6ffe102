/** Since when nothing is new: the day on which the newest thing became known that was told before. */
import { knownAt, knownDay, publishedFrom } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { isNews } from '../dossier/news.ts';
import { type Filters, leftOutBy } from './filters.ts';

/**
 * `YYYY-MM-DD`, by the clock of `timezone` (IANA), of what the filters let through before position `from` of the
 * ledger; undefined: of nothing.
 */
export function newestDayBefore(
  from: number,
  { timezone, ...filters }: Filters & { readonly timezone: string },
  dossier: Dossier,
): string | undefined {
  const revisions = dossier.revisionsAfter(0);
  const publishedOn = publishedFrom(revisions);
  return revisions
    .filter(({ seq, entry }) => seq < from && isNews(entry) && leftOutBy(entry, filters, dossier) === undefined)
    .map((revision) => knownDay(knownAt(revision, publishedOn), revision, timezone))
    .reduce<string | undefined>((latest, day) => (latest === undefined || day > latest ? day : latest), undefined);
}
