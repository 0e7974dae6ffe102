/** What is for the asker alone stays hidden from others, also where a waiting sign comes first. */
import { afterEach, expect, test } from 'vitest';
import { slowCommand, testWords } from '../chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

let bot: RunningDiscord;
afterEach(() => bot.stop());

const deferrals = () =>
  bot.discord.requests
    .filter(({ path, body }) => path.endsWith('/callback') && JSON.stringify(body).includes('"type":5'))
    .map(({ body }) => JSON.stringify(body));

test.each([
  ['a confidential answer', true, true],
  ['another', false, false],
])('%s that is slow, in a server: hidden is %s', async (_what, isConfidential, isHidden) => {
  const { slow, goOn } = slowCommand();
  const commands = [isConfidential ? { ...slow, isConfidential } : slow];
  bot = await startDiscord({ chat: { commands, language: testWords }, deferAfterMs: 30 });
  await bot.log.says('Commands registered');
  const answer = bot.discord.user().slash('slow');
  await expect.poll(deferrals).toHaveLength(1);
  // 64 is Discord's flag for what the asker alone sees: who asked what is on the waiting sign too.
  expect(deferrals()[0]?.includes('"flags":64')).toBe(isHidden);
  goOn();
  await expect(answer).resolves.toMatchObject({ text: 'late news', deferred: true, ephemeral: isHidden });
});
