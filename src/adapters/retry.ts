/** Keeps a connection up: one session after another, with growing pauses while the platform is down, until told to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Milliseconds to wait before try number `attempt` + 1; `attempt` counts the failures in a row, from 1. */
export type Backoff = (attempt: number) => number;

const FIRST_PAUSE_MS = 1000;
/** Discord allows 1,000 identifications a day and resets the token beyond them: a pause of 2 minutes stays below. */
const LONGEST_PAUSE_MS = 120_000;

/** Doubles from one second to two minutes; up to half of it is taken off at random, so that bots do not come back in step. */
export const growingPauses: Backoff = (attempt) =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (1 - Math.random() / 2);

/** Resolves after `ms`, or at once when `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await Promise.race([sleep(ms, undefined, { ref: false }), aborted(signal)]);
}

/** Resolves when `signal` aborts, also where it did before. */
export function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  else signal.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}

/**
 * Runs `session` until `signal` aborts. A session that rejects is started again after a pause, unless `giveUp` makes an
 * error of it, with which this rejects. `session` calls `connected` once it is up: then pauses begin small again.
 */
export async function keepConnected(options: {
  readonly platform: string;
  readonly session: (signal: AbortSignal, connected: () => void) => Promise<void>;
  readonly giveUp: (error: unknown) => Error | undefined;
  /** One line without secrets: what failed. */
  readonly describe: (error: unknown) => string;
  readonly backoff: Backoff;
  readonly log: Logger;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { platform, session, giveUp, describe, backoff, log, signal } = options;
  let failures = 0;
  while (!signal.aborted) {
    // A signal of each session's own, so that nothing it leaves listening outlives it.
    const ended = new AbortController();
    const stop = AbortSignal.any([signal, ended.signal]);
    try {
      await session(stop, () => {
        failures = 0;
      });
    } catch (error) {
      if (signal.aborted) {
        log.info({ platform, reason: describe(error) }, `${platform} failed while it was being left`);
        return;
      }
      const fatal = giveUp(error);
      if (fatal) throw fatal;
      failures += 1;
      const wait = Math.round(backoff(failures));
      const reason = describe(error);
      const next = new Date(Date.now() + wait).toISOString();
      log.warn(
        { platform, attempt: failures, reason, retryInMs: wait },
        `${platform} is not connected (${reason}); trying again in ${(wait / 1000).toFixed(1)} s, at ${next}`,
      );
      await pause(wait, stop);
    } finally {
      ended.abort();
    }
  }
}
