/** Sentences that were formatted before, found by their message and its variables. */
import { onceFor } from '../core/dossier/memoise.ts';
import type { Words } from '../core/reply/language.ts';
import type { Spans } from '../core/reply/span.ts';

/** Sentences, and UTF-16 units of what they are found by: a few MB with the sentences themselves. */
const MOST_SENTENCES = 4000;
const MOST_UNITS = 1_000_000;
/** What is longer is said once. */
const LONGEST = 2000;

export interface KeptSentences {
  /** `format` follows from the message and its variables. What it throws is not kept. */
  of(id: string, words: Words, format: () => Spans): Spans;
}

/** All are forgotten where there is no more room: what is still said is formatted once more, and no list is kept. */
export function createKeptSentences(): KeptSentences {
  const kept = new Map<string, Spans>();
  let units = 0;
  return {
    of(id, words, format) {
      const key = keyOf(id, words);
      const known = kept.get(key);
      if (known) return known;
      const spans = format();
      if (key.length > LONGEST) return spans;
      if (kept.size >= MOST_SENTENCES || units + key.length > MOST_UNITS) {
        kept.clear();
        units = 0;
      }
      kept.set(key, spans);
      units += key.length;
      return spans;
    },
  };
}

/**
 * Each variable by itself, with its type and, where it is a text, its length, so that no two sentences have one key.
 * What is formatted already comes as the same object again and again.
 */
function keyOf(id: string, words: Words): string {
  let key = id;
  for (const name in words) {
    const value = words[name];
    if (typeof value === 'string') key += ` ${name} ${value.length}:${value}`;
    else key += typeof value === 'object' ? ` ${name} =${written(value)}` : ` ${name} #${value}`;
  }
  return key;
}

const written = onceFor((value: object) => JSON.stringify(value));
