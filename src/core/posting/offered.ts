/** What can be chosen as the answer to a question. */
import type { Field } from '../wording/forms/form.ts';
import type { Draft } from './form/draft.ts';
import type { PostingContext } from './posting-context.ts';

export interface Offered {
  readonly id: string;
  readonly label: string;
}

/** All that goes with the answers so far, however much; nothing where the answer is words. */
export function offeredFor(
  { is }: Field,
  answers: Draft['answers'],
  context: Pick<PostingContext, 'dossier'>,
): readonly Offered[] {
  if (is.kind === 'choice') return is.choices.map((id) => ({ id, label: id }));
  return is.kind === 'name' ? is.names(context, answers) : [];
}
