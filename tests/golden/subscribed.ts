/** What admins of channels and the team ask for: subscriptions, moderators, reminders, coverage. */

import type { Engine } from '../../src/core/chat/run-command.ts';
import { encodeContent } from '../../src/core/messages/content.ts';
import type { Progress } from '../../src/core/messages/coverage.ts';
import type { Delivery } from '../../src/core/messages/delivery.ts';
import type { Settings, Subscription } from '../../src/core/subscriptions/subscription.ts';
import { createMemorySubscriptions } from '../core/chat/memory-subscriptions.ts';
import { subscriptionForTests } from '../delivery/subscription-for-tests.ts';
import { each } from './each.ts';
import { LATER, NOW, SHIPPED_TO, THEN } from './ledger.ts';
import { digest } from './pushed.ts';
import type { Group } from './recorded.ts';
import type { Conversation } from './speak.ts';

const HOUR = 3_600_000;

const REASONS = [
  ...each('overtaken | expired | paused | unsubscribed | suspended | nothing-new | too-late | obsolete'),
  ...each('interrupted | unreadable | unreachable | settings | not-prepared | too-slow | not-arrived'),
  ...each('original-open | original-unknown | Missing Access (50001) *bold*'),
];

const sent = (changes: Partial<Delivery>): Delivery => ({
  id: 'd',
  audience: 'sub-1',
  place: 'test:room',
  lane: 3,
  kind: 'digest',
  about: '1',
  position: null,
  repeat: 0,
  content: encodeContent(digest(null, SHIPPED_TO, { slot: NOW - 4 * HOUR })),
  state: 'sent',
  dueAt: NOW - 4 * HOUR,
  expiresAt: NOW,
  attempts: 1,
  attemptedAt: NOW - 4 * HOUR,
  head: SHIPPED_TO,
  message: '1',
  reason: null,
  finishedAt: NOW - 4 * HOUR + 1000,
  ...changes,
});

/** Ten are shown at a time. */
const ACCOUNTS: readonly (readonly Partial<Delivery>[])[] = [
  (['digest', 'alert', 'board', 'correction', 'drill', 'report', 'reminder', 'suspension'] as const).map((kind) => ({
    kind,
  })),
  [
    { state: 'pending', finishedAt: null, attempts: 0 },
    { state: 'attempting', finishedAt: null },
    { state: 'unknown', reason: 'interrupted' },
    { state: 'dead', reason: 'expired' },
    { state: 'skipped', reason: 'nothing-new' },
    { kind: 'alert', state: 'pending', finishedAt: null, attempts: 0, dueAt: NOW + HOUR },
    { kind: 'alert', state: 'pending', finishedAt: null, attempts: 1, dueAt: NOW + HOUR, reason: 'Bad Gateway' },
  ],
  REASONS.slice(0, 9).map((reason) => ({ state: 'skipped', reason })),
  REASONS.slice(9).map((reason) => ({ state: 'dead', reason })),
];

const SHOWN = '/subscription | /subscription do:why';

/** Somebody's channel as it is, and the answers about it. */
function channel(
  name: string,
  changes: Partial<Subscription>,
  settings: Partial<Settings>,
  deliveries: readonly Partial<Delivery>[] = [],
  later: Conversation['later'] = LATER,
): Conversation {
  const subscription = subscriptionForTests({ place: 'test:room', nextDueAt: NOW + HOUR, ...changes }, settings);
  return {
    name,
    as: 'admin',
    later,
    // Its subscription is each platform's own.
    changesNothing: true,
    chat: () => ({ subscriptions: createMemorySubscriptions(deliveries.map(sent)) }),
    before: (chat: Engine) => chat.subscriptions.put(subscription),
    steps: each(changes.status === undefined ? `${SHOWN} | /subscription do:preview` : SHOWN),
  };
}

const board = { message: '9', seq: 1, dueAt: 0 };
const life = { from: SHIPPED_TO, told: SHIPPED_TO + 81 };

