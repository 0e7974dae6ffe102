/** Listening on PostgreSQL: the server notifies when another process has appended. */
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { openSession } from './session.ts';

const CONNECT_AGAIN_AFTER_MS = 2000;

/** Calls `notify` for every notification on `channel`, and once after each connecting: until then it heard nothing. */
export async function listenTo(url: string, channel: string, notify: () => void, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    const session = await openSession(url, notify).catch(() => undefined);
    if (session !== undefined) {
      try {
        await session.query(`listen ${channel}`);
        notify();
        const over = AbortSignal.any([session.ended, closing]);
        if (!over.aborted) await once(over, 'abort');
      } catch {
        // The session ended while it was asked: connected anew below.
      }
      await session.end().catch(() => undefined);
    }
    await setTimeout(CONNECT_AGAIN_AFTER_MS, undefined, { signal: closing, ref: false }).catch(() => undefined);
  }
}
