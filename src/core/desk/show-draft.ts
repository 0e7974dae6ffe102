/** A draft as its author sees it: the next question, or, once all is answered, the preview with what can be done. */
import { turnOf } from '../chat/form/dialogue.ts';
import type { Draft } from '../chat/form/draft.ts';
import { type Block, type Reply, reply, type Spans } from '../chat/reply.ts';
import { isCorrection } from '../digest/compose-correction.ts';
import { coverageActions } from '../digest/compose-coverage.ts';
import { act, askQuestion } from './ask-question.ts';
import { previewDrill } from './drill.ts';
import { type PostPlan, planPost } from './plan-post.ts';
import { checkBlocks, isSound, previewBlocks } from './preview-post.ts';
import { needsReview } from './review.ts';
import type { DeskContext } from './telling.ts';

export async function showDraft(draft: Draft, context: DeskContext): Promise<Reply> {
  const again = { command: 'drafts', args: { do: 'ask', id: draft.id } };
  const turn = turnOf(draft, context);
  if (turn.kind !== 'complete') return { ...askQuestion(draft, turn, context), again };
  const { language, desk } = context;
  const plan = planPost(draft, context);
  const waits = await needsReview(draft, desk);
  const how = waits ? 'submit' : draft.purpose === 'drill' ? 'drill' : 'publish';
  return reply({
    again,
    blocks: [
      { kind: 'heading', spans: language.spans('desk-title', { form: draft.form, purpose: draft.purpose }) },
      ...noteBlocks(draft, context),
      ...(await planBlocks(draft, plan, context)),
    ],
    actions: [
      ...(isSound(plan) && (draft.state !== 'waiting' || !waits)
        ? [act(draft, language.text('desk-do', { do: how }), 'publish', { seen: plan.stamp })]
        : []),
      ...(draft.purpose === 'retract' ? [] : [act(draft, language.text('desk-do', { do: 'change' }), 'change')]),
      act(draft, language.text('form-back'), 'back'),
      act(draft, language.text('desk-do', { do: 'discard' }), 'discard'),
    ],
  });
}

/** A row of a list of drafts. `state`: its own, or that it is the asker's. */
export function draftLine(
  { id, form, purpose, updatedAt }: Draft,
  state: Draft['state'] | 'own',
  { language }: DeskContext,
): Spans {
  const at = language.instant(updatedAt);
  return language.spans('drafts-line', { id: { kind: 'code', text: id }, form, purpose, state, at });
}

/** What was published, by its ids; of a correction, how far it came is a button away. */
export function saidPublished({ revisions, written, announce, drilled }: PostPlan, { language }: DeskContext): Reply {
  if (drilled !== undefined) {
    return reply({ blocks: [{ kind: 'text', spans: language.spans('drill-published', { count: drilled }) }] });
  }
  const ids = language.list(written.map((text) => ({ kind: 'code', text })));
  const words = { ids, alert: announce ? 'yes' : 'no' };
  const corrected = revisions.find(isCorrection);
  return reply({
    blocks: [{ kind: 'text', spans: language.spans('desk-published', words) }],
    actions: corrected === undefined ? [] : coverageActions(corrected.entry.fields.id, language),
  });
}

/** What is against it; where nothing is, the preview. */
export async function planBlocks(draft: Draft, plan: PostPlan, context: DeskContext): Promise<readonly Block[]> {
  const { language } = context;
  const { reason } = draft.answers;
  const why: readonly Block[] =
    reason === undefined || draft.purpose === 'post'
      ? []
      : [{ kind: 'text', spans: language.spans('desk-reason', { reason, weight: draft.answers['weight'] ?? 'none' }) }];
  if (!isSound(plan)) return [...why, ...checkBlocks(plan, context)];
  const preview = draft.purpose === 'drill' ? previewDrill : previewBlocks;
  return [...why, ...checkBlocks(plan, context), ...(await preview(draft, plan, context))];
}

function noteBlocks({ state, note }: Draft, { language }: DeskContext): readonly Block[] {
  if (state === 'waiting') return [{ kind: 'text', spans: language.spans('desk-waiting') }];
  if (state === 'returned' && note !== null)
    return [{ kind: 'text', spans: language.spans('desk-returned', { note }) }];
  return [];
}