/** How far corrections came, one after another by their place in the ledger. */
export const PROGRESS: readonly Omit<Progress['coverage'], 'seq'>[] = [
  { messages: 0, edited: 0, noticed: 0, notices: 0, pending: 0, failed: [] },
  { messages: 1, edited: 1, noticed: 0, notices: 1, pending: 0, failed: [] },
  { messages: 12, edited: 5, noticed: 1, notices: 2, pending: 6, failed: [], noticesPending: 1, noticesFailed: 1 },
  {
    messages: 40,
    edited: 20,
    noticed: 2,
    notices: 9,
    pending: 0,
    noticesPending: 2,
    noticesFailed: 3,
    failed: REASONS.map((reason, index) => ({ reason, count: REASONS.length - index })),
  },
];
const CORRECTED = LATER.flatMap(({ change }, index) =>
  (change === 'correction' || change === 'retraction') && index % 4 === 0 ? [`#${SHIPPED_TO + 1 + index}`] : [],
);
const coverage: Engine['posting']['coverage'] = (seq) =>
  Promise.resolve({
    coverage: { seq, messages: 0, edited: 0, noticed: 0, notices: 0, pending: 0, failed: [], ...PROGRESS[seq % 4] },
    isFinished: seq % 3 === 0,
  });

export const ADMINISTERED: Readonly<Partial<Record<Group, readonly Conversation[]>>> = {
  subscribe: [
    {
      name: 'from the first to the last',
      as: 'admin',
      steps: [
        ...each('/subscription | /unsubscribe | /subscribe | /subscription | /subscribe weekdays at:09:00'),
        '/subscribe timezone:Asia/Kabul quiet:22:00-07:00 alerts:all',
        '/subscribe topics:talks,ceasefire side:pakistan when:always',
        '/subscribe quiet:"23:00-06:30 except breaking" board:beside',
        ...each('/subscription | /subscription do:pause | /subscription do:snooze | /subscription do:resume'),
        ...each('/subscription do:snooze | [Resume | [Pause | /subscription do:preview | [Why | [Settings'),
        ...each('/subscribe board:instead | /subscription do:preview | /subscription do:why', '/subscribe board:off'),
        ...each(
          '/subscribe topics:all side:all quiet:off alerts:off | /unsubscribe | /unsubscribe',
          '/subscription do:why',
        ),
      ],
    },
    {
      name: 'what is chosen',
      as: 'admin',
      now: THEN,
      steps: [
        ...each('hourly | every-6-hours | twice daily at:07:30 | daily | weekly | 0 8 * * 1,4 | */15 6-9 1 * *'),
        ...each('weekdays at:25:00 | fortnightly | dayly | * * * * * | 0 0 30 2 * | 0 8 * * | 0 8 * * 1 at:09:00'),
        ...each('at:noon | timezone:Kabul | timezone:IST | timezone:Mars | timezone:Asia/Karachii | topics:talk'),
        ...each('topics:weather | topics:clash,airstrike,attack | topics: | side:both | side:taliban | side:mars'),
        ...each('alerts:loud | alerts:none | when:never | quiet:22-7 | quiet:08:00-08:00 | board:on', 'channel:@mine'),
        ...each('board:instead side:armed-group | schedule:daily schedule:weekly | soon:yes | 0 8 29 2 * | @daily'),
      ].map((args) => `/subscribe ${args}`),
    },
    {
      name: 'a place that lacks rights',
      as: 'lacking',
      steps: ['/subscribe', '/subscribe daily', '/subscribe board:beside', '/unsubscribe'],
    },
    {
      name: 'a channel that cannot ask by itself',
      as: 'channel',
      steps: [
        ...each(
          '/subscribe daily channel:@mine | /subscription channel:@mine | [Pause | [Why',
          '/subscribe channel:@unknown',
        ),
        ...each('/subscribe channel:@foreign | /subscribe channel:@closed | /unsubscribe channel:@mine'),
      ],
    },
    channel('a board that goes', { board }, { board: 'beside' }),
    {
      ...channel('a board that went', { board }, { board: 'beside' }),
      steps: ['/subscribe board:off', '/unsubscribe'],
    },
    { ...channel('a board that stays', { board }, { board: 'instead' }), steps: ['/unsubscribe'] },
    ...(['paused', 'suspended'] as const).map((status) => ({
      ...channel(`again after it was ${status}`, { status }, {}),
      steps: ['/subscribe daily'],
    })),
  ],
  subscription: [
    channel('never told', {}, {}),
    channel('nothing new', { sinceSeq: SHIPPED_TO + LATER.length }, { when: 'changes' }),
    channel('all new', { sinceSeq: life.from }, {}, ACCOUNTS[0]),
    channel('some new', { sinceSeq: life.told }, { topics: ['clash', 'talks'] }, ACCOUNTS[1]),
    channel('one side', { sinceSeq: life.told }, { side: 'afghanistan', when: 'changes' }, ACCOUNTS[2]),
    channel('in Kabul', { sinceSeq: SHIPPED_TO }, { timezone: 'Asia/Kabul' }, ACCOUNTS[3], []),
    channel('snoozed', { status: 'paused', resumeAt: NOW + 20 * HOUR }, {}),
    channel('paused', { status: 'paused', board }, { board: 'beside' }),
    channel('suspended', { status: 'suspended', reason: 'Missing Access (50001)' }, {}),
    channel('suspended until', { status: 'suspended', reason: 'chat not found', resumeAt: NOW + 6 * HOUR }, {}),
    channel('active again', { status: 'active', reason: 'Missing Access (50001)' }, {}),
    channel('doubtful', { status: 'active', doubtfulSlot: NOW - 24 * HOUR, sinceSeq: SHIPPED_TO + 130 }, {}),
    channel('a board instead', { board, nextDueAt: null }, { board: 'instead', side: 'pakistan' }),
  ],
  team: [
    {
      name: 'who moderates',
      as: 'owner',
      steps: [
        ...each('/moderators | /moderators do:add who:telegram:123456789 | /moderators do:add who:123456789'),
        ...each(
          '/moderators do:add who:telegram:77 | /moderators do:add who:@somebody',
          '/moderators do:remove who:telegram:5',
        ),
        ...each(
          '/moderators do:remove who:telegram:123456789 | /moderators | /moderators do:add',
          '/moderators do:remove',
        ),
        ...each('/moderators who:telegram:5 | /moderators do:dismiss | /moderators do:add who:"<@!123456789>"'),
      ],
    },
    {
      name: 'reminders',
      as: 'moderator',
      steps: ['', 'snooze:1d', 'do:resume', 'snooze:3d', '', 'snooze:7d', 'snooze:2d'].map(
        (args) => `/reminders ${args}`,
      ),
    },
    { name: 'reminders of nothing', as: 'moderator', now: THEN, steps: ['/reminders', '[Snooze for a week', '[End'] },
    {
      name: 'reminders of one',
      as: 'moderator',
      later: LATER,
      steps: ['/reminders'],
      chat: () => ({ staleAfterDays: 1, timezone: 'Asia/Kabul' }),
      posting: { remindAfterDays: 30 },
    },
    { name: 'no coverage', as: 'moderator', steps: ['/coverage', '/coverage 12', '/coverage nothing'] },
    {
      name: 'coverage',
      as: 'moderator',
      later: LATER,
      posting: { coverage },
      steps: ['', 'cas-made-1', 'kabul', 'cas-made-6', '#1', ...CORRECTED].map((id) => `/coverage ${id}`),
    },
    {
      name: 'coverage at once',
      as: 'moderator',
      later: LATER,
      now: LATER.at(-1)?.recordedAt ?? NOW,
      posting: { coverage },
      steps: ['/coverage', '[How far it came'],
    },
  ],
};
