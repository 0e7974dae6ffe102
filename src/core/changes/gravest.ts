/** News by how much it matters: over a long stretch a screen has the gravest, not whatever came last. */

import { BROKEN } from '../dossier/ceasefire/agreements.ts';
import { newestFirst, overlaps, parseEdtf } from '../dossier/dates/edtf.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Ceasefire, Development } from '../dossier/entries.ts';
import { SECTIONS, type Section } from '../dossier/kinds/index.ts';
import { onceFor } from '../dossier/memoise.ts';
import { dateOf } from '../dossier/news.ts';
import { wordsOf } from '../dossier/text/normalise.ts';
import type { Change } from './change.ts';
import type { Changes } from './changes.ts';

/** What one line tells. */
export interface News {
  readonly change: Change;
  /** The development that brought about the state of the ceasefire that `change` is: one line tells of both. */
  readonly also: Change | undefined;
  /** An end, the last state of the ceasefire, or breaking news. */
  readonly isGrave: boolean;
}

/**
 * The ceasefire's last end, how it stands, then other ends and breaking developments, those first of which most is on
 * file; other developments, talks and lists like it, other states, and what more is known. Nothing asks which side
 * anything is about.
 */
export function gravestFirst(changes: Changes, dossier: Dossier): readonly News[] {
  const { ceasefire, developments, figures, quotes } = changes;
  const alsoOf = pairsOf(ceasefire, developments);
  const paired = new Set(alsoOf.values());
  const others = SECTIONS.filter(({ name }) => !PLACED.has(name)).flatMap(({ name }) => changes[name]);
  const updated = [...figures, ...quotes].filter(({ what }) => what !== 'new');
  const [newest] = ceasefire;
  const lastEnd = ceasefire.find(isEnd);
  const weights = weightsIn(dossier);
  const keysOf = (change: Change): readonly [turn: number, weight: number] => {
    const also = alsoOf.get(change);
    if (change === lastEnd) return [0, 0];
    if (change === newest) return [1, 0];
    if (isEnd(change)) return [2, Number.NEGATIVE_INFINITY];
    const breaking = [change, ...(also ? [also] : [])].find(isBreaking);
    return breaking ? [2, -(weights.get(breaking.id) ?? 0)] : [ORDINARY, 0];
  };
  return [...developments.filter((change) => !paired.has(change)), ...others, ...ceasefire, ...updated]
    .map((change, place) => ({ change, keys: [...keysOf(change), place] as const }))
    .toSorted(({ keys: a }, { keys: b }) => a[0] - b[0] || compare(a[1], b[1]) || a[2] - b[2])
    .map(({ change, keys: [turn] }) => ({ change, also: alsoOf.get(change), isGrave: turn < ORDINARY }));
}

const ORDINARY = 3;

/** Lists with a place of their own; of the last two, what is new is told elsewhere. */
const PLACED: ReadonlySet<Section> = new Set<Section>(['developments', 'ceasefire', 'figures', 'quotes']);

/** By the days of the facts, the newest first; of one day as before. */
export function newestDayFirst(all: readonly News[]): readonly News[] {
  return all.toSorted((a, b) => newestFirst(dateOf(a.change.entry) ?? '0001', dateOf(b.change.entry) ?? '0001'));
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function isEnd({ entry }: Change): boolean {
  return entry.kind === 'ceasefire' && BROKEN.has(entry.fields.state);
}

function isBreaking({ entry }: Change): boolean {
  return entry.kind === 'development' && entry.fields.significance === 'breaking';
}

/** How many figures, quotations and sources each development has. */
const weightsIn = onceFor(({ developments, claims, quotes }: Dossier): ReadonlyMap<string, number> => {
  const weights = new Map([...developments.values()].map(({ id, sources }) => [id, sources.length]));
  for (const { development } of [...claims.values(), ...quotes.values()]) {
    if (development !== null) weights.set(development, (weights.get(development) ?? 0) + 1);
  }
  return weights;
});

/** Of each new state the new development that it is another account of, if any. */
function pairsOf(states: readonly Change[], developments: readonly Change[]): ReadonlyMap<Change, Change> {
  const pairs = new Map<Change, Change>();
  const left = new Set(developments.filter(({ what }) => what === 'new'));
  for (const state of states) {
    const [best] = [...left]
      .map((other) => ({ other, share: shareOf(state, other) }))
      .filter(({ share }) => share > 0)
      .toSorted((a, b) => b.share - a.share);
    if (best === undefined || state.what !== 'new') continue;
    pairs.set(state, best.other);
    left.delete(best.other);
  }
  return pairs;
}

/** The least part of a state's sources, and of the words of the shorter title, that both have. */
const LEAST = { sources: 2 / 3, words: 1 / 3 } as const;

/** How much of the words of their titles is the same; 0 where they are not of the same days and sources. */
function shareOf({ entry: a }: Change, { entry: b }: Change): number {
  return a.kind === 'ceasefire' && b.kind === 'development' && areOfSameDays(a.fields, b.fields)
    ? alikeness(a.fields, b.fields)
    : 0;
}

function areOfSameDays({ effectiveFrom }: Ceasefire, { date }: Development): boolean {
  return overlaps(parseEdtf(effectiveFrom), parseEdtf(date));
}

function alikeness(state: Ceasefire, development: Development): number {
  const shared = state.sources.filter((id) => development.sources.includes(id)).length / state.sources.length;
  const [one, other] = [new Set(wordsOf(state.headline)), new Set(wordsOf(development.title))];
  const words = one.intersection(other).size / Math.max(1, Math.min(one.size, other.size));
  return shared >= LEAST.sources && words >= LEAST.words ? words : 0;
}
