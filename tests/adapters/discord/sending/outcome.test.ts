/** Discord's errors as outcomes: every row of the tables, through the real discord.js where a server can say it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../../../src/adapters/discord/error-codes.ts';
import { readOutcome } from '../../../../src/adapters/discord/sending/outcome.ts';
import { keyOf, pushedPage } from '../../../contracts/messenger.ts';
import { discordFailures, toChannel } from '../../../fakes/discord/failures.ts';
import type { Fault } from '../../../fakes/loopback.ts';
import { CHANNEL, PLACE, type StartedMessenger, startMessenger } from './start-messenger.ts';

let started: StartedMessenger;
beforeAll(async () => {
  started = await startMessenger({ limits: { perSecond: 10_000 } });
});
afterAll(() => started.discord.stop());

const code = (status: number, number: number, message = 'Said by Discord'): Fault => ({
  status,
  body: { code: number, message },
});
async function outcomeOf(fault: Fault) {
  started.discord.failNext(toChannel(CHANNEL), fault);
  return started.messenger.send(PLACE, pushedPage('x'), keyOf('x'));
}

const CODES: readonly (readonly [status: number, code: number, kind: string, scope?: string])[] = [
  [404, 10_015, 'rejected'],
  [404, 10_062, 'rejected'],
  [400, 40_060, 'rejected'],
  // Discord says it with 401, which would end the messenger.
  [400, 50_027, 'rejected'],
  [404, 10_003, 'gone'],
  [404, 10_004, 'gone'],
  [404, 10_013, 'gone'],
  [403, 50_007, 'gone'],
  [400, 50_033, 'gone'],
  [403, 50_278, 'gone'],
  [403, 50_001, 'refused'],
  [403, 50_013, 'refused'],
  [400, 50_008, 'refused'],
  [403, 50_024, 'refused'],
  [400, 50_083, 'refused'],
  [403, 160_005, 'refused'],
  [400, 40_067, 'refused'],
  [400, 30_003, 'refused'],
  [404, 10_008, 'message gone'],
  [403, 50_005, 'message gone'],
  [400, 50_035, 'rejected'],
  [400, 50_006, 'rejected'],
  [400, 50_109, 'rejected'],
  [413, 40_005, 'rejected'],
  [400, 200_000, 'rejected'],
  [400, 200_001, 'rejected'],
  [400, 240_000, 'rejected'],
  [400, 20_016, 'retry', 'chat'],
  [400, 20_028, 'retry', 'chat'],
  [400, 20_029, 'retry', 'chat'],
  [400, 30_046, 'retry', 'chat'],
  [400, 40_003, 'retry', 'platform'],
  [403, 40_006, 'retry', 'platform'],
  [400, 130_000, 'unknown'],
];

describe('what Discord says', () => {
  test('no row of the table is without a test', () => {
    // The token's row is below: it ends a messenger.
    expect(new Set([...CODES.map(([, number]) => number), 40_001])).toEqual(
      new Set(ERROR_CODES.map(([number]) => number)),
    );
  });

  test.each(CODES.map(([status, number, kind, scope]) => ({ status, number, kind, scope })))(
    'HTTP $status, code $number: $kind $scope',
    async ({ status, number, kind, scope }) => {
      const outcome = await outcomeOf(code(status, number));
      expect(outcome).toEqual({
        kind,
        reason: `HTTP ${status}, code ${number}: Said by Discord`,
        ...(scope === undefined ? {} : { scope }),
      });
    },
  );

  test.each([
    ['unknownChannel', 'gone'],
    ['unknownGuild', 'gone'],
    ['unknownMessage', 'message gone'],
    ['missingAccess', 'refused'],
    ['missingPermissions', 'refused'],
    ['closedDirect', 'gone'],
    ['noMutualGuild', 'gone'],
    ['emptyMessage', 'rejected'],
    ['notText', 'refused'],
    ['invalidForm', 'rejected'],
    ['tooLarge', 'rejected'],
    ['tagRequired', 'refused'],
    ['blockedByFilter', 'rejected'],
    ['blockedByAutomod', 'rejected'],
    ['archivedThread', 'refused'],
    ['lockedThread', 'refused'],
    ['overloaded', 'unknown'],
    ['internal', 'unknown'],
    ['badGatewayPage', 'unknown'],
  ] as const)('%s, as Discord sends it: %s', async (name, kind) => {
    expect(await outcomeOf(discordFailures[name])).toMatchObject({ kind, reason: expect.stringMatching(/^[^\n]+$/u) });
  });

  test.each([
    [500, 'unknown'],
    [502, 'unknown'],
    [503, 'unknown'],
    [504, 'unknown'],
    [403, 'refused'],
    [400, 'rejected'],
    [404, 'rejected'],
  ])('HTTP %i and a code that is not known: %s', async (status, kind) => {
    expect(await outcomeOf(code(status, 0))).toMatchObject({ kind });
  });

  test('a 403 of the proxy in front of Discord is nothing that the channel did', async () => {
    expect(await outcomeOf({ status: 403, page: '<html>' })).toMatchObject({ kind: 'retry', scope: 'platform' });
  });

  test.each(['unauthorized', 'invalidToken'] as const)('%s: stop, for good', async (name) => {
    const own = await startMessenger();
    own.discord.failNext(() => true, discordFailures[name]);
    expect(await own.messenger.send(PLACE, pushedPage('x'), keyOf('x'))).toMatchObject({ kind: 'stop' });
    expect(await own.messenger.pin(PLACE, '1')).toMatchObject({ kind: 'stop' });
    await own.discord.stop();
  });
});

describe('too fast', () => {
  test.each([
    ['channelWriteLimit', 3000],
    ['guildWriteLimit', 3000],
    ['oldEditLimit', 4000],
  ] as const)('%s: this chat waits', async (name, atMost) => {
    const own = await startMessenger();
    own.discord.failNext(() => true, discordFailures[name]);
    const outcome = await own.messenger.send(PLACE, pushedPage('x'), keyOf('x'));
    expect(outcome).toMatchObject({ kind: 'retry', scope: 'chat' });
    expect(Object(outcome).waitMs).toBeGreaterThan(atMost - 1000);
    expect(Object(outcome).waitMs).toBeLessThan(atMost + 500);
    await own.discord.stop();
  });

  test('a global 429: everybody waits, and Discord is not asked meanwhile', async () => {
    const own = await startMessenger();
    own.discord.failNext(() => true, discordFailures.tooManyRequests({ seconds: 2, scope: 'global' }));
    for (const place of [PLACE, 'discord:200000000000000099']) {
      const outcome = await own.messenger.send(place, pushedPage('x'), keyOf('x'));
      expect(outcome).toMatchObject({ kind: 'retry', scope: 'platform' });
      expect(Object(outcome).waitMs).toBeGreaterThan(1000);
    }
    expect(own.discord.requests).toHaveLength(1);
    await own.discord.stop();
  });
});

describe('on the way', () => {
  test.each(['cut', 'cut-after', 'cut-body', 'hang', 'hang-after', 'hang-body'] as const)(
    '%s: it may have arrived',
    async (fault) => {
      const hasty = await startMessenger({ timeoutMs: 500 });
      hasty.discord.failNext(toChannel(CHANNEL), fault);
      const outcome = await hasty.messenger.send(PLACE, pushedPage('x'), keyOf('x'));
      expect(outcome).toEqual({ kind: 'unknown', reason: expect.stringMatching(/^[^\n]+$/u) });
      await hasty.discord.stop();
    },
  );

  test('a name that is not found: nothing was sent', async () => {
    const own = await startMessenger({ config: { token: 'x', apiUrl: 'http://nowhere.invalid/api' } });
    expect(await own.messenger.send(PLACE, pushedPage('x'), keyOf('x'))).toMatchObject({
      kind: 'retry',
      scope: 'platform',
      reason: expect.stringMatching(/^(?:ENOTFOUND|EAI_AGAIN)$/u),
    });
    await own.discord.stop();
  });

  test('no TLS where it was expected: nothing was sent', async () => {
    const { discord } = started;
    const own = await startMessenger({ config: { token: 'x', apiUrl: discord.apiUrl.replace('http', 'https') } });
    expect(await own.messenger.send(PLACE, pushedPage('x'), keyOf('x'))).toMatchObject({ kind: 'retry' });
    await own.discord.stop();
  });

  const failed = (parts: Record<string, string>, message = 'failed') => Object.assign(new Error(message), parts);
  test.each([
    [failed({ code: 'ECONNREFUSED' }), 'retry'],
    [failed({ code: 'ENOTFOUND' }), 'retry'],
    [failed({ code: 'EAI_AGAIN' }), 'retry'],
    [failed({ code: 'ENETUNREACH' }), 'retry'],
    [failed({ code: 'UND_ERR_CONNECT_TIMEOUT' }), 'retry'],
    [failed({ code: 'CERT_HAS_EXPIRED' }), 'retry'],
    [failed({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'retry'],
    [failed({ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }), 'retry'],
    [failed({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'retry'],
    [failed({ code: 'ETIMEDOUT', syscall: 'connect' }), 'retry'],
    [failed({ code: 'EHOSTUNREACH', syscall: 'connect' }), 'retry'],
    [
      failed({ code: 'ECONNRESET' }, 'Client network socket disconnected before secure TLS connection was established'),
      'retry',
    ],
    [new AggregateError([failed({ code: 'ETIMEDOUT', syscall: 'connect' }), failed({ code: 'ENETUNREACH' })]), 'retry'],
    [new AggregateError([failed({ code: 'ECONNRESET', syscall: 'read' })]), 'unknown'],
    [failed({ code: 'ECONNRESET', syscall: 'read' }), 'unknown'],
    [failed({ code: 'ETIMEDOUT', syscall: 'read' }), 'unknown'],
    [failed({ code: 'EHOSTUNREACH', syscall: 'read' }), 'unknown'],
    [failed({ code: 'EPIPE', syscall: 'write' }), 'unknown'],
    [failed({ code: 'UND_ERR_SOCKET' }), 'unknown'],
    [new Error('anything else'), 'unknown'],
    ['not even an error', 'unknown'],
  ])('%o: %s', (error, kind) => {
    expect(readOutcome(error)).toMatchObject({ kind, ...(kind === 'retry' ? { scope: 'platform' } : {}) });
  });

  test('a reason is one short line', () => {
    const { reason } = readOutcome(new Error(`a\n${'b '.repeat(400)}`));
    expect(reason).toMatch(/^a b[^\n]*…$/u);
    expect(reason.length).toBeLessThanOrEqual(300);
  });
});
