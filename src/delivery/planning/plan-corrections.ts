/** From corrections in the ledger to queued edits: every message of one platform that showed what was corrected, or may have. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Logger } from 'pino';
import { correctionSteps, type RevisionStep, reachesBack } from '../../core/changes/revision-steps.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { isDone } from '../../core/messages/coverage.ts';
import { type Delivery, decodeContent, encodeContent, LANES, type NewDelivery } from '../../core/messages/delivery.ts';
import type { Outbox, Rendering } from '../../core/ports/outbox.ts';
import type { Store } from '../../core/ports/store.ts';
import { correctedKey } from '../progress.ts';

/** Messages read and planned at a time: memory stays bounded, a transaction short. */
const BATCH = 500;
/** A correction that could not be made for this long is given up, with the reason. */
const CORRECTION_FOR_MS = 7 * 86_400_000;
/**
 * For so long a correction is planned again at every occasion: a message that was on its way when it was planned first, sent by
 * this process or by one that has just lost the lead, is found then. Longer than an attempt can last.
 */
const SETTLES_MS = 60_000;
/** Renderings that are kept as composed: several times what half a year of digests in each time zone comes to. */
const MAX_COMPOSED = 20_000;
/** Corrections whose end is waited for, to be told in the log. */
const MAX_WATCHED = 50;

export interface Correcting {
  readonly platform: string;
  readonly store: Pick<Store, 'remember' | 'recall'>;
  readonly outbox: Pick<Outbox, 'renderingsBefore' | 'messagesOf' | 'correct' | 'coverage'>;
  readonly dossier: () => Dossier;
  /** Ids of the entries that it told of. */
  readonly shown: (rendering: Rendering) => readonly string[];
  /** When each correction was first planned by this process, by its place in the ledger, until its end is told; its own to fill. */
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
  let isSettled = true;
  const steps = correctionSteps(dossier).filter(({ seq }) => seq > from);
  for (const step of steps.toReversed()) {
    const { seq } = step;
    const since = plannedSince.get(seq) ?? now;
    plannedSince.set(seq, since);
    // What an entry is linked to is nothing that readers are told again.
    if (reachesBack(step)) planned += await planCorrection(step, correcting, now);
    isSettled &&= now - since >= SETTLES_MS;
    if (isSettled) await store.remember(key, String(seq));
  }
  await tellFinished(correcting, now);
  return planned;
}

async function planCorrection({ seq, id }: RevisionStep, correcting: Correcting, now: number): Promise<number> {
  const { platform, outbox, shown } = correcting;
  let planned = 0;
  for (const rendering of await outbox.renderingsBefore(platform, seq)) {
    // Composing takes a while, and there may be hundreds of them.
    await breathe();
    if (isBefore(rendering, id, correcting.dossier()) || !shown(rendering).includes(id)) continue;
    for (let after = ''; ; ) {
      const messages = await outbox.messagesOf(platform, rendering, { after, limit: BATCH });
      const corrections = messages.flatMap((message) => correctionOf(message, rendering, seq, now) ?? []);
      if (corrections.length > 0) planned += await outbox.correct(corrections);
      const last = messages.at(-1);
      if (last === undefined || messages.length < BATCH) break;
      after = last.id;
    }
  }
  return planned;
}

/** A notice of an earlier correction is made to read as corrected too; one that may not have arrived is left. */
function correctionOf(
  { id, subscription, place, content, state, message, slot }: Delivery,
  { head, at }: Rendering,
  seq: number,
  now: number,
): NewDelivery | undefined {
  const decoded = decodeContent(content);
  const isNotice = decoded.kind === 'correction';
  const sent = state === 'sent' ? message : null;
  if (isNotice && (sent === null || -slot >= seq)) return undefined;
  const { timezone } = decoded;
  return {
    subscription,
    place,
    lane: LANES.correction,
    kind: 'correction',
    slot: seq,
    of: id,
    content: isNotice
      ? content
      : encodeContent({ kind: 'correction', timezone, form: 'edit', original: content, head, at }),
    state: 'pending',
    dueAt: now,
    expiresAt: now + CORRECTION_FOR_MS,
    message: sent,
    reason: null,
  };
}

/** It was sent before there was such an entry. */
function isBefore({ head }: Rendering, id: string, dossier: Dossier): boolean {
  const [first] = dossier.history(id);
  return first !== undefined && head < first.seq;
}

/**
 * What a rendering told of is composed from the ledger as it was then, and never changes: composed once for all corrections and all
 * looks at them. What was composed longest ago is forgotten.
 */
export function composedOnce(shown: Correcting['shown']): Correcting['shown'] {
  const known = new Map<string, readonly string[]>();
  return (rendering) => {
    const key = `${rendering.head} ${rendering.at} ${rendering.content}`;
    const ids = known.get(key) ?? shown(rendering);
    known.set(key, ids);
    const [oldest] = known.size > MAX_COMPOSED ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return ids;
  };
}

/** One line in the log once a correction has reached all that it can reach. */
async function tellFinished({ plannedSince, outbox, log, platform }: Correcting, now: number): Promise<void> {
  for (const [seq, since] of [...plannedSince].slice(-MAX_WATCHED)) {
    if (now - since < SETTLES_MS) continue;
    const coverage = await outbox.coverage(seq);
    if (!isDone(coverage)) continue;
    plannedSince.delete(seq);
    if (coverage.messages > 0) log.info({ platform, ...coverage }, 'A correction has reached what was sent');
  }
}
