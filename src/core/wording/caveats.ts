/** The small print that an answer with entries of certain kinds ends with. */
import type { AnyEntry } from '../dossier/entries.ts';
import type { Block } from '../reply/span.ts';
import { WORDING_KINDS } from './kinds/index.ts';
import type { WordingContext } from './wording-context.ts';

/** Each once; none where no kind among them has one. */
export function caveatBlocks(
  entries: readonly AnyEntry[],
  { language }: Pick<WordingContext, 'language'>,
): readonly Block[] {
  const ids = new Set(entries.flatMap(({ kind }) => WORDING_KINDS[kind].caveat ?? []));
  return [...ids].map((id) => ({ kind: 'note', spans: language.spans(id) }));
}
