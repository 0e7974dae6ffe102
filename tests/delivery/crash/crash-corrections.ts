/** The crash test of corrections: the bot is killed while it corrects what was sent; every message is accounted for. */
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import type { Coverage } from '../../../src/core/messages/coverage.ts';
import type { OpenedStore } from '../../../src/storage/opened-store.ts';
import type { FakeDiscord } from '../../fakes/discord/discord.ts';
import type { FakeTelegram } from '../../fakes/telegram/telegram.ts';
import { left, PLATFORMS, posts, SELDOM_MS, until, untilNone } from './accounting.ts';
import { breakingNews, discordPlace, subscribeMany, telegramPlace } from './broadcast.ts';
import { inCrashScene, LIFE_MS } from './crash-scene.ts';

export interface CorrectionReport {
  readonly messages: number;
  readonly kills: number;
  /** Kills with corrections under way or waiting. */
  readonly hits: number;
  /** Of the last correction. */
  readonly coverage: Coverage;
  /** Sentences; empty where all is well. */
  readonly problems: readonly string[];
}

/** One message in so many was deleted by somebody before it could be corrected. */
const DELETED = 20;
const ID = 'dev-crash';
/** Messages that are corrected in one life at most, before it ends. */
const MOST_OF_A_LIFE = 20;

/** `messages` alerts in all, half on each platform, corrected again whenever all are; with a notice under each. */
export async function correctionCrashTest(options: {
  readonly databaseUrl: string;
  readonly messages: number;
  readonly kills: number;
  readonly onProgress?: (line: string) => void;
}): Promise<CorrectionReport> {
  const { databaseUrl, kills, onProgress = () => undefined } = options;
  const count = Math.ceil(options.messages / PLATFORMS.length);
  return inCrashScene(databaseUrl, async ({ discord, telegram, store, live, start }) => {
    let corrections = 0;
    const publish = async (draft: RevisionDraft, announce = false): Promise<number> => {
      await live.refresh();
      const { head } = live.current();
      if ((await store.append([draft], head, { announce })) === 'moved on') throw new Error('the ledger moved on');
      return head + 1;
    };
    const correct = () => {
      corrections += 1;
      return publish(corrected(corrections));
    };
    await subscribeMany(store, { count, slot: 8_000_000_000_000, schedule: '0 0 1 1 *' });
    let bot = start();
    // A first plan, so that what is announced then is news to it.
    await until(async () => (await store.recall('alerted:telegram')) !== undefined, 60_000, SELDOM_MS);
    await until(async () => (await store.recall('alerted:discord')) !== undefined, 60_000, SELDOM_MS);
    await publish(breakingNews(ID, Date.now()), true);
    const isSent = await untilNone(() => Math.max(0, 2 * count - posts(discord, telegram)), 120_000);
    if (!isSent || !(await untilNone(() => left(store), 60_000))) {
      throw new Error(`the alerts were not sent; it wrote\n${bot.output()}`);
    }
    for (let index = 0; index < count; index += DELETED) deleteMessage(discord, index);
    let seq = await correct();
    let hits = 0;
    for (let life = 0; life < kills; life += 1) {
      const before = await progressOf(store, seq);
      const isAt = async (done: number) => (await progressOf(store, seq)) >= done || isDone(store, seq);
      await until(() => isAt(before + 1), 60_000);
      // At a random moment of its work, and in the small test while there is work left.
      await until(() => isAt(before + Math.ceil(Math.random() * MOST_OF_A_LIFE)), LIFE_MS);
      await bot.kill('SIGKILL');
      const done = await isDone(store, seq);
      if (!done) hits += 1;
      onProgress(`${life + 1} of ${kills} kills, correction ${corrections}, ${await progressOf(store, seq)} done`);
      if (done) seq = await correct();
      bot = start();
    }
    const isOver = await untilNone(async () => (await openOf(store, seq)) + (await left(store)), 180_000);
    const problems = isOver ? [] : [`not everything was corrected; it wrote\n${bot.output()}`];
    await bot.kill('SIGTERM');
    const coverage = await store.corrections.coverage(seq);
    problems.push(...(await account(store, { discord, telegram }, count, corrections)), ...adding(coverage));
    return { messages: 2 * count, kills, hits, coverage, problems };
  });
}

