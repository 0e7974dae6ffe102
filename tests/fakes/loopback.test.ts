/** The server under both fakes: what becomes of a request that meets a fault, and of the log. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, type Loopback, type LoopbackOptions, startLoopback } from './loopback.ts';

let loopback: Loopback;
let processed: string[];
let crashes: unknown[];
let onProcessed: () => void;

async function start(options?: LoopbackOptions): Promise<void> {
  processed = [];
  onProcessed = () => undefined;
  crashes = [];
  loopback = await startLoopback(
    async ({ path }) => {
      processed.push(path);
      onProcessed();
      return { status: 200, body: { said: 'yes'.repeat(50) } };
    },
    (error) => void crashes.push(error),
    options,
  );
}

beforeEach(() => start());
afterEach(() => loopback.close());

const ask = (path = '/a', ms = 30_000): Promise<Response> =>
  fetch(`http://127.0.0.1:${loopback.port}${path}`, { signal: AbortSignal.timeout(ms) });
const everything = (): boolean => true;

/** What a client sees: how far it comes, and with which error. */
async function seen(ms?: number): Promise<string> {
  try {
    const response = await ask('/a', ms);
    return await response.json().then(
      () => `${response.status}`,
      (error: unknown) => `${response.status}, then ${error instanceof Error ? error.name : ''}`,
    );
  } catch (error) {
    return error instanceof Error ? error.name : '';
  }
}

describe('faults', () => {
  test.each<readonly [fault: Fault, isProcessed: boolean, seen: string]>([
    ['hang', false, 'TimeoutError'],
    ['cut', false, 'TypeError'],
    ['hang-after', true, 'TimeoutError'],
    ['cut-after', true, 'TypeError'],
    ['hang-body', true, '200, then TimeoutError'],
    ['cut-body', true, '200, then TypeError'],
    [{ status: 503, body: {} }, false, '503'],
    [{ status: 502, page: '<html></html>' }, false, '502, then SyntaxError'],
    [{ delayMs: 20 }, true, '200'],
    [{ delayMs: 2000 }, true, 'TimeoutError'],
  ])('%j: processed %s, seen as %s', async (fault, isProcessed, what) => {
    loopback.controls.failNext(everything, fault);
    // Long enough for what is answered at all.
    expect(await seen(what.includes('TimeoutError') ? 500 : undefined)).toBe(what);
    expect(processed).toHaveLength(isProcessed ? 1 : 0);
    expect(await seen()).toBe('200');
  });

  test('some times; always, until it is undone; only where it matches; the earlier one first', async () => {
    const undo = loopback.controls.failAlways(({ path }) => path === '/a', { status: 500, body: {} });
    loopback.controls.failNext(everything, { status: 418, body: {} }, 2);
    const statuses: number[] = [];
    for (const path of ['/a', '/b', '/a', '/b', '/b']) statuses.push((await ask(path)).status);
    undo();
    statuses.push((await ask('/a')).status);
    expect(statuses).toEqual([500, 418, 500, 418, 200, 200]);
    expect(loopback.controls.answered(500)).toBe(2);
    expect(loopback.controls.answered(200)).toBe(2);
  });

  test('a delay is waited for after the request was processed', async () => {
    loopback.controls.failNext(everything, { delayMs: 100 });
    const order: string[] = [];
    // A shorter timer, which begins when the request is processed, ends first: however busy the machine is.
    onProcessed = () => void sleep(50).then(() => order.push('meanwhile'));
    await ask();
    expect([...order, 'answered']).toEqual(['meanwhile', 'answered']);
  });
});

test('a client that goes away while it is still sending is no crash of the fake', async () => {
  const stop = new AbortController();
  const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{"half":')) });
  const url = `http://127.0.0.1:${loopback.port}/a`;
  const sent = fetch(url, { method: 'POST', body, duplex: 'half', signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  await expect(sent).rejects.toThrow('aborted');
  await sleep(50);
  expect([processed, crashes]).toEqual([[], []]);
  expect((await ask()).status).toBe(200);
});

describe('options', () => {
  test('latency for all', async () => {
    await loopback.close();
    await start({ delayMs: () => 60 });
    const order: string[] = [];
    const early = sleep(30).then(() => order.push('early'));
    await Promise.all([early, ask().then(() => order.push('answered'))]);
    expect(order).toEqual(['early', 'answered']);
  });

  test('no log, but a count', async () => {
    await loopback.close();
    await start({ keepRequests: false });
    await Promise.all([ask(), ask('/b')]);
    expect(loopback.requests).toEqual([]);
    expect(loopback.controls.requestCount()).toBe(2);
  });
});
