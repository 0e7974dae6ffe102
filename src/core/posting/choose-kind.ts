/** Begins a draft of the kind of entry that is named after the command, or chosen by a button. */

import { type Reply, reply } from '../reply/reply.ts';
import type { FormKind } from '../wording/forms/form-kinds.ts';
import type { Named } from '../wording/named.ts';
import { beginDraft } from './begin-draft.ts';
import type { PostingContext } from './posting-context.ts';

/** Kinds of entries as names that can be typed after a command. */
export function kindNames(kinds: readonly FormKind[]): readonly Named[] {
  return kinds.map((id) => ({ id, label: id, aliases: [] }));
}

/** Begins a draft of the kind that was named, or asks for the kind. `question` is the message id of that question. */
export async function beginDraftOfKind(
  named: Named | undefined,
  {
    kinds,
    command,
    question,
    purpose,
  }: {
    readonly kinds: readonly FormKind[];
    readonly command: string;
    readonly question: string;
    readonly purpose: 'post' | 'drill';
  },
  context: PostingContext,
): Promise<Reply> {
  const form = kinds.find((one) => one === named?.id);
  if (form !== undefined) return beginDraft({ form, purpose }, context);
  const { language } = context;
  return reply({
    blocks: [{ kind: 'text', spans: language.spans(question) }],
    actions: kinds.map((kind) => ({ label: language.text('form-kind', { form: kind }), command, args: { kind } })),
  });
}
