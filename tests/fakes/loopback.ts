/** An HTTP server on 127.0.0.1 that keeps a log of its requests, can be taken down, and plays scripted faults. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type RequestBody, readRequestBody } from './request-body.ts';

/** `at` is milliseconds since the epoch; `path` has no query and is percent-decoded. */
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

/** `body` undefined means none at all: no content and no content type, as discord.js needs of a 204. */
export type LoopbackAnswer = { readonly status: number; readonly body?: unknown; readonly headers?: HeaderFields };
type HeaderFields = Readonly<Record<string, string>>;

/** What befalls a request instead of an answer: an error of choice, silence, or a cut connection. */
export type Fault = LoopbackAnswer | 'hang' | 'cut';
export type RequestMatcher = (request: LoggedRequest) => boolean;

export type Loopback = {
  readonly port: number;
  readonly requests: readonly LoggedRequest[];
  /** The next `times` requests that match meet the fault. */
  readonly failNext: (matches: RequestMatcher, fault: Fault, times?: number) => void;
  readonly onUpgrade: (listener: (request: IncomingMessage, socket: Socket, head: Buffer) => void) => void;
  /** From now on connections are refused (ECONNREFUSED) and the open ones are cut. */
  readonly down: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly up: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts listening on a free port of 127.0.0.1. An exception in `answer` becomes a 500 and is given to `onCrash`. */
export async function startLoopback(
  answer: (request: LoopbackRequest) => Promise<LoopbackAnswer>,
  onCrash: (error: unknown) => void,
): Promise<Loopback> {
  const requests: LoggedRequest[] = [];
  const sockets = new Set<Socket>();
  const faults: { matches: RequestMatcher; fault: Fault; left: number }[] = [];

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = Buffer.concat(await Array.fromAsync(incoming, (chunk: Buffer) => chunk));
    const parsed = await readRequestBody(bytes, incoming.headers['content-type'] ?? '');
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const logged: LoggedRequest = {
      method: incoming.method ?? 'GET',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      body: parsed.fields,
      at: Date.now(),
    };
    requests.push(logged);
    const scripted = faults.find((entry) => entry.left > 0 && entry.matches(logged));
    if (scripted !== undefined) {
      scripted.left -= 1;
      if (scripted.fault === 'cut') incoming.socket.destroy();
      if (typeof scripted.fault === 'object') write(response, scripted.fault);
      return;
    }
    const onGone = (listener: () => void): void => void response.on('close', listener);
    write(response, await answer({ ...logged, authorization: incoming.headers.authorization ?? '', parsed, onGone }));
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      onCrash(error);
      if (!response.headersSent) write(response, { status: 500, body: { message: String(error) } });
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
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback server has no port');
  const { port } = address;
  return {
    port,
    requests,
    failNext: (matches, fault, times = 1) => void faults.push({ matches, fault, left: times }),
    onUpgrade: (listener) =>
      void server.on('upgrade', (request, socket, head) => {
        listener(request, request.socket, head);
        socket.on('error', () => undefined);
      }),
    down,
    up: () => listen(port),
    close: down,
  };
}

function write(response: ServerResponse, { status, body, headers = {} }: LoopbackAnswer): void {
  if (response.destroyed) return;
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
