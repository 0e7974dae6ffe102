/**
 * Whoever set up several channels finds them in the private chat with the bot, opens one and pauses it there, through
 * both SDKs; who is no admin any more does not.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/core/ports/store.ts';
import type { Subscriptions } from '../../src/core/ports/subscriptions.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { startDiscord } from '../adapters/discord/start-discord.ts';
import { startTelegram } from '../adapters/telegram/start-telegram.ts';
import { plain } from './faces.ts';

const MANAGE_SERVER = 32n;
const ORDINARY = 2_147_601_472n;
const NEWS = '200000000000000077';
const DESK = '200000000000000088';

let store: Store & { readonly subscriptions: Subscriptions };
beforeEach(async () => {
  store = await openStore({ url: 'sqlite::memory:', role: 'guest' });
});
afterEach(() => store.close());

const statusOf = async (place: string) => (await store.subscriptions.of(place))?.status;

test('on Telegram: a channel, a topic of a forum and a small group', async () => {
  const { telegram, chat, stop } = await startTelegram({ chat: { store, subscriptions: store.subscriptions } });
  const me = telegram.user({ id: 900 });
  const channel = telegram.channel({ title: 'Front news', admins: [900] });
  const forum = telegram.channel({ kind: 'supergroup', title: 'Forum', admins: [900] });
  const small = telegram.channel({ kind: 'group', title: 'Small group', admins: [900], id: -55 });
  expect((await me.says(`/subscribe weekly at 9 Kabul channel:${channel}`)).text).toContain('Front news');
  const status = 'administrator';
  const inTopic = telegram.user({ id: 900, chat: 'supergroup', chatId: forum, threadId: 7, status });
  expect((await inTopic.says('/subscribe daily')).text).toContain('are on');
  const inSmall = telegram.user({ id: 900, chat: 'group', chatId: small, status });
  expect((await inSmall.says('/subscribe daily')).text).toContain('are on');
  const other = telegram.user({ id: 901 });
  expect((await other.says('/subscription')).text).toBe('There is no subscription here. /subscribe makes one.');

  const list = await me.says('/subscription');
  expect(list.text).toMatch(/Front news: Digest: Every Monday at 09:00 \(Asia\/Kabul\)\. Next digest: \d/u);
  expect(list.buttons.map(({ label }) => label).toSorted()).toEqual(['Forum #7', 'Front news', 'Small group']);
  for (const [name, place] of [
    ['Front news', `telegram:${channel}`],
    ['Forum #7', `telegram:${forum}/7`],
    ['Small group', `telegram:${small}`],
  ] as const) {
    const opened = await me.presses(await me.says('/subscription'), name);
    expect(opened.text).toContain(`Subscription of ${name}`);
    expect((await me.presses(opened, 'Pause')).text).toContain('It is paused');
    expect(await statusOf(place)).toBe('paused');
  }

  telegram.user({ id: 900, chat: 'group', chatId: small, status: 'member' });
  const later = await me.says('/subscription');
  expect(later.text).not.toContain('Small group');
  expect(later.text).toContain('One more that you set up is not listed');
  expect(chat.bugs).toEqual([]);
  await stop();
});

test('on Discord, from the server’s roles and channels', async () => {
  const { discord, chat, stop } = await startDiscord({ chat: { store, subscriptions: store.subscriptions } });
  discord.channel(NEWS, { name: 'news' });
  discord.channel(DESK, { name: 'desk' });
  const permissions = ORDINARY | MANAGE_SERVER;
  for (const channelId of [NEWS, DESK]) {
    const manager = discord.user({ id: '300000000000000009', channelId, permissions });
    expect((await manager.slash('subscribe', { schedule: 'daily at 8 Kabul' })).text).toContain('are on');
  }
  // As a notice names it that says that updates have stopped.
  expect((await store.subscriptions.of(`discord:${NEWS}`))?.name).toBe('#news');
  const me = discord.user({ id: '300000000000000009', guildId: null });
  const list = await me.slash('subscription');
  expect(plain(list.text)).toMatch(/#news \(Newsroom\): Digest: Daily at 08:00 \(Asia\/Kabul\)\. Next digest: /u);
  expect(plain(list.text)).toContain('#desk (Newsroom)');
  const opened = await me.selects(list, '#news (Newsroom)');
  expect(plain(opened.text)).toContain('Subscription of #news (Newsroom)');
  expect((await me.presses(opened, 'Pause')).text).toContain('It is paused');
  expect(await statusOf(`discord:${NEWS}`)).toBe('paused');

  discord.channel(DESK, { name: 'desk', overwrites: [{ id: me.id, deny: MANAGE_SERVER }] });
  const later = await me.slash('subscription');
  expect(plain(later.text)).not.toContain('#desk');
  expect(plain(later.text)).toContain('One more that you set up is not listed');
  discord.member(me.id, null);
  expect(plain((await me.presses(opened, 'Pause')).text)).toContain('Only people with Manage Server');
  expect(plain((await me.slash('subscription')).text)).toContain('2 more that you set up are not listed');
  const other = discord.user({ guildId: null });
  expect(plain((await other.slash('subscription')).text)).toContain('There is no subscription here.');
  expect(chat.bugs).toEqual([]);
  await stop();
});
