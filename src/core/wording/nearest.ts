/** Did you mean: the known words nearest to a mistyped one. */

import { distance } from 'fastest-levenshtein';
import { normalise, withoutBrackets, wordsOf } from '../dossier/text/normalise.ts';
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

/** Four letters may begin a name. Two or three begin too many words. */
const isLong = (word: string) => /^.{4}/su.test(word);

/**
 * The names that `typed` may mean (R22): one where it is clear, several where it is ambiguous, none if unknown.
 *
 * A name is meant by its id, its label or an alias as a whole, or by words of one of them: each typed word of four
 * letters or more begins a word there, each shorter one is a word there. Words in brackets of an alias are no names.
 * Words of a member's name make it ambiguous what is meant, but only the whole name decides.
 */
export function matchNames(typed: string, names: readonly Named[]): readonly Named[] {
  const whole = exactNames(typed, names);
  if (whole.length > 0) return whole;
  const words = wordsOf(typed);
  const found = names.filter((name) => hasWords(words, name));
  const isClear = found.some(
    ({ members = [], ...name }) =>
      hasWords(words, name) || members.some((member) => isSpelt(words, wordsOf(withoutBrackets(member)))),
  );
  return isClear || found.length > 1 ? found : [];
}

/** The names that are spelt just so, with brackets: by id, else but for case and accents, else by all their words. */
function exactNames(typed: string, names: readonly Named[]): readonly Named[] {
  const [wanted, words] = [normalise(typed).trim(), wordsOf(typed).join(' ')];
  const texts = ({ id, label, aliases }: Named) => [id, label, ...aliases];
  const steps: readonly ((name: Named) => boolean)[] = [
    ({ id }) => id === typed,
    (name) => texts(name).some((text) => normalise(text) === wanted),
    (name) => words !== '' && texts(name).some((text) => wordsOf(text).join(' ') === words),
  ];
  return steps.map((isMeant) => names.filter(isMeant)).find((found) => found.length > 0) ?? [];
}

/**
 * Each of `words` is a word of one spelling or may begin one; short ones alone are a whole spelling or nothing. While
 * somebody types, any word may begin one.
 */
function hasWords(words: readonly string[], name: Named, isTyping = false): boolean {
  const mayBegin = (word: string) => isTyping || (isLong(word) && name.inFull !== true);
  const isPart = (word: string, parts: readonly string[]) =>
    parts.includes(word) || (mayBegin(word) && parts.some((part) => part.startsWith(word)));
  const isEnough = words.some((word) => isTyping || isLong(word));
  return [...spellings(name), ...(name.members ?? []).map(withoutBrackets)]
    .map((text) => wordsOf(text))
    .some((parts) => isSpelt(words, parts) || (isEnough && words.every((word) => isPart(word, parts))));
}

function isSpelt(words: readonly string[], parts: readonly string[]): boolean {
  return words.length > 0 && words.join(' ') === parts.join(' ');
}

/** The label with its words in brackets: that is what answers show, and the more it matches, the more is asked back. */
function spellings({ id, label, aliases }: Named): readonly string[] {
  return [id, label, ...aliases.map(withoutBrackets)];
}

/**
 * What to offer while somebody types: all names with words that begin so, also after one letter, as nothing is decided
 * yet; the first names where nothing is typed.
 */
export function complete(typed: string, names: readonly Named[], limit: number): readonly Named[] {
  if (typed.trim() === '') return names.slice(0, limit);
  const words = wordsOf(typed);
  const found = [...exactNames(typed, names), ...names.filter((name) => hasWords(words, name, true))];
  return [...new Set(found)].slice(0, limit);
}

/**
 * The names nearest to a mistyped one, by each of their spellings and its words. Words of up to three letters are near
 * only to what they begin: any two of them differ in one or two letters.
 */
export function nearestNames(typed: string, names: readonly Named[], count = 3, most?: number): readonly Named[] {
  const wanted = normalise(typed).trim();
  const owners = new Map<string, Named[]>();
  for (const name of names) {
    for (const text of spellings(name).flatMap((spelling) => [spelling, ...spelling.split(/[\s-]+/u)])) {
      if (!(isLong(wanted) && isLong(text)) && !normalise(text).startsWith(wanted)) continue;
      owners.set(text, [...(owners.get(text) ?? []), name]);
    }
  }
  const near = nearest(typed, [...owners.keys()], count * 3, most).flatMap((text) => owners.get(text) ?? []);
  return [...new Set(near)].slice(0, count);
}
