/** An HTTP server on 127.0.0.1 that keeps a log of its requests, can be taken down, and plays scripted faults. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFaults, type Fault, type Faults, isDelay, type LoopbackAnswer, writeAnswer } from './faults.ts';
import { platformNow } from './platform-clock.ts';
import { portOf } from './port-of.ts';
import { type RequestBody, readRequestBody } from './request-body.ts';

export type { Fault, LoopbackAnswer, RequestMatcher } from './faults.ts';

/** `at` is when it arrived, in milliseconds since the epoch; `path` has no query and is percent-decoded. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly at: number;
};

export type LoopbackRequest = LoggedRequest & {
  readonly authorization: string;
  readonly parsed: RequestBody;
  /** Fires when the client goes away before it was answered (an aborted long poll). */
  readonly onGone: (listener: () => void) => void;
};

export type LoopbackOptions = {
  /** False: `requests` stays empty, for benches; they are counted all the same. Default true. */
  readonly keepRequests?: boolean;
  /** Latency: every request is processed at once and answered so much later. Default 0. */
  readonly delayMs?: number | (() => number);
};

/** What both fakes hand on to the tests. */
export type LoopbackControls = Pick<Faults, 'failNext' | 'failAlways'> & {
  readonly requestCount: () => number;
  /** How many answers of this status were given, scripted ones too. */
  readonly answered: (status: number) => number;
  /** From now on connections are refused (ECONNREFUSED) and the open ones are cut. */
  readonly down: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly up: () => Promise<void>;
};

export type Loopback = {
  readonly port: number;
  readonly requests: readonly LoggedRequest[];
  readonly controls: LoopbackControls;
  readonly onUpgrade: (listener: (request: IncomingMessage, socket: Socket, head: Buffer) => void) => void;
  readonly close: () => Promise<void>;
};

/** How long a cut waits, so that what was written before it is on its way. */
const flushMs = 20;

/** Starts listening on a free port of 127.0.0.1. An exception in `answer` becomes a 500 and is given to `onCrash`. */
export async function startLoopback(
  answer: (request: LoopbackRequest) => Promise<LoopbackAnswer>,
  onCrash: (error: unknown) => void,
  { keepRequests = true, delayMs = 0 }: LoopbackOptions = {},
): Promise<Loopback> {
  const requests: LoggedRequest[] = [];
  const sockets = new Set<Socket>();
  const faults = createFaults();
  const statuses = new Map<number, number>();
  let seen = 0;
  const counted = (given: LoopbackAnswer): LoopbackAnswer => {
    statuses.set(given.status, (statuses.get(given.status) ?? 0) + 1);
    return given;
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = platformNow();
    const bytes = Buffer.concat(await Array.fromAsync(incoming, (chunk: Buffer) => chunk));
    const parsed = await readRequestBody(bytes, incoming.headers['content-type'] ?? '');
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const logged: LoggedRequest = {
      method: incoming.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      body: parsed.fields,
      at,
    };
    seen += 1;
    if (keepRequests) requests.push(logged);
    const fault = faults.take(logged);
    if (fault === 'hang') return;
    if (fault === 'cut') {
      incoming.socket.destroy();
      return;
    }
    if (typeof fault === 'object' && !isDelay(fault)) return writeAnswer(response, counted(fault));
    const onGone = (listener: () => void): void => void response.on('close', listener);
    const { authorization = '' } = incoming.headers;
    const answered = await answer({ ...logged, authorization, parsed, onGone });
    const latency = typeof delayMs === 'number' ? delayMs : delayMs();
    const wait = fault !== undefined && isDelay(fault) ? Math.max(latency, fault.delayMs) : latency;
    if (wait > 0) await sleep(wait);
    await deliver(response, counted(answered), fault);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      if (incoming.destroyed && !incoming.complete) return;
      onCrash(error);
      if (!response.headersSent) writeAnswer(response, counted({ status: 500, body: { message: String(error) } }));
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  const listen = (port: number): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
    return promise;
  };
  const down = (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
    return promise;
  };

  await listen(0);
  const port = portOf(server);
  return {
    port,
    requests,
    controls: {
      failNext: faults.failNext,
      failAlways: faults.failAlways,
      requestCount: () => seen,
      answered: (status) => statuses.get(status) ?? 0,
      down,
      up: () => listen(port),
    },
    onUpgrade: (listener) =>
      void server.on('upgrade', (request, socket, head) => {
        listener(request, request.socket, head);
        socket.on('error', () => undefined);
      }),
    close: down,
  };
}

/** The answer to a request that was processed, as far as the fault lets it through. */
async function deliver(response: ServerResponse, answer: LoopbackAnswer, fault: Fault | undefined): Promise<void> {
  if (fault === 'hang-after') return;
  const isHalf = fault === 'hang-body' || fault === 'cut-body';
  if (fault !== 'cut-after') writeAnswer(response, answer, isHalf ? 'half' : 'all');
  if (fault === 'cut-body') await sleep(flushMs);
  if (fault === 'cut-body' || fault === 'cut-after') response.socket?.destroy();
}
