/** Whom somebody means by an office: “PM”, “defence minister of the islands”. */
import { distance } from 'fastest-levenshtein';
import { withoutBrackets } from '../dossier/text/normalise.ts';
import { bareWords, isLong } from './match-names.ts';
import type { Named } from './named.ts';

/**
 * `whole`: whose office, as it is on file, has no word beyond those typed, in any order. `begun`: whose office has them
 * first. `near`: whose office has all the typed words and more, or words spelt nearly so, those with fewest more first.
 * An office may be somebody else’s by now, so these are only offered. Initials stand for their words: “PM” is a prime
 * minister.
 */
export function matchRoles(
  typed: string,
  names: readonly Named[],
): Record<'whole' | 'begun' | 'near', readonly Named[]> {
  const words = bareWords(typed);
  const fitting = names.flatMap((name) => {
    const fits = (name.roles ?? []).flatMap((role) => fitOf(words, bareWords(withoutBrackets(role))) ?? []);
    const [best] = fits.toSorted((a, b) => a.left - b.left);
    return best === undefined ? [] : [{ name, ...best }];
  });
  const those = (some: typeof fitting) => some.map(({ name }) => name);
  return {
    whole: those(fitting.filter(({ left, isSpelt }) => isSpelt && left === 0)),
    begun: those(fitting.filter(({ isFirst, isSpelt }) => isSpelt && isFirst)),
    near: those(fitting.toSorted((a, b) => a.left - b.left)),
  };
}

interface Fit {
  /** How many words of the office were not typed. */
  readonly left: number;
  /** The office begins with the typed words. */
  readonly isFirst: boolean;
  /** No typed word differs in a letter. */
  readonly isSpelt: boolean;
}

/** Undefined where a typed word is none of the office. */
function fitOf(words: readonly string[], role: readonly string[]): Fit | undefined {
  const places = words.map((word) => placesOf(word, role));
  const near = words.map((word, index) =>
    places[index]?.length === 0 ? nearPlaces(word, role) : (places[index] ?? []),
  );
  if (words.length === 0 || near.some((some) => some.length === 0)) return undefined;
  const covered = new Set(near.flat());
  return {
    left: role.length - covered.size,
    isFirst: Array.from({ length: covered.size }, (_, place) => covered.has(place)).every(Boolean),
    isSpelt: places.every((some) => some.length > 0),
  };
}

/** “Defense” is one letter from “defence”. */
function nearPlaces(word: string, role: readonly string[]): readonly number[] {
  return role.flatMap((part, place) => (part.length > 5 && distance(word, part) === 1 ? [place] : []));
}

/** The places in the office of the words that `word` stands for. */
function placesOf(word: string, role: readonly string[]): readonly number[] {
  const same = role.flatMap((part, place) => (isSame(word, part) ? [place] : []));
  if (same.length > 0 || isLong(word)) return same;
  const letters = Array.from(word);
  if (letters.length < 2) return [];
  const from = role.findIndex((_, place) =>
    letters.every((letter, index) => role[place + index]?.startsWith(letter) === true),
  );
  return from === -1 ? [] : letters.map((_, index) => from + index);
}

/** “Bhutani” and “Bhutan’s” are of Bhutan, as “Bhutan” is where they are on file. */
function isSame(word: string, part: string): boolean {
  const [short, long] = word.length < part.length ? [word, part] : [part, word];
  if (short === long) return true;
  if (!isLong(short) || !long.startsWith(short)) return false;
  return short === word || long.length - short.length === 1;
}
