/** Discord's three seconds: answers in time, late ones, and those that come when nobody waits any more. */
import { inspect } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { command } from '../../../src/core/chat/command.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import { UserError } from '../../../src/core/reply/user-error.ts';
import { slowCommand, testWords } from '../chat-for-tests.ts';
import { type RunningDiscord, startDiscord } from './start-discord.ts';

let bot: RunningDiscord;
afterEach(() => bot.stop());

const isDeferral = ({ path, body }: { path: string; body: unknown }) =>
  path.endsWith('/callback') && JSON.stringify(body).includes('"type":5');

test('a slow answer is deferred in time, and then takes the place of the waiting sign', async () => {
  const { slow, goOn } = slowCommand();
  bot = await startDiscord({ chat: { commands: [slow], language: testWords }, deferAfterMs: 30 });
  await bot.log.says('Commands registered');
  const answer = bot.discord.user().slash('slow');
  await expect.poll(() => bot.discord.requests.some(isDeferral)).toBe(true);
  goOn();
  await expect(answer).resolves.toMatchObject({ text: 'late news', deferred: true, ephemeral: false });
});

test('a slow answer to a press changes the message', async () => {
  const { slow, goOn } = slowCommand();
  const quick = command({
    ...slow,
    name: 'broken',
    run: () => reply({ blocks: [] }),
  });
  bot = await startDiscord({ chat: { commands: [slow, quick], language: testWords }, deferAfterMs: 30 });
  await bot.log.says('Commands registered');
  const chat = bot.discord.user();
  const first = await chat.slash('broken');
  const pressed = chat.pressesCustomId(first, 'slow;0;');
  await expect.poll(() => bot.discord.requests.filter(({ path }) => path.endsWith('/callback')).length).toBe(2);
  goOn();
  await expect(pressed).resolves.toMatchObject({ text: 'late news', deferred: true, messageId: first.messageId });
});

test('a slow refusal is still for the asker alone', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const refusing = command({
    name: 'slow',
    who: 'anyone',
    params: {},
    async run() {
      await promise;
      throw new UserError('error-button');
    },
  });
  bot = await startDiscord({ chat: { commands: [refusing], language: testWords }, deferAfterMs: 30 });
  await bot.log.says('Commands registered');
  const answer = bot.discord.user().slash('slow');
  await expect.poll(() => bot.discord.requests.some(isDeferral)).toBe(true);
  resolve();
  await expect(answer).resolves.toMatchObject({ ephemeral: true });
  expect(bot.discord.requests.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('an interaction that has expired is noted, and nothing else happens', async () => {
  const { slow, goOn } = slowCommand();
  bot = await startDiscord({ chat: { commands: [slow], language: testWords }, deferAfterMs: 60 }, { ackWindowMs: 20 });
  await bot.log.says('Commands registered');
  await expect(bot.discord.user().slash('slow')).rejects.toThrow('10062');
  await bot.log.says('An answer came too late');
  goOn();
  expect(bot.chat.bugs).toEqual([]);
});

test('an answer that Discord refuses as malformed is a bug with an id, and the asker is told', async () => {
  const { slow, goOn } = slowCommand();
  goOn();
  bot = await startDiscord({ chat: { commands: [slow], language: testWords } });
  await bot.log.says('Commands registered');
  const refusal = { status: 400, body: { code: 50_035, message: 'Invalid Form Body' } };
  bot.discord.failNext(({ path }) => path.endsWith('/callback'), refusal);
  const answer = await bot.discord.user().slash('slow');
  expect(answer).toMatchObject({ ephemeral: true });
  expect(answer.text).toContain('bug');
  expect(bot.chat.bugs).toMatchObject([{ message: 'HTTP 400, code 50035: Invalid Form Body' }]);
  expect(inspect(bot.chat.bugs)).not.toContain('fake-interaction');
});

test('a connection that is cut while answering: the answer is sent again', async () => {
  bot = await startDiscord();
  await bot.log.says('Commands registered');
  bot.discord.failNext(({ path }) => path.endsWith('/callback'), 'cut');
  await expect(bot.discord.user().slash('about')).resolves.toMatchObject({
    text: expect.stringContaining('No totals'),
  });
});
