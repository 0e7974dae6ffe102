/** Coming to Telegram and leaving it: wrong tokens, a platform that is down or slow down, other instances, menus. */
import { afterEach, expect, test } from 'vitest';
import { TokenRefused } from '../../../src/adapters/token-refused.ts';
import { command } from '../../../src/core/chat/command.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { brokenCommand, chatForTests, slowCommand, testWords } from '../chat-for-tests.ts';
import { type RunningTelegram, startTelegram } from './start-telegram.ts';

let bot: RunningTelegram;
afterEach(() => bot.stop());

const menusSet = ({ telegram }: RunningTelegram) => telegram.calls.filter(({ method }) => method === 'setMyCommands');

test.each([
  ['12345:WRONG', 'unauthorized'],
  ['WRONG', 'not even a token'],
])('a wrong token: one line that names the variable, and the token nowhere', async (token) => {
  const fake = await startFakeTelegram();
  bot = await startTelegram({ config: { token, apiUrl: fake.apiUrl } }, { fake });
  await expect(bot.ended).rejects.toBeInstanceOf(TokenRefused);
  await expect(bot.ended).rejects.toThrow(/^Telegram refused TELEGRAM_TOKEN: [^\n]+$/u);
  expect(bot.log.lines.join('')).not.toContain('WRONG');
});

test('another instance polls: says so and waits, as that may end; nothing else stops for it', async () => {
  const fake = await startFakeTelegram();
  fake.failNext(({ path }) => path.endsWith('/getUpdates'), {
    status: 409,
    body: { ok: false, error_code: 409, description: 'Conflict: terminated by other getUpdates request' },
  });
  bot = await startTelegram({}, { fake });
  await expect(bot.log.says('409 Conflict')).resolves.toContain('trying again in');
  await expect(fake.user().says('/help')).resolves.toBeDefined();
});

test('down at the start: says when it tries again without telling the token, does, and answers', async () => {
  const fake = await startFakeTelegram();
  await fake.down();
  bot = await startTelegram({}, { fake });
  await expect(bot.log.says('"attempt":2')).resolves.toMatch(/ECONNREFUSED.*trying again in 0\.0 s, at /u);
  await fake.up();
  await bot.log.says('Telegram connected as @truceline_bot');
  await expect(fake.user().says('/help')).resolves.toBeDefined();
  expect(bot.log.lines.join('')).not.toContain(fake.token.split(':')[1]);
});

test('down in between, and errors of the server: polls again, and answers what was asked meanwhile', async () => {
  bot = await startTelegram();
  const chat = bot.telegram.user();
  await chat.says('/help');
  bot.telegram.failNext(({ path }) => path.endsWith('/getMe'), {
    status: 502,
    body: { ok: false, error_code: 502, description: 'Bad Gateway' },
  });
  await bot.telegram.down();
  await bot.log.says('trying again');
  await bot.telegram.up();
  await expect(chat.says('/about')).resolves.toMatchObject({ text: expect.stringContaining('No totals') });
  expect(chat.events()).toHaveLength(2);
  await bot.log.says('502 Bad Gateway');
});

test('asked to slow down: waits as long as asked, and gives an answer up that nobody would wait for', async () => {
  const fake = await startFakeTelegram();
  const slowDown = (seconds: number) => ({
    status: 429,
    body: { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: seconds } },
  });
  fake.failNext(({ path }) => path.endsWith('/getMe'), slowDown(1));
  bot = await startTelegram({}, { fake });
  await expect(bot.log.says('trying again')).resolves.toContain('"retryInMs":1000');
  const chat = fake.user();
  await bot.log.says('Commands registered');
  fake.failNext(({ path }) => path.endsWith('/sendMessage'), slowDown(1));
  await expect(chat.says('/help')).resolves.toBeDefined();
  fake.failNext(({ path }) => path.endsWith('/sendMessage'), slowDown(3600));
  await chat.mutters('/help');
  await bot.log.says('nobody would wait for it');
});

