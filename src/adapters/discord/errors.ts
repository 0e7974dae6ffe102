/** What an error of discord.js means: failures as data, and the one that the bot cannot go on with. */
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
} from 'discord.js';
import { TokenRefused } from '../token-refused.ts';
import { meaningOfCode } from './error-codes.ts';

export type Failure =
  | 'token refused'
  /** Cannot be reached, answers 5xx, or too slowly. */
  | 'platform down'
  /** Nobody can be answered any more: see `CodeMeaning`. */
  | 'expired'
  /** The message, channel or person is no longer there. */
  | 'gone'
  /** The bot lacks a right there. */
  | 'refused'
  | 'rate limited'
  | 'bug';

const AUTHENTICATION_FAILED: number = GatewayCloseCodes.AuthenticationFailed;
/** That close code reaches `login` as this message: @discordjs/ws, WebSocketShard.onClose. */
const GATEWAY_REFUSAL = 'Authentication failed';
/** Codes of Node's and undici's network errors; a timeout of @discordjs/rest is an `AbortError`. */
const NETWORK = /^(?:E[A-Z]+|UND_ERR_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT)$/u;

/** The connection to the gateway was not made in time, or was lost and did not come back. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** The gateway closed for good; `code` is its close code. */
export class GatewayClosed extends Error {
  override readonly name = 'GatewayClosed';
  readonly code: number;

  constructor(code: number) {
    super(`the gateway closed with ${code}`);
    this.code = code;
  }
}

export function classifyError(error: unknown): Failure {
  const said = error instanceof DiscordAPIError ? classifyCode(error.code) : undefined;
  if (said !== undefined) return said;
  if (error instanceof DiscordAPIError || error instanceof HTTPError) {
    if (error.status === 401) return 'token refused';
    return error.status >= 500 ? 'platform down' : 'bug';
  }
  if (error instanceof RateLimitError) return 'rate limited';
  if (error instanceof ConnectionLost) return 'platform down';
  if (error instanceof GatewayClosed) return error.code === AUTHENTICATION_FAILED ? 'token refused' : 'bug';
  if (error instanceof DiscordjsError) {
    return error.code === DiscordjsErrorCodes.TokenInvalid ? 'token refused' : 'bug';
  }
  if (!(error instanceof Error)) return 'bug';
  if (error.message === GATEWAY_REFUSAL) return 'token refused';
  return error.name === 'AbortError' || NETWORK.test(codeOf(error)) ? 'platform down' : 'bug';
}

/** Undefined where the HTTP status decides: an answer to a person is neither queued nor sent again later. */
function classifyCode(code: number | string): 'expired' | 'gone' | 'refused' | undefined {
  const meaning = meaningOfCode(code);
  switch (meaning) {
    case 'expired':
    case 'gone':
    case 'refused':
      return meaning;
    case 'message gone':
      return 'gone';
    case 'rejected':
    case 'retry this chat':
    case 'retry all':
    case 'stop':
    case 'unknown':
    case undefined:
      return undefined;
  }
}

/** True where the connection was cut while a request was under way: whether it arrived is not known. */
export function isCut(error: unknown): boolean {
  return error instanceof Error && codeOf(error) === 'UND_ERR_SOCKET';
}

/** The error to stop with, where trying again is of no use. */
export function giveUp(error: unknown): TokenRefused | undefined {
  if (classifyError(error) !== 'token refused') return undefined;
  return new TokenRefused(
    'Discord refused DISCORD_TOKEN: copy the bot’s token again from the Developer Portal (Bot → Reset Token)',
  );
}

/** What failed, in one line. Without addresses: those of interactions carry their token. */
export function describeError(error: unknown): string {
  if (error instanceof DiscordAPIError)
    return `HTTP ${error.status}, code ${error.code}: ${error.message.replaceAll(/\s+/gu, ' ')}`;
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (error instanceof RateLimitError) return `rate limited for ${error.timeToReset} ms`;
  if (!(error instanceof Error)) return typeof error;
  return codeOf(error) || error.message;
}

/** The error for the log: its words and its stack, without the request and address that SDK errors carry. */
export function withoutRequest(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof RateLimitError))
    return error;
  const plain = new Error(describeError(error));
  if (error.stack !== undefined) plain.stack = error.stack.replaceAll(error.url, '[address]');
  return plain;
}

/** Milliseconds that Discord asks to wait for; undefined for other errors. */
export function askedToWait(error: unknown): number | undefined {
  return error instanceof RateLimitError ? error.timeToReset : undefined;
}

/** Node puts the code on the error itself, undici on its cause, several addresses on the first of `errors`. */
export function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return error.cause instanceof Error ? codeOf(error.cause) : '';
}
