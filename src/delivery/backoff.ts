/** How long to wait before another attempt. */

const FIRST_PAUSE_MS = 1000;
export const LONGEST_PAUSE_MS = 300_000;

/** Doubles from one second to five minutes; up to half of it is taken off at random. `attempts` counts from 1. */
export function backoff(attempts: number, random: number): number {
  return Math.round(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (Math.max(1, attempts) - 1)) * (1 - random / 2));
}
