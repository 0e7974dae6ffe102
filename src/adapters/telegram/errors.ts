/** What an error of grammY means: failures as data, and those that the bot cannot go on with. */
import { GrammyError, HttpError } from 'grammy';
import { TokenRefused } from '../token-refused.ts';
import { readRefusal } from './error-texts.ts';

export type Failure =
  | 'token refused'
  /** Another process asks for the updates of this bot. */
  | 'token in use'
  /** Cannot be reached, answers 5xx, or too slowly. */
  | 'platform down'
  /** The press was not answered in time. */
  | 'expired'
  /** The message already shows this. */
  | 'unchanged'
  /** The message or chat is no longer there. */
  | 'gone'
  /** The bot lacks a right there. */
  | 'refused'
  | 'rate limited'
  | 'bug';

export function classifyError(error: unknown): Failure {
  if (error instanceof HttpError) return 'platform down';
  if (!(error instanceof GrammyError)) return 'bug';
  switch (error.error_code) {
    case 401:
    // An address with a token that has not even the form of one is unknown to Telegram.
    case 404:
      return 'token refused';
    case 400:
    case 403:
      return classifyRefusal(error);
    case 409:
      return 'token in use';
    case 429:
      return 'rate limited';
    default:
      return error.error_code >= 500 ? 'platform down' : 'bug';
  }
}

function classifyRefusal({ error_code: code, description: words }: GrammyError): Failure {
  const refusal = readRefusal({ code, words });
  switch (refusal) {
    case 'expired':
    case 'unchanged':
    case 'gone':
    case 'refused':
      return refusal;
    case 'message gone':
      return 'gone';
    case 'rejected':
      return 'bug';
  }
}

/** The error to stop with, where trying again is of no use. */
export function giveUp(error: unknown): TokenRefused | undefined {
  // Not where another process uses the token (409): that ends when it stops, and Discord is answered meanwhile.
  if (classifyError(error) !== 'token refused') return undefined;
  return new TokenRefused(
    'Telegram refused TELEGRAM_TOKEN: copy the bot’s token again from @BotFather ' +
      '(and look at TELEGRAM_API_URL, if set)',
  );
}

/** What failed, in one line. Without addresses: Telegram's have the token in them. */
export function describeError(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return `${error.message} ${codeOf(error.error)}`.trim();
  return error instanceof Error ? error.message : typeof error;
}

/** The error as it can be logged: its words and its stack, and not the request that SDK errors carry. */
export function withoutRequest(error: unknown): unknown {
  if (!(error instanceof GrammyError || error instanceof HttpError)) return error;
  const plain = new Error(describeError(error));
  if (error.stack !== undefined) plain.stack = error.stack;
  return plain;
}

/** Milliseconds that Telegram asks to wait for; undefined for other errors. */
export function askedToWait(error: unknown): number | undefined {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? undefined : seconds * 1000;
}

/** `ECONNREFUSED` and the like: node-fetch puts it on its error, whose message has the address. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return `(${error.code})`;
  const [timeout] = /timed out after [\d.]+ seconds$/u.exec(error.message) ?? [];
  return timeout === undefined ? '' : `(${timeout})`;
}
