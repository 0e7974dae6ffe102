/** A subscription to vary: a Telegram group that wants a daily digest at eight and breaking alerts. */
import type { Settings, Subscription } from '../../src/core/subscriptions/subscription.ts';

const settingsForTests: Settings = {
  schedule: '0 8 * * *',
  timezone: 'UTC',
  topics: [],
  side: null,
  alerts: 'breaking',
  when: 'always',
  quiet: null,
  board: 'off',
};

export function subscriptionForTests(
  changes: Partial<Subscription> = {},
  settings: Partial<Settings> = {},
): Subscription {
  return {
    id: 'sub-1',
    place: 'telegram:-5',
    name: 'Newsroom',
    setBy: 'telegram:42',
    settings: { ...settingsForTests, ...settings },
    status: 'active',
    reason: null,
    resumeAt: null,
    nextDueAt: null,
    sinceSeq: null,
    doubtfulSlot: null,
    version: 0,
    board: { message: null, seq: 0, dueAt: 0 },
    ...changes,
  };
}
