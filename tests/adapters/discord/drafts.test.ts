/** Writing on Discord, as far as it goes: in direct messages with the bot, by buttons and by /drafts do:set. */
import { expect, test } from 'vitest';
import { deskForTests } from '../../core/desk/desk-for-tests.ts';
import { startDiscord } from './start-discord.ts';

test('a draft is begun in a direct message, answered with a command and buttons; in servers it is refused', async () => {
  const { chat: desk, bugs } = await deskForTests();
  // Who moderates is not what is tested here.
  const commands = desk.commands.map((one) => (one.who === 'moderator' ? { ...one, who: 'anyone' as const } : one));
  const bot = await startDiscord({ chat: { ...desk, commands } });
  await bot.log.says('Commands registered');
  const inServer = await bot.discord.user().slash('post', { kind: 'claim' });
  expect(inServer.text).toContain('in your private chat');
  const person = bot.discord.user({ guildId: null, id: '777000000000000001' });
  const first = await person.slash('post', { kind: 'person' });
  expect(first.text).toContain('New · Person · 1 of');
  const [draft] = await desk.desk.drafts.list({ author: 'discord:777000000000000001' });
  const second = await person.slash('drafts', { do: 'set', id: draft?.id ?? '', field: 'name', to: 'A Person' });
  expect(second.text).toContain('Role');
  const back = await person.presses(second, '‹ One back');
  expect(back.text).toContain('`A Person`');
  expect([...bugs, ...bot.chat.bugs]).toEqual([]);
  await bot.stop();
});
