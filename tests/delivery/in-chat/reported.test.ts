/**
 * The report of how far a correction came as moderators see it, on both platforms: one message, kept up to date over a
 * restart. That it ends as finished takes minutes: see reports.test.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { snoozeKey } from '../../../src/core/messages/reminder-day.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { startFakeDiscord } from '../../fakes/discord/discord.ts';
import { startFakeTelegram } from '../../fakes/telegram/telegram.ts';
import { emptyPostgres } from '../../storage/fresh-postgres.ts';
import { breakingNews, startBot, subscribeMany } from '../crash/broadcast.ts';

/** On each platform. */
const COUNT = 30;
const ON_DISCORD = 'discord:777000000000000001';
const ON_TELEGRAM = 'telegram:777001';
const WAIT = { timeout: 100_000, interval: 50 };

const isReport = (body: unknown) => JSON.stringify(body ?? '').includes('How far correction');

async function sqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-reported-'));
  return {
    url: `sqlite:${join(folder, 'test.sqlite')}`,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

describe.concurrent.each([
  // With one process only, what a kill interrupts is looked into at the next start; on PostgreSQL after 30 seconds.
  ['SQLite', sqlite, { isInterrupted: true }],
  ['PostgreSQL', emptyPostgres, { isInterrupted: false }],
])('on %s', (_, start, { isInterrupted }) => {
  test('a report is one message, and goes on over a kill until nothing is left to do', { timeout: 240_000 }, async ({
    expect,
  }) => {
    const database = await start();
    const [discord, telegram] = [await startFakeDiscord(), await startFakeTelegram()];
    const store = await openStore({ url: database.url, role: 'guest' });
    await subscribeMany(store, { count: COUNT, slot: 8_000_000_000_000 });
    for (const id of [ON_DISCORD, ON_TELEGRAM]) {
      await store.moderators.add({ id, by: 'telegram:1', at: 1 });
      // Reminders would be counted too.
      await store.remember(snoozeKey(id), String(8_000_000_000_000));
    }
    // Slow enough that a report is seen in the middle.
    const env = { DATABASE_URL: database.url, DISCORD_SENDS_PER_SECOND: '5', TELEGRAM_SENDS_PER_SECOND: '5' };
    const fast = { DATABASE_URL: database.url };
    const first = startBot({ discord, telegram }, fast);
    const head = async () => (await store.revisionsAfter(0)).at(-1)?.seq ?? 0;
    const publish = async (draft: RevisionDraft, announce = false) =>
      expect(await store.append([draft], await head(), { announce })).not.toBe('moved on');
    const correction = (author: string, title: string): RevisionDraft => {
      const { entry } = breakingNews('dev-reported', Date.now());
      if (entry.kind !== 'development') throw new Error('not a development');
      const fields = { ...entry.fields, title };
      const common = { author, recordedAt: Date.now(), change: 'correction', weight: 'minor' } as const;
      return { ...common, reason: 'We misread it.', entry: { kind: 'development', fields } };
    };
    /** All bodies of requests that carried the report of one platform, the first being the message. */
    const onDiscord = () => discord.requests.filter(({ body }) => isReport(body));
    const onTelegram = () => telegram.requests.filter(({ body }) => isReport(body));
    const said = (requests: readonly { readonly body?: unknown }[]) => requests.map(({ body }) => JSON.stringify(body));
    /** The channels of Discord that a report was posted to. */
    const channels = () =>
      new Set(onDiscord().flatMap(({ method, path }) => (method === 'POST' ? [path.split('/').at(-2) ?? ''] : [])));
    const reports = () => ({
      discord: [...channels()].flatMap((id) => discord.messagesIn(id)).length,
      telegram: telegram.messagesIn(777_001).length,
    });
    let running = first;
    try {
      await expect.poll(() => store.recall('alerted:discord'), WAIT).toBeDefined();
      await expect.poll(() => store.recall('alerted:telegram'), WAIT).toBeDefined();
      await publish(breakingNews('dev-reported', Date.now()), true);
      for (const platform of ['discord', 'telegram'])
        await expect.poll(async () => (await store.outbox.counts(platform)).sent, WAIT).toBe(COUNT);
      await first.kill('SIGTERM');
      running = startBot({ discord, telegram }, env);
      await publish(correction(ON_TELEGRAM, 'Quite another thing'));
      await expect.poll(() => said(onTelegram()).length, WAIT).toBeGreaterThanOrEqual(2);
      // Discord has the report, and the bot is killed before it knows: the next one repeats it, with the same nonce.
      if (isInterrupted) discord.failNext(({ method, body }) => method === 'POST' && isReport(body), 'hang-after');
      await publish(correction(ON_DISCORD, 'The right thing'));
      await expect.poll(() => said(onDiscord()).length, WAIT).toBeGreaterThanOrEqual(1);
      await running.kill('SIGKILL');
      expect(said(onTelegram())[0]).toMatch(/Still to do: (?!0)/u);
      // A link would be somebody else's words: moderating commands are not done for those.
      expect(said(onTelegram())[0]).toContain('callback_data');
      expect(said(onTelegram()).join('\n')).not.toContain('Finished');
      running = startBot({ discord, telegram }, env);
      for (const all of [onDiscord, onTelegram]) {
        const whole = new RegExp(`showed it: ${2 * COUNT}.*Edited: ${2 * COUNT}.*Failed: 0.*Still to do: 0`, 'u');
        await expect.poll(() => said(all()).at(-1), WAIT).toMatch(whole);
      }
      const posted = onDiscord().filter(({ method }) => method === 'POST');
      if (isInterrupted) expect(posted.length).toBeGreaterThan(1);
      expect(onDiscord().filter(({ method }) => method === 'PATCH')).not.toEqual([]);
      expect(reports()).toEqual({ discord: 1, telegram: 1 });
      expect([...discord.violations, ...telegram.violations]).toEqual([]);
    } finally {
      await running.kill('SIGTERM');
      await store.close();
      await Promise.all([discord.stop(), telegram.stop()]);
      await database.remove();
    }
  });
});
