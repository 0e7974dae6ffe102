/** Serves platforms until told to stop. Of several processes on one database, one at a time serves a platform. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ConfiguredPlatform } from './adapters/platform.ts';
import type { Engine } from './core/chat/run-command.ts';
import { createAnswerLane } from './delivery/answer-lane.ts';
import { createChatEvents } from './delivery/chat-events.ts';
import { deliver } from './delivery/deliver.ts';
import { createPacer } from './delivery/pacing.ts';
import type { TeamDirectory } from './delivery/team.ts';
import type { LiveDossier } from './live-dossier.ts';
import type { Leadership } from './storage/leadership.ts';
import type { OpenedStore } from './storage/opened-store.ts';

/** Milliseconds for sends under way once the bot is told to stop. The longest of them takes 8 s. */
const DRAIN_WITHIN_MS = 9000;

export interface Serving {
  readonly chat: Engine;
  readonly live: LiveDossier;
  readonly store: OpenedStore;
  readonly team: TeamDirectory;
  readonly log: Logger;
  /** The platforms whose messages a correction has to reach. */
  readonly watched: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Resolves once all platforms have ended. Where one cannot go on (a refused token), the others stop too and close
 * cleanly, and this rejects with its error.
 */
export async function serveAll(platforms: readonly ConfiguredPlatform[], parts: Serving): Promise<void> {
  const stop = new AbortController();
  // `AbortSignal.any`: the process's own signal, or a platform that cannot go on.
  const signal = AbortSignal.any([parts.signal, stop.signal]);
  const served = platforms.map(async (platform) => {
    try {
      await serve(platform, { ...parts, signal });
    } catch (error) {
      stop.abort();
      throw error;
    }
  });
  const failed = (await Promise.allSettled(served)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

/** Serves for as long as this process leads the platform, and again whenever it does. */
async function serve({ name, open }: ConfiguredPlatform, parts: Serving): Promise<void> {
  const { chat, store, log, signal } = parts;
  const service = await open();
  while (!signal.aborted) {
    const leadership = await unlessStopped(store.becomeLeader(name, signal), signal);
    if (leadership === undefined) return;
    const ended = new AbortController();
    // `AbortSignal.any`: told to stop, no longer the leader, or the connection has ended by itself.
    const stop = AbortSignal.any([signal, leadership.lost, ended.signal]);
    const drained = new AbortController();
    const messenger = service.createMessenger({ log, signal: drained.signal });
    const pacer = createPacer(messenger.limits);
    const lane = createAnswerLane(pacer, Date.now);
    stop.addEventListener('abort', () => setTimeout(() => drained.abort(), DRAIN_WITHIN_MS).unref(), { once: true });
    const sending = deliver({
      messenger,
      pacer,
      store,
      subscriptions: store.subscriptions,
      outbox: store.outbox,
      corrections: store.corrections,
      log,
      signal: stop,
      dossier: parts.live.current,
      onChange: parts.live.onChange,
      language: chat.language,
      staleAfterDays: chat.staleAfterDays,
      timezone: chat.timezone,
      team: parts.team,
      remindAfterDays: chat.posting.remindAfterDays,
      platforms: parts.watched,
      holder: randomUUID(),
      isAlone: leadership.isAlone,
      clock: Date.now,
      random: Math.random,
    });
    try {
      await service.connect({
        chat,
        log,
        signal: stop,
        lane,
        chats: createChatEvents({
          store,
          subscriptions: store.subscriptions,
          outbox: store.outbox,
          timezone: chat.timezone,
          clock: Date.now,
        }),
      });
      // A terminal whose input has ended is left for good; the others end only when they are told to.
      if (!leadership.lost.aborted) return;
      log.warn({ platform: name }, 'The lead was lost; waiting to take it again');
    } finally {
      ended.abort();
      lane.close();
      await sending;
      await leadership.release();
    }
  }
}

/** Undefined where the bot was stopped while it waited for its turn. */
async function unlessStopped(taking: Promise<Leadership>, signal: AbortSignal): Promise<Leadership | undefined> {
  try {
    return await taking;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
