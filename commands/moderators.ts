/** /moderators: owners list, add and remove moderators. The answer is hidden from others. */

import { type CommandContext, command } from '../src/core/chat/command.ts';
import type { ModeratorTerm } from '../src/core/ports/moderators.ts';
import { instantSpan } from '../src/core/reply/language.ts';
import { type Reply, reply } from '../src/core/reply/reply.ts';
import type { Block, Spans } from '../src/core/reply/span.ts';
import { UserError } from '../src/core/reply/user-error.ts';
import { visible } from '../src/core/reply/visible.ts';
import { platformOf } from '../src/core/subscriptions/subscription.ts';

const ACTIONS = ['list', 'add', 'remove'] as const;

export default command({
  name: 'moderators',
  who: 'owner',
  isConfidential: true,
  params: { do: { kind: 'choice', choices: ACTIONS }, who: { kind: 'text' } },
  async run({ do: what = 'list', who }, context) {
    const { asker, moderators, owners, now } = context;
    if (what === 'list') {
      if (who !== undefined) throw new UserError('moderators-do', { who: visible(who) });
      return listed(await moderators.list(), context);
    }
    if (who === undefined) throw new UserError('moderators-who', { do: what });
    const id = personOf(who, context);
    const change = { id, by: asker.id, at: now };
    if (what === 'remove') return answered((await moderators.remove(change)) ? 'removed' : 'none', id, context);
    if (owners.has(id)) return answered('owner', id, context);
    return answered((await moderators.add(change)) ? 'added' : 'already', id, context);
  },
});

/** `typed` is an id, or a number or mention of the platform where it is typed. */
function personOf(typed: string, { asker, isPerson }: CommandContext): string {
  const [, mentioned = ''] = /^(?:<@!?)?(\d{1,20})>?$/u.exec(typed) ?? [];
  const id = mentioned === '' ? typed.toLowerCase() : `${platformOf(asker.id)}:${mentioned}`;
  if (!isPerson(id)) throw new UserError('moderators-nobody', { typed: visible(typed) });
  return id;
}

function answered(outcome: string, id: string, { language }: CommandContext): Reply {
  const spans = language.spans('moderators-done', { outcome, who: code(id) });
  const note = { kind: 'note' as const, spans: language.spans('moderators-how') };
  return reply({ blocks: [{ kind: 'text', spans }, ...(outcome === 'added' ? [note] : [])], audience: 'asker' });
}

function listed(terms: readonly ModeratorTerm[], { language, owners }: CommandContext): Reply {
  const now = terms.filter(({ removedAt }) => removedAt === null);
  const past = terms.filter(({ removedAt }) => removedAt !== null).toReversed();
  const section = (id: string, items: readonly Spans[]): readonly Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'text', spans: language.spans(id) },
          { kind: 'list', items },
        ];
  const added = ({ id, addedBy, addedAt }: ModeratorTerm) =>
    language.spans('moderators-added', { who: code(id), by: code(addedBy), at: instantSpan(addedAt, language) });
  const removed = ({ id, removedBy, removedAt }: ModeratorTerm) =>
    language.spans('moderators-removed', {
      who: code(id),
      by: code(removedBy ?? ''),
      at: instantSpan(removedAt ?? 0, language),
    });
  return reply({
    blocks: [
      { kind: 'heading', spans: language.spans('moderators-title') },
      ...(now.length === 0 ? [{ kind: 'text' as const, spans: language.spans('moderators-nobody-yet') }] : []),
      ...section('moderators-now', now.map(added)),
      ...section(
        'moderators-owners',
        [...owners].map((id) => [code(id)]),
      ),
      ...section('moderators-past', past.map(removed)),
    ],
    audience: 'asker',
  });
}

function code(text: string) {
  return { kind: 'code' as const, text };
}
