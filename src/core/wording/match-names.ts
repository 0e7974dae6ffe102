/** Which of the names that can be given somebody means by what was typed: one, several to ask back, or none (R22). */
import { onceForText } from '../dossier/memoise.ts';
import { normalise, withoutBrackets, wordsOf } from '../dossier/text/normalise.ts';
import type { Named } from './named.ts';

/** Four letters may begin a name. Two or three begin too many words. */
export function isLong(word: string): boolean {
  // A letter has two units at most.
  return word.length > 3 && (word.length > 7 || /^.{4}/su.test(word));
}
/** Say nothing of who or what is meant: “the UN”, “strikes on the valley”, “Mr Lee”. */
const PLAIN: ReadonlySet<string> = new Set('a an and at by for from in near of on the to mr mrs ms'.split(' '));

/** `word` is folded. */
export function isPlain(word: string): boolean {
  return PLAIN.has(word);
}

interface Matching {
  /** Only what is spelt just so, or begun with four letters: of a thousand time zones one has any short word. */
  readonly isStrict?: boolean;
}

/**
 * The names that `typed` may mean (R22): one where it is clear, several where it is ambiguous, none if unknown.
 *
 * A name is meant by its id, its label or an alias as a whole, or by words of one of them, or else of all of them:
 * each typed word of four letters or more begins a word there, or is its plural; each shorter one is a word there, and
 * enough by itself only with three letters, of which the first is no small one. Words in brackets of an alias are no
 * names. Words of a member’s name make it ambiguous what is meant, but only the whole name decides.
 */
export function matchNames(
  typed: string,
  names: readonly Named[],
  { isStrict = false }: Matching = {},
): readonly Named[] {
  const words = bareWords(typed);
  const steps: readonly (() => readonly Named[])[] = [
    () => exactNames(typed, names),
    () => exactNames(words.join(' '), names),
    () => byOneSpelling(words, names, isStrict),
    () => (isStrict || isLikeId(typed) ? [] : byAllSpellings(words, names)),
  ];
  return steps.map((find) => find()).find((found) => found.length > 0) ?? [];
}

/** An id means one entry or none: its words are not looked for in others. */
export function isLikeId(typed: string): boolean {
  return /^[a-z\d]+(?:-[a-z\d]+)+$/u.test(typed);
}

function byAllSpellings(words: readonly string[], names: readonly Named[]): readonly Named[] {
  return names.filter((name) => name.inFull !== true && hasAmong(words, wordsIn(spellings(name))));
}

/** The typed words, folded, without those that say nothing; all of them where nothing else was typed. */
export function bareWords(typed: string): readonly string[] {
  const words = wordsOf(typed);
  const telling = words.filter((word) => !PLAIN.has(word));
  return telling.length > 0 ? telling : words;
}

function byOneSpelling(words: readonly string[], names: readonly Named[], isStrict: boolean): readonly Named[] {
  const found = names.filter((name) => hasWords(words, name, { isStrict }));
  const isClear = found.some(
    ({ members = [], ...name }) =>
      hasWords(words, name, { isStrict }) || members.some((member) => isSpelt(words, wordsOf(withoutBrackets(member)))),
  );
  return isClear || found.length > 1 ? found : [];
}

/** The names that are spelt just so, by id, else but for case and accents, else by all their words, in one or apart. */
export function exactNames(typed: string, names: readonly Named[]): readonly Named[] {
  const [wanted, words] = [normalise(typed).trim(), wordsOf(typed).join(' ')];
  const joined = wordsOf(typed).join('');
  const texts = ({ id, label, aliases }: Named) => [id, label, ...aliases];
  const steps: readonly ((name: Named) => boolean)[] = [
    ({ id }) => id === typed,
    (name) => texts(name).some((text) => normalise(text) === wanted),
    (name) => words !== '' && texts(name).some((text) => spoken(text) === words),
    // “Cease-fire” and “cease fire” are the ceasefire.
    (name) => isLong(joined) && texts(name).some((text) => spoken(text).replaceAll(' ', '') === joined),
  ];
  return steps.map((isMeant) => names.filter(isMeant)).find((found) => found.length > 0) ?? [];
}

const spoken = onceForText((text) => wordsOf(text).join(' '));

/**
 * Each of `words` is a word of one spelling or may begin one. While somebody types, any word may begin one.
 */
function hasWords(
  words: readonly string[],
  name: Named,
  { isTyping = false, isStrict = false }: Matching & { readonly isTyping?: boolean },
): boolean {
  const mayBegin = (word: string) => isTyping || (isLong(word) && name.inFull !== true);
  const texts = [...spellings(name), ...(name.members ?? []).map(withoutBrackets)];
  return texts.some((text) => {
    const parts = wordsInOne(text);
    if (isSpelt(words, parts.all)) return true;
    if (isTyping) return words.length > 0 && words.every((word) => isPart(word, parts.all, mayBegin));
    return hasAmong(words, isStrict ? { ...parts, names: NOTHING } : parts, mayBegin);
  });
}

interface Words {
  /** Folded. */
  readonly all: readonly string[];
  /** Those that do not begin with a small letter: “Mao”, and not “bin”. */
  readonly names: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The words of some spellings together. */
export function wordsIn(texts: readonly string[]): Words {
  const each = texts.map(wordsInOne);
  return { all: each.flatMap(({ all }) => all), names: new Set(each.flatMap(({ names }) => [...names])) };
}

const wordsInOne = onceForText((text): Words => {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return {
    all: wordsOf(text),
    names: new Set(words.filter((word) => /^(?!\p{Ll})\p{L}/u.test(word)).map(normalise)),
  };
});

/** Whether each of `words` is among `parts` or begins one of them, and one of them is enough to tell what is meant. */
export function hasAmong(
  words: readonly string[],
  { all, names }: Words,
  mayBegin: (word: string) => boolean = isLong,
): boolean {
  const isEnough = words.some((word) => isLong(word) || (/^.{3}$/su.test(word) && names.has(word)));
  return isEnough && words.every((word) => isPart(word, all, mayBegin));
}

/** “Soldiers” is also the plural of a “soldier” there, and a “party” one of “parties”. */
function isPart(word: string, parts: readonly string[], mayBegin: (word: string) => boolean): boolean {
  if (parts.includes(word) || (isLong(word) && numbersOf(word).some((other) => parts.includes(other)))) return true;
  return mayBegin(word) && parts.some((part) => part.startsWith(word));
}

/** The same word for one or for several, as English has it. */
function numbersOf(word: string): readonly string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith('y')) return [`${word.slice(0, -1)}ies`];
  return word.endsWith('s') ? [word.slice(0, -1)] : [];
}

function isSpelt(words: readonly string[], parts: readonly string[]): boolean {
  return words.length > 0 && words.length === parts.length && words.every((word, index) => word === parts[index]);
}

/** The label with its words in brackets: that is what answers show, and the more it matches, the more is asked back. */
export function spellings({ id, label, aliases }: Named): readonly string[] {
  return [id, label, ...aliases.map(withoutBrackets)];
}

/**
 * What to offer while somebody types: all names with words that begin so, also after one letter, as nothing is decided
 * yet; the first names where nothing is typed.
 */
export function complete(typed: string, names: readonly Named[], limit: number): readonly Named[] {
  if (typed.trim() === '') return names.slice(0, limit);
  const words = wordsOf(typed);
  const found = [...exactNames(typed, names), ...names.filter((name) => hasWords(words, name, { isTyping: true }))];
  return [...new Set(found)].slice(0, limit);
}
