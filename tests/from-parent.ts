/** What a process that a test starts has of this one's environment, and no more: nothing of ours may configure it. */

/** NODE_COMPILE_CACHE halves the time that Truceline takes to start; undefined outside of vitest. */
export const fromParent = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
} as const;
