/** Environments in which every Node process has a moved clock. */

const IMPORT = `--import=${new URL('./preload.ts', import.meta.url).href}`;

/**
 * For a command and all that it starts. `at` as ISO 8601 with its offset, `zone` an IANA name. Timers and programs
 * other than Node keep their clock: under libfaketime PostgreSQL ends no idle session.
 */
export function movedTo(at: string, zone: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TZ: zone,
    CLOCK_MOVED_TO: at,
    CLOCK_MOVED_BY_MS: String(Date.parse(at) - Date.now()),
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${IMPORT}`,
  };
}

/** For a process whose clock is to be `ms` milliseconds ahead of this one's. */
export function aheadBy(ms: number) {
  const own = Number(process.env['CLOCK_MOVED_BY_MS'] ?? 0);
  return { CLOCK_MOVED_BY_MS: String(own + ms), NODE_OPTIONS: IMPORT };
}
