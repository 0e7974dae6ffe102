/**
 * Breaking news in silent quiet hours: said in words on both platforms, sent at once through both SDKs without sound,
 * and with sound again by day.
 */
import { afterEach, expect, test } from 'vitest';
import { breakingNews } from '../delivery/crash/broadcast.ts';
import { plain } from './faces.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const CHANNEL = '200000000000000099';
const MANAGE_SERVER = 32n;
const ORDINARY = 2_147_601_472n;
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const HOUR = 3_600_000;
const WAIT = { timeout: 100_000, interval: 20 };
/** It is noon in UTC when the newsroom opens. */
const WORDS = 'daily at 8, quiet 11-14, but silently';
const SAID = 'Quiet 11:00–14:00: messages come without sound';

let room: Newsroom;
afterEach(() => room.close());

test('comes at once and makes no sound, where it was asked for in words', { timeout: 120_000 }, async () => {
  room = await openNewsroom();
  const group = room.telegram.channel({ kind: 'supergroup', admins: [900] });
  const admin = room.telegram.user({ id: 900, chat: 'supergroup', chatId: group, status: 'administrator' });
  const manager = room.discord.user({ channelId: CHANNEL, permissions: ORDINARY | MANAGE_SERVER });
  expect((await admin.says(`/subscribe ${WORDS}`)).text).toContain(SAID);
  expect(plain((await manager.slash('subscribe', { schedule: WORDS })).text)).toContain(SAID);
  expect((await admin.says('/subscription')).text).toContain(SAID);
  expect(plain((await manager.slash('subscription')).text)).toContain(SAID);

  const announce = async (id: string) => {
    await room.store.append([breakingNews(id, room.clock())], room.dossier().head, { announce: true });
    await room.chat.posting.refresh();
  };
  /** The sound of each alert that arrived. */
  const sounds = () => ({
    telegram: room.telegram.calls
      .filter(({ method, params }) => method === 'sendMessage' && String(params['text']).includes('Breaking news dev-'))
      .map(({ params }) => (params['disable_notification'] === true ? 'silent' : 'loud')),
    discord: room.discord
      .messagesIn(CHANNEL)
      .filter(({ isAnswer, text }) => !isAnswer && plain(text).includes('Breaking news dev-'))
      .map(({ raw }) => (raw['flags'] === SUPPRESS_NOTIFICATIONS ? 'silent' : 'loud')),
  });
  await announce('dev-noon');
  await expect.poll(sounds, WAIT).toEqual({ telegram: ['silent'], discord: ['silent'] });
  await room.later(3 * HOUR);
  await announce('dev-afternoon');
  await expect.poll(sounds, WAIT).toEqual({ telegram: ['silent', 'loud'], discord: ['silent', 'loud'] });
  expect([...room.discord.violations, ...room.telegram.violations, ...room.bugs]).toEqual([]);
});