test('an answer that Telegram refuses as malformed is a bug with an id, and the asker is told', async () => {
  bot = await startTelegram();
  bot.telegram.failNext(({ path }) => path.endsWith('/sendMessage'), {
    status: 400,
    body: { ok: false, error_code: 400, description: 'Bad Request: message is too long' },
  });
  const answer = await bot.telegram.user().says('/help');
  expect(answer.text).toContain('bug-1');
  expect(bot.chat.bugs).toMatchObject([{ message: 'sendMessage: 400 Bad Request: message is too long' }]);
});

test('a bot that was blocked, and a press that is too old, are noted', async () => {
  bot = await startTelegram({}, { queryWindowMs: 0 });
  const chat = bot.telegram.user();
  bot.telegram.failNext(({ path }) => path.endsWith('/sendMessage'), {
    status: 403,
    body: { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' },
  });
  await chat.mutters('/help');
  await bot.log.says('"failure":"gone"');
  const answer = await chat.says('/help');
  chat.pressesData(answer, 'about;0;').catch(() => undefined);
  await expect(chat.seesEdit()).resolves.toMatchObject({ text: expect.stringContaining('No totals') });
  await bot.log.says('"failure":"expired"');
  expect(bot.chat.bugs).toEqual([]);
});

test('a slow answer in one chat does not keep the others of the batch waiting', async () => {
  const fake = await startFakeTelegram();
  const { slow, goOn } = slowCommand();
  const [patient, hasty] = [fake.user(), fake.user()];
  const late = patient.says('/slow');
  const quick = hasty.says('/help');
  bot = await startTelegram({ chat: { commands: [...chatForTests().commands, slow], language: testWords } }, { fake });
  await expect(quick).resolves.toBeDefined();
  goOn();
  await expect(late).resolves.toMatchObject({ text: 'late news' });
});

test('stops without waiting for a slow command, confirms what was handled, and leaves what was not for the next start', async () => {
  const { slow, goOn } = slowCommand();
  const commands = [...chatForTests().commands, slow];
  bot = await startTelegram({ chat: { commands, language: testWords } });
  const [done, waiting] = [bot.telegram.user(), bot.telegram.user()];
  await done.says('/help');
  const late = waiting.says('/slow');
  await expect.poll(() => bot.telegram.calls.at(-1)?.params['offset']).toBeGreaterThan(0);
  // The slow command goes on only afterwards: who waited for it would wait for ever.
  await bot.leave();
  goOn();
  bot = await startTelegram({ chat: { commands, language: testWords } }, { fake: bot.telegram });
  await late;
  await done.says('/about');
  expect(done.events()).toHaveLength(2);
});

test('menus: set once for each kind of chat, and again where they changed', async () => {
  bot = await startTelegram();
  await bot.log.says('Commands registered');
  const scopes = menusSet(bot).map(({ params }) => params['scope']);
  expect(scopes).toEqual(
    ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'].map((type) => ({ type })),
  );
  expect(menusSet(bot)[0]?.params['commands']).toContainEqual({
    command: 'about',
    description: 'How I know what I say, and how old that is',
  });
  await bot.leave();
  bot = await startTelegram({ chat: { store: bot.chat.store } }, { fake: bot.telegram });
  await bot.log.says('Commands are registered already');
  expect(menusSet(bot)).toHaveLength(4);
  await bot.leave();
  const settings = command({ ...brokenCommand, who: 'channel-admin' });
  const chat = { store: bot.chat.store, commands: [...chatForTests().commands, settings], language: testWords };
  bot = await startTelegram({ chat }, { fake: bot.telegram });
  await bot.log.says('Commands registered');
  const sizes = menusSet(bot)
    .slice(4)
    .map(({ params }) => (Array.isArray(params['commands']) ? params['commands'].length : 0));
  const open = chat.commands.filter(({ who }) => who === 'anyone').length;
  const withAdmin = chat.commands.filter(({ who }) => who === 'anyone' || who === 'channel-admin').length;
  expect(open).toBeLessThan(chat.commands.length);
  expect(sizes).toEqual([open, withAdmin, open, withAdmin]);
  await expect(bot.telegram.user({ chat: 'supergroup' }).says('/broken')).resolves.toMatchObject({
    text: expect.stringContaining('for those who run'),
  });
});
