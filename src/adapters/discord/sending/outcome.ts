/** What became of a call that pushes something: errors of discord.js as data for the outbox. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendOutcome } from '../../../core/ports/messenger.ts';
import { shorten } from '../../shorten.ts';
import { type CodeMeaning, meaningOfCode } from '../error-codes.ts';
import { codeOf, describeError } from '../errors.ts';

/** UTF-16 units of a reason: it is stored with every delivery. */
const MAX_REASON = 300;

/** No chat on Discord moves. */
export type Failed = Exclude<SendOutcome, { readonly kind: 'sent' | 'moved' }>;
type Meaning = Exclude<CodeMeaning, 'expired'>;

/** Where the code says nothing. */
const MEANING_OF_STATUS: ReadonlyMap<number, Meaning> = new Map([
  [401, 'stop'],
  [403, 'refused'],
]);

/** Codes of Node and undici for a connection that was never made: nothing can have reached Discord. */
const NOT_SENT: readonly RegExp[] = [
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EMFILE|UND_ERR_CONNECT_TIMEOUT)$/u,
  /^(?:ERR_SSL_\w+|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/u,
];
/** Those that are said of a connection being made as well as of one that was there: the system call tells. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo']);
/** Node's words for a connection that ended during the handshake. */
const NO_TLS = /before secure TLS connection was established/u;
/** @discordjs/rest forgets a token that was refused once, and then says this without asking Discord again. */
const NO_TOKEN = /^Expected token to be set/u;

/** Never throws. `unknown` where no answer came, or one that is cut off or cannot be read, and where we have a bug. */
export function readOutcome(error: unknown): Failed {
  const reason = shorten(describeError(error).replaceAll(/\s+/gu, ' '), MAX_REASON);
  if (error instanceof RateLimitError) {
    // A limit within a limit has its own wait beside that of the bucket.
    const waitMs = Math.max(0, error.timeToReset, error.sublimitTimeout);
    return { kind: 'retry', reason, waitMs, scope: error.global ? 'platform' : 'chat' };
  }
  if (error instanceof DiscordAPIError) return outcome(meaningOf(error), reason);
  if (error instanceof HTTPError) return outcome('unknown', reason);
  if (!(error instanceof Error)) return outcome('unknown', reason);
  if (NO_TOKEN.test(error.message)) return outcome('stop', reason);
  return outcome(wasNotSent(error) ? 'retry all' : 'unknown', reason);
}

function meaningOf({ code, status }: DiscordAPIError): Meaning {
  const known = meaningOfCode(code);
  // Said of interactions alone, which are not pushed.
  if (known === 'expired') return 'rejected';
  if (known !== undefined) return known;
  // Not Discord's, but of the proxy in front of it.
  if (status === 403 && code === undefined) return 'retry all';
  return MEANING_OF_STATUS.get(status) ?? 'rejected';
}

function outcome(meaning: Meaning, reason: string): Failed {
  if (meaning === 'retry this chat') return { kind: 'retry', reason, scope: 'chat' };
  if (meaning === 'retry all') return { kind: 'retry', reason, scope: 'platform' };
  return { kind: meaning, reason };
}

function wasNotSent(error: Error): boolean {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every((one) => one instanceof Error && wasNotSent(one));
  const isOnTheWay = 'syscall' in error && BEFORE_SENDING.has(error.syscall);
  return isOnTheWay || NOT_SENT.some((known) => known.test(codeOf(error))) || NO_TLS.test(error.message);
}
