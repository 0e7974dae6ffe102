/** A claim's alert through both SDKs: channels read it beside its rival, and a correction of the rival reaches it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { startFakeDiscord } from '../fakes/discord/discord.ts';
import { startFakeTelegram } from '../fakes/telegram/telegram.ts';
import { discordPlace, startBot, subscribeMany, telegramPlace } from './crash/broadcast.ts';

const CHANNEL = discordPlace(0).split(':')[1] ?? '';
const CHAT = Number(telegramPlace(0).split(':')[1]);
const WAIT = { timeout: 100_000, interval: 50 };

test('an alert of a claim, on both platforms', { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truceline-claim-'));
  const [discord, telegram] = [await startFakeDiscord(), await startFakeTelegram()];
  const url = `sqlite:${join(folder, 'test.sqlite')}`;
  const store = await openStore({ url, role: 'guest' });
  await subscribeMany(store, { count: 1, slot: 8_000_000_000_000, alerts: 'all' });
  const bot = startBot({ discord, telegram }, { DATABASE_URL: url });
  const append = async (drafts: readonly RevisionDraft[], announce: boolean) => {
    const head = (await store.revisionsAfter(0)).at(-1)?.seq ?? 0;
    expect(await store.append(drafts, head, { announce })).not.toBe('moved on');
  };
  const texts = () => [
    ...discord.messagesIn(CHANNEL).map(({ raw }) => JSON.stringify(raw)),
    ...telegram.messagesIn(CHAT).map(({ raw }) => JSON.stringify(raw)),
  ];
  const rivalOf = (asPrinted: string, low: number) => ({
    kind: 'claim' as const,
    fields: {
      id: 'cas-rival',
      period: '2025-11-07',
      victims: 'afghan-civilians',
      harm: 'killed' as const,
      count: { low, high: null, qualifier: 'at-least' as const, asPrinted },
      claimedBy: 'afghanistan',
      stance: 'acknowledges-own-loss' as const,
      attribution: 'a spokesman in Kabul',
      places: [],
      development: null,
      status: 'reported' as const,
      conflictsWith: ['cas-posted'],
      sources: ['src-seed'],
      reportedOn: '2025-11-08',
    },
  });
  const posted: RevisionDraft['entry'] = {
    kind: 'claim',
    fields: {
      ...rivalOf('', 0).fields,
      id: 'cas-posted',
      count: { low: 7, high: null, qualifier: 'at-least', asPrinted: 'at least seven people' },
      claimedBy: 'pakistan',
      stance: 'asserts',
      attribution: 'a spokesman in Islamabad',
      conflictsWith: ['cas-rival'],
    },
  };
  const common = { author: 'test:ayesha', recordedAt: Date.now() };
  try {
    await expect.poll(() => store.recall('alerted:discord'), WAIT).toBeDefined();
    await expect.poll(() => store.recall('alerted:telegram'), WAIT).toBeDefined();
    const rival = rivalOf('at least twelve', 12);
    await append([{ ...common, change: 'original', reason: null, entry: rival }], false);
    await append([{ ...common, change: 'original', reason: null, entry: posted }], true);
    await expect.poll(() => texts().length, WAIT).toBe(2);
    for (const text of texts()) {
      expect(text).toMatch(/at least 7\b/u);
      expect(text).toMatch(/at least \**12\b/u);
    }
    const right = rivalOf('at least thirteen', 13);
    const reason = 'Read once more.';
    await append([{ ...common, change: 'correction', reason, weight: 'minor', entry: right }], false);
    const corrected = /Corrected .*at least 13.*Read once more/u;
    await expect.poll(texts, WAIT).toEqual([expect.stringMatching(corrected), expect.stringMatching(corrected)]);
  } finally {
    await bot.kill('SIGTERM');
    await store.close();
    await Promise.all([discord.stop(), telegram.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
});
