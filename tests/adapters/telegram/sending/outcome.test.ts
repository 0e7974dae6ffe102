/** Every row of the table of Telegram's errors, in the words of the real server, through the real grammY. */
import { createServer } from 'node:net';
import { HttpError } from 'grammy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPushApi } from '../../../../src/adapters/telegram/client.ts';
import { REFUSALS, type Refusal } from '../../../../src/adapters/telegram/error-texts.ts';
import { NOT_SENT, readOutcome } from '../../../../src/adapters/telegram/sending/outcome.ts';
import type { SendOutcome } from '../../../../src/core/ports/messenger.ts';
import { pushedPage } from '../../../contracts/messenger.ts';
import { portOf } from '../../../fakes/port-of.ts';
import { callOf, telegramFailures as failures } from '../../../fakes/telegram/failures.ts';
import { fail } from '../../../fakes/telegram/results.ts';
import { type StartedMessenger, startMessenger } from './start-messenger.ts';

const PLACE = 'telegram:-5/7';
const page = pushedPage('Doha');

let bot: StartedMessenger;
beforeAll(async () => {
  bot = await startMessenger();
});
afterAll(() => bot.telegram.stop());

const refusing = (words: string, code = 400) => fail(code, `${code === 403 ? 'Forbidden' : 'Bad Request'}: ${words}`);

/** What is answered to a message, and what becomes of it. */
const ANSWERS: readonly (readonly [ReturnType<typeof fail>, SendOutcome['kind']])[] = [
  [failures.blocked, 'gone'],
  [failures.deactivated, 'gone'],
  [failures.cannotInitiate, 'gone'],
  [failures.kicked, 'gone'],
  [failures.kickedFromGroup, 'gone'],
  [failures.kickedFromChannel, 'gone'],
  [failures.notMember, 'gone'],
  [failures.notMemberOfChannel, 'gone'],
  [failures.groupDeleted, 'gone'],
  [refusing('group chat was deactivated'), 'gone'],
  [refusing('USER_IS_BLOCKED'), 'gone'],
  [refusing('something new', 403), 'gone'],
  [failures.chatNotFound, 'refused'],
  [failures.peerInvalid, 'refused'],
  [refusing('group chat was upgraded to a supergroup chat'), 'refused'],
  [failures.needAdmin, 'refused'],
  [failures.noRightsToText, 'refused'],
  [failures.noRightsToPhotos, 'refused'],
  [failures.noRightsToPin, 'refused'],
  [refusing('have no rights to send a message'), 'refused'],
  [refusing('CHAT_ADMIN_REQUIRED'), 'refused'],
  [failures.writeForbidden, 'refused'],
  [refusing('CHAT_SEND_PLAIN_FORBIDDEN'), 'refused'],
  [refusing('CHAT_WRITE_FORBIDDEN', 403), 'refused'],
  [failures.chatRestricted, 'refused'],
  [failures.threadNotFound, 'refused'],
  [failures.topicClosed, 'refused'],
  [failures.topicDeleted, 'refused'],
  [failures.cannotParse, 'rejected'],
  [failures.tooLong, 'rejected'],
  [failures.wrongFile, 'rejected'],
  [refusing('BUTTON_DATA_INVALID'), 'rejected'],
  [failures.unauthorized, 'stop'],
  [failures.tokenNotFound, 'stop'],
  [fail(404, 'Not Found: method not found'), 'rejected'],
  [failures.internal, 'unknown'],
  [failures.badGateway, 'unknown'],
  [failures.badGatewayPage, 'unknown'],
];

