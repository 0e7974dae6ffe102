/** What became of a call that pushes something: errors of grammY as data for the outbox. */
import { GrammyError, HttpError } from 'grammy';
import type { SendOutcome } from '../../../core/ports/messenger.ts';
import { readRefusal } from '../error-texts.ts';
import { askedToWait, describeError } from '../errors.ts';
import { placeId, readPlace } from '../place.ts';

/**
 * Errors with which nothing can have reached Telegram: the connection was not made. They match the code and the
 * system's words. "read" and "write" are said of a connection that was there.
 */
export const NOT_SENT: readonly RegExp[] = [
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|ENETDOWN)(?! (?:read|write) )/u,
  /^(?:EHOSTUNREACH|ETIMEDOUT|EADDRNOTAVAIL|EMFILE)(?! (?:read|write) )/u,
  /^(?:CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID)/u,
  /^(?:EPROTO|ERR_SSL_).*(?:wrong.version.number|alert.protocol.version|handshake.failure|unrecognized.name)/iu,
  /^ECONNRESET .*before secure TLS connection was established/u,
];

/** `place` is where it was to go, `message` the one to edit or pin. Never throws. */
export function readOutcome(error: unknown, place: string, message = ''): SendOutcome {
  const reason = describeError(error);
  if (error instanceof GrammyError) return readAnswer(error, reason, place, message);
  // An answer that did not come, was cut off or cannot be read, and bugs: they tell nothing of what was done.
  return wasNotSent(error) ? { kind: 'retry', reason, scope: 'platform' } : { kind: 'unknown', reason };
}

function readAnswer(error: GrammyError, reason: string, place: string, message: string): SendOutcome {
  const { error_code: code, description: words, parameters } = error;
  const movedTo = parameters.migrate_to_chat_id;
  if (movedTo !== undefined) return { kind: 'moved', place: placeId(movedTo, readPlace(place)?.topic), reason };
  switch (code) {
    case 401:
      return { kind: 'stop', reason };
    // Telegram says it of a token that has not even the form of one. A server of an older version says it of methods
    // that it does not know.
    case 404:
      return { kind: /method not found/iu.test(words) ? 'rejected' : 'stop', reason };
    case 409:
      return { kind: 'retry', reason, scope: 'platform' };
    case 429: {
      const waitMs = askedToWait(error);
      // Whether the chat or the bot is too fast is not said; the outbox sees how often it is.
      return { kind: 'retry', reason, scope: 'chat', ...(waitMs === undefined ? {} : { waitMs }) };
    }
    case 400:
    case 403:
      return readRefused(readRefusal({ code, words }), reason, message);
    default:
      return { kind: 'unknown', reason };
  }
}

function readRefused(refusal: ReturnType<typeof readRefusal>, reason: string, message: string): SendOutcome {
  switch (refusal) {
    case 'unchanged':
      return { kind: 'sent', message };
    // Said of presses alone, which are not pushed.
    case 'expired':
      return { kind: 'rejected', reason };
    case 'message gone':
    case 'gone':
    case 'refused':
    case 'rejected':
      return { kind: refusal, reason };
  }
}

function wasNotSent(error: unknown): boolean {
  const cause = error instanceof HttpError ? error.error : undefined;
  if (!(cause instanceof Error) || !('code' in cause)) return false;
  // node-fetch: "request to <address> failed, reason: <the system's words>".
  const words = cause.message.split('reason: ').at(-1) ?? '';
  const line = `${String(cause.code)} ${words}`;
  return NOT_SENT.some((known) => known.test(line));
}
