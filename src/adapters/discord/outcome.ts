/** What became of a call that pushes something: errors of discord.js as data for the outbox. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendOutcome } from '../../core/ports/messenger.ts';
import { shorten } from '../shorten.ts';
import { codeOf, describeError } from './errors.ts';

/** UTF-16 units of a reason: it is stored with every delivery. */
const MAX_REASON = 300;

/** No chat on Discord moves. */
export type Failed = Exclude<SendOutcome, { readonly kind: 'sent' | 'moved' }>;
type Meaning = Exclude<Failed['kind'], 'retry'> | 'retry this chat' | 'retry all';

/**
 * Discord's JSON error codes. Source: discord-api-docs, topics/opcodes-and-status-codes.mdx. A send that answers 10008 was
 * repeated within the window of its nonce, and the first message was deleted meanwhile: delivered, not to be sent again.
 */
export const MEANING_OF_CODE: ReadonlyMap<unknown, Meaning> = new Map([
  [10_003, 'gone'], // unknown channel
  [10_004, 'gone'], // unknown server
  [10_013, 'gone'], // unknown user
  [50_007, 'gone'], // takes no direct messages
  [50_033, 'gone'], // cannot be written to at all
  [50_278, 'gone'], // no server in common
  [50_001, 'refused'], // missing access: not in the server, or cannot see the channel
  [50_013, 'refused'], // missing permissions
  [50_008, 'refused'], // no text can be sent there: a forum
  [50_024, 'refused'], // not with this kind of channel
  [50_083, 'refused'], // archived thread
  [160_005, 'refused'], // locked thread
  [40_067, 'refused'], // a forum that demands a tag
  [30_003, 'refused'], // too many pins
  [10_008, 'message gone'],
  [50_005, 'message gone'], // written by somebody else
  [50_035, 'rejected'], // form body
  [50_006, 'rejected'], // empty
  [50_109, 'rejected'], // not JSON
  [40_005, 'rejected'], // too large
  [200_000, 'rejected'], // AutoMod
  [200_001, 'rejected'], // AutoMod, title
  [240_000, 'rejected'], // link filter
  [20_016, 'retry this chat'], // slowmode
  [20_028, 'retry this chat'], // write limit of the channel
  [20_029, 'retry this chat'], // write limit of the server
  [30_046, 'retry this chat'], // edits of old messages
  [40_003, 'retry all'], // opens direct messages too fast
  [40_006, 'retry all'], // switched off for now
  [40_001, 'stop'],
  [130_000, 'unknown'], // overloaded
]);

/** Where the code says nothing. */
const MEANING_OF_STATUS: ReadonlyMap<number, Meaning> = new Map([
  [401, 'stop'],
  [403, 'refused'],
]);

/** Codes of Node and undici for a connection that was never made: nothing can have reached Discord. */
const NOT_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EMFILE|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_\w+|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/u;
/** Those that are said of a connection being made as well as of one that was there: the system call tells. */
const BEFORE_SENDING: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo']);
/** Node's words for a connection that ended during the handshake. */
const NO_TLS = /before secure TLS connection was established/u;
/** @discordjs/rest forgets a token that was refused once, and then says this without asking Discord again. */
const NO_TOKEN = /^Expected token to be set/u;

/** Never throws. An answer that did not come, was cut off or cannot be read, and bugs, tell nothing of what was done. */
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
  const known = MEANING_OF_CODE.get(Number(code));
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
  return isOnTheWay || NOT_SENT.test(codeOf(error)) || NO_TLS.test(error.message);
}
