/** Telegram as a `Messenger`: the contract of them all, and what is Telegram's own. */
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Messenger } from '../../../../src/core/ports/messenger.ts';
import { describeMessenger, pushedPage } from '../../../contracts/messenger.ts';
import { callOf, telegramFailures } from '../../../fakes/telegram/failures.ts';
import { type StartedMessenger, startMessenger } from './start-messenger.ts';

describeMessenger('Telegram', async () => {
  const { telegram, messenger, abort } = await startMessenger();
  const [group, person] = [telegram.user({ chat: 'group', chatId: -5 }), telegram.user()];
  const places = new Map([
    ['telegram:-5', group],
    [`telegram:${person.id}`, person],
  ]);
  return {
    messenger,
    places: ['telegram:-5', `telegram:${person.id}`],
    shown(place) {
      const texts = new Map(
        places
          .get(place)
          ?.events()
          .map(({ message }) => [message['message_id'], String(message['text'])]),
      );
      // Invisible: keeps names from being read as mentions.
      return [...texts.values()].map((text) => text.replaceAll('\u2060', ''));
    },
    finds: 'unreadable',
    async down() {
      await telegram.down();
      // A request on a connection that is just being closed may have arrived; what is meant here is the time after.
      await setTimeout(50);
    },
    up: telegram.up,
    cutNext: () => telegram.failNext(callOf('sendMessage'), 'cut-after'),
    abort,
    stop: telegram.stop,
  };
});

describe('on Telegram alone', () => {
  let bot: StartedMessenger;
  let messenger: Messenger;
  beforeEach(async () => {
    bot = await startMessenger();
    ({ messenger } = bot);
  });
  afterEach(() => bot.telegram.stop());

  const calls = (name: string) => bot.telegram.calls.filter(({ method }) => method === name);

  test('into a topic; "General" is the group itself', async () => {
    const forum = bot.telegram.user({ chat: 'supergroup' });
    for (const [topic, thread] of [
      ['/77', 77],
      ['/1', undefined],
      ['', undefined],
    ] as const) {
      const place = `telegram:${forum.chatId}${topic}`;
      expect(await messenger.send(place, pushedPage('Doha'), 'k')).toMatchObject({ kind: 'sent' });
      expect(forum.events().at(-1)?.message['message_thread_id']).toBe(thread);
    }
  });

  test('the buttons are links to the private chat; the name for them is asked for once', async () => {
    const reader = bot.telegram.user();
    bot.telegram.failNext(callOf('getMe'), telegramFailures.internal);
    const refused = await messenger.send(`telegram:${reader.id}`, pushedPage('Doha'), 'k');
    expect(refused).toMatchObject({ kind: 'retry', scope: 'platform' });
    expect(calls('sendMessage')).toHaveLength(0);
    for (const words of ['Doha', 'Kabul']) await messenger.send(`telegram:${reader.id}`, pushedPage(words), 'k');
    expect(calls('getMe')).toHaveLength(1);
    const payload = Buffer.from('+ceasefire;0;').toString('base64url');
    const url = `https://t.me/${bot.telegram.username}?start=${payload}`;
    expect(reader.events().at(-1)?.message).toMatchObject({
      reply_markup: { inline_keyboard: [[{ text: 'Ceasefire', url }]] },
    });
  });

  test('a token that is refused stops it, before and after', async () => {
    const reader = bot.telegram.user();
    bot.telegram.failNext(callOf('getMe'), telegramFailures.unauthorized);
    expect(await messenger.send(`telegram:${reader.id}`, pushedPage('x'), 'k')).toMatchObject({ kind: 'stop' });
    bot.telegram.failNext(callOf('sendMessage'), telegramFailures.unauthorized);
    expect(await messenger.send(`telegram:${reader.id}`, pushedPage('x'), 'k')).toMatchObject({ kind: 'stop' });
  });

  test('pins without a sound', async () => {
    const group = bot.telegram.user({ chat: 'group' });
    const place = `telegram:${group.chatId}`;
    const sent = await messenger.send(place, pushedPage('board'), 'k');
    const message = sent.kind === 'sent' ? sent.message : '';
    expect(await messenger.pin(place, message)).toEqual({ kind: 'sent', message });
    expect(calls('pinChatMessage')).toMatchObject([{ params: { disable_notification: true } }]);
  });

  test('sends without a sound where told to, and only there', async () => {
    const reader = bot.telegram.user();
    await messenger.send(`telegram:${reader.id}`, pushedPage('by night'), 'k', { isSilent: true, replyTo: '4242' });
    await messenger.send(`telegram:${reader.id}`, pushedPage('by day'), 'k', { isSilent: false });
    const [night, day] = calls('sendMessage').map(({ params }) => params);
    expect(night).toMatchObject({ disable_notification: true, reply_parameters: { message_id: 4242 } });
    expect(day).not.toHaveProperty('disable_notification');
  });

  test('a message that is refused as malformed is in the log, without the token', async () => {
    const reader = bot.telegram.user();
    bot.telegram.failNext(callOf('sendMessage'), telegramFailures.cannotParse);
    const outcome = await messenger.send(`telegram:${reader.id}`, pushedPage('x'), 'k');
    expect(outcome).toMatchObject({ kind: 'rejected' });
    await expect(bot.log.says("can't parse entities")).resolves.not.toContain(bot.telegram.token);
    expect(bot.log.lines).toHaveLength(1);
  });

  test('one message a second in a chat, twenty a minute in groups and channels; both can be set', async () => {
    const { perSecond, perChat } = messenger.limits;
    expect(perSecond).toBe(30);
    expect(perChat('telegram:42')).toEqual([{ count: 1, ms: 1000 }]);
    expect(perChat('telegram:-1001/7')).toEqual([
      { count: 1, ms: 1000 },
      { count: 20, ms: 60_000 },
    ]);
    const faster = await startMessenger({ limits: { perSecond: 300 } });
    expect(faster.messenger.limits).toMatchObject({ perSecond: 300, dedupeMs: 0, refusalsPer10Minutes: undefined });
    await faster.telegram.stop();
  });

  test('what is under way when it is stopped is sent, and its outcome told', async () => {
    const reader = bot.telegram.user();
    const place = `telegram:${reader.id}`;
    await messenger.send(place, pushedPage('before'), 'k');
    bot.telegram.failNext(callOf('sendMessage'), { delayMs: 200 });
    const sending = messenger.send(place, pushedPage('during'), 'k');
    await expect.poll(() => calls('sendMessage').length).toBe(2);
    bot.abort();
    expect(await sending).toMatchObject({ kind: 'sent' });
  });
});