function corrected(number: number): RevisionDraft {
  const { entry, author } = breakingNews(ID, Date.now());
  if (entry.kind !== 'development') throw new Error('not a development');
  const fields = { ...entry.fields, title: titleOf(number) };
  return {
    author,
    recordedAt: Date.now(),
    change: 'correction',
    reason: 'A test.',
    entry: { kind: 'development', fields },
  };
}

function titleOf(number: number): string {
  return `Title number ${number} of all`;
}

function deleteMessage(discord: FakeDiscord, index: number): void {
  const channel = discordPlace(index).split(':')[1] ?? '';
  const [message] = discord.messagesIn(channel);
  if (message) discord.deletes(channel, message.messageId);
}

async function progressOf(store: OpenedStore, seq: number): Promise<number> {
  const { edited, noticed, failed } = await store.corrections.coverage(seq);
  return edited + noticed + failed.length;
}

/** Corrections that are still to be made, 1 at least before they are planned. */
async function openOf(store: OpenedStore, seq: number): Promise<number> {
  const { messages, pending } = await store.corrections.coverage(seq);
  return messages > 0 ? pending : 1;
}

async function isDone(store: OpenedStore, seq: number): Promise<boolean> {
  return (await openOf(store, seq)) === 0 && (await left(store)) === 0;
}

function adding({ messages, edited, noticed, pending, failed }: Coverage): readonly string[] {
  const sum = edited + noticed + pending + failed.reduce((all, { count }) => all + count, 0);
  return sum === messages ? [] : [`the coverage does not add up: ${sum} of ${messages}`];
}

/**
 * Every alert reads as corrected last, or its row says why not; a notice that arrived is one that a row knows, but for
 * Telegram's in doubt.
 */
async function account(
  store: OpenedStore,
  { discord, telegram }: { readonly discord: FakeDiscord; readonly telegram: FakeTelegram },
  count: number,
  corrections: number,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const textsOf = (place: string): ReadonlyMap<string, string> => {
    const chat = place.split(':')[1] ?? '';
    const all = place.startsWith('discord') ? discord.messagesIn(chat) : telegram.messagesIn(Number(chat));
    return new Map(
      all.filter(({ deleted }) => !deleted).map(({ messageId, raw }) => [`${messageId}`, JSON.stringify(raw)]),
    );
  };
  for (const place of [...Array(count).keys()].flatMap((index) => [discordPlace(index), telegramPlace(index)])) {
    const rows = await store.subscriptions.deliveries(place, 500);
    const texts = textsOf(place);
    const alert = rows.find(({ kind }) => kind === 'alert');
    const edits = rows.filter(({ kind, about }) => kind === 'correction' && about === alert?.id);
    const last = edits.toSorted((a, b) => (b.position ?? 0) - (a.position ?? 0))[0];
    const isRight = texts.get(alert?.message ?? '')?.includes(`→ ${titleOf(corrections)}`) === true;
    const isSaid = last?.state === 'dead' && last.reason !== null;
    if (last?.state === 'sent' && !isRight) problems.push(`${place}: said to be corrected, but is not`);
    if (last?.state !== 'sent' && !isSaid) problems.push(`${place}: ${last?.state} ${last?.reason}`);
    const notices = rows.filter(({ kind }) => kind === 'notice');
    const doubtful = notices.filter(({ state }) => state === 'unknown').length;
    const known = new Set(notices.filter(({ state }) => state === 'sent').map(({ message }) => message));
    const beside = [...texts.keys()].filter((id) => id !== alert?.message);
    const unknown = beside.filter((id) => !known.has(id)).length;
    if (unknown > doubtful) problems.push(`${place}: ${unknown} notices that no row knows, ${doubtful} in doubt`);
    const lost = [...known].filter((id) => !texts.has(id ?? '')).length;
    if (lost > 0) problems.push(`${place}: ${lost} notices that are said to be sent are not there`);
  }
  return problems;
}
