/** A chat with a subscription over a small dossier, for the tests of /subscription. */
import type { Asker } from '../../src/core/chat/asker.ts';
import type { Engine } from '../../src/core/chat/run-command.ts';
import type { Delivery } from '../../src/core/messages/delivery.ts';
import type { Subscriptions } from '../../src/core/ports/subscriptions.ts';
import type { Settings, Subscription } from '../../src/core/subscriptions/subscription.ts';
import { admin, chatOver, here, NOW } from '../core/chat/chat-for-tests.ts';
import { createMemorySubscriptions } from '../core/chat/memory-subscriptions.ts';
import {
  development,
  IMPORTED_AT,
  place,
  quote,
  revised,
  smallDossier,
  smallNames,
} from '../core/dossier/build-entries.ts';

export const HOUR = 3_600_000;
export const settings: Settings = {
  schedule: '0 8 * * *',
  timezone: 'UTC',
  topics: [],
  side: null,
  alerts: 'breaking',
  when: 'changes',
  quiet: null,
  board: 'off',
};
const subscription: Subscription = {
  id: 'sub-1',
  place: here.id,
  name: null,
  setBy: admin.id,
  settings,
  status: 'active',
  reason: null,
  resumeAt: null,
  nextDueAt: NOW + HOUR,
  sinceSeq: smallNames.length,
  doubtfulSlot: null,
  version: 0,
  board: { message: null, seq: 0, dueAt: 0 },
};
export const dossier = smallDossier(
  [
    development('dev', '2025-10-11', { title: 'Shelling', category: 'clash' }),
    development('dev-talks', '2025-10-12', { title: 'A meeting', category: 'talks' }),
    quote('q-1'),
    quote('q-2', { date: '2025-10-10' }),
    place('torkham'),
  ],
  [revised(development('dev', '2025-10-11', { title: 'Shelling' }), IMPORTED_AT + 1, 'update')],
);

/** A chat of an admin with a subscription, and how often that was written. */
export async function chatWith(
  changes: Partial<Subscription> = {},
  {
    deliveries = [],
    asker = admin,
    ...more
  }: Partial<Engine> & { deliveries?: readonly Delivery[]; asker?: Asker } = {},
) {
  const memory = createMemorySubscriptions(deliveries);
  await memory.put({ ...subscription, ...changes });
  let written = 0;
  const subscriptions: Subscriptions = {
    ...memory,
    put(one) {
      written++;
      return memory.put(one);
    },
  };
  const chat = chatOver(dossier, { subscriptions, ...more }, { asker });
  return { ...chat, subscriptions, stored: () => memory.of(here.id), written: () => written };
}
