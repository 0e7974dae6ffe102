/** Did you mean: the known words nearest to a mistyped one. */

import { distance } from 'fastest-levenshtein';
import { onceForText } from '../dossier/memoise.ts';
import { normalise } from '../dossier/text/normalise.ts';
import { isLong, spellings } from './match-names.ts';
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
 * The names nearest to a mistyped one, by each of their spellings and its words. Words of up to three letters are near
 * only to what they begin: any two of them differ in one or two letters.
 */
export function nearestNames(typed: string, names: readonly Named[], count = 3, most?: number): readonly Named[] {
  const wanted = normalise(typed).trim();
  const owners = new Map<string, Named[]>();
  for (const name of names) {
    for (const text of [...spellings(name), ...(name.places ?? [])].flatMap(withItsWords)) {
      if (!(isLong(wanted) && isLong(text)) && !normalise(text).startsWith(wanted)) continue;
      const known = owners.get(text);
      if (known) known.push(name);
      else owners.set(text, [name]);
    }
  }
  const near = nearest(typed, [...owners.keys()], count * 3, most).flatMap((text) => owners.get(text) ?? []);
  return [...new Set(near)].slice(0, count);
}

const withItsWords = onceForText((spelling) => [spelling, ...spelling.split(/[\s-]+/u)]);