/** The code and the system's words of an error on the way, and whether it is certain that nothing was sent. */
const ON_THE_WAY: readonly (readonly [code: string, words: string, isCertain: boolean])[] = [
  ['ECONNREFUSED', 'connect ECONNREFUSED 149.154.167.220:443', true],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND api.telegram.org', true],
  ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN api.telegram.org', true],
  ['ENETUNREACH', 'connect ENETUNREACH 149.154.167.220:443', true],
  ['ETIMEDOUT', 'connect ETIMEDOUT 149.154.167.220:443', true],
  // Of several addresses none could be reached: Node gives no words then.
  ['ETIMEDOUT', '', true],
  ['CERT_HAS_EXPIRED', 'certificate has expired', true],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain', true],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate', true],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'ssl3_read_bytes:tlsv1 alert protocol version', true],
  ['ECONNRESET', 'Client network socket disconnected before secure TLS connection was established', true],
  ['ECONNRESET', 'socket hang up', false],
  ['ECONNRESET', 'read ECONNRESET', false],
  ['EPIPE', 'write EPIPE', false],
  ['ETIMEDOUT', 'read ETIMEDOUT', false],
  ['EHOSTUNREACH', 'read EHOSTUNREACH', false],
  ['ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC', 'ssl3_read_bytes:sslv3 alert bad record mac', false],
  ['ERR_STREAM_PREMATURE_CLOSE', 'Premature close', false],
];

describe('an answer that is no', () => {
  test.each(ANSWERS)('to a message: %o', async (answer, kind) => {
    bot.telegram.failNext(callOf('sendMessage'), answer);
    const outcome = await bot.messenger.send(PLACE, page, 'k');
    expect(outcome).toEqual({ kind, reason: expect.stringMatching(/^[^\n]+$/u) });
    expect(JSON.stringify(outcome)).not.toContain(bot.telegram.token);
  });

  test.each([
    [failures.notModified, { kind: 'sent', message: '9' }],
    [failures.editNotFound, { kind: 'message gone' }],
    [failures.cannotEdit, { kind: 'message gone' }],
    [refusing('MESSAGE_ID_INVALID'), { kind: 'message gone' }],
    [failures.kicked, { kind: 'gone' }],
    [failures.noRightsToText, { kind: 'refused' }],
  ])('to an edit: %o', async (answer, outcome) => {
    bot.telegram.failNext(callOf('editMessageText'), answer);
    expect(await bot.messenger.edit(PLACE, '9', page, 'k')).toMatchObject(outcome);
  });

  test.each([
    [refusing('CHAT_NOT_MODIFIED'), { kind: 'sent', message: '9' }],
    [refusing('message to pin not found'), { kind: 'message gone' }],
    [failures.noRightsToPin, { kind: 'refused' }],
  ])('to a pin: %o', async (answer, outcome) => {
    bot.telegram.failNext(callOf('pinChatMessage'), answer);
    expect(await bot.messenger.pin(PLACE, '9')).toMatchObject(outcome);
  });

  test('no row of the table is without its words here', () => {
    const texts = JSON.stringify([ANSWERS, failures, 'MESSAGE_ID_INVALID', 'CHAT_NOT_MODIFIED', 'query is too old']);
    expect(REFUSALS.filter(([words]) => !words.test(texts))).toEqual([]);
    const meanings = new Set<Refusal>(REFUSALS.map(([, meaning]) => meaning));
    expect([...meanings].toSorted()).toEqual(['expired', 'gone', 'message gone', 'refused', 'unchanged']);
  });

  test('a group that became a supergroup: where it is now, with the same topic', async () => {
    for (const [place, moved] of [
      ['telegram:-5', 'telegram:-1001234567890'],
      [PLACE, 'telegram:-1001234567890/7'],
    ] as const) {
      bot.telegram.failNext(callOf('sendMessage'), failures.migrated(-1_001_234_567_890));
      expect(await bot.messenger.send(place, page, 'k')).toMatchObject({ kind: 'moved', place: moved });
    }
  });

  test('too fast, and another instance: certainly not sent', async () => {
    bot.telegram.failNext(callOf('sendMessage'), failures.tooManyRequests(17));
    expect(await bot.messenger.send(PLACE, page, 'k')).toMatchObject({ kind: 'retry', scope: 'chat', waitMs: 17_000 });
    bot.telegram.failNext(callOf('sendMessage'), fail(429, 'Too Many Requests'));
    expect(await bot.messenger.send(PLACE, page, 'k')).toEqual({
      kind: 'retry',
      scope: 'chat',
      reason: 'sendMessage: 429 Too Many Requests',
    });
    bot.telegram.failNext(callOf('sendMessage'), failures.conflict);
    expect(await bot.messenger.send(PLACE, page, 'k')).toMatchObject({ kind: 'retry', scope: 'platform' });
  });
});

