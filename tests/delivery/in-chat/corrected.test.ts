/** Through both SDKs and both fakes: an alert, its correction in place and under it, and the report on that. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { startFakeDiscord } from '../../fakes/discord/discord.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { fromParent } from '../../from-parent.ts';
import { breakingNews, discordPlace, startBot, subscribeMany, telegramPlace } from '../crash/broadcast.ts';

const [CHANNEL = '', DELETED = ''] = [0, 1].map((index) => discordPlace(index).split(':')[1]);
const CHAT = Number(telegramPlace(0).split(':')[1]);
const WAIT = { timeout: 100_000, interval: 50 };

test('an alert is corrected where it stands, on both platforms, and a notice put under it; what was deleted has its reason', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-corrected-'));
  const [discord, telegram] = [await startFakeDiscord(), await startFakeTelegram()];
  const url = `sqlite:${join(folder, 'test.sqlite')}`;
  const store = await openStore({ url, role: 'guest' });
  await subscribeMany(store, { count: 2, slot: 8_000_000_000_000 });
  const bot = startBot({ discord, telegram }, { DATABASE_URL: url });
  const truceline = (...args: string[]) => run(['src/command-line.ts', ...args], url);
  const { entry } = breakingNews('dev-chat', 0);
  const publish = async (fields: object, ...options: string[]) => {
    const file = join(folder, 'developments.json');
    await writeFile(file, JSON.stringify([{ ...entry.fields, ...fields }]));
    expect(await truceline('import', file, ...options)).toContain('Published: 1 revision(s)');
  };
  const inChannel = (channel: string) => discord.messagesIn(channel).filter(({ deleted }) => !deleted);
  const inChat = () => telegram.messagesIn(CHAT).map(({ raw }) => raw);
  const textsInChannel = (channel: string) => inChannel(channel).map(({ raw }) => JSON.stringify(raw));
  const textsInChat = () => inChat().map((raw) => JSON.stringify(raw));
  try {
    await expect.poll(() => store.recall('alerted:discord'), WAIT).toBeDefined();
    await expect.poll(() => store.recall('alerted:telegram'), WAIT).toBeDefined();
    await publish({}, '--alert');
    await expect.poll(() => [CHANNEL, DELETED].map((id) => inChannel(id).length), WAIT).toEqual([1, 1]);
    await expect.poll(() => inChat().length, WAIT).toBe(1);
    await expect.poll(async () => (await store.outbox.counts('discord')).sent, WAIT).toBe(2);
    discord.deletes(DELETED, inChannel(DELETED)[0]?.messageId ?? '');

    await publish({ title: 'Quite another thing' }, '--correction', '--reason', 'We misread it.', '--minor');
    const line = /Corrected (?:.{10,40} UTC|<t:\d+:f>).*→ Quite another thing.*We misread it/u;
    await expect.poll(() => textsInChannel(CHANNEL), WAIT).toEqual([expect.stringMatching(line)]);
    await expect.poll(textsInChat, WAIT).toEqual([expect.stringMatching(line)]);
    await expect.poll(() => truceline('coverage'), WAIT).toContain('Still to do: 0');
    const told = await truceline('coverage');
    expect(told).toMatch(
      /Messages that showed it: 4\n {2}Edited: 3\n.*instead: 0\n {2}Failed: 1\n {4}1: .*Unknown Message/u,
    );

    await publish({ title: 'The right thing' }, '--correction', '--reason', 'Read once more.');
    await expect.poll(() => inChannel(CHANNEL).length, WAIT).toBe(2);
    await expect.poll(() => inChat().length, WAIT).toBe(2);
    const last = /→ The right thing/u;
    for (const texts of [textsInChannel(CHANNEL), textsInChat()]) {
      expect(texts).toEqual([expect.stringMatching(last), expect.stringMatching(last)]);
    }
    const [original, notice] = inChannel(CHANNEL);
    const posted = discord.requests.findLast(
      ({ path, body }) => path.includes(CHANNEL) && JSON.stringify(body).includes('message_reference'),
    );
    expect(posted?.body).toMatchObject({
      message_reference: { message_id: original?.messageId, fail_if_not_exists: false },
    });
    expect(JSON.stringify(notice?.raw)).toContain('This corrects what I sent on');
    expect(inChat()[1]).toMatchObject({ reply_to_message: { message_id: inChat()[0]?.['message_id'] } });
    expect(inChat()[1]?.['disable_notification']).toBeUndefined();
    await expect.poll(() => truceline('coverage'), WAIT).toMatch(/Edited: 3\n.*instead: 1\n {2}Failed: 0/u);
  } finally {
    await bot.kill('SIGTERM');
    await store.close();
    await Promise.all([discord.stop(), telegram.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});

/** Resolves to what it wrote, once it has ended. */
function run(args: readonly string[], url: string): Promise<string> {
  const child = spawn(process.execPath, [...args], {
    env: { ...fromParent, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('close', () => resolve(output));
  });
}
