/** Knowledge time: when a version of an entry was known here. */

import { fieldsOf } from '../entry-maps.ts';
import type { AnyEntry } from '../kinds/index.ts';
import { memoise, onceFor } from '../memoise.ts';
import { dateOf, listedBy } from '../news.ts';
import { BASELINE_AUTHOR, type Revision } from '../revision.ts';
import { parseEdtf } from './edtf.ts';

/** Every day of UTC is that long, to `Temporal` too. */
const DAY_MS = 86_400_000;
/** Days that are kept as times. */
const MOST_DAYS = 20_000;
/** Times that are kept as days. */
const MOST_INSTANTS = 1000;

/** Days that a date of publication may be rough by and still count by its last day. */
const ROUGH_DAYS = 31;

/** The first and the last moment that something can be of, as Unix times in ms at 00:00 UTC; of a day both are one. */
export interface Between {
  readonly from: number;
  readonly by: number;
}

/** Source id → the first and the last day that its date of publication can mean. */
export type PublishedOn = ReadonlyMap<string, Between>;

/** The newest known date of publication of every source in the ledger. */
export const publishedFrom = onceFor((revisions: readonly Revision[]): PublishedOn => {
  const versions = fieldsOf(
    'source',
    revisions.map(({ entry }) => entry),
  );
  return new Map(versions.map(({ id, publishedOn }) => [id, between(publishedOn)]));
});

function between(date: string): Between {
  const { earliest, latest } = parseEdtf(date);
  return { from: startOfDay(earliest), by: startOfDay(latest) };
}

/**
 * When a revision became known, in Unix time in ms: when it was recorded. An original of the baseline became known when
 * its earliest source was published, but not before the day it speaks of: else `known:` would know nothing from before
 * the first start. Entries of the baseline without sources (parties, people, places) are always known. Where the source
 * has no day, `from` is the first moment that this can have been, and `by` the moment by which it had been for certain.
 */
export function knownBetween(revision: Revision, publishedOn: PublishedOn): Between {
  return knownWithin(publishedOn)(revision);
}

/**
 * The moment that `known:` takes, in Unix time in ms: the last that can be meant. Of a date that is rough by more than
 * a month it takes the first, or a page dated “2026” would be hidden all year; see `isKnownRoughly`.
 */
export function knownAt(revision: Revision, publishedOn: PublishedOn): number {
  const { from, by } = knownBetween(revision, publishedOn);
  return by - from > ROUGH_DAYS * DAY_MS ? from : by;
}

/** Whether it is not certain that what counts as known at `at` (Unix time in ms) was known by then. */
export function isKnownRoughly(revision: Revision, publishedOn: PublishedOn, at: number): boolean {
  return knownAt(revision, publishedOn) <= at && at < knownBetween(revision, publishedOn).by;
}

const knownWithin = onceFor((publishedOn: PublishedOn) =>
  onceFor((revision: Revision) => findKnown(revision, publishedOn)),
);

function findKnown(revision: Revision, publishedOn: PublishedOn): Between {
  const { recordedAt, entry } = revision;
  const recorded = { from: recordedAt, by: recordedAt };
  if (revision.author !== BASELINE_AUTHOR || revision.change !== 'original') return recorded;
  // A rough date of publication can reach beyond the day on which it was read here.
  const upTo = ({ from, by }: Between) => ({ from: Math.min(from, recordedAt), by: Math.min(by, recordedAt) });
  if (entry.kind === 'source') return upTo(publishedOn.get(entry.fields.id) ?? recorded);
  if (!('sources' in entry.fields)) return { from: 0, by: 0 };
  const dates = entry.fields.sources.flatMap((id) => publishedOn.get(id) ?? []);
  if (dates.length === 0) return recorded;
  const day = dateOf(entry);
  const happened = day === undefined ? 0 : startOfDay(parseEdtf(day).earliest);
  // A page that was out before it happened tells of something else in the entry.
  const reports = dates.filter(({ by }) => by >= happened);
  if (reports.length === 0) return upTo({ from: happened, by: happened });
  const over = Math.max(happened, lastBeginning(entry));
  return upTo({
    from: Math.min(...reports.map(({ from, by }) => Math.min(by, Math.max(from, over)))),
    by: Math.min(...reports.map(({ by }) => by)),
  });
}

/** The first day on which what the entry is about can have been over: nobody counts the dead of a March in January. */
function lastBeginning(entry: AnyEntry): number {
  const [first, last = first] = listedBy(entry)?.split('/') ?? [];
  if (first === undefined || last === undefined || last === '..') return 0;
  const { earliest, latest } = parseEdtf(last);
  // Of months "from … to …" the last is counted to its end.
  return startOfDay(last !== first && /^\d{4}(?:-\d{2})?$/u.test(last) ? latest : earliest);
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

/**
 * The day, `YYYY-MM-DD`, on which a revision became known, at `at` (Unix time in ms): by the clock of `timezone` (IANA)
 * where it was recorded then. A day that its sources give is the same by every clock.
 */
export function knownDay(at: number, { recordedAt }: Pick<Revision, 'recordedAt'>, timezone: string): string {
  return dayOf(at, at === recordedAt ? timezone : 'UTC');
}

/** The day, `YYYY-MM-DD`, that `at` (Unix time in ms) falls on in `timezone` (IANA). */
export function dayOf(at: number, timezone: string): string {
  return dayIn([at, timezone]);
}

/** An answer asks many times which day it is. */
const dayIn = memoise(
  ([at, timezone]: readonly [number, string]): string =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toString(),
  MOST_INSTANTS,
);
