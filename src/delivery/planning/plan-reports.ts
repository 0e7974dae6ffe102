/** Reports of how far a correction came, to whoever made it: one message, edited as it comes along, until it is finished. */

import type { Dossier } from '../../core/dossier/dossier.ts';
import type { Revision } from '../../core/dossier/revision.ts';
import { isUnserved, type Progress } from '../../core/messages/coverage.ts';
import {
  type Delivery,
  decodeContent,
  deliveryId,
  encodeContent,
  LANES,
  type NewDelivery,
} from '../../core/messages/delivery.ts';
import { isCorrection } from '../../core/messages/kinds/correction.ts';
import type { Outbox } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import { platformOf } from '../../core/subscriptions/subscription.ts';
import type { TeamDirectory } from '../team.ts';

/** Corrections are given up after seven days; for so long they are reported on. */
const WATCHED_FOR_MS = 8 * 86_400_000;
/** For so long after it was published a report is looked at every few seconds, not only each minute. */
const LIVE_FOR_MS = 10 * 60_000;
/** A report that could not be sent for this long is out of date. */
const REPORT_FOR_MS = 86_400_000;

export interface Reporting {
  readonly platform: string;
  readonly store: Pick<Store, 'remember' | 'recall'>;
  readonly outbox: Pick<Outbox, 'delivery' | 'tell'>;
  readonly dossier: () => Dossier;
  readonly team: TeamDirectory;
  readonly progress: (seq: number) => Promise<Progress>;
  /** IANA name. */
  readonly timezone: string;
  /** Corrections whose last report is on its way or there; its own to fill. What is stored says the same after a restart. */
  readonly reported: Set<number>;
}

interface Reports {
  readonly planned: number;
  /** One of them may change within seconds. */
  readonly isLive: boolean;
}

export async function planReports(reporting: Reporting, now: number): Promise<Reports> {
  const { platform, dossier, reported } = reporting;
  const reports: Reports[] = [];
  for (const revision of dossier().revisionsAfter(0)) {
    const isWatched = isCorrection(revision) && revision.recordedAt >= now - WATCHED_FOR_MS;
    if (!isWatched || platformOf(revision.author) !== platform || reported.has(revision.seq)) continue;
    reports.push(await planReport(revision, reporting, now));
  }
  return {
    planned: reports.reduce((sum, { planned }) => sum + planned, 0),
    isLive: reports.some(({ isLive }) => isLive),
  };
}

async function planReport({ seq, author, recordedAt }: Revision, reporting: Reporting, now: number): Promise<Reports> {
  const { outbox, store, team, progress, timezone, reported } = reporting;
  const last = await lastReport(seq, reporting);
  const was = last && contentOf(last);
  if (was?.isFinished && (last?.state === 'sent' || isLost(last))) {
    reported.add(seq);
    return { planned: 0, isLive: false };
  }
  const place = await team.placeOf(author);
  if (place === undefined) return { planned: 0, isLive: false };
  const current = await progress(seq);
  const { coverage, isFinished } = current;
  const isLive = !isFinished && now - recordedAt < LIVE_FOR_MS;
  const content = encodeContent({
    kind: 'coverage',
    timezone,
    ...current,
    ...(isUnserved(current, recordedAt, now) && { isUnserved: true }),
  });
  // Until the messages that showed it were looked for there is nothing to tell, and where none did, that is told once.
  const isNothing = coverage.messages === 0 && !isFinished && last === undefined;
  // What can no longer be edited is not sent anew at each step: the last word alone is.
  const isUseless = isLost(last) && !isFinished;
  if (isNothing || isUseless || (last?.content === content && !isLost(last))) return { planned: 0, isLive };
  if (isUnderWay(last)) return { planned: 0, isLive: true };
  const delivery: NewDelivery = {
    subscription: subscriptionOf(seq),
    place,
    lane: LANES.coverage,
    kind: 'coverage',
    slot: (last?.slot ?? 0) + 1,
    content,
    state: 'pending',
    // Before the corrections that it tells of.
    dueAt: Math.min(now, recordedAt),
    expiresAt: now + REPORT_FOR_MS,
    message: isLost(last) ? null : (last?.message ?? null),
    reason: null,
  };
  const isPlanned = await outbox.tell(delivery, last);
  await store.remember(lastKey(seq), String(delivery.slot));
  return { planned: isPlanned ? 1 : 0, isLive: isLive || !isPlanned };
}

/** What is kept under the name is where to begin to look: a crash may have come between a report and that. */
async function lastReport(seq: number, { store, outbox }: Reporting): Promise<Delivery | undefined> {
  const at = (slot: number) =>
    outbox.delivery(deliveryId({ subscription: subscriptionOf(seq), kind: 'coverage', slot }));
  let slot = Number((await store.recall(lastKey(seq))) ?? 0);
  let last = slot === 0 ? undefined : await at(slot);
  for (;;) {
    slot += 1;
    const next = await at(slot);
    if (next === undefined) return last;
    last = next;
  }
}

/** It is with the platform, or may have been: what becomes of it decides whether there is a message to edit. */
function isUnderWay(last: Delivery | undefined): boolean {
  if (last?.state === 'attempting') return true;
  return last?.state === 'pending' && last.attemptedAt !== null && last.message === null;
}

/** It is not known which message to edit: it may not have arrived, or is deleted, or nobody can be written to there. */
function isLost(last: Delivery | undefined): boolean {
  return last?.state === 'unknown' || last?.state === 'dead' || (last?.state === 'sent' && last.message === null);
}

function contentOf({ content }: Delivery) {
  const decoded = decodeContent(content);
  return decoded.kind === 'coverage' ? decoded : undefined;
}

/** Of no subscription of a channel: the reports of one correction. */
function subscriptionOf(seq: number): string {
  return `coverage:${seq}`;
}

function lastKey(seq: number): string {
  return `reported:${seq}`;
}
