/** The names of several parties on one line, each cut to a length. */
import type { Spans } from '../../reply/span.ts';
import { namesOf } from '../cite.ts';
import type { NameContext } from '../wording-context.ts';
import { cutAtWord } from './cut-words.ts';

/** `ids` of parties; `names` is in UTF-16 units, the same for all. */
export function cutNames(
  ids: readonly string[],
  { names }: { readonly names: number },
  { dossier, language }: NameContext,
): Spans {
  return namesOf(dossier.parties, ids, language).map((span) =>
    typeof span === 'string' ? cutAtWord(span, names) : span,
  );
}
