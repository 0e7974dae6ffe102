/** /subscription as a channel's admin talks to it. */

import { describe, expect, it } from 'vitest';
import { NO_FILTERS } from '../../src/core/changes/filters.ts';
import type { Asker, Chat } from '../../src/core/chat/asker.ts';
import type { Engine } from '../../src/core/chat/run-command.ts';
import { encodeContent } from '../../src/core/messages/content.ts';
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

const HOUR = 3_600_000;
const settings: Settings = {
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
const dossier = smallDossier(
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
async function chatWith(
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
  return { ...chat, subscriptions, kept: () => memory.of(here.id), written: () => written };
}

const labels = (chat: Awaited<ReturnType<typeof chatWith>>, line: string) =>
  chat.answers(line).then(({ buttons }) => buttons.flat().map(({ label }) => label));

describe('/subscription', () => {
  it('is for admins of the place', async () => {
    const chat = await chatWith({}, { asker: { id: 'test:1', roles: new Set() } });
    expect(await chat.says('/subscription')).toContain('/subscription is for those who run this channel or group.');
  });

  it('shows what is in force and how it stands, with the ways on', async () => {
    const chat = await chatWith();
    const text = await chat.says('/subscription');
    expect(text).toContain('Subscription\nIt is active.');
    expect(text).toContain('Digests: At 08:00, every day (UTC).');
    expect(await labels(chat, '/subscription')).toEqual(['Pause', 'Snooze for a day', 'Preview', 'Why']);
  });

  it('says where there is none', async () => {
    const chat = chatOver(dossier, {}, { asker: admin });
    expect(await chat.says('/subscription')).toBe('There is no subscription here. /subscribe makes one.');
  });

  it('pauses, and resumes with the next slot from then', async () => {
    const chat = await chatWith();
    expect(await chat.says('/subscription do:pause')).toContain('It is paused: nothing is sent until it is resumed.');
    expect(await chat.kept()).toMatchObject({ status: 'paused', resumeAt: null });
    expect(await labels(chat, '/subscription')).toEqual(['Resume', 'Preview', 'Why']);
    expect(await chat.says('/subscription do:resume')).toContain('It is active.');
    expect(await chat.kept()).toMatchObject({ status: 'active', nextDueAt: Date.UTC(2026, 10, 23, 8) });
  });

  it('names no next digest while it is paused, and those after a snooze', async () => {
    const chat = await chatWith({
      settings: { ...settings, board: 'beside' },
      board: { message: '17', seq: 1, dueAt: 1 },
    });
    expect(await chat.says('/subscription')).toContain('The next: 23 November 2026 at 08:00');
    expect(await chat.says('/subscription')).not.toContain('meanwhile');
    const snoozed = await chat.says('/subscription do:snooze');
    expect(snoozed).toContain('The next: 24 November 2026 at 08:00');
    expect(snoozed).toContain('The board is not kept up to date meanwhile.');
    const paused = await chat.says('/subscription do:pause');
    expect(paused).not.toContain('The next');
    expect(paused).toContain('The board is not kept up to date meanwhile.');
  });

  it('snoozes for a day from the first press', async () => {
    const chat = await chatWith();
    expect(await chat.says('/subscription do:snooze')).toContain(
      'It is snoozed: nothing is sent until 23 November 2026 at 12:00 (UTC).',
    );
    await chat.says('/subscription do:snooze');
    expect(await chat.kept()).toMatchObject({ status: 'paused', resumeAt: NOW + 24 * HOUR });
    expect(await labels(chat, '/subscription')).toEqual(['Resume', 'Pause', 'Preview', 'Why']);
  });

  it('does nothing more when a press arrives twice', async () => {
    const chat = await chatWith();
    for (const what of ['pause', 'pause', 'snooze', 'snooze', 'resume', 'resume']) {
      await chat.says(`/subscription do:${what}`);
    }
    expect(chat.written()).toBe(3);
    expect(await chat.kept()).toMatchObject({ status: 'active', reason: null, resumeAt: null });
  });

  it('resumes one that was suspended, and forgets why', async () => {
    const chat = await chatWith({ status: 'suspended', reason: 'bot was kicked', resumeAt: NOW + HOUR });
    const text = await chat.says('/subscription');
    expect(text).toContain(
      'It is suspended, as the platform refused: bot was kicked. It is tried once more on 22 November 2026 at 13:00 (UTC), or when it is resumed.',
    );
    await chat.says('/subscription do:resume');
    expect(await chat.kept()).toMatchObject({ status: 'active', reason: null, resumeAt: null });
  });

  it('of a board alone has no next digest, also after it is resumed', async () => {
    const chat = await chatWith({ status: 'paused', nextDueAt: null, settings: { ...settings, board: 'instead' } });
    await chat.says('/subscription do:resume');
    expect(await chat.kept()).toMatchObject({ status: 'active', nextDueAt: null });
    expect(await chat.says('/subscription do:preview')).toContain('A preview: the board as it would be now.');
    expect(await chat.says('/subscription do:why')).toContain('There is no next digest');
  });

  it('previews the next digest, and says that it is none', async () => {
    const chat = await chatWith();
    const text = await chat.says('/subscription do:preview');
    expect(text).toMatch(/^A preview: the digest as it would be now\. It does not count as sent\./u);
    expect(text).toContain('Shelling');
    expect(chat.written()).toBe(0);
    const idle = await chatWith({ sinceSeq: dossier.head });
    expect(await idle.says('/subscription do:preview')).toContain('this one would not be sent');
    const first = await chatWith({ sinceSeq: null });
    expect(await first.says('/subscription do:preview')).toContain('First digest: how things stand');
  });

  it('keeps the channel that was named in its buttons, and does what is pressed there', async () => {
    const elsewhere: Chat = { id: 'test:channel', isPrivate: false };
    const asker: Asker = { ...admin, findChannel: () => Promise.resolve(elsewhere) };
    const chat = await chatWith({ place: 'test:channel' }, { asker });
    const { buttons } = await chat.answers('/subscription channel:@news');
    const [pause] = buttons.flat();
    expect(await chat.pressed(pause?.data ?? '')).toContain('It is paused');
    expect(await chat.subscriptions.of('test:channel')).toMatchObject({ status: 'paused' });
  });

  it.each([
    ['unknown', '“@news” is no channel or group that this bot can see.'],
    ['not an admin', 'Only an admin of “@news” can do that'],
    ['bot is no admin', 'This bot may not post in “@news”.'],
  ] as const)('says what to do where a named channel is %s', async (found, answer) => {
    const chat = await chatWith({}, { asker: { ...admin, findChannel: () => Promise.resolve(found) } });
    expect(await chat.says('/subscription channel:@news')).toContain(answer);
  });

  it('says that a place speaks for itself', async () => {
    expect(await (await chatWith()).says('/subscription channel:@news')).toContain('Give the command without it');
  });
});

describe('/subscription do:why', () => {
  const first = { ...NO_FILTERS, timezone: 'UTC', from: null, to: 2, isLate: false, doubtfulSlot: null };
  const digestOf = (slot: number) => encodeContent({ kind: 'digest', ...first, slot });
  const delivery = (changes: Partial<Delivery>): Delivery => ({
    id: 'x'.repeat(22),
    audience: 'sub-1',
    place: here.id,
    lane: 3,
    kind: 'digest',
    about: 'x',
    position: null,
    repeat: 0,
    head: null,
    content: digestOf(NOW - 3 * HOUR),
    state: 'sent',
    dueAt: NOW - 2 * HOUR,
    expiresAt: NOW,
    attempts: 1,
    attemptedAt: NOW - 2 * HOUR,
    message: '1',
    reason: null,
    finishedAt: NOW - HOUR,
    ...changes,
  });

  it('says that nothing was due yet', async () => {
    expect(await (await chatWith()).says('/subscription do:why')).toContain('Nothing was due here yet.');
  });

  it('explains corrections of what was sent, and why one could not be made', async () => {
    const deliveries = [
      delivery({ kind: 'correction', position: 9 }),
      delivery({ kind: 'correction', position: 9, state: 'dead', reason: 'original-unknown' }),
    ];
    const text = await (await chatWith({}, { deliveries })).says('/subscription do:why');
    expect(text).toContain('correction of what was sent before, sent.');
    expect(text).toContain('not sent. Which message it corrects is not known, so that one could not be edited.');
  });

  it('accounts for the last ten deliveries, with reasons in words', async () => {
    const deliveries = [
      delivery({ state: 'pending', kind: 'alert', finishedAt: null, reason: 'Bad Gateway' }),
      delivery({ reason: 'Too Many Requests' }),
      delivery({ state: 'unknown', reason: 'timeout' }),
      delivery({ state: 'dead', reason: 'expired' }),
      ...['overtaken', 'paused', 'unsubscribed', 'suspended', 'nothing-new', 'too-late'].map((reason) =>
        delivery({ state: 'skipped', reason }),
      ),
      delivery({ state: 'dead', reason: 'the eleventh' }),
    ];
    const text = await (await chatWith({}, { deliveries })).says('/subscription do:why');
    const rows = text.split('\n').filter((line) => /^• \d/u.test(line) && line.includes(' at '));
    expect(rows.map((row) => row.replace(/^• .*?\d\d:\d\d: /u, ''))).toEqual([
      'alert, waiting to be sent. Reason: Bad Gateway.',
      'digest, sent.',
      'digest, handed to the platform; whether it arrived is not known. Reason: timeout.',
      'digest, not sent. It could not be sent in time.',
      'digest, passed over. A newer one took its place.',
      'digest, passed over. The subscription was paused.',
      'digest, passed over. The subscription was ended.',
      'digest, passed over. The subscription was suspended.',
      'digest, passed over. Nothing of what was chosen had changed.',
      'digest, passed over. Nothing could be sent here at its time, and by now it was too late.',
    ]);
    expect(text).toContain('• 22 November 2026 at 11:00: digest, sent.');
    expect(text).toContain('All times are of UTC.');
  });

  it('tells a digest that was passed over by its slot, and why an alert waits', async () => {
    const deliveries = [
      delivery({ state: 'skipped', reason: 'nothing-new', content: digestOf(NOW - 4 * HOUR) }),
      delivery({ state: 'pending', kind: 'alert', finishedAt: null, attempts: 0, dueAt: NOW + HOUR }),
      delivery({ state: 'unknown', reason: 'unreachable' }),
    ];
    const text = await (await chatWith({}, { deliveries })).says('/subscription do:why');
    expect(text).toContain('• 22 November 2026 at 08:00: digest, passed over.');
    expect(text).toContain('alert, waiting to be sent. It waits until the quiet hours end.');
    expect(text).toContain('The platform could not be reached, so the bot could not look.');
  });

  it('counts what the next digest would tell and leave out, and for what reason', async () => {
    const all = await (await chatWith()).says('/subscription do:why');
    expect(all).toContain('It would tell of:\n• 2 developments\n• 1 quotation\n');
    expect(all).toContain(
      'It would leave out:\n• beside one of each side’s quotations: 1\n• names, places and sources, no news by themselves: 1',
    );
    const some = await chatWith({ settings: { ...settings, topics: ['talks'] } });
    expect(await some.says('/subscription do:why')).toContain(
      '• 1 development\nIt would leave out:\n• about other topics: 3',
    );
    const one = await chatWith({ settings: { ...settings, side: 'armed-group' } });
    expect(await one.says('/subscription do:why')).toContain('Nothing new passes what was chosen.');
    expect(await one.says('/subscription do:why')).toContain('• without the side that was chosen: 4');
    const fresh = await chatWith({ sinceSeq: null });
    expect(await fresh.says('/subscription do:why')).toContain('It would be the first one');
  });

  it('says that a digest may not have arrived', async () => {
    const chat = await chatWith({ doubtfulSlot: NOW - 24 * HOUR });
    expect(await chat.says('/subscription')).toContain(
      'Whether the digest of 21 November 2026 at 12:00 (UTC) arrived is not known.',
    );
  });
});
