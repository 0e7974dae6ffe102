/** Subscriptions and deliveries to store in tests: plain ones to vary. */

import { encodeContent } from '../../src/core/messages/content.ts';
import { type NewDelivery, newDelivery } from '../../src/core/messages/delivery.ts';
import type { Content } from '../../src/core/messages/kinds/index.ts';
import type { Settings, Subscription } from '../../src/core/subscriptions/subscription.ts';

/** What most subscriptions want. */
export const settings: Settings = {
  schedule: '0 8 * * *',
  timezone: 'Asia/Karachi',
  topics: ['ceasefire', 'talks'],
  side: 'pakistan',
  alerts: 'breaking',
  when: 'changes',
  quiet: { from: '22:00', to: '07:00', exceptBreaking: true, how: 'hold' },
  board: 'off',
};

/** An active subscription of the chat with this name, never put before. */
export function subscriptionOf(name: string, fields: Partial<Subscription> = {}): Subscription {
  return {
    id: `sub-${name}`,
    place: `telegram:-${name}`,
    name: null,
    setBy: 'telegram:7',
    settings,
    status: 'active',
    reason: null,
    resumeAt: null,
    nextDueAt: 1000,
    sinceSeq: null,
    doubtfulSlot: null,
    version: 0,
    board: { message: null, seq: 0, dueAt: 0 },
    ...fields,
  };
}

/** A digest for it that covers the ledger from 1 to 10, due at its slot, 1000. */
export function digestFor({ id, place }: Subscription, fields: Partial<NewDelivery> = {}): NewDelivery {
  return newDelivery({
    kind: 'digest',
    audience: id,
    about: '1000',
    place,
    content: digestContent(10),
    dueAt: 1000,
    expiresAt: 100_000,
    ...fields,
  });
}

export function alertFor(subscription: Subscription, fields: Partial<NewDelivery> = {}): NewDelivery {
  const { topics, side, timezone } = settings;
  const content: Content = {
    kind: 'alert',
    topics,
    side,
    timezone,
    alerts: 'breaking',
    from: 5,
    to: 6,
    heldUntil: null,
    repeats: 0,
  };
  return {
    ...digestFor(subscription, { kind: 'alert', about: '5', content: encodeContent(content) }),
    ...fields,
  };
}

export function boardFor(subscription: Subscription, fields: Partial<NewDelivery> = {}): NewDelivery {
  const { topics, side, timezone } = settings;
  const content = encodeContent({ kind: 'board', topics, side, timezone });
  return { ...digestFor(subscription, { kind: 'board', content }), ...fields };
}

/** For the person who set it up. */
export function suspensionFor(subscription: Subscription, fields: Partial<NewDelivery> = {}): NewDelivery {
  const content = encodeContent({
    kind: 'suspension',
    timezone: 'UTC',
    place: 'telegram:-1',
    reason: 'kicked',
    willRetry: false,
  });
  return {
    ...digestFor(subscription, { kind: 'suspension', content, place: 'telegram:7' }),
    ...fields,
  };
}

/** Of a digest that covers the ledger up to `to`. */
export function digestContent(to: number): string {
  const { topics, side, timezone } = settings;
  return encodeContent({
    kind: 'digest',
    topics,
    side,
    timezone,
    from: 1,
    to,
    slot: 1000,
    isLate: false,
    doubtfulSlot: null,
  });
}
