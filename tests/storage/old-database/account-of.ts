/** What a store says about an old database, as lines to compare: deliveries, corrections, what stands in chats. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery } from '../../../src/core/messages/delivery.ts';
import type { Subscription } from '../../../src/core/subscriptions/subscription.ts';
import type { OpenedStore } from '../../../src/storage/opened-store.ts';

/** Corrections and retractions, by their positions in the ledger of the old databases. */
export const CORRECTIONS = [18, 19, 23, 24, 25, 26];
export const PLATFORMS = ['discord', 'telegram'];

/** Recorded with the code that wrote the old databases, but for what goes by an order that was left to chance then. */
export async function recorded(name: 'opened' | 'finished' | 'sent'): Promise<readonly string[]> {
  return (await readFile(join(import.meta.dirname, `${name}.txt`), 'utf8')).trimEnd().split('\n');
}

/** The deliveries that the old process had stored: each with its place. */
export async function oldDeliveries(): Promise<ReadonlyMap<string, string>> {
  const words = (await recorded('opened')).map((line) => line.split(' '));
  return new Map(words.flatMap(([what, id = '', place = '']) => (what === 'delivery' ? [[id, place] as const] : [])));
}

/** Sorted lines, each once. What was planned since has no id in them: a later version may give it another one. */
export async function accountOf({ corrections, subscriptions }: OpenedStore): Promise<readonly string[]> {
  const old = await oldDeliveries();
  const named = (id: string) => (old.has(id) ? id : 'new');
  const places = [...new Set(old.values())];
  const deliveries = await Promise.all(places.map((place) => subscriptions.deliveries(place, 1000)));
  const subscribed = await Promise.all(places.map((place) => subscriptions.of(place)));
  const coverages = await Promise.all(CORRECTIONS.map((seq) => corrections.coverage(seq)));
  const lines = [
    ...deliveries.flat().map((delivery) => `delivery ${named(delivery.id)} ${stateOf(delivery)}`),
    ...subscribed.flatMap((one) => (one === undefined ? [] : toldOf(one))),
    ...coverages.map((coverage) => `coverage ${JSON.stringify(coverage)}`),
    ...(await Promise.all(PLATFORMS.map((platform) => standing(platform, corrections, named)))).flat(),
  ];
  return [...new Set(lines)].toSorted();
}

function stateOf({ place, state, reason, message }: Delivery): string {
  // How many reports it takes goes by how fast the corrections are made that they tell of: each says it all.
  if (place.includes('@') && (state === 'sent' || reason === 'overtaken')) return `${place} told`;
  return `${place} ${state}${message === null ? '' : ` ${message}`}${reason === null ? '' : `: ${reason}`}`;
}

function toldOf({ id, place, status, nextDueAt, sinceSeq, doubtfulSlot, board }: Subscription): string {
  const [due, doubtful] = [nextDueAt, doubtfulSlot].map((at) => (at === null ? 'none' : new Date(at).toISOString()));
  const told = `told #${sinceSeq}, doubtful ${doubtful}, board ${board.message}`;
  return `subscription ${id} ${place} ${status}, due ${due}, ${told}`;
}

/** The messages that a correction would reach, those that read alike in one line. */
async function standing(
  platform: string,
  corrections: OpenedStore['corrections'],
  named: (id: string) => string,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const rendering of await corrections.renderingsBefore(platform, 1000)) {
    const messages = await corrections.messagesOf(platform, rendering, { after: '', limit: 1000 });
    const { head, at } = rendering;
    const ids = messages.map(({ id }) => named(id)).toSorted();
    lines.push(`rendering ${platform} #${head} ${new Date(at).toISOString()} ${ids.join(' ')}`);
  }
  return lines;
}
