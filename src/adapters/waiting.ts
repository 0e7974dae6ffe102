/** Waiting that ends in time and leaves no timer or listener behind. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after `ms`, or at once when `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** What `work` comes to, or `'aborted'` where `signal` aborts before; it then goes on. Leaves nothing listening. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | 'aborted'> {
  const { promise, resolve } = Promise.withResolvers<'aborted'>();
  const stop = () => resolve('aborted');
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([promise, work]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What `work` comes to, or `'late'` where that takes longer than `ms`; it then goes on. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | 'late'> {
  const over = new AbortController();
  const late = async () => {
    await pause(ms, over.signal);
    return 'late' as const;
  };
  try {
    return await Promise.race([work, late()]);
  } finally {
    over.abort();
  }
}
