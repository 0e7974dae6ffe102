/** What a process that a test starts has of this one's environment, and no more: nothing of ours may configure it. */

/** NODE_COMPILE_CACHE halves the time that Truceline takes to start; undefined outside of vitest. */
export const fromParent = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
  ...movedClock(),
} as const;

/** With the moved clock of `npm run at`: both sides of a test have to agree on the time. */
function movedClock() {
  const { CLOCK_MOVED_BY_MS, NODE_OPTIONS } = process.env;
  return CLOCK_MOVED_BY_MS === undefined ? {} : { CLOCK_MOVED_BY_MS, NODE_OPTIONS };
}
