/** The whole bot on Telegram: greeted once over restarts, suspended when removed, resumed when added, followed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { startBot } from '../crash/broadcast.ts';
import { subscriptionForTests } from '../subscription-for-tests.ts';

const WAIT = { timeout: 100_000, interval: 50 };
const ADDER = 900;

test('a chat that the bot is added to', { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-greeted-'));
  const telegram = await startFakeTelegram();
  const url = `sqlite:${join(folder, 'test.sqlite')}`;
  const store = await openStore({ url, role: 'guest' });
  const start = () => startBot({ telegram }, { DATABASE_URL: url });
  const group = telegram.channel({ kind: 'group', title: 'Newsroom', botIs: 'left' });
  const silent = telegram.channel({ title: 'Front line', username: 'front_line', botIs: 'left' });
  const textsIn = (chat: number) => telegram.messagesIn(chat).map(({ text }) => text);
  let bot = start();
  try {
    await telegram.stands(group, 'member', { by: ADDER });
    await expect.poll(() => textsIn(group), WAIT).toEqual([expect.stringContaining('I say who says what')]);
    await telegram.stands(silent, 'administrator', { by: ADDER, canPost: false });
    await expect.poll(() => textsIn(ADDER), WAIT).toEqual([expect.stringContaining('You added me to Front line')]);
    expect(textsIn(silent)).toEqual([]);
    await telegram.stands(group, 'left', { by: ADDER });
    await bot.kill('SIGKILL');

    bot = start();
    await telegram.stands(group, 'member', { by: ADDER });
    const place = `telegram:${group}`;
    const suspended = { status: 'suspended', reason: 'kicked', resumeAt: null } as const;
    await store.subscriptions.put(subscriptionForTests({ place, ...suspended }));
    await telegram.stands(group, 'left', { by: ADDER });
    await telegram.stands(group, 'member', { by: ADDER });
    expect(await store.subscriptions.of(place)).toMatchObject({ status: 'active', reason: null });

    const supergroup = -1_001_234_567_890;
    const person = { id: ADDER, is_bot: false, first_name: 'R' };
    const chat = { id: group, type: 'group', title: 'Newsroom' };
    const message = { message_id: 5, date: 1, chat, from: person, migrate_to_chat_id: supergroup };
    await telegram.pushUpdate('message', message).processed;
    telegram.channel({ id: supergroup, kind: 'supergroup', title: 'Newsroom', botIs: 'left' });
    await telegram.stands(supergroup, 'member', { by: ADDER });
    expect(await store.subscriptions.of(place)).toBeUndefined();
    expect(await store.subscriptions.of(`telegram:${supergroup}`)).toMatchObject({ status: 'active' });
    expect(textsIn(group)).toHaveLength(1);
    expect(textsIn(supergroup)).toEqual([]);
  } finally {
    await bot.kill('SIGTERM');
    await store.close();
    await telegram.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
