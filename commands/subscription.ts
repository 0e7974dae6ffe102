/** /subscription: shows what this chat receives, pauses it, previews it, and says what became of deliveries. */

import type { Asker, Chat } from '../src/core/chat/asker.ts';
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { targetChat } from '../src/core/chat/target-chat.ts';
import { sameJson } from '../src/core/dossier/same-json.ts';
import { nextDigestBlocks, sentBlocks } from '../src/core/messages/delivery-log.ts';
import { preview } from '../src/core/messages/preview.ts';
import { type RawArguments, type Reply, reply } from '../src/core/reply/reply.ts';
import type { Block } from '../src/core/reply/span.ts';
import { UserError } from '../src/core/reply/user-error.ts';
import { visible } from '../src/core/reply/visible.ts';
import { resumed } from '../src/core/subscriptions/due.ts';
import { listedBlocks } from '../src/core/subscriptions/listed-blocks.ts';
import { settingsBlocks } from '../src/core/subscriptions/settings-blocks.ts';
import { statusBlocks } from '../src/core/subscriptions/status-blocks.ts';
import { channelOf, type Subscription } from '../src/core/subscriptions/subscription.ts';

const ACTIONS = ['show', 'pause', 'resume', 'snooze', 'preview', 'why'] as const;
type ActionName = (typeof ACTIONS)[number];

const SNOOZE_MS = 24 * 3_600_000;
/** How many deliveries `do:why` lists. */
const SENT_SHOWN = 10;
/** How many other chats are listed in private: for each of them the platform is asked several things. */
const LISTED = 10;

export default command({
  name: 'subscription',
  who: 'channel-admin',
  params: { do: { kind: 'choice', choices: ACTIONS }, channel: { kind: 'channel' } },
  async run({ do: what = 'show', channel }, context) {
    const { subscriptions, now } = context;
    const place = await targetChat(channel, context);
    const subscription = await subscriptions.of(place.id);
    const where: RawArguments = channel === undefined ? {} : { channel };
    const title = channel === undefined ? undefined : place.name;
    if (what === 'show' && channel === undefined) {
      const others = await othersOf(context);
      if (others.blocks.length > 0) return withOthers(subscription, others, context);
    }
    if (subscription === undefined) throw new UserError('subscription-none');
    switch (what) {
      case 'show':
        return shown(subscription, where, context, title);
      case 'pause':
      case 'resume':
      case 'snooze': {
        const changed = { ...subscription, ...changes(what, subscription, now) };
        // A press may arrive twice: the second one changes nothing.
        if (!sameJson(changed, subscription)) await subscriptions.put(changed);
        return shown(changed, where, context, title);
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

interface Others {
  readonly blocks: readonly Block[];
  readonly choices: Reply['choices'];
}

/**
 * In private: of the chats whose subscription the asker was the last to set up, those that the platform says they still
 * run. It is asked each time, and again when one is opened.
 */
async function othersOf({ asker, place, subscriptions, language, now }: CommandContext): Promise<Others> {
  const { findChannel } = asker;
  if (!place.isPrivate || findChannel === undefined) return { blocks: [], choices: [] };
  const all = (await subscriptions.setUpBy(asker.id, LISTED + 2)).filter((one) => one.place !== place.id);
  const some = all.slice(0, LISTED);
  const found = await Promise.all(
    some.map(async (subscription) => ({ subscription, chat: await chatOrNone(findChannel, subscription.place) })),
  );
  const listed = found.flatMap(({ subscription, chat }) =>
    chat === undefined ? [] : [{ subscription, chat: visible(chat.name ?? channelOf(subscription.place)) }],
  );
  const options = listed.map(({ subscription, chat }) => ({ value: channelOf(subscription.place), label: chat }));
  const more: readonly Block[] =
    all.length > LISTED ? [{ kind: 'note', spans: language.spans('subscriptions-more', { limit: LISTED }) }] : [];
  return {
    blocks: [...listedBlocks(listed, some.length - listed.length, { language, now }), ...more],
    choices: options.length === 0 ? [] : [{ param: 'channel', label: language.text('subscriptions-open'), options }],
  };
}

/** Undefined where the asker is refused, whatever the reason, and where the platform means another chat. */
async function chatOrNone(findChannel: NonNullable<Asker['findChannel']>, place: string): Promise<Chat | undefined> {
  try {
    const found = await findChannel(channelOf(place));
    return typeof found === 'object' && found.id === place ? found : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** `own`: that of the private chat itself. */
function withOthers(own: Subscription | undefined, { blocks, choices }: Others, context: CommandContext): Reply {
  const first = own && shown(own, {}, context);
  return reply({ ...first, blocks: [...(first?.blocks ?? []), ...blocks], choices });
}

/** `chat`: what it is called, where that is not the chat in which it is shown. */
function shown(subscription: Subscription, where: RawArguments, context: CommandContext, chat?: string): Reply {
  const { language } = context;
  const heading =
    chat === undefined
      ? language.spans('subscription-title')
      : language.spans('subscription-title-of', { chat: visible(chat) });
  const title: Block = { kind: 'heading', spans: heading };
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
