/** A reminder as a moderator sees it, on both platforms: it comes by itself, and its button snoozes it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { startFakeDiscord } from '../../fakes/discord/discord.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { timezoneAt } from '../../timezone-at.ts';
import { startBot } from '../crash/broadcast.ts';

const PERSON = 777_001;
const ON_DISCORD = '777000000000000001';
const WAIT = { timeout: 100_000, interval: 50 };

test('comes in private on both platforms, once, and is snoozed by its button', { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-reminded-'));
  const [discord, telegram] = [await startFakeDiscord(), await startFakeTelegram()];
  const url = `sqlite:${join(folder, 'test.sqlite')}`;
  const store = await openStore({ url, role: 'guest' });
  for (const id of [`discord:${ON_DISCORD}`, `telegram:${PERSON}`]) {
    await store.moderators.add({ id, by: 'telegram:1', at: 1 });
  }
  const env = { DATABASE_URL: url, TIMEZONE: timezoneAt(12) };
  let bot = startBot({ discord, telegram }, env);
  const person = telegram.user({ id: PERSON, chat: 'private', chatId: PERSON });
  const onDiscord = () =>
    discord.requests.filter(
      ({ method, body }) => method === 'POST' && JSON.stringify(body ?? '').includes('Data going stale'),
    );
  try {
    const reminder = await person.hears();
    expect(reminder.text).toMatch(/^Data going stale\nThe newest development is of .* ago\./u);
    await expect.poll(() => onDiscord().length, WAIT).toBe(1);
    const sent = onDiscord()[0]?.body;
    expect(JSON.stringify(sent)).toMatch(/New development.*State of the ceasefire.*Snooze for a week/u);
    const answer = await person.presses(reminder, 'Snooze for 3 days');
    expect(answer.text).toMatch(/Snoozed: I send you no reminder before/u);
    expect(Number(await store.recall(`snoozed:telegram:${PERSON}`))).toBeGreaterThan(Date.now());
    const colleague = discord.user({ id: ON_DISCORD, guildId: null });
    const shown = await colleague.slash('reminders');
    const snoozed = await colleague.presses(shown, 'Snooze for a day');
    expect(snoozed.text).toContain('Snoozed');
    expect(Number(await store.recall(`snoozed:discord:${ON_DISCORD}`))).toBeGreaterThan(Date.now());
    await bot.kill('SIGKILL');
    for (const id of [`discord:${ON_DISCORD}`, `telegram:${PERSON}`]) await store.remember(`snoozed:${id}`, '0');
    const before = person.events().length;
    bot = startBot({ discord, telegram }, { ...env, LOG_LEVEL: 'info' });
    await expect.poll(bot.output, WAIT).toMatch(/connected[^]*connected/u);
    expect((await person.says('/reminders')).text).toContain('I remind you once a day');
    expect(person.events().slice(before)).toHaveLength(1);
    expect(onDiscord()).toHaveLength(1);
    expect([...discord.violations, ...telegram.violations]).toEqual([]);
  } finally {
    await bot.kill('SIGTERM');
    await store.close();
    await Promise.all([discord.stop(), telegram.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});
