/** What Discord's JSON error codes mean, for messages that are pushed and for answers to people. */

export type CodeMeaning =
  /** The interaction was not answered within 3 s, or was already answered, or is older than 15 minutes. */
  | 'expired'
  /** The channel or person is no more, or wants no messages. */
  | 'gone'
  /** The bot lacks a right there, or the place takes no such message: somebody can change that. */
  | 'refused'
  /** The message to edit or pin is no longer there, or is not ours. */
  | 'message gone'
  /** What was sent is wrong, not where to. */
  | 'rejected'
  | 'retry this chat'
  | 'retry all'
  /** The token is refused. */
  | 'stop'
  /** It may have been done. */
  | 'unknown';

/**
 * Source: discord-api-docs, topics/opcodes-and-status-codes.mdx, JSON error codes. A send is answered with 10008 where
 * it was repeated within the window of its nonce, and somebody deleted the first message: it was delivered.
 */
export const ERROR_CODES: readonly (readonly [code: number, words: string, meaning: CodeMeaning])[] = [
  [10_015, 'unknown webhook', 'expired'],
  [10_062, 'unknown interaction', 'expired'],
  [40_060, 'interaction already acknowledged', 'expired'],
  [50_027, 'invalid webhook token', 'expired'],
  [10_003, 'unknown channel', 'gone'],
  [10_004, 'unknown server', 'gone'],
  [10_013, 'unknown user', 'gone'],
  [50_007, 'takes no direct messages', 'gone'],
  [50_033, 'invalid recipients: cannot be written to at all', 'gone'],
  [50_278, 'no server in common', 'gone'],
  [50_001, 'missing access: not in the server, or cannot see the channel', 'refused'],
  [50_013, 'missing permissions', 'refused'],
  [50_008, 'no text can be sent there: a forum', 'refused'],
  [50_024, 'not with this kind of channel', 'refused'],
  [50_083, 'archived thread', 'refused'],
  [160_005, 'locked thread', 'refused'],
  [40_067, 'a forum that demands a tag', 'refused'],
  [30_003, 'too many pins', 'refused'],
  [10_008, 'unknown message', 'message gone'],
  [50_005, 'written by somebody else', 'message gone'],
  [50_035, 'form body', 'rejected'],
  [50_006, 'empty message', 'rejected'],
  [50_109, 'not JSON', 'rejected'],
  [40_005, 'too large', 'rejected'],
  [200_000, 'AutoMod', 'rejected'],
  [200_001, 'AutoMod, title', 'rejected'],
  [240_000, 'link filter', 'rejected'],
  [20_016, 'slowmode', 'retry this chat'],
  [20_028, 'write limit of the channel', 'retry this chat'],
  [20_029, 'write limit of the server', 'retry this chat'],
  [30_046, 'edits of old messages', 'retry this chat'],
  [40_003, 'opens direct messages too fast', 'retry all'],
  [40_006, 'switched off for now', 'retry all'],
  [40_001, 'unauthorised', 'stop'],
  [130_000, 'overloaded', 'unknown'],
];

const MEANINGS: ReadonlyMap<number, CodeMeaning> = new Map(ERROR_CODES.map(([code, , meaning]) => [code, meaning]));

/** Undefined for a code that is not in the table: the HTTP status says more, then. `code` is as discord.js has it. */
export function meaningOfCode(code: number | string): CodeMeaning | undefined {
  return MEANINGS.get(Number(code));
}
