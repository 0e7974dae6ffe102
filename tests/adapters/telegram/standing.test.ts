/** Through grammY: chats that the bot is added to, may write in, is removed from, or that have another id. */

import { afterEach, expect, test } from 'vitest';
import type { ChatEvents } from '../../../src/core/ports/chat-events.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { chatForTests } from '../chat-for-tests.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

const ADDER = 900;
const told: string[] = [];
const chats: ChatEvents = {
  mayWrite: async (chat) => void told.push(`may write ${chat}`),
  added: async ({ place, name, channel, addedBy }) => void told.push(`added ${place} ${name} ${channel} ${addedBy}`),
  moved: async (from, to) => void told.push(`${from} → ${to}`),
};

let bot: RunningTelegram;
afterEach(async () => {
  await bot.stop();
  told.length = 0;
});

test('a group that it was added to is told with its name and who did it; being removed is not', async () => {
  bot = await startTelegram({ chats });
  const group = bot.telegram.channel({ kind: 'group', title: 'Newsroom', botIs: 'left' });
  await bot.telegram.stands(group, 'member', { by: ADDER });
  const place = `telegram:${group}`;
  expect(told).toEqual([`may write ${place}`, `added ${place} Newsroom null telegram:${ADDER}`]);
  await bot.telegram.stands(group, 'kicked', { by: ADDER });
  expect(told).toHaveLength(2);
});

test('a channel is told with what it can be named by; without the right to post it may not write', async () => {
  bot = await startTelegram({ chats });
  const channel = bot.telegram.channel({ title: 'Front line', username: 'front_line', botIs: 'left' });
  const place = `telegram:${channel}`;
  await bot.telegram.stands(channel, 'administrator', { by: ADDER, canPost: false });
  expect(told).toEqual([`added ${place} Front line @front_line telegram:${ADDER}`]);
  await bot.telegram.stands(channel, 'administrator', { by: ADDER });
  expect(told.slice(1)).toEqual([`may write ${place}`]);
});

test('a private chat is not one that it is added to, but one that it may write in again', async () => {
  bot = await startTelegram({ chats });
  await bot.telegram.stands(ADDER, 'kicked', { by: ADDER });
  await bot.telegram.stands(ADDER, 'member', { by: ADDER });
  expect(told).toEqual([`may write telegram:${ADDER}`]);
});

test('nobody in particular added it where an anonymous admin did', async () => {
  bot = await startTelegram({ chats });
  const group = bot.telegram.channel({ kind: 'supergroup', title: 'Newsroom', botIs: 'left' });
  const member = (status: string) => ({ user: { id: 7_000_000_001, is_bot: true, first_name: 'T' }, status });
  await bot.telegram.pushUpdate('my_chat_member', {
    chat: { id: group, type: 'supergroup', title: 'Newsroom' },
    from: { id: 1_087_968_824, is_bot: true, first_name: 'Group' },
    date: 1,
    old_chat_member: member('left'),
    new_chat_member: member('member'),
  }).processed;
  expect(told.at(-1)).toBe(`added telegram:${group} Newsroom null null`);
});

test('a group that becomes a supergroup has moved before the bot counts as added to that one', async () => {
  const fake = await startFakeTelegram();
  const [from, to] = [-77, -1_001_234_567_890];
  fake.channel({ id: to, kind: 'supergroup', title: 'Newsroom', botIs: 'left' });
  // Both wait when the bot starts, the later one first.
  const added = fake.stands(to, 'member', { by: ADDER });
  const person = { id: ADDER, is_bot: false, first_name: 'R' };
  const chat = { id: from, type: 'group', title: 'Newsroom' };
  fake.pushUpdate('message', { message_id: 5, date: 1, chat, from: person, migrate_to_chat_id: to });
  bot = await startTelegram({ chats }, { fake });
  await added;
  expect(told).toEqual([
    `telegram:${from} → telegram:${to}`,
    `may write telegram:${to}`,
    `added telegram:${to} Newsroom null telegram:${ADDER}`,
  ]);
});

test('a database that fails for one chat is logged, and the others are answered', async () => {
  const failing = { ...chats, mayWrite: () => Promise.reject(new Error('disk full')) };
  bot = await startTelegram({ chats: failing, chat: chatForTests() });
  const group = bot.telegram.channel({ kind: 'group', botIs: 'left' });
  await bot.telegram.stands(group, 'member');
  expect((await bot.telegram.user().says('/about')).text).toContain('About this bot');
  await bot.log.says('What became of a chat could not be recorded');
});
