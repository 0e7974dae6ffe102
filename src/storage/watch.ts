/** Who is to be told when the ledger may have grown, and a way to find out by asking. */
import { setTimeout } from 'node:timers/promises';

export interface Watch {
  /** Calls `listener` whenever something may have been appended, also when nothing was. Returns what ends that. */
  readonly watch: (listener: () => void) => () => void;
  readonly tell: () => void;
}

export function createWatch(): Watch {
  const listeners = new Set<{ readonly call: () => void }>();
  return {
    watch(listener) {
      const one = { call: listener };
      listeners.add(one);
      return () => void listeners.delete(one);
    },
    tell() {
      for (const { call } of listeners) call();
    },
  };
}

/**
 * Asks for the end of the ledger every `everyMs` until `closing` aborts, and calls `tell` when it has moved. A failure tells
 * too: whoever reads then meets it and says so.
 */
export async function pollHead(
  head: () => Promise<number>,
  tell: () => void,
  everyMs: number,
  closing: AbortSignal,
): Promise<void> {
  let known: number | undefined;
  for (;;) {
    await setTimeout(everyMs, undefined, { signal: closing, ref: false }).catch(() => undefined);
    if (closing.aborted) return;
    const found = await head().catch(() => undefined);
    if (found === undefined || found !== known) tell();
    known = found;
  }
}
