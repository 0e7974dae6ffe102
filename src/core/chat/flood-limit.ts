/** The number of commands that one asker may give in a minute. In memory: a restart forgives. */

/** Milliseconds until the asker may ask again; 0 where the command is admitted (and counted). `now` is Unix time in ms. */
export type FloodLimit = (asker: string, now: number) => number;

const MINUTE = 60_000;
/** Askers are forgotten beyond this number, the longest silent first, so that memory stays bounded. */
const MAX_ASKERS = 10_000;

/** A sliding window of one minute for each asker. Refused commands do not count: who waits is let in. */
export function createFloodLimit(commandsPerMinute: number): FloodLimit {
  const times = new Map<string, readonly number[]>();
  return (asker, now) => {
    const recent = (times.get(asker) ?? []).filter((time) => time > now - MINUTE);
    const admitted = recent.length < commandsPerMinute;
    times.delete(asker);
    times.set(asker, admitted ? [...recent, now] : recent);
    if (times.size > MAX_ASKERS) {
      const [longestSilent] = times.keys();
      if (longestSilent !== undefined) times.delete(longestSilent);
    }
    return admitted ? 0 : (recent[0] ?? now) + MINUTE - now;
  };
}
