/** What follows from news of a chat: it is greeted once, updates that had stopped go on, a new id is followed. */

import { encodeContent } from '../core/messages/content.ts';
import { newDelivery } from '../core/messages/delivery.ts';
import { greeting } from '../core/messages/kinds/greeting.ts';
import type { AddedChat, ChatEvents } from '../core/ports/chat-events.ts';
import type { Outbox } from '../core/ports/outbox.ts';
import type { Store } from '../core/ports/store.ts';
import type { Subscriptions } from '../core/ports/subscriptions.ts';
import { resumed } from '../core/subscriptions/due.ts';
import { privatePlaceOf } from '../core/subscriptions/subscription.ts';

export interface ChatEventsOptions {
  readonly store: Pick<Store, 'remember' | 'recall'>;
  readonly subscriptions: Pick<Subscriptions, 'inChat' | 'put' | 'move'>;
  readonly outbox: Pick<Outbox, 'queueForPerson'>;
  /** IANA name, for chats that have chosen none. */
  readonly timezone: string;
  /** Unix time in ms. */
  readonly clock: () => number;
}

export function createChatEvents({ store, subscriptions, outbox, timezone, clock }: ChatEventsOptions): ChatEvents {
  return {
    async mayWrite(chat) {
      for (const subscription of await subscriptions.inChat(chat)) {
        if (subscription.status !== 'suspended') continue;
        await subscriptions.put({ ...subscription, ...resumed(subscription.settings, clock()) });
      }
    },

    async added(chat) {
      // The delivery is forgotten after a while, so that it cannot tell who was greeted.
      const greeted = greetedKey(chat.place);
      if ((await store.recall(greeted)) !== undefined) return;
      // Who has subscribed knows the bot.
      const isKnown = (await subscriptions.inChat(chat.place)).length > 0;
      // After a crash before the next line it is there already, and is not queued twice.
      if (!isKnown) await outbox.queueForPerson(greetingOf(chat, timezone, clock()));
      await store.remember(greeted, String(clock()));
    },

    async moved(from, to) {
      await subscriptions.move(from, to);
      // The platform may say that the bot was added to the new chat; its readers are those of the old one.
      await store.remember(greetedKey(to), String(clock()));
    },
  };
}

function greetingOf({ place, name, channel, addedBy }: AddedChat, timezone: string, now: number) {
  const adder = addedBy === null ? null : (privatePlaceOf(addedBy) ?? null);
  return newDelivery({
    kind: 'greeting',
    audience: place,
    about: greeting.about('chat'),
    place,
    dueAt: now,
    expiresAt: now + greeting.lifetimeMs,
    content: encodeContent({ kind: 'greeting', timezone, to: 'chat', chat: name, channel, adder }),
  });
}

function greetedKey(place: string): string {
  return `greeted:${place}`;
}
