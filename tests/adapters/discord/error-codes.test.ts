/** One table of Discord's error codes, by which answers to people and what is pushed are both judged. */
import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../../src/adapters/discord/error-codes.ts';
import { classifyError } from '../../../src/adapters/discord/errors.ts';
import { readOutcome } from '../../../src/adapters/discord/sending/outcome.ts';

const failed = (code: number, status = 400) =>
  new DiscordAPIError({ code, message: 'Said by Discord' }, code, status, 'POST', 'https://discord.example', {});

describe('the error codes', () => {
  test('each is there once, and says in words what it is', () => {
    const codes = ERROR_CODES.map(([code]) => code);
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(ERROR_CODES.filter(([, words]) => words === '')).toEqual([]);
  });

  test.each(ERROR_CODES)('%i, %s: answers and what is pushed agree that it is %s', (code, _words, meaning) => {
    // For an answer, a message that is gone is as good as a channel that is gone. What may come right the status
    // decides.
    const answered = { expired: 'expired', gone: 'gone', 'message gone': 'gone', refused: 'refused' } as const;
    const pushed = { 'retry this chat': 'retry', 'retry all': 'retry', expired: 'rejected' } as const;
    const expected = (of: Readonly<Record<string, string>>, otherwise: string) => of[meaning] ?? otherwise;
    expect(classifyError(failed(code))).toBe(expected(answered, 'bug'));
    expect(classifyError(failed(code, 503))).toBe(expected(answered, 'platform down'));
    expect(readOutcome(failed(code)).kind).toBe(expected(pushed, meaning));
  });

  test('a right that the bot lacks is refused, not gone: somebody can give it back', () => {
    for (const code of [50_001, 50_013]) {
      expect(classifyError(failed(code, 403))).toBe('refused');
      expect(readOutcome(failed(code, 403)).kind).toBe('refused');
    }
  });

  test('a code that is not in the table is judged by its status', () => {
    expect([400, 401, 503].map((status) => classifyError(failed(1, status)))).toEqual([
      'bug',
      'token refused',
      'platform down',
    ]);
    expect([400, 401, 403].map((status) => readOutcome(failed(1, status)).kind)).toEqual([
      'rejected',
      'stop',
      'refused',
    ]);
  });
});
