/** A draft as its author sees it: the next question or, after the last answer, the preview with its buttons. */

import { isCorrection } from '../dossier/revision.ts';
import { coverageActions } from '../messages/kinds/report.ts';
import { instantSpan } from '../reply/language.ts';
import { type Reply, reply } from '../reply/reply.ts';
import type { Block, Spans } from '../reply/span.ts';
import { visible } from '../reply/visible.ts';
import { formOf } from '../wording/forms/form-kinds.ts';
import { labelOf } from '../wording/kinds/index.ts';
import { askQuestion, draftAction } from './ask-question.ts';
import { previewDrill } from './drill.ts';
import { turnOf } from './form/dialogue.ts';
import type { Draft } from './form/draft.ts';
import { needsReview } from './needs-review.ts';
import { type PostPlan, planPost } from './plan-post.ts';
import type { PostingContext } from './posting-context.ts';
import { checkBlocks, isSound, previewBlocks } from './preview-post.ts';

/** Longest text about a draft in a list or on a button, in UTF-16 units. */
const MAX_ABOUT = 50;

export async function showDraft(draft: Draft, context: PostingContext): Promise<Reply> {
  const showAgain = { command: 'drafts', args: { do: 'ask', id: draft.id } };
  const turn = turnOf(draft, context);
  if (turn.kind !== 'complete') return { ...askQuestion(draft, turn, context), showAgain };
  const { language } = context;
  const plan = planPost(draft, context);
  const waits = await needsReview(draft, plan, context);
  const how = waits ? 'submit' : draft.purpose === 'drill' ? 'drill' : 'publish';
  return reply({
    showAgain,
    actionsAtEnd: true,
    blocks: [
      { kind: 'heading', spans: language.spans('posting-title', { form: draft.form, purpose: draft.purpose }) },
      ...noteBlocks(draft, context),
      ...(await planBlocks(draft, plan, context)),
    ],
    actions: [
      ...(isSound(plan) && (draft.state !== 'waiting' || !waits)
        ? [publishAction(draft, how, plan.stamp, language)]
        : []),
      ...(draft.purpose === 'retract'
        ? []
        : [draftAction(draft, language.text('posting-do', { do: 'change' }), 'change')]),
      draftAction(draft, language.text('form-back'), 'back'),
      draftAction(draft, language.text('posting-do', { do: 'discard' }), 'discard'),
    ],
  });
}

/** Sending for review is only the next step. Publishing makes public, and a retraction takes something away. */
function publishAction(
  draft: Draft,
  how: 'submit' | 'drill' | 'publish',
  seen: string,
  language: PostingContext['language'],
): Reply['actions'][number] {
  const style = how === 'submit' ? 'primary' : draft.purpose === 'retract' ? 'danger' : 'success';
  return { ...draftAction(draft, language.text('posting-do', { do: how }), 'publish', { seen }), style };
}

/** A row of a list of drafts. `state` is the draft's, or `own` for the asker's drafts among others. */
export function draftLine(
  draft: Draft,
  state: Draft['state'] | 'own',
  context: Pick<PostingContext, 'dossier' | 'language'>,
): Spans {
  const { id, form, purpose, updatedAt } = draft;
  const about = aboutDraft(draft, context) || '…';
  const at = instantSpan(updatedAt, context.language);
  return context.language.spans('drafts-line', { id: { kind: 'code', text: id }, about, form, purpose, state, at });
}

/** The label of the button that continues or shows a draft. */
export function draftLabel(draft: Draft, context: Pick<PostingContext, 'dossier' | 'language'>): string {
  const { id, form } = draft;
  return context.language.text('drafts-resume', { form, about: aboutDraft(draft, context) || id });
}

/**
 * A short text about the entry that it changes, or the answer that names a new one. Empty if there is no answer yet.
 */
function aboutDraft({ form, answers, changes }: Draft, { dossier }: Pick<PostingContext, 'dossier'>): string {
  const entry = changes && dossier.history(changes.entry).at(-1)?.entry;
  const { named } = formOf(form);
  const words = visible(entry ? labelOf(entry) : ((named === null ? undefined : answers[named]) ?? ''));
  return words.length > MAX_ABOUT ? `${words.slice(0, MAX_ABOUT).trimEnd()}…` : words;
}

/** The ids of what was published. A correction gets a button for its coverage. */
export function publishedReply(
  { revisions, written, announce, drillRecipients: drilled }: PostPlan,
  { language }: PostingContext,
): Reply {
  if (drilled !== undefined) {
    return reply({ blocks: [{ kind: 'text', spans: language.spans('drill-published', { count: drilled }) }] });
  }
  const ids = language.list(written.map((text) => ({ kind: 'code', text })));
  const words = { ids, alert: announce ? 'yes' : 'no' };
  const corrected = revisions.find(isCorrection);
  return reply({
    blocks: [{ kind: 'text', spans: language.spans('posting-published', words) }],
    actions: corrected === undefined ? [] : coverageActions(corrected.entry.fields.id, language),
  });
}

/** The reason, what forbids publishing, and the preview if nothing does. */
export async function planBlocks(draft: Draft, plan: PostPlan, context: PostingContext): Promise<readonly Block[]> {
  const { language } = context;
  const { reason } = draft.answers;
  const why: readonly Block[] =
    reason === undefined || draft.purpose === 'post'
      ? []
      : [
          {
            kind: 'text',
            spans: language.spans('posting-reason', { reason, weight: draft.answers['weight'] ?? 'none' }),
          },
        ];
  if (!isSound(plan)) return [...why, ...checkBlocks(plan, context)];
  const preview = draft.purpose === 'drill' ? previewDrill : previewBlocks;
  return [...why, ...checkBlocks(plan, context), ...(await preview(draft, plan, context))];
}

function noteBlocks({ state, note }: Draft, { language }: PostingContext): readonly Block[] {
  if (state === 'waiting') return [{ kind: 'text', spans: language.spans('posting-waiting') }];
  if (state === 'returned' && note !== null)
    return [{ kind: 'text', spans: language.spans('posting-returned', { note }) }];
  return [];
}
