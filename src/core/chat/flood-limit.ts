/** Limits how many commands one asker may give in a minute. The counts are in memory: a restart clears them. */

interface Refusal {
  /** Milliseconds until the asker may ask again. */
  readonly waitMs: number;
  /** False if the last command was refused too: then the asker knows already. */
  readonly isFirst: boolean;
}

/** Returns 0 if the command is admitted, and counts it. `now` is Unix time in ms. */
export type FloodLimit = (asker: string, now: number) => 0 | Refusal;

const MINUTE = 60_000;
/** Bounds the memory: beyond this number the asker who has been silent longest is forgotten. */
const MAX_ASKERS = 10_000;

/** A sliding window of one minute for each asker. Refused commands do not count, so waiting always helps. */
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
