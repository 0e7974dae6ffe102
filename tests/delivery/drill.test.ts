/** A drill through both SDKs and both fakes: written on Telegram, read in one channel and one group, nowhere else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snoozeKey } from '../../src/core/messages/reminder-day.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { startFakeDiscord } from '../fakes/discord/discord.ts';
import { startFakeTelegram } from '../fakes/telegram/telegram.ts';
import { discordPlace, startBot, subscribeMany, telegramPlace } from './crash/broadcast.ts';

const CHANNEL = discordPlace(0).split(':')[1] ?? '';
const CHAT = Number(telegramPlace(0).split(':')[1]);
const WAIT = { timeout: 100_000, interval: 50 };
const ANSWERS = ['src-seed', '2025-11-09', 'talks', 'Envoys meet again', 'They said that they met.', 'pakistan', '-'];

test('a drill reaches those who want alerts, every line of it marked, and the dossier stays as it is', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-drill-'));
  const [discord, telegram] = [await startFakeDiscord(), await startFakeTelegram()];
  const url = `sqlite:${join(folder, 'test.sqlite')}`;
  const store = await openStore({ url, role: 'guest' });
  await subscribeMany(store, { count: 1, slot: 8_000_000_000_000 });
  // By day the bot would remind the owner of old data, in the middle of the conversation.
  await store.remember(snoozeKey('telegram:4242'), String(8_000_000_000_000));
  const bot = startBot(
    { discord, telegram },
    { DATABASE_URL: url, OWNERS: 'telegram:4242', COMMANDS_PER_MINUTE: '600' },
  );
  const inChannel = () =>
    discord.messagesIn(CHANNEL).map(({ raw }) => JSON.parse(JSON.stringify(raw)).embeds[0].description);
  const inChat = (chat: number) => telegram.messagesIn(chat).map(({ raw }) => String(raw['text']));
  try {
    await expect.poll(() => store.recall('alerted:discord'), WAIT).toBeDefined();
    await expect.poll(() => store.recall('alerted:telegram'), WAIT).toBeDefined();
    const ledger = await store.revisionsAfter(0);
    const owner = telegram.user({ id: 4242, chat: 'private', chatId: 4242 });
    const send = async (reach: string) => {
      await owner.says('/drill development');
      for (const words of [...ANSWERS, 'reported', 'breaking', '-']) await owner.says(words);
      const preview = await owner.says(reach);
      expect(preview.text).toContain('DRILL · Breaking');
      return owner.presses(preview, 'Send the drill');
    };
    expect((await send('subscribers')).text).toContain('goes to 2 places');
    await expect.poll(() => inChannel().length, WAIT).toBe(1);
    await expect.poll(() => inChat(CHAT).length, WAIT).toBe(1);
    for (const text of [...inChannel(), ...inChat(CHAT)]) {
      expect(text).toContain('Envoys meet again');
      expect(text.split('\n').filter((line: string) => line !== '' && !line.includes('DRILL'))).toEqual([]);
    }
    expect((await send('me')).text).toContain('goes to one place');
    await expect.poll(() => inChat(4242).filter((text) => text.startsWith('DRILL · An exercise')).length, WAIT).toBe(1);
    expect([inChannel().length, inChat(CHAT).length]).toEqual([1, 1]);
    expect(await store.revisionsAfter(0)).toEqual(ledger);
    expect(await store.announcementsAfter(0)).toEqual([]);
    expect((await owner.says('/changes')).text).not.toContain('Envoys meet again');
    await expect.poll(async () => (await store.outbox.counts('telegram')).sent, WAIT).toBe(2);
    expect(await store.corrections.renderingsBefore('telegram', 1_000_000)).toEqual([]);
    expect(await store.corrections.renderingsBefore('discord', 1_000_000)).toEqual([]);
  } finally {
    await bot.kill('SIGTERM');
    await store.close();
    await Promise.all([discord.stop(), telegram.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});
