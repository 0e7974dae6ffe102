/** Messages and edits that answer somebody leave when it is their turn; who waits for long sees that. */
import type { AnswerLane } from '../../../core/ports/answer-lane.ts';
import { inTime, pause } from '../../waiting.ts';
import { askedToWait, classifyError } from '../errors.ts';

/** Milliseconds after which a person wonders whether the question came through. */
const WAITS_LONG_MS = 3000;
/** "typing" is shown for 5 s at most: core.telegram.org/bots/api#sendchataction */
const SHOW_EVERY_MS = 5000;
/** Milliseconds before a second try where the first one failed on the way. */
const RETRY_AFTER_MS = 1000;

export interface Turn {
  readonly lane: AnswerLane;
  readonly signal: AbortSignal;
  readonly place: string;
  /** When the person will not wait any more, by the lane's clock. */
  readonly until: number;
  /** Called while the person waits for long, every few seconds. `isWaiting` tells later whether that is still so. */
  readonly showWaiting: (isWaiting: () => boolean) => void;
}

/**
 * Resolves to whether `call` was made in time. Tries again when Telegram asked to wait, and once where it could not be
 * reached or failed. It may have taken the first try after all: an answer that is there twice does less harm than none.
 * Rejects with what `call` rejects with.
 */
export async function inTurn(turn: Turn, call: () => Promise<unknown>): Promise<boolean> {
  const { lane, signal, place } = turn;
  for (let failed = 0; await comes(turn); ) {
    try {
      await call();
      return true;
    } catch (error) {
      const ms = askedToWait(error);
      if (ms !== undefined) lane.throttled(place, ms);
      else if (failed > 0 || classifyError(error) !== 'platform down') throw error;
      else {
        failed += 1;
        await pause(RETRY_AFTER_MS, signal);
      }
    }
  }
  return false;
}

/** Where the bot is stopped it stays open, as the turn does: the question is not handled, and comes again. */
async function comes({ lane, signal, place, until, showWaiting }: Turn): Promise<boolean> {
  const turn = lane.turn(place, until);
  let isWaiting = true;
  for (let ms = WAITS_LONG_MS; !signal.aborted; ms = SHOW_EVERY_MS) {
    const mayLeave = await inTime(turn, ms);
    if (mayLeave !== 'late') {
      isWaiting = false;
      return mayLeave;
    }
    showWaiting(() => isWaiting && !signal.aborted);
  }
  return turn;
}
