/** The options that a question of a draft offers. */
import type { Field } from '../wording/forms/form.ts';
import type { Draft } from './form/draft.ts';
import type { PostingContext } from './posting-context.ts';

export interface Offered {
  readonly id: string;
  readonly label: string;
}

/** All options that are possible after the answers so far; none if the answer is free text. */
export function offeredFor(
  { is }: Field,
  answers: Draft['answers'],
  context: Pick<PostingContext, 'dossier'>,
): readonly Offered[] {
  if (is.kind === 'choice') return is.choices.map((id) => ({ id, label: id }));
  return is.kind === 'name' ? is.names(context, answers) : [];
}
