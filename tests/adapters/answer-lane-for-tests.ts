/** The lane of a platform that allows as much as anybody asks for, until it asks to wait. */
import { createAnswerLane } from '../../src/delivery/answer-lane.ts';
import { createPacer } from '../../src/delivery/pacing.ts';
import { platformNow } from '../fakes/platform-clock.ts';

export function answerLaneForTests() {
  const limits = { perSecond: 100_000, perChat: () => [], dedupeMs: 0, refusalsPer10Minutes: undefined };
  return createAnswerLane(createPacer(limits), platformNow);
}
