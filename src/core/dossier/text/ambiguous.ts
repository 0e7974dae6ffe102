/** Names that could be those of several parties, where nothing beside them says which one is meant (R16). */
import type { AmbiguousName } from '../conflict.ts';

/** The first sentence of `text` with such a name alone. Words in “…” are not checked: they are other people's. */
export function sentenceWithAlone(text: string, { name, before, after }: AmbiguousName): string | undefined {
  const alone = new RegExp(
    `${notBeside('?<!', before)}(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])${notBeside('?!', after)}`,
    'u',
  );
  return text.split(/(?<=[.;!?])\s+/u).find((sentence) => alone.test(sentence.replaceAll(/“[^”]*”/gu, '')));
}

function notBeside(group: '?<!' | '?!', words: readonly string[]): string {
  if (words.length === 0) return '';
  const any = `(?:${words.map((word) => RegExp.escape(word)).join('|')})`;
  return group === '?<!' ? `(?<!(?<![\\p{L}\\p{N}])${any}[\\s-]?)` : `(?!\\s+${any})`;
}
