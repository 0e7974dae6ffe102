/** The process as it is started: answers without a token, exit codes, one platform down beside another. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeDiscord } from './fakes/discord/discord.ts';
import { startFakeTelegram } from './fakes/telegram/telegram.ts';
import { fromParent } from './from-parent.ts';

import { timezoneAt } from './timezone-at.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truceline-main-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Starts the program in the project's folder with this environment and nothing else of ours in it. */
function start(env: Record<string, string>, input?: string) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { ...fromParent, DATABASE_URL: `sqlite:${folder}/test.sqlite`, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.end(input ?? '');
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const logs = async (wanted: RegExp) => {
    await expect.poll(() => out, { timeout: 60_000 }).toMatch(wanted);
  };
  return { ended, logs, out: () => out, err: () => err, stop: () => child.kill('SIGTERM') };
}

describe('process', { timeout: 180_000 }, () => {
  test('without a token it answers what is piped in and ends with 0', async () => {
    const bot = start({}, '/ceasefire\n/quotes speaker:shehbaz\n');
    expect(await bot.ended).toBe(0);
    expect(bot.out()).toContain('ast recorded ');
    expect(bot.out()).toContain('There will be no compromise on Pakistan’s defense');
    expect(bot.err()).toBe('');
  });

  test('a bad configuration is refused with every problem, each with its variable, exit code 78', async () => {
    const bot = start({ DISCORD_GUILD_ID: '12', TIMEZONE: 'Mars/Olympus', COMMANDS_PER_MINUTE: 'lots' });
    expect(await bot.ended).toBe(78);
    for (const name of ['DISCORD_GUILD_ID', 'TIMEZONE', 'COMMANDS_PER_MINUTE']) expect(bot.err()).toContain(name);
    const language = start({ BOT_LANGUAGE: 'tlh' });
    expect(await language.ended).toBe(78);
    expect(language.err()).toContain('BOT_LANGUAGE must be one of: en');
  });

  test('a broken dossier is refused with every problem by file, entry and field, exit code 65', async () => {
    const dossier = join(folder, 'dossier');
    await cp('data/pakistan-afghanistan', dossier, { recursive: true });
    const broken = async (file: string, from: string, to: string) => {
      const path = join(dossier, file);
      const text = await readFile(path, 'utf8');
      expect(text).toContain(from);
      await writeFile(path, text.replace(from, to));
    };
    await broken('quotes.json', '"date": "2025-11-07"', '"date": "2025-11-31"');
    await broken('casualties.json', '"claimedBy": "news-media-unattributed",', '');
    await broken('talks.json', '"outcome": "agreement"', '"outcome": "success"');
    const bot = start({ DOSSIER: dossier });
    expect(await bot.ended).toBe(65);
    expect(bot.err()).toContain('quotes.json: q-asif-talks-are-over: date:');
    expect(bot.err()).toContain('casualties.json: cas-orakzai-11: claimedBy:');
    expect(bot.err()).toContain('talks.json: talks-doha-1: outcome:');
  });

  test('a refused token is one clear line and exit code 1, on either platform, and is never printed', async () => {
    const discord = await startFakeDiscord();
    const telegram = await startFakeTelegram();
    const tokens = { DISCORD_TOKEN: 'wrong.discord.secret', TELEGRAM_TOKEN: '99:wrong-telegram-secret' };
    const onDiscord = start({ DISCORD_TOKEN: tokens.DISCORD_TOKEN, DISCORD_API_URL: discord.apiUrl });
    const onTelegram = start({
      TELEGRAM_TOKEN: tokens.TELEGRAM_TOKEN,
      TELEGRAM_API_URL: telegram.apiUrl,
      DATABASE_URL: `sqlite:${folder}/other.sqlite`,
    });
    expect(await onDiscord.ended).toBe(1);
    expect(await onTelegram.ended).toBe(1);
    expect(onDiscord.err()).toMatch(/^[^\n]*DISCORD_TOKEN[^\n]*\n$/u);
    expect(onTelegram.err()).toMatch(/^[^\n]*TELEGRAM_TOKEN[^\n]*\n$/u);
    const printed = [onDiscord, onTelegram].map((bot) => bot.out() + bot.err()).join('\n');
    for (const token of Object.values(tokens)) expect(printed).not.toContain(token);
    await Promise.all([discord.stop(), telegram.stop()]);
  });

  test('one platform down: the other answers, and SIGTERM ends the process with 0', async () => {
    const discord = await startFakeDiscord();
    const telegram = await startFakeTelegram();
    await discord.down();
    const bot = start({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: telegram.apiUrl,
    });
    await bot.logs(/telegram/iu);
    const answer = await telegram.user().says('/quotes speaker:shehbaz');
    expect(answer.text).toContain('There will be no compromise on Pakistan’s defense');
    await bot.logs(/[Dd]iscord[^\n]*again/u);
    await discord.up();
    await bot.logs(/connected[^\n]*\n[^]*connected/u);
    const slash = await discord.user().slash('quotes', { speaker: 'shehbaz' });
    expect(slash.text).toContain('There will be no compromise on Pakistan’s defense');
    bot.stop();
    expect(await bot.ended).toBe(0);
    expect(bot.out() + bot.err()).not.toContain(telegram.token);
    await Promise.all([discord.stop(), telegram.stop()]);
  });

  test('owners say who moderates, on either platform and over a restart; the log has who tried', async () => {
    const [discord, telegram] = await Promise.all([startFakeDiscord(), startFakeTelegram()]);
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: telegram.apiUrl,
      OWNERS: 'telegram:42, discord:300000000000000001',
      // In the night nobody is reminded of what is old.
      TIMEZONE: timezoneAt(3),
    };
    const bot = start(env);
    await bot.logs(/Commands registered[^]*Commands registered/u);
    const owner = telegram.user({ id: 42 });
    const added = await owner.says('/moderators do:add who:telegram:43');
    expect(added.text).toContain('telegram:43 can now moderate');
    const refused = await telegram.user({ id: 43 }).says('/moderators do:add who:telegram:43');
    expect(refused.text).toBe('/moderators is not open to you here.');
    const group = await telegram.user({ id: 42, chat: 'supergroup', status: 'creator' }).says('/moderators');
    expect(group.text).toContain('only where nobody else can read the answer');
    await bot.logs(/"outcome":"refused","reason":"error-in-private"/u);
    const audits = bot
      .out()
      .split('\n')
      .flatMap((line) => (line.includes('"audit"') ? [JSON.parse(line)] : []));
    expect(audits.map(({ level, audit: { who, outcome, from } }) => [level, who, outcome, from])).toEqual([
      [30, 'telegram:42', 'done', 'telegram:42'],
      [30, 'telegram:43', 'refused', 'telegram:43'],
      [30, 'telegram:42', 'refused', 'telegram:-1000000000042'],
    ]);
    expect(audits[1].audit).toMatchObject({ command: 'moderators', args: { do: 'add', who: 'telegram:43' } });
    bot.stop();
    expect(await bot.ended).toBe(0);
    const again = start(env);
    await again.logs(/Discord connected/u);
    const list = await discord.user({ id: '300000000000000001' }).slash('moderators', { do: 'list' });
    expect(list).toMatchObject({ ephemeral: true, text: expect.stringContaining('telegram:43') });
    again.stop();
    expect(await again.ended).toBe(0);
    await Promise.all([discord.stop(), telegram.stop()]);
  });

  test('a second bot on the same file is refused; the terminal works beside the first', async () => {
    const telegram = await startFakeTelegram();
    const env = { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.apiUrl };
    const bot = start(env);
    await bot.logs(/connected/u);
    const second = start(env);
    expect(await second.ended).toBe(1);
    expect(second.err()).toMatch(/another Truceline bot is running/iu);
    const beside = start({}, '/about\n');
    expect(await beside.ended).toBe(0);
    expect(beside.out()).toMatch(/In the dossier: \d+ developments, \d+ remarks \(\d+ wordings\)/u);
    bot.stop();
    expect(await bot.ended).toBe(0);
    await telegram.stop();
  });
});
