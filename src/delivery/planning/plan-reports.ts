/** Reports of how far a correction came: one message to whoever made it, edited until it is finished. */

import type { Dossier } from '../../core/dossier/dossier.ts';
import { isCorrection, type Revision } from '../../core/dossier/revision.ts';
import { decodeContent, encodeContent } from '../../core/messages/content.ts';
import { isUnserved, type Progress } from '../../core/messages/coverage.ts';
import { type Delivery, type DeliveryKey, newDelivery } from '../../core/messages/delivery.ts';
import { report } from '../../core/messages/kinds/report.ts';
import type { Outbox } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import { platformOf } from '../../core/subscriptions/subscription.ts';
import type { TeamDirectory } from '../team.ts';

/** Corrections are given up after seven days; for so long they are reported on. */
const WATCHED_FOR_MS = 8 * 86_400_000;
/** For so long after it was published a report is looked at every few seconds, not only each minute. */
const LIVE_FOR_MS = 10 * 60_000;

export interface Reporting {
  readonly platform: string;
  readonly store: Pick<Store, 'remember' | 'recall'>;
  readonly outbox: Pick<Outbox, 'find' | 'queueForPerson'>;
  readonly dossier: () => Dossier;
  readonly team: TeamDirectory;
  readonly progress: (seq: number) => Promise<Progress>;
  /** IANA name. */
  readonly timezone: string;
  /**
   * Corrections whose last report is on its way or there; its own to fill. What is stored says the same after a
   * restart.
   */
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

async function planReport(revision: Revision, reporting: Reporting, now: number): Promise<Reports> {
  const { seq, author, recordedAt } = revision;
  const { outbox, store, team, progress, timezone, reported } = reporting;
  const { last, number } = await lastReport(revision, reporting);
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
    kind: 'report',
    timezone,
    ...current,
    ...(isUnserved(current, recordedAt, now) && { isUnserved: true }),
  });
  // Until the messages that showed it were looked for there is nothing to tell, and where none did, that is told once.
  const isNothing = coverage.messages === 0 && !isFinished && last === undefined;
  // What can no longer be edited is not sent anew each time something changes: the last word alone is.
  const isUseless = isLost(last) && !isFinished;
  if (isNothing || isUseless || (last?.content === content && !isLost(last))) return { planned: 0, isLive };
  if (isUnderWay(last)) return { planned: 0, isLive: true };
  const delivery = newDelivery({
    ...keyOf(revision, number + 1),
    place,
    content,
    // Before the corrections that it tells of.
    dueAt: Math.min(now, recordedAt),
    expiresAt: now + report.lifetimeMs,
    message: isLost(last) ? null : (last?.message ?? null),
  });
  const isPlanned = await outbox.queueForPerson(delivery, last);
  await store.remember(lastKey(seq), String(number + 1));
  return { planned: isPlanned ? 1 : 0, isLive: isLive || !isPlanned };
}

/**
 * With its number; 0 where there is none. What is kept under the name is where to begin to look: a crash may have come
 * between.
 */
async function lastReport(
  revision: Revision,
  { store, outbox }: Reporting,
): Promise<{ readonly last: Delivery | undefined; readonly number: number }> {
  let number = Number((await store.recall(lastKey(revision.seq))) ?? 0);
  let last = number === 0 ? undefined : await outbox.find(keyOf(revision, number));
  for (;;) {
    const next = await outbox.find(keyOf(revision, number + 1));
    if (next === undefined) return { last, number };
    last = next;
    number += 1;
  }
}

function keyOf({ seq, author }: Revision, number: number): DeliveryKey {
  return { kind: 'report', audience: author, about: report.about(number), position: seq, repeat: 0 };
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
  return decoded.kind === 'report' ? decoded : undefined;
}

function lastKey(seq: number): string {
  return `reported:${seq}`;
}
