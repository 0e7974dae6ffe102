/** Keeps a connection up: one session after another, with growing pauses while the platform is down. */
import type { Logger } from 'pino';
import { pause } from './waiting.ts';

/** Milliseconds to wait before try number `attempt` + 1; `attempt` counts the failures in a row, from 1. */
export type Backoff = (attempt: number) => number;

const FIRST_PAUSE_MS = 1000;
/** Discord allows 1,000 identifications a day and resets the token beyond them: a pause of 2 minutes stays below. */
const LONGEST_PAUSE_MS = 120_000;
/** A connection that does not hold this long counts as one more failure: or it would be made anew every second. */
const STEADY_AFTER_MS = 60_000;

/**
 * Doubles from one second to two minutes, less up to half at random: bots must not all come back at the same moment.
 */
export const growingPauses: Backoff = (attempt) =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (1 - Math.random() / 2);

/**
 * Runs `session` until `signal` aborts. A session that rejects is started again after a pause. Where `giveUp` returns
 * an error, this rejects with it instead. `session` says when it is `connected`: where that held for a minute, the next
 * pause is a short one.
 */
export async function keepConnected(options: {
  readonly platform: string;
  readonly session: (signal: AbortSignal, connected: () => void) => Promise<void>;
  readonly giveUp: (error: unknown) => Error | undefined;
  /** One line without secrets: what failed. */
  readonly describe: (error: unknown) => string;
  /** The error without secrets, for the log. */
  readonly loggable: (error: unknown) => unknown;
  /** Milliseconds that the platform asked to wait for, if it did. */
  readonly askedToWait: (error: unknown) => number | undefined;
  readonly backoff: Backoff;
  readonly log: Logger;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { platform, session, giveUp, describe, loggable, askedToWait, backoff, log, signal } = options;
  let failures = 0;
  while (!signal.aborted) {
    // A signal of each session's own, so that nothing it leaves listening outlives it.
    const ended = new AbortController();
    // `AbortSignal.any`: told to stop, or this session is over.
    const stop = AbortSignal.any([signal, ended.signal]);
    let connectedAt: number | undefined;
    try {
      await session(stop, () => {
        connectedAt ??= performance.now();
      });
    } catch (error) {
      const reason = describe(error);
      if (signal.aborted) {
        log.info({ platform, reason }, `${platform} failed while it was being left`);
        return;
      }
      const fatal = giveUp(error);
      if (fatal) throw fatal;
      const wasSteady = connectedAt !== undefined && performance.now() - connectedAt > STEADY_AFTER_MS;
      failures = wasSteady ? 1 : failures + 1;
      const wait = Math.round(Math.max(backoff(failures), askedToWait(error) ?? 0));
      const next = new Date(Date.now() + wait).toISOString();
      log.warn(
        { platform, attempt: failures, reason, retryInMs: wait, err: loggable(error) },
        `${platform} is not connected (${reason}); trying again in ${(wait / 1000).toFixed(1)} s, at ${next}`,
      );
      await pause(wait, stop);
    } finally {
      ended.abort();
    }
  }
}
