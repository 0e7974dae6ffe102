/** Did you mean: the known words nearest to a mistyped one. */

import { distance } from 'fastest-levenshtein';
import { normalise } from '../dossier/text/normalise.ts';
import type { Named } from './named.ts';

/**
 * At most `count` of `names`, the nearest first. A near one has `typed` as its beginning, or differs from it in at
 * most two letters or a third of them, and never in more than `most`.
 */
export function nearest(
  typed: string,
  names: readonly string[],
  count = 3,
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const wanted = normalise(typed);
  return names
    .map((name) => ({ name, far: distanceTo(wanted, normalise(name)) }))
    .filter(({ far }) => far <= Math.min(most, Math.max(wanted.length > 3 ? 2 : 1, wanted.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ name }) => name);
}

function distanceTo(wanted: string, name: string): number {
  return name.startsWith(wanted) && wanted.length > 1 ? 0.5 : distance(wanted, name);
}

/**
 * The names that `typed` may mean: one where it is clear, several where it is ambiguous, none where it is unknown.
 */
export function matchNames(typed: string, names: readonly Named[]): readonly Named[] {
  const wanted = normalise(typed).trim();
  const exact = exactNames(typed, names);
  if (exact.length > 0) return exact;
  const words = wanted.split(/[\s-]+/u).filter((word) => word !== '');
  if (words.length === 0) return [];
  const starts = (text: string, word: string) =>
    text.split(/[^\p{L}\p{N}\p{M}]+/u).some((part) => part.startsWith(word));
  return names.filter((name) => spellings(name).some((text) => words.every((word) => starts(text, word))));
}

/** The names that are spelt just so. */
export function exactNames(typed: string, names: readonly Named[]): readonly Named[] {
  const wanted = normalise(typed).trim();
  return names.filter((name) => spellings(name).includes(wanted));
}

function spellings({ id, label, aliases }: Named): readonly string[] {
  return [id, label, ...aliases].map((text) => normalise(text));
}

/** What to offer while somebody types: all names that fit so far, or the first ones where nothing is typed. */
export function complete(typed: string, names: readonly Named[], limit: number): readonly Named[] {
  return (typed.trim() === '' ? names : matchNames(typed, names)).slice(0, limit);
}

/** The names nearest to a mistyped one, by each of their spellings and its words. */
export function nearestNames(typed: string, names: readonly Named[], count = 3, most?: number): readonly Named[] {
  const owners = new Map<string, Named[]>();
  for (const name of names) {
    for (const text of [name.id, name.label, ...name.aliases].flatMap((spelling) => [
      spelling,
      ...spelling.split(/[\s-]+/u),
    ])) {
      owners.set(text, [...(owners.get(text) ?? []), name]);
    }
  }
  const near = nearest(typed, [...owners.keys()], count * 3, most).flatMap((text) => owners.get(text) ?? []);
  return [...new Set(near)].slice(0, count);
}