describe('no answer', () => {
  let hasty: StartedMessenger;
  beforeAll(async () => {
    hasty = await startMessenger({ timeoutSeconds: 1 });
  });
  afterAll(() => hasty.telegram.stop());

  test.each(['hang', 'hang-after', 'cut', 'cut-after', 'hang-body', 'cut-body'] as const)(
    '%s: it may have been sent',
    async (fault) => {
      hasty.telegram.user({ chat: 'group', chatId: -5 });
      const sends = () => hasty.telegram.calls.filter(({ method }) => method === 'sendMessage').length;
      const before = sends();
      hasty.telegram.failNext(callOf('sendMessage'), fault);
      expect(await hasty.messenger.send(PLACE, page, 'k')).toMatchObject({ kind: 'unknown' });
      expect(sends() - before).toBe(fault === 'hang' || fault === 'cut' ? 0 : 1);
    },
  );

  test('the wait is told', async () => {
    hasty.telegram.failNext(callOf('sendMessage'), 'hang');
    const reason = expect.stringContaining('(timed out after 1 seconds)');
    expect(await hasty.messenger.send(PLACE, page, 'k')).toEqual({ kind: 'unknown', reason });
  });

  const notSent = { kind: 'retry', scope: 'platform' };
  const failingAt = async (apiUrl: string): Promise<SendOutcome> => {
    const api = createPushApi({ token: '1:SECRET', apiUrl }, { connectWithinMs: 200 });
    const error = await api.sendMessage(1, 'x').catch((reason: unknown) => reason);
    const outcome = readOutcome(error, 'telegram:1');
    expect(JSON.stringify(outcome)).not.toContain('SECRET');
    return outcome;
  };

  test('nobody there, no such name, not TLS: certainly not sent', async () => {
    const { port } = new URL(bot.telegram.apiUrl);
    expect(await failingAt('http://127.0.0.1:1')).toMatchObject(notSent);
    expect(await failingAt('http://nowhere.invalid')).toMatchObject(notSent);
    expect(await failingAt(`https://127.0.0.1:${port}`)).toMatchObject(notSent);
  });

  test('a connection that is not made in time, or ends before it is: certainly not sent', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined));
    const curt = createServer((socket) => socket.once('data', () => socket.end()));
    for (const server of [silent, curt]) {
      await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
      expect(await failingAt(`https://127.0.0.1:${portOf(server)}`)).toMatchObject(notSent);
      server.close();
    }
  });

  test.each(ON_THE_WAY)('%s “%s”', (code, words, isCertain) => {
    const cause = new Error(`request to https://api.telegram.org/bot1:SECRET/sendMessage failed, reason: ${words}`);
    const error = new HttpError("Network request for 'sendMessage' failed!", Object.assign(cause, { code }));
    const reason = `Network request for 'sendMessage' failed! (${code})`;
    const expected = isCertain ? { kind: 'retry', scope: 'platform', reason } : { kind: 'unknown', reason };
    expect(readOutcome(error, 'telegram:1')).toEqual(expected);
  });

  test('no row of the table is without its words here', () => {
    const lines = ON_THE_WAY.map(([code, words]) => `${code} ${words}`);
    expect(NOT_SENT.filter((known) => !lines.some((line) => known.test(line)))).toEqual([]);
    expect(NOT_SENT.length).toBeGreaterThan(3);
  });
});
