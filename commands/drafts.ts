/** /drafts: the asker's own drafts: lists them, asks the next question, takes answers, publishes, discards. */
import { command } from '../src/core/chat/command.ts';
import { draftAction } from '../src/core/posting/ask-question.ts';
import { changeDraft } from '../src/core/posting/change-draft.ts';
import { answered, answeredAll, oneBack, turnOf } from '../src/core/posting/form/dialogue.ts';
import { CHOOSE, type Draft, stampOf } from '../src/core/posting/form/draft.ts';
import { needsReview } from '../src/core/posting/needs-review.ts';
import { planPost } from '../src/core/posting/plan-post.ts';
import { type PostingContext, postingContextOf } from '../src/core/posting/posting-context.ts';
import { isSound } from '../src/core/posting/preview-post.ts';
import { publishPost } from '../src/core/posting/publish-post.ts';
import { draftLabel, draftLine, publishedReply, showDraft } from '../src/core/posting/show-draft.ts';
import { type Reply, reply } from '../src/core/reply/reply.ts';
import { UserError } from '../src/core/reply/user-error.ts';

const ACTIONS = ['list', 'show', 'ask', 'set', 'back', 'change', 'stop', 'publish', 'discard'] as const;

export default command({
  name: 'drafts',
  who: 'moderator',
  isConfidential: true,
  params: {
    do: { kind: 'choice', choices: ACTIONS },
    id: { kind: 'text' },
    field: { kind: 'text' },
    to: { kind: 'text' },
    seen: { kind: 'text' },
  },
  async run({ do: what = 'list', id, field, to, seen }, context) {
    const posting = postingContextOf(context);
    if (context.freeText !== undefined) return answeredInFreeText(context.freeText, posting);
    if (what === 'list') return listed(posting);
    const own = () => ownDraft(id, posting);
    const changed = (change: (draft: Draft) => Draft) => shown(own, change, posting);
    switch (what) {
      case 'show':
        return changed((draft) => ({ ...draft, step: null }));
      case 'ask':
        return changed((draft) => draft);
      case 'set':
        return changed((draft) =>
          context.formAnswers === undefined
            ? answered(draft, field ?? '', to === '-' ? '' : (to ?? ''), posting)
            : answeredAll(draft, context.formAnswers, posting),
        );
      case 'back':
        return changed((draft) => oneBack({ ...draft, state: 'open' }, posting));
      case 'change':
        return changed((draft) => ({ ...draft, step: CHOOSE, state: 'open' }));
      case 'stop':
        return stopped(own, posting);
      case 'publish':
        return published(await own(), seen ?? '', posting);
      case 'discard':
        return discarded(await own(), seen, posting);
    }
  },
});

/** The error is the same for a draft that does not exist and for somebody else's. */
async function ownDraft(id: string | undefined, { posting, asker }: PostingContext): Promise<Draft> {
  const draft = id === undefined ? undefined : await posting.drafts.of(id);
  if (draft?.author !== asker.id) throw new UserError('drafts-unknown');
  return draft;
}

/**
 * Changes the stored draft and shows it. Two answers at once are both kept. From then on free text answers this draft's
 * questions.
 */
async function shown(
  read: () => Promise<Draft>,
  change: (draft: Draft) => Draft,
  context: PostingContext,
): Promise<Reply> {
  const toAsked = (draft: Draft) => ({ ...change(draft), isAsked: true, updatedAt: context.now });
  return showDraft(await changeDraft(read, toAsked, context), context);
}

async function answeredInFreeText(words: string, context: PostingContext): Promise<Reply> {
  const asked = async () => {
    const [draft] = await context.posting.drafts.list({ author: context.asker.id, isAsked: true });
    return draft;
  };
  const draft = await asked();
  if (!draft) return listed(context);
  const read = async () => (await asked()) ?? ownDraft(draft.id, context);
  const word = words.trim().toLowerCase();
  if (word === 'cancel' || word === 'stop') return stopped(read, context);
  if (word === 'back') return shown(read, (one) => oneBack(one, context), context);
  if (turnOf(draft, context).kind === 'complete') return showDraft(draft, context);
  return shown(read, (one) => answeredBy(words, one, context), context);
}

/** The draft with `words` as the answer to its current question. */
function answeredBy(words: string, draft: Draft, context: PostingContext): Draft {
  const turn = turnOf(draft, context);
  const word = words.trim().toLowerCase();
  switch (turn.kind) {
    case 'complete':
      return draft;
    case 'choose':
      return word === 'done' || word === '' ? { ...draft, step: null } : answered(draft, CHOOSE, words, context);
    case 'question': {
      const isSkipped = ['', '-', 'skip'].includes(word);
      return answered(draft, turn.question.field.name, isSkipped ? '' : words, context);
    }
  }
}

async function stopped(read: () => Promise<Draft>, context: PostingContext): Promise<Reply> {
  const draft = await changeDraft(read, (one) => ({ ...one, isAsked: false }), context);
  const { language } = context;
  return reply({
    blocks: [{ kind: 'text', spans: language.spans('drafts-stopped') }],
    actions: [
      draftAction(draft, language.text('posting-do', { do: 'resume' }), 'show'),
      draftAction(draft, language.text('posting-do', { do: 'discard' }), 'discard'),
    ],
  });
}

async function published(draft: Draft, seen: string, context: PostingContext): Promise<Reply> {
  const { posting } = context;
  if (turnOf(draft, context).kind !== 'complete') return showDraft(draft, context);
  const plan = planPost(draft, context);
  if (await needsReview(draft, plan, context)) {
    if (plan.stamp !== seen) throw new UserError('posting-unseen');
    if (!isSound(plan)) throw new UserError('posting-not-sound');
    const waiting: Draft = { ...draft, state: 'waiting', isAsked: false, updatedAt: context.now };
    if ((await posting.drafts.save(waiting)) === 'moved on') throw new UserError('posting-unseen');
    return sentence('posting-submitted', context);
  }
  return publishedReply(await publishPost(draft, seen, context), context);
}

/** Asks for confirmation first: one slip must not discard twenty answers. */
async function discarded(draft: Draft, seen: string | undefined, context: PostingContext): Promise<Reply> {
  const { posting, language } = context;
  if (seen !== stampOf(draft)) {
    return reply({
      blocks: [{ kind: 'text', spans: language.spans('drafts-discard', { about: draftLabel(draft, context) }) }],
      actions: [
        draftAction(draft, language.text('drafts-discard-yes'), 'discard', { seen: stampOf(draft) }),
        draftAction(draft, language.text('posting-do', { do: 'resume' }), 'show'),
      ],
    });
  }
  if (!(await posting.drafts.remove(draft))) throw new UserError('posting-unseen');
  return sentence('drafts-discarded', context);
}

async function listed(context: PostingContext): Promise<Reply> {
  const { posting, language, asker } = context;
  const own = await posting.drafts.list({ author: asker.id });
  if (own.length === 0) return sentence('drafts-none', context);
  return reply({
    blocks: [
      { kind: 'heading', spans: language.spans('drafts-title') },
      {
        kind: 'list',
        items: own.map((draft) => draftLine(draft, draft.state, context)),
      },
      { kind: 'note', spans: language.spans('drafts-how') },
    ],
    actions: own.slice(0, 8).map((draft) => draftAction(draft, draftLabel(draft, context), 'show')),
  });
}

function sentence(id: string, { language }: PostingContext): Reply {
  return reply({ blocks: [{ kind: 'text', spans: language.spans(id) }] });
}
