/** Leadership on PostgreSQL: an advisory lock of a session, which the server takes back when the session ends. */
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { BecomeLeader, Leadership } from '../leadership.ts';
import { openSession, type Session } from './session.ts';

/** How often to ask for a lock that another process has, or for a server that is away, in ms. */
const ASK_EVERY_MS = 2000;

export function createPostgresLeader(url: string): BecomeLeader {
  return async (platform, waiting) => {
    for (;;) {
      // Unreachable for now: whoever reads or writes meets the same failure and says so.
      const session = await openSession(url).catch(() => undefined);
      if (session !== undefined) {
        const isWon = await win(session, platform, waiting).catch(() => false);
        if (isWon && !waiting.aborted) return hold(session);
        await session.end().catch(() => undefined);
      }
      waiting.throwIfAborted();
      await pause(waiting);
    }
  };
}

/** Asks until the lock is won; resolves to false where `waiting` aborts before. Rejects where the session ends. */
async function win(session: Session, platform: string, waiting: AbortSignal): Promise<boolean> {
  while (!waiting.aborted) {
    const [row] = await session.query('select pg_try_advisory_lock($1::bigint) as won', [lockKey(platform)]);
    if (row?.['won'] === true) return true;
    await pause(waiting);
  }
  return false;
}

function hold(session: Session): Leadership {
  const lost = new AbortController();
  let isOver = false;
  const release = async () => {
    isOver = true;
    await session.end().catch(() => undefined);
  };
  const lose = () => {
    if (!isOver) lost.abort(new Error('The database connection that leadership hangs on has ended'));
  };
  if (session.ended.aborted) lose();
  else session.ended.addEventListener('abort', lose, { once: true });
  // The former leader may be cut off from the database and still be sending: leases decide.
  return { isAlone: false, lost: lost.signal, release };
}

/** A number for the platform's name: advisory locks are numbers, of the one database. */
function lockKey(platform: string): string {
  return createHash('sha256').update(`truceline lead ${platform}`).digest().readBigInt64BE(0).toString();
}

/** Ends early, and quietly, when `waiting` aborts. Keeps the process: with the server away it may be all there is. */
async function pause(waiting: AbortSignal): Promise<void> {
  await setTimeout(ASK_EVERY_MS, undefined, { signal: waiting }).catch(() => undefined);
}
