/** The number of commands that one asker may give in a minute. In memory: a restart forgives. */

interface Refusal {
  /** Milliseconds until the asker may ask again. */
  readonly waitMs: number;
  /** False where the asker was refused before and has not been admitted since: it was said already. */
  readonly isFirst: boolean;
}

/** 0 where the command is admitted (and counted). `now` is Unix time in ms. */
export type FloodLimit = (asker: string, now: number) => 0 | Refusal;

const MINUTE = 60_000;
/** Askers are forgotten beyond this number, the longest silent first, so that memory stays bounded. */
const MAX_ASKERS = 10_000;

/** A sliding window of one minute for each asker. Refused commands do not count: who waits is let in. */
export function createFloodLimit(commandsPerMinute: number): FloodLimit {
  const askers = new Map<string, { readonly times: readonly number[]; readonly wasRefused: boolean }>();
  return (asker, now) => {
    const known = askers.get(asker);
    const recent = (known?.times ?? []).filter((time) => time > now - MINUTE);
    const admitted = recent.length < commandsPerMinute;
    askers.delete(asker);
    askers.set(asker, { times: admitted ? [...recent, now] : recent, wasRefused: !admitted });
    if (askers.size > MAX_ASKERS) {
      const [longestSilent] = askers.keys();
      if (longestSilent !== undefined) askers.delete(longestSilent);
    }
    return admitted ? 0 : { waitMs: (recent[0] ?? now) + MINUTE - now, isFirst: known?.wasRefused !== true };
  };
}
