/** Scripted faults: what befalls a request that matches, once, some times, or until it is undone. */
import type { ServerResponse } from 'node:http';
import type { LoggedRequest } from './loopback.ts';

type HeaderFields = Readonly<Record<string, string>>;

/**
 * `body` undefined means none at all: no content and no content type, as discord.js needs of a 204.
 * `page` is sent instead of a body, as HTML.
 */
export type LoopbackAnswer = {
  readonly status: number;
  readonly body?: unknown;
  readonly page?: string;
  readonly headers?: HeaderFields;
};

/** Processed at once, answered `delayMs` later. */
type Delay = { readonly delayMs: number };

/**
 * What befalls a request. Not processed: an answer of choice instead, 'hang' (silence), 'cut' (connection cut).
 * Processed, then: 'hang-after' and 'cut-after' without a byte of answer; 'hang-body' and 'cut-body' after the headers
 * and half of the body; a delay.
 */
export type Fault = LoopbackAnswer | Delay | 'hang' | 'cut' | 'hang-after' | 'cut-after' | 'hang-body' | 'cut-body';
export type RequestMatcher = (request: LoggedRequest) => boolean;

export type Faults = {
  /** The next `times` requests that match meet the fault. */
  readonly failNext: (matches: RequestMatcher, fault: Fault, times?: number) => void;
  /** Every request that matches meets the fault, until the returned function is called. Earlier faults go first. */
  readonly failAlways: (matches: RequestMatcher, fault: Fault) => () => void;
  readonly take: (request: LoggedRequest) => Fault | undefined;
};

export function createFaults(): Faults {
  const scripted = new Set<{ readonly matches: RequestMatcher; readonly fault: Fault; left: number }>();
  return {
    failNext: (matches, fault, times = 1) => void scripted.add({ matches, fault, left: times }),
    failAlways(matches, fault) {
      const entry = { matches, fault, left: Number.POSITIVE_INFINITY };
      scripted.add(entry);
      return () => void scripted.delete(entry);
    },
    take(request) {
      for (const entry of scripted) {
        if (!entry.matches(request)) continue;
        entry.left -= 1;
        if (entry.left <= 0) scripted.delete(entry);
        return entry.fault;
      }
      return undefined;
    },
  };
}

export const isDelay = (fault: Fault): fault is Delay => typeof fault === 'object' && 'delayMs' in fault;

/** Sends an answer as it is, or only its headers and the first half of its body. */
export function writeAnswer(response: ServerResponse, answer: LoopbackAnswer, part: 'all' | 'half' = 'all'): void {
  if (response.destroyed) return;
  const { status, body, page, headers = {} } = answer;
  if (body === undefined && page === undefined) {
    response.writeHead(status, headers);
    if (part === 'all') response.end();
    else response.flushHeaders();
    return;
  }
  const bytes = Buffer.from(page ?? JSON.stringify(body));
  const type = page === undefined ? 'application/json' : 'text/html';
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers });
  if (part === 'all') response.end(bytes);
  else response.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
}
