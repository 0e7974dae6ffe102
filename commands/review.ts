/** /review: drafts that wait for a second moderator, who approves or returns them. Nobody approves their own. */
import { command } from '../src/core/chat/command.ts';
import { isTeamMember } from '../src/core/chat/roles.ts';
import { reasonSchema } from '../src/core/dossier/text/reason.ts';
import type { Draft } from '../src/core/posting/form/draft.ts';
import { planPost } from '../src/core/posting/plan-post.ts';
import { type PostingContext, postingContextOf } from '../src/core/posting/posting-context.ts';
import { isSound } from '../src/core/posting/preview-post.ts';
import { publishPost } from '../src/core/posting/publish-post.ts';
import { draftLabel, draftLine, planBlocks, publishedReply } from '../src/core/posting/show-draft.ts';
import { type Reply, reply } from '../src/core/reply/reply.ts';
import { UserError } from '../src/core/reply/user-error.ts';

const ACTIONS = ['list', 'show', 'approve', 'return'] as const;

export default command({
  name: 'review',
  who: 'moderator',
  isConfidential: true,
  params: {
    do: { kind: 'choice', choices: ACTIONS },
    id: { kind: 'text' },
    reason: { kind: 'text', rest: true },
    seen: { kind: 'text' },
  },
  async run({ do: what = 'list', id, reason, seen }, context) {
    const posting = postingContextOf(context);
    if (what === 'list') return listed(posting);
    const draft = await waitingDraft(id, posting);
    switch (what) {
      case 'show':
        return shown(draft, posting);
      case 'approve':
        return publishedReply(await publishPost(draft, seen ?? '', posting), posting);
      case 'return': {
        if (reason === undefined) throw new UserError('review-reason', { id: draft.id });
        // The bot shows the reason to the author in a sentence of its own.
        const [wrong] = reasonSchema.safeParse(reason).error?.issues ?? [];
        if (wrong) throw new UserError('form-invalid', { problem: wrong.message });
        const returned: Draft = { ...draft, state: 'returned', note: reason, isAsked: false };
        if ((await context.posting.drafts.save(returned)) === 'moved on') throw new UserError('review-unknown');
        return reply({ blocks: [{ kind: 'text', spans: context.language.spans('review-returned') }] });
      }
    }
  },
});

/** A draft that waits and is somebody else's. The error is the same if it does not exist or does not wait. */
async function waitingDraft(id: string | undefined, context: PostingContext): Promise<Draft> {
  const { posting, asker } = context;
  const draft = id === undefined ? undefined : await posting.drafts.of(id);
  if (draft?.state !== 'waiting' || !(await isByTeam(draft, context))) throw new UserError('review-unknown');
  if (draft.author === asker.id) throw new UserError('review-own');
  return draft;
}

/** Drafts of a removed moderator are not published. An author who is no person on a platform uses the terminal. */
async function isByTeam({ author }: Draft, context: PostingContext): Promise<boolean> {
  return !context.isPerson(author) || isTeamMember(author, context);
}

async function shown(draft: Draft, context: PostingContext): Promise<Reply> {
  const { language } = context;
  const plan = planPost(draft, context);
  const { id, form, purpose } = draft;
  return reply({
    blocks: [
      { kind: 'heading', spans: language.spans('posting-title', { form, purpose }) },
      ...(await planBlocks(draft, plan, context)),
      { kind: 'note', spans: language.spans('review-reason', { id }) },
    ],
    actionsAtEnd: true,
    actions: isSound(plan)
      ? [
          {
            label: language.text('review-approve'),
            command: 'review',
            args: { do: 'approve', id, seen: plan.stamp },
            style: 'success',
          },
        ]
      : [],
  });
}

async function listed(context: PostingContext): Promise<Reply> {
  const { posting, language, asker } = context;
  const all = await posting.drafts.list({ state: 'waiting' });
  const isShown = await Promise.all(all.map((draft) => isByTeam(draft, context)));
  const waiting = all.filter((_, index) => isShown[index]);
  if (waiting.length === 0) return reply({ blocks: [{ kind: 'text', spans: language.spans('review-none') }] });
  const others = waiting.filter(({ author }) => author !== asker.id);
  return reply({
    blocks: [
      { kind: 'heading', spans: language.spans('review-title') },
      {
        kind: 'list',
        items: waiting.map((draft) => draftLine(draft, draft.author === asker.id ? 'own' : draft.state, context)),
      },
    ],
    actions: others.slice(0, 8).map((draft) => ({
      label: draftLabel(draft, context),
      command: 'review',
      args: { do: 'show', id: draft.id },
    })),
  });
}
