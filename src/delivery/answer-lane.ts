/** Answers to people leave before all that is pushed, in the order of the questions, as fast as the platform allows. */
import type { AnswerLane } from '../core/ports/answer-lane.ts';
import type { Pacer } from './pacing.ts';

/** Milliseconds for which people wait for an answer. */
const PATIENCE_MS = 60_000;

interface Waiting {
  readonly place: string;
  readonly until: number;
  readonly resolve: (mayLeave: boolean) => void;
}

/** `clock` gives Unix time in ms. */
export function createAnswerLane(
  pacer: Pick<Pacer, 'answer' | 'answersWait' | 'throttled'>,
  clock: () => number,
): AnswerLane & { /** Who waits gets no turn any more. */ readonly close: () => void } {
  let queue: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  /** Until then the platform takes nothing, whatever the chat. */
  let fullUntil = Number.NEGATIVE_INFINITY;

  /** All that may leave now leaves; the timer is set for the next. */
  const serve = (): void => {
    clearTimeout(timer);
    const now = clock();
    let nextMs = PATIENCE_MS;
    fullUntil = Number.NEGATIVE_INFINITY;
    queue = queue.filter(({ place, until, resolve }) => {
      if (now > until) {
        resolve(false);
        return false;
      }
      // Those behind have to wait for as long.
      if (fullUntil > now) return true;
      const { ms, isForAll } = pacer.answer(place, now);
      if (ms > 0) {
        if (!isForAll && now + ms > until) {
          resolve(false);
          return false;
        }
        nextMs = Math.min(nextMs, ms);
        if (isForAll) fullUntil = now + ms;
        return true;
      }
      resolve(true);
      return false;
    });
    pacer.answersWait(queue.length, now);
    if (queue.length > 0) timer = setTimeout(serve, nextMs);
  };
  return {
    patience: () => clock() + PATIENCE_MS,

    turn(place, until) {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      queue.push({ place, until, resolve });
      if (clock() >= fullUntil) serve();
      return promise;
    },

    throttled(place, waitMs) {
      pacer.throttled(place, 'chat', waitMs, clock());
    },

    close() {
      clearTimeout(timer);
      queue = [];
      pacer.answersWait(0, clock());
    },
  };
}
