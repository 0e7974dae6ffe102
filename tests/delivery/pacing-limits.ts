/** What the tests of pacing begin with: a moment, and the limits of a platform like Telegram. */
import type { MessengerLimits } from '../../src/core/ports/messenger.ts';

export const T0 = Date.UTC(2026, 10, 22);

export function limits(changes: Partial<MessengerLimits> = {}): MessengerLimits {
  return {
    perSecond: 30,
    perChat: () => [
      { count: 1, ms: 1000 },
      { count: 20, ms: 60_000 },
    ],
    dedupeMs: 0,
    refusalsPer10Minutes: undefined,
    ...changes,
  };
}
