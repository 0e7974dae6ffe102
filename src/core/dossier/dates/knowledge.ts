/** Knowledge time: when a version of an entry was known here. */

import { fieldsOf } from '../entry-maps.ts';
import { memoise, onceFor } from '../memoise.ts';
import { dateOf } from '../news.ts';
import { BASELINE_AUTHOR, type Revision } from '../revision.ts';
import { parseEdtf } from './edtf.ts';

/** Every day of UTC is that long, to `Temporal` too. */
const DAY_MS = 86_400_000;
/** Days that are kept as times. */
const MOST_DAYS = 20_000;

/** Source id → the last day its date of publication can mean, as Unix time in ms at 00:00 UTC. */
export type PublishedOn = ReadonlyMap<string, number>;

/** The newest known date of publication of every source in the ledger. */
export const publishedFrom = onceFor((revisions: readonly Revision[]): PublishedOn => {
  const versions = fieldsOf(
    'source',
    revisions.map(({ entry }) => entry),
  );
  return new Map(versions.map(({ id, publishedOn }) => [id, startOfDay(parseEdtf(publishedOn).latest)]));
});

/**
 * Unix time in ms. A revision is known from when it was recorded. An original of the baseline is known from when its
 * earliest source was published, but not before the day it speaks of: else `known:` would know nothing from before
 * the first start. Entries of the baseline without sources (parties, people, places) are always known.
 */
export function knownAt(revision: Revision, publishedOn: PublishedOn): number {
  return knownFrom(publishedOn)(revision);
}

const knownFrom = onceFor((publishedOn: PublishedOn) =>
  onceFor((revision: Revision) => findKnown(revision, publishedOn)),
);

function findKnown(revision: Revision, publishedOn: PublishedOn): number {
  if (revision.author !== BASELINE_AUTHOR || revision.change !== 'original') return revision.recordedAt;
  const { entry } = revision;
  if (entry.kind === 'source') {
    return Math.min(publishedOn.get(entry.fields.id) ?? revision.recordedAt, revision.recordedAt);
  }
  if (!('sources' in entry.fields)) return 0;
  const dates = entry.fields.sources.flatMap((id) => publishedOn.get(id) ?? []);
  if (dates.length === 0) return revision.recordedAt;
  const day = dateOf(entry);
  const happened = day === undefined ? 0 : startOfDay(parseEdtf(day).earliest);
  // A page that was out before it happened tells of something else in the entry.
  const reports = dates.filter((published) => published >= happened);
  const known = reports.length > 0 ? Math.min(...reports) : happened;
  // A rough date of publication can reach beyond the day on which it was read here.
  return Math.min(known, revision.recordedAt);
}

/** Unix time in ms of 00:00 UTC of a `YYYY-MM-DD`. */
export const startOfDay = memoise(
  (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds,
  MOST_DAYS,
);

/** Unix time in ms of the last ms, UTC, of a `YYYY-MM-DD`. */
export function endOfDay(day: string): number {
  return startOfDay(day) + DAY_MS - 1;
}

/** The day, `YYYY-MM-DD`, that `at` (Unix time in ms) falls on in `timezone` (IANA). */
export function dayOf(at: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toString();
}
