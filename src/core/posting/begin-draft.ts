/** Begins a draft of a new entry or of a change. It is stored before its first question is asked. */

import type { NamingContext } from '../chat/command.ts';
import { formatCommand } from '../chat/raw-arguments.ts';
import { standingEntries } from '../dossier/revision.ts';
import type { RawArguments, Reply } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';
import { type FormKind, hasForm } from '../wording/forms/form-kinds.ts';
import { labelOf } from '../wording/kinds/index.ts';
import type { Named } from '../wording/named.ts';
import { answersOf } from './form/build-entry.ts';
import { CHOOSE, type Draft, newDraft, type Purpose } from './form/draft.ts';
import type { PostingContext } from './posting-context.ts';
import { showDraft } from './show-draft.ts';

/** How many drafts one author may have. Somebody with more has forgotten them. */
const MAX_DRAFTS = 50;

/** The kind of entry that is changed in an example. */
const EXAMPLES = { update: 'development', correct: 'claim', retract: 'quote' } as const;

export async function beginDraft(
  parts: Pick<Draft, 'form' | 'purpose'> & Partial<Pick<Draft, 'changes' | 'answers' | 'step'>>,
  context: PostingContext,
): Promise<Reply> {
  const own = await context.posting.drafts.list({ author: context.asker.id });
  if (own.length >= MAX_DRAFTS) throw new UserError('drafts-many', { count: own.length });
  const draft = newDraft({ ...parts, author: context.asker.id }, context.now);
  const kept = await context.posting.drafts.save(draft);
  if (kept === 'moved on') throw new UserError('posting-busy');
  return showDraft(kept, context);
}

/** A draft that changes or retracts the entry with this id. Throws `UserError` if the entry cannot be changed. */
export async function beginChange(
  id: string | undefined,
  purpose: Exclude<Purpose, 'post' | 'drill'>,
  context: PostingContext,
): Promise<Reply> {
  if (id === undefined) {
    const example = exampleOfKind(EXAMPLES[purpose])(context);
    throw new UserError('posting-which-entry', { example: formatCommand(purpose, example) });
  }
  const last = context.dossier.history(id).at(-1);
  if (!last || last.change === 'retraction' || !hasForm(last.entry)) throw new UserError('posting-entry-gone', { id });
  const changes = { entry: id, seq: last.seq };
  const form = last.entry.kind;
  if (purpose === 'retract') return beginDraft({ form, purpose, changes }, context);
  return beginDraft({ form, purpose, changes, answers: answersOf(last.entry), step: CHOOSE }, context);
}

/** The newest entry of the kind, else of any, as the argument of a command that changes it. */
export function exampleOfKind(kind: FormKind): (context: Pick<NamingContext, 'dossier'>) => RawArguments {
  return ({ dossier }) => {
    const entries = standingEntries(dossier.revisionsAfter(0)).filter(hasForm);
    const newest = entries.findLast((entry) => entry.kind === kind) ?? entries.at(-1);
    return newest === undefined ? {} : { id: newest.fields.id };
  };
}

/** Names of all entries that can be changed, the newest first. */
export function changeableEntries({ dossier }: Pick<NamingContext, 'dossier'>): readonly Named[] {
  return standingEntries(dossier.revisionsAfter(0))
    .filter(hasForm)
    .toReversed()
    .map((entry) => ({ id: entry.fields.id, label: labelOf(entry), aliases: [] }));
}
