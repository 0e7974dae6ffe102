/** Knowledge time: when a version of an entry was known here. */
import { parseEdtf } from './edtf.ts';
import type { AnyEntry } from './entries.ts';
import { BASELINE_AUTHOR, type Revision } from './revision.ts';

/** Source id → the last day its date of publication can mean, as Unix time in ms at 00:00 UTC. */
export type PublishedOn = ReadonlyMap<string, number>;

/** The newest known date of publication of every source in the ledger. */
export function publishedFrom(revisions: readonly Revision[]): PublishedOn {
  const dates = new Map<string, number>();
  for (const { entry } of revisions) {
    if (entry.kind === 'source') dates.set(entry.fields.id, startOfDay(parseEdtf(entry.fields.publishedOn).latest));
  }
  return dates;
}

/**
 * Unix time in ms. A revision is known from when it was recorded; a baseline original from when its earliest source was
 * published, but not before the day it speaks of, else `known:` would know nothing from before the first start. Baseline entries without sources (parties,
 * people, places) are names, not news: always known.
 */
export function knownAt(revision: Revision, publishedOn: PublishedOn): number {
  if (revision.author !== BASELINE_AUTHOR || revision.change !== 'original') return revision.recordedAt;
  const { entry } = revision;
  if (entry.kind === 'source') return publishedOn.get(entry.fields.id) ?? revision.recordedAt;
  if (!('sources' in entry.fields)) return 0;
  const dates = entry.fields.sources.flatMap((id) => publishedOn.get(id) ?? []);
  return dates.length === 0 ? revision.recordedAt : Math.max(Math.min(...dates), startOfDay(ownDay(entry)));
}

/** The first day that the entry can have been said, reported or true; the beginning of time where it has no day. */
function ownDay({ kind, fields }: AnyEntry): string {
  switch (kind) {
    case 'claim':
      return parseEdtf(fields.reportedOn).earliest;
    case 'ceasefire':
      return parseEdtf(fields.effectiveFrom).earliest;
    case 'development':
    case 'quote':
    case 'talks':
      return parseEdtf(fields.date).earliest;
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return '0001-01-01';
  }
}

/** Unix time in ms of 00:00 UTC of a `YYYY-MM-DD`. */
export function startOfDay(day: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds;
}

/** Unix time in ms of the last ms, UTC, of a `YYYY-MM-DD`. */
export function endOfDay(day: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('UTC').epochMilliseconds - 1;
}

/** The day, `YYYY-MM-DD`, that `at` (Unix time in ms) falls on in `timezone` (IANA). */
export function dayOf(at: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toString();
}
