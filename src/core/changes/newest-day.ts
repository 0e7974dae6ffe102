/** Since when nothing is new: the day on which the newest thing became known that was told before. */
import { dayOf, knownAt, publishedFrom } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { isNews } from '../dossier/news.ts';
import { type Filters, leftOutBy } from './filters.ts';

/** `YYYY-MM-DD` in UTC, of what the filters let through before position `from` of the ledger; undefined: of nothing. */
export function newestDayBefore(from: number, filters: Filters, dossier: Dossier): string | undefined {
  const revisions = dossier.revisionsAfter(0);
  const publishedOn = publishedFrom(revisions);
  const newest = revisions
    .filter(({ seq, entry }) => seq < from && isNews(entry) && leftOutBy(entry, filters, dossier) === undefined)
    .reduce((latest, revision) => Math.max(latest, knownAt(revision, publishedOn)), Number.NEGATIVE_INFINITY);
  return Number.isFinite(newest) ? dayOf(newest, 'UTC') : undefined;
}
