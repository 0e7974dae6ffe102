/** From corrections in the ledger to queued edits of every message of one platform that showed what was corrected. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Logger } from 'pino';
import { concernsEarlierReaders, correctionSteps, type RevisionStep } from '../../core/changes/revision-steps.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { memoise } from '../../core/dossier/memoise.ts';
import { decodeContent, encodeContent } from '../../core/messages/content.ts';
import { isDone } from '../../core/messages/coverage.ts';
import { type Delivery, type NewDelivery, newDelivery } from '../../core/messages/delivery.ts';
import { correction } from '../../core/messages/kinds/correction.ts';
import { traitsOf } from '../../core/messages/kinds/index.ts';
import type { Corrections, Rendering } from '../../core/ports/corrections.ts';
import type { Store } from '../../core/ports/store.ts';
import { correctedKey } from '../progress.ts';

/** Messages read and planned at a time: memory stays bounded, a transaction short. */
const BATCH = 500;
/**
 * For so long a correction is planned again and again, to find messages that were being sent when it was first planned,
 * by this process or by a former leader. Longer than an attempt can last.
 */
const CATCH_UP_MS = 60_000;
/** Renderings kept in memory: several times the digests of half a year in every time zone. */
const MAX_COMPOSED = 20_000;
/** Corrections watched at a time, so that their end is logged. */
const MAX_WATCHED = 50;

export interface Correcting {
  readonly platform: string;
  readonly store: Pick<Store, 'remember' | 'recall'>;
  readonly corrections: Pick<Corrections, 'renderingsBefore' | 'messagesOf' | 'queue' | 'coverage'>;
  readonly dossier: () => Dossier;
  /** Ids of the entries that the message showed. */
  readonly shown: (rendering: Rendering) => readonly string[];
  /**
   * When each correction was first planned by this process, by its position in the ledger, until its end is logged;
   * its own to fill.
   */
  readonly plannedSince: Map<number, number>;
  readonly log: Logger;
}

/**
 * Remembers how far it came. Done twice (a crash in between) it queues nothing twice. At the very first start there is
 * nothing that was sent.
 */
export async function planCorrections(correcting: Correcting, now: number): Promise<number> {
  const { store, platform, plannedSince } = correcting;
  const dossier = correcting.dossier();
  const key = correctedKey(platform);
  const kept = await store.recall(key);
  if (kept === undefined) await store.remember(key, String(dossier.head));
  const from = Number(kept ?? dossier.head);
  let planned = 0;
  let isCaughtUp = true;
  const steps = correctionSteps(dossier).filter(({ seq }) => seq > from);
  for (const step of steps.toReversed()) {
    const { seq } = step;
    const since = plannedSince.get(seq) ?? now;
    plannedSince.set(seq, since);
    // Readers see nothing of a change of links.
    if (concernsEarlierReaders(step)) planned += await planCorrection(step, correcting, now);
    isCaughtUp &&= now - since >= CATCH_UP_MS;
    if (isCaughtUp) await store.remember(key, String(seq));
  }
  await logFinished(correcting, now);
  return planned;
}

async function planCorrection({ seq, id }: RevisionStep, correcting: Correcting, now: number): Promise<number> {
  const { platform, corrections, shown } = correcting;
  let planned = 0;
  for (const rendering of await corrections.renderingsBefore(platform, seq)) {
    // Composing takes a while, and there may be hundreds of them.
    await breathe();
    if (isBefore(rendering, id, correcting.dossier()) || !shown(rendering).includes(id)) continue;
    for (let after = ''; ; ) {
      const messages = await corrections.messagesOf(platform, rendering, { after, limit: BATCH });
      const found = messages.flatMap((message) => correctionOf(message, rendering, seq, now) ?? []);
      if (found.length > 0) planned += await corrections.queue(found);
      const last = messages.at(-1);
      if (last === undefined || messages.length < BATCH) break;
      after = last.id;
    }
  }
  return planned;
}

/** A notice of an earlier correction is made to read as corrected too; one that may not have arrived is left. */
function correctionOf(
  { id, kind, audience, place, content, state, message, position }: Delivery,
  { head, at }: Rendering,
  seq: number,
  now: number,
): NewDelivery | undefined {
  const sent = state === 'sent' ? message : null;
  const isNotice = traitsOf(kind).shows === 'corrections';
  if (isNotice && (sent === null || (position ?? 0) >= seq)) return undefined;
  const { timezone } = decodeContent(content);
  return newDelivery({
    kind: 'correction',
    audience,
    about: correction.about(id),
    position: seq,
    place,
    content: isNotice ? content : encodeContent({ kind: 'correction', timezone, original: content, head, at }),
    dueAt: now,
    expiresAt: now + correction.lifetimeMs,
    message: sent,
  });
}

/** Whether it was sent before the entry was published. */
function isBefore({ head }: Rendering, id: string, dossier: Dossier): boolean {
  const [first] = dossier.history(id);
  return first !== undefined && head < first.seq;
}

/**
 * A rendering is composed from the ledger as it was then, so the entries that it showed never change: they are worked
 * out once for all corrections. The oldest results are forgotten first.
 */
export function composedOnce(shown: Correcting['shown']): Correcting['shown'] {
  return memoise(shown, MAX_COMPOSED);
}

/** One line in the log once a correction has reached all that it can reach. */
async function logFinished({ plannedSince, corrections, log, platform }: Correcting, now: number): Promise<void> {
  for (const [seq, since] of [...plannedSince].slice(-MAX_WATCHED)) {
    if (now - since < CATCH_UP_MS) continue;
    const coverage = await corrections.coverage(seq);
    if (!isDone(coverage)) continue;
    plannedSince.delete(seq);
    if (coverage.messages > 0) log.info({ platform, ...coverage }, 'A correction has reached what was sent');
  }
}
