/** Listening on SQLite, where no other process can say that it has appended: by looking. */
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between looks. A look costs microseconds. */
const LOOK_EVERY_MS = 2000;

/**
 * Asks for the end of the ledger until `closing` aborts, and calls `notify` when it has moved, and after a failure:
 * whoever reads then meets it and says so.
 */
export async function pollLedger(head: () => Promise<number>, notify: () => void, closing: AbortSignal): Promise<void> {
  let known: number | undefined;
  for (;;) {
    await setTimeout(LOOK_EVERY_MS, undefined, { signal: closing, ref: false }).catch(() => undefined);
    if (closing.aborted) return;
    const found = await head().catch(() => undefined);
    if (found === undefined || found !== known) notify();
    known = found;
  }
}
