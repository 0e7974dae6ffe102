/** Accounts for a broadcast: what the outbox's rows say against what arrived in the fakes' chats. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../../../src/core/messages/delivery.ts';
import type { OpenedStore } from '../../../src/storage/opened-store.ts';
import type { FakeDiscord } from '../../fakes/discord/discord.ts';
import type { FakeTelegram } from '../../fakes/telegram/telegram.ts';
import { discordPlace, telegramPlace } from './broadcast.ts';

export const PLATFORMS = ['discord', 'telegram'] as const;

/**
 * Sentences about everything lost, doubled or not accounted for, over the first `count` subscriptions of each
 * platform.
 */
export async function accountFor(
  store: OpenedStore,
  fakes: { readonly discord: FakeDiscord; readonly telegram: FakeTelegram },
  count: number,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (let index = 0; index < count; index += 1) {
    problems.push(...(await account(store, fakes.discord, fakes.telegram, index)));
  }
  return problems;
}

/**
 * In doubt as only a late restart leaves it: after the window of the nonce, in a channel that shows no message at all.
 * See `late-restart.test.ts`.
 */
function isUnreadable({ state, reason }: Delivery): boolean {
  return state === 'unknown' && reason === 'unreadable';
}

/** One subscription of each platform: what its rows say against what arrived in its chat. */
async function account(
  store: OpenedStore,
  discord: FakeDiscord,
  telegram: FakeTelegram,
  index: number,
): Promise<string[]> {
  const [ofDiscord, ofTelegram] = PLATFORMS.map((platform) => `sub-${platform}-${index}`);
  const problems: string[] = [];
  const inChannel = discord.messagesIn(discordPlace(index).split(':')[1] ?? '').filter(({ isAnswer }) => !isAnswer);
  const inChat = telegram.messagesIn(Number(telegramPlace(index).split(':')[1]));
  const rowsOf = async (place: string) =>
    (await store.subscriptions.deliveries(place, 20)).filter(({ kind }) => kind !== 'suspension');
  const digestsAndAlerts = (rows: readonly Delivery[]) =>
    ['digest', 'alert'].map((kind) => rows.filter((row) => row.kind === kind));

  const discordRows = await rowsOf(discordPlace(index));
  for (const rows of digestsAndAlerts(discordRows)) {
    const kind = rows[0]?.kind;
    const sent = rows.filter(({ state }) => state === 'sent');
    const doubtful = rows.filter(isUnreadable);
    if (rows.length === 0 || sent.length + doubtful.length !== rows.length)
      problems.push(`${ofDiscord}: ${JSON.stringify(rows)}`);
    if (kind === 'digest' && rows.length !== 1) problems.push(`${ofDiscord}: a digest was repeated`);
    if (kind === 'alert' && sent.length !== 1)
      problems.push(`${ofDiscord}: ${sent.length} alerts are sure to be there`);
    for (const row of rows) {
      const arrived = inChannel.filter(({ raw }) => JSON.stringify(raw).includes(`!${row.id}"`));
      // The channel can be read: nothing is in doubt but what is not there.
      const expected = isUnreadable(row) ? 0 : 1;
      if (arrived.length !== expected) problems.push(`${ofDiscord}: ${row.kind} arrived ${arrived.length} times`);
      if (expected === 1 && arrived[0]?.messageId !== row.message)
        problems.push(`${ofDiscord}: the row does not know its message`);
    }
  }
  const certainThere = discordRows.filter(({ state }) => state === 'sent').length;
  if (inChannel.length !== certainThere)
    problems.push(`${ofDiscord}: ${inChannel.length} messages, of ${certainThere} that are said to be sent`);

  const telegramRows = await rowsOf(telegramPlace(index));
  for (const rows of digestsAndAlerts(telegramRows)) {
    const kind = rows[0]?.kind;
    const sent = rows.filter(({ state }) => state === 'sent');
    const doubtful = rows.filter(({ state }) => state === 'unknown');
    const known = sent.filter(({ message }) => inChat.some(({ messageId }) => String(messageId) === message));
    if (rows.length === 0 || sent.length + doubtful.length !== rows.length)
      problems.push(`${ofTelegram}: ${JSON.stringify(rows)}`);
    if (known.length !== sent.length) problems.push(`${ofTelegram}: a ${kind} that is said to be sent is not there`);
    if (kind === 'digest' && rows.length !== 1) problems.push(`${ofTelegram}: a digest was repeated`);
    if (kind === 'alert' && sent.length !== 1) problems.push(`${ofTelegram}: the alert is not certain to have arrived`);
  }
  const certain = telegramRows.filter(({ state }) => state === 'sent').length;
  const doubtful = telegramRows.filter(({ state }) => state === 'unknown').length;
  if (inChat.length < certain || inChat.length > certain + doubtful) {
    problems.push(`${ofTelegram}: ${inChat.length} messages, ${certain} sent, ${doubtful} in doubt`);
  }
  return problems;
}

export function posts(discord: FakeDiscord, telegram: FakeTelegram): number {
  return discord.allPosts().length + telegram.allPosts().length;
}

export async function left(store: OpenedStore): Promise<number> {
  const counts = await Promise.all(PLATFORMS.map((platform) => store.outbox.counts(platform)));
  return counts.reduce((sum, { pending, attempting }) => sum + pending + attempting, 0);
}

export async function countStates(store: OpenedStore): Promise<Record<string, number>> {
  const counts = await Promise.all(PLATFORMS.map((platform) => store.outbox.counts(platform)));
  const states: Record<string, number> = {};
  for (const one of counts) {
    for (const [state, number] of Object.entries(one)) states[state] = (states[state] ?? 0) + number;
  }
  return states;
}

/** For what takes seconds: asking the database more often would take the time of what is waited for. */
export const SELDOM_MS = 100;

/** Asks every 10 ms, or `everyMs`; resolves to whether it came true within `ms` of sleep, more on a busy machine. */
export async function until(isTrue: () => boolean | Promise<boolean>, ms: number, everyMs = 10): Promise<boolean> {
  for (let slept = 0; slept <= ms; slept += everyMs) {
    if (await isTrue()) return true;
    await sleep(everyMs);
  }
  return isTrue();
}

/**
 * Asks until `count` comes to 0, and resolves to whether it did: given up is only what has not changed for `ms` of
 * sleep, since a busy machine takes long for many and is not stuck.
 */
export async function untilNone(count: () => number | Promise<number>, ms: number): Promise<boolean> {
  for (let [before, same] = [await count(), 0]; same <= ms; same += SELDOM_MS) {
    if (before <= 0) return true;
    await sleep(SELDOM_MS);
    const now = await count();
    if (now !== before) [before, same] = [now, 0];
  }
  return false;
}
