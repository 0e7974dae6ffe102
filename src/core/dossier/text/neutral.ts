/** R16: the bot's own words are neutral. Finds judging words, and loaded ones outside an attributed sentence. */

import type { Conflict, WatchedWords } from '../conflict.ts';
import { onceFor } from '../memoise.ts';

const QUOTED = /“[^”]*”/gu;

/**
 * What is not neutral in `text`, as sentences for whoever wrote it; empty where nothing is. Words in “…” are not
 * checked. `attributed`: all of `text` is shown as some party's view. `language` is the tag of the text's language;
 * left out: that of the dossier.
 */
export function lintNeutral(
  text: string,
  { watchedWords = {}, language: own = 'en' }: Pick<Conflict, 'watchedWords' | 'language'>,
  {
    attributed = false,
    language = own,
  }: { readonly attributed?: boolean | undefined; readonly language?: string } = {},
): readonly string[] {
  const watched = watchedWords[language];
  if (watched === undefined) return [];
  const { judging, loaded, attributing } = patternsOf(watched);
  return text
    .replace(QUOTED, '“”')
    .split(/(?<=[.;!?])\s+/u)
    .flatMap((sentence) => {
      const judged = judging.exec(sentence)?.[0];
      const charged = loaded.exec(sentence)?.[0];
      return [
        ...(judged === undefined ? [] : [`“${judged}” judges: write “said”, or a plain name (R16)`]),
        ...(charged === undefined || attributed || attributing.some((pattern) => pattern.test(sentence))
          ? []
          : [`“${charged}” only inside a sentence that says whose word it is (R16)`]),
      ];
    });
}

/** Whether `text` tells what somebody says: “X announces …”. Words in “…” are not looked at. */
export function isAttributed(
  text: string,
  { watchedWords = {}, language = 'en' }: Pick<Conflict, 'watchedWords' | 'language'>,
): boolean {
  const watched = watchedWords[language];
  if (watched === undefined) return false;
  return patternsOf(watched).attributing.some((pattern) => pattern.test(text.replace(QUOTED, '“”')));
}

interface Patterns {
  readonly judging: RegExp;
  readonly loaded: RegExp;
  readonly attributing: readonly RegExp[];
}

/** Thousands of texts are checked with the words of one conflict. */
const patternsOf = onceFor(
  ({ judging, loaded, attributing, beforeNames = [] }: WatchedWords): Patterns => ({
    judging: wholeWord(judging),
    loaded: wholeWord(loaded),
    attributing: [wholeWord(attributing), ...(beforeNames.length === 0 ? [] : [wordBeforeName(beforeNames)])],
  }),
);

/** Any of `words` as a whole word, in any script and any case. Without words, nothing fits. */
export function wholeWord(words: readonly string[]): RegExp {
  if (words.length === 0) return /(?!)/u;
  const any = words.map((word) => RegExp.escape(word)).join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_])(?:${any})(?![\p{L}\p{M}\p{N}_])`, 'iu');
}

/** “per Vessa”, never “per cent”: a name begins with a capital letter. */
function wordBeforeName(words: readonly string[]): RegExp {
  const any = words.map((word) => RegExp.escape(word)).join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}_])(?i:${any})\s+\p{Lu}`, 'u');
}
