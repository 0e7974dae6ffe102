/** /drafts: what its asker has begun to write. It lists, asks on, takes answers, publishes and discards; nobody sees another’s. */
import { command } from '../src/core/chat/command.ts';
import { answered, answeredAll, oneBack, turnOf } from '../src/core/chat/form/dialogue.ts';
import { CHOOSE, type Draft, stampOf } from '../src/core/chat/form/draft.ts';
import { type Reply, reply } from '../src/core/chat/reply.ts';
import { UserError } from '../src/core/chat/user-error.ts';
import { act } from '../src/core/desk/ask-question.ts';
import { planPost } from '../src/core/desk/plan-post.ts';
import { isSound } from '../src/core/desk/preview-post.ts';
import { publishPost } from '../src/core/desk/publish-post.ts';
import { needsReview } from '../src/core/desk/review.ts';
import { draftLine, saidPublished, showDraft } from '../src/core/desk/show-draft.ts';
import { type DeskContext, deskOf } from '../src/core/desk/telling.ts';

const DOS = ['list', 'show', 'ask', 'set', 'back', 'change', 'stop', 'publish', 'discard'] as const;

export default command({
  name: 'drafts',
  who: 'moderator',
  isConfidential: true,
  params: {
    do: { kind: 'choice', choices: DOS },
    id: { kind: 'text' },
    field: { kind: 'text' },
    to: { kind: 'text' },
    seen: { kind: 'text' },
  },
  async run({ do: what = 'list', id, field, to, seen }, context) {
    const desk = deskOf(context);
    if (context.talk !== undefined) return talked(context.talk, desk);
    if (what === 'list') return listed(desk);
    const draft = await ownDraft(id, desk);
    switch (what) {
      case 'show':
        return saved({ ...draft, step: null }, desk);
      case 'ask':
        return saved(draft, desk);
      case 'set':
        return saved(
          context.filledIn === undefined
            ? answered(draft, field ?? '', to === '-' ? '' : (to ?? ''), desk)
            : answeredAll(draft, context.filledIn, desk),
          desk,
        );
      case 'back':
        return saved(oneBack({ ...draft, state: 'open' }, desk), desk);
      case 'change':
        return saved({ ...draft, step: CHOOSE, state: 'open' }, desk);
      case 'stop':
        return stopped(draft, desk);
      case 'publish':
        return published(draft, seen ?? '', desk);
      case 'discard': {
        await context.desk.drafts.remove(draft.id);
        return said('drafts-discarded', desk);
      }
    }
  },
});

/** The same answer whether there is no such draft or it is somebody else’s. */
async function ownDraft(id: string | undefined, { desk, asker }: DeskContext): Promise<Draft> {
  const draft = id === undefined ? undefined : await desk.drafts.of(id);
  if (draft?.author !== asker.id) throw new UserError('drafts-unknown');
  return draft;
}

/** On disk before it is answered; from now on it is the one that free words are an answer to. */
async function saved(draft: Draft, context: DeskContext): Promise<Reply> {
  const next = { ...draft, isAsked: true, updatedAt: context.now };
  await context.desk.drafts.save(next);
  return showDraft(next, context);
}

async function talked(words: string, context: DeskContext): Promise<Reply> {
  const own = await context.desk.drafts.list({ author: context.asker.id });
  const draft = own.find(({ isAsked }) => isAsked);
  if (!draft) return listed(context);
  const word = words.trim().toLowerCase();
  if (word === 'cancel' || word === 'stop') return stopped(draft, context);
  if (word === 'back') return saved(oneBack(draft, context), context);
  const turn = turnOf(draft, context);
  if (turn.kind === 'complete') return showDraft(draft, context);
  if (turn.kind === 'choose') {
    return word === 'done' || word === ''
      ? saved({ ...draft, step: null }, context)
      : saved(answered(draft, CHOOSE, words, context), context);
  }
  const isSkipped = ['', '-', 'skip'].includes(word);
  return saved(answered(draft, turn.question.field.name, isSkipped ? '' : words, context), context);
}

async function stopped(draft: Draft, context: DeskContext): Promise<Reply> {
  await context.desk.drafts.save({ ...draft, isAsked: false });
  const { language } = context;
  return reply({
    blocks: [{ kind: 'text', spans: language.spans('drafts-stopped') }],
    actions: [
      act(draft, language.text('desk-do', { do: 'resume' }), 'show'),
      act(draft, language.text('desk-do', { do: 'discard' }), 'discard'),
    ],
  });
}

async function published(draft: Draft, seen: string, context: DeskContext): Promise<Reply> {
  const { desk } = context;
  if (turnOf(draft, context).kind !== 'complete') return saved(draft, context);
  if (await needsReview(draft, desk)) {
    if (stampOf(draft) !== seen) throw new UserError('desk-unseen');
    if (!isSound(planPost(draft, context))) throw new UserError('desk-not-sound');
    await desk.drafts.save({ ...draft, state: 'waiting', isAsked: false, updatedAt: context.now });
    return said('desk-submitted', context);
  }
  return saidPublished(await publishPost(draft, seen, context), context);
}

async function listed(context: DeskContext): Promise<Reply> {
  const { desk, language, asker } = context;
  const own = await desk.drafts.list({ author: asker.id });
  if (own.length === 0) return said('drafts-none', context);
  return reply({
    blocks: [
      { kind: 'heading', spans: language.spans('drafts-title') },
      {
        kind: 'list',
        items: own.map((draft) => draftLine(draft, draft.state, context)),
      },
      { kind: 'note', spans: language.spans('drafts-how') },
    ],
    actions: own
      .slice(0, 8)
      .map((draft) => act(draft, language.text('drafts-resume', { form: draft.form, id: draft.id }), 'show')),
  });
}

function said(id: string, { language }: DeskContext): Reply {
  return reply({ blocks: [{ kind: 'text', spans: language.spans(id) }] });
}
