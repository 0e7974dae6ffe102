/** /subscription: shows what this chat receives, pauses it, previews it, and says what became of deliveries. */

import { type CommandContext, command } from '../src/core/chat/command.ts';
import { targetChat } from '../src/core/chat/target-chat.ts';
import { sameJson } from '../src/core/dossier/same-json.ts';
import { nextDigestBlocks, sentBlocks } from '../src/core/messages/delivery-log.ts';
import { preview } from '../src/core/messages/preview.ts';
import { type RawArguments, type Reply, reply } from '../src/core/reply/reply.ts';
import type { Block } from '../src/core/reply/span.ts';
import { UserError } from '../src/core/reply/user-error.ts';
import { resumed } from '../src/core/subscriptions/due.ts';
import { settingsBlocks } from '../src/core/subscriptions/settings-blocks.ts';
import { statusBlocks } from '../src/core/subscriptions/status-blocks.ts';
import type { Subscription } from '../src/core/subscriptions/subscription.ts';

const ACTIONS = ['show', 'pause', 'resume', 'snooze', 'preview', 'why'] as const;
type ActionName = (typeof ACTIONS)[number];

const SNOOZE_MS = 24 * 3_600_000;
/** How many deliveries `do:why` lists. */
const SENT_SHOWN = 10;

export default command({
  name: 'subscription',
  who: 'channel-admin',
  params: { do: { kind: 'choice', choices: ACTIONS }, channel: { kind: 'channel' } },
  async run({ do: what = 'show', channel }, context) {
    const { subscriptions, now } = context;
    const place = await targetChat(channel, context);
    const subscription = await subscriptions.of(place.id);
    if (subscription === undefined) throw new UserError('subscription-none');
    const where: RawArguments = channel === undefined ? {} : { channel };
    switch (what) {
      case 'show':
        return shown(subscription, where, context);
      case 'pause':
      case 'resume':
      case 'snooze': {
        const changed = { ...subscription, ...changes(what, subscription, now) };
        // A press may arrive twice: the second one changes nothing.
        if (!sameJson(changed, subscription)) await subscriptions.put(changed);
        return shown(changed, where, context);
      }
      case 'preview': {
        const { reply: composed, notes } = preview(subscription, context);
        return {
          ...composed,
          ...(composed.title && { title: context.language.spans('preview-title', { title: composed.title }) }),
          blocks: [...notes, ...composed.blocks],
          actions: actions(['show', 'why'], where, context),
        };
      }
      case 'why': {
        const deliveries = await subscriptions.deliveries(place.id, SENT_SHOWN);
        return reply({
          blocks: [
            ...statusBlocks(subscription, context),
            ...sentBlocks(deliveries, subscription.settings, context),
            ...nextDigestBlocks(subscription, context),
          ],
          actions: actions(['show', 'preview'], where, context),
        });
      }
    }
  },
});

function shown(subscription: Subscription, where: RawArguments, context: CommandContext): Reply {
  const title: Block = { kind: 'heading', spans: context.language.spans('subscription-title') };
  const { status, resumeAt } = subscription;
  const ways: readonly ActionName[] =
    status === 'active'
      ? ['pause', 'snooze']
      : resumeAt !== null && status === 'paused'
        ? ['resume', 'pause']
        : ['resume'];
  return reply({
    blocks: [title, ...statusBlocks(subscription, context), ...settingsBlocks(subscription, context)],
    actions: actions([...ways, 'preview', 'why'], where, context),
  });
}

function actions(dos: readonly ActionName[], where: RawArguments, { language }: CommandContext): Reply['actions'] {
  return dos.map((what) => ({
    label: language.text('subscription-do', { do: what }),
    command: 'subscription',
    args: { do: what, ...where },
  }));
}

/** What changes in the subscription. If it is snoozed already, the snooze ends as before; if active, its slot stays. */
function changes(
  what: 'pause' | 'resume' | 'snooze',
  { status, resumeAt, settings }: Subscription,
  now: number,
): Partial<Subscription> {
  switch (what) {
    case 'pause':
      return { status: 'paused', reason: null, resumeAt: null };
    case 'snooze':
      return status === 'paused' && resumeAt !== null
        ? {}
        : { status: 'paused', reason: null, resumeAt: now + SNOOZE_MS };
    case 'resume':
      return status === 'active' ? {} : resumed(settings, now);
  }
}
