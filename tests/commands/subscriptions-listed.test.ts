/** /subscription in private: the other chats that the asker set up and still runs, each to be opened. */
import { describe, expect, it } from 'vitest';
import type { Asker, Chat } from '../../src/core/chat/asker.ts';
import { UserError } from '../../src/core/reply/user-error.ts';
import { admin, chatOver, NOW } from '../core/chat/chat-for-tests.ts';
import { createMemorySubscriptions } from '../core/chat/memory-subscriptions.ts';
import { subscriptionForTests } from '../delivery/subscription-for-tests.ts';
import { dossier, HOUR } from './subscribed-chat.ts';

const OWN: Chat = { id: 'test:2', isPrivate: true };

/** Channels by what `channel:` takes; all others are unknown. */
async function inPrivate(names: Readonly<Record<string, string>>, place = OWN, asker: Partial<Asker> = {}) {
  const subscriptions = createMemorySubscriptions();
  let asked = 0;
  const findChannel: Asker['findChannel'] = async (typed) => {
    asked++;
    const name = names[typed];
    return name === undefined ? 'not an admin' : { id: `test:${typed}`, isPrivate: false, name };
  };
  const chat = chatOver(dossier, { subscriptions }, { asker: { ...admin, findChannel, ...asker }, place });
  const put = async (id: string, changes: Parameters<typeof subscriptionForTests>[0] = {}, settings = {}) =>
    subscriptions.put(subscriptionForTests({ id, place: `test:${id}`, setBy: admin.id, ...changes }, settings));
  const labels = async () => (await chat.answers('/subscription')).buttons.flat().map(({ label }) => label);
  const press = async (label: string) => {
    const button = (await chat.answers('/subscription')).buttons.flat().find((one) => one.label === label);
    return chat.pressed(button?.data ?? `there is no ${label}`);
  };
  return { ...chat, subscriptions, put, labels, press, asked: () => asked };
}

describe('/subscription in private', () => {
  it('lists each with its name, its schedule and its next digest, and opens it', async () => {
    const chat = await inPrivate({ a: 'Front', b: 'Desk', c: 'Wall', d: 'Bed' });
    await chat.put('a', {}, { timezone: 'Asia/Kabul' });
    await chat.put('b', { status: 'paused' });
    await chat.put('c', {}, { board: 'instead' });
    await chat.put('d', { status: 'paused', resumeAt: NOW + 24 * HOUR });
    expect(await chat.says('/subscription')).toBe(
      [
        'Channels and groups that you set up',
        '• Front: Digest: Daily at 08:00 (Asia/Kabul). Next digest: 23 November 2026 at 08:00.',
        '• Desk: Digest: Daily at 08:00 (UTC). It is paused: nothing is sent until you resume it.',
        '• Wall: No digests: the board replaces them.',
        '• Bed: Digest: Daily at 08:00 (UTC). Next digest: 24 November 2026 at 08:00. It is snoozed: nothing is sent until 23 November 2026 at 12:00 (UTC).',
      ].join('\n'),
    );
    expect(await chat.labels()).toEqual(['Front', 'Desk', 'Wall', 'Bed']);
    const opened = await chat.press('Desk');
    expect(opened).toContain('Subscription of Desk\nIt is paused');
    expect(chat.bugs).toEqual([]);
  });

  it('shows that of the private chat itself first', async () => {
    const chat = await inPrivate({ a: 'Front' });
    await chat.put('2');
    await chat.put('a');
    const text = await chat.says('/subscription');
    expect(text).toMatch(/^Subscription\nIt is active\.[^]*Channels and groups that you set up\n• Front: /u);
    expect(await chat.labels()).toEqual(['Front', 'Pause', 'Snooze for a day', 'Preview', 'Why']);
    // What a press on the list opens is never what was done to the private chat.
    expect(await chat.says('/subscription do:pause')).not.toContain('Front');
    expect((await chat.subscriptions.of('test:a'))?.status).toBe('active');
  });

  it('leaves out what the asker no longer runs, and says how many those are; a press is refused too', async () => {
    const names: Record<string, string> = { a: 'Front', b: 'Desk' };
    const chat = await inPrivate(names);
    for (const id of ['a', 'b', 'c']) await chat.put(id);
    const page = await chat.answers('/subscription');
    const [, desk] = page.buttons.flat();
    expect(await chat.says('/subscription')).toContain('One more that you set up is not listed');
    delete names['b'];
    expect(await chat.says('/subscription')).not.toContain('Desk');
    expect(await chat.says('/subscription')).toContain('2 more that you set up are not listed');
    expect(await chat.pressed(desk?.data ?? '')).toContain('Only an admin of');
    delete names['a'];
    expect(await chat.says('/subscription')).toBe(
      '3 more that you set up are not listed: you may no longer run them, or I may not post there.',
    );
  });

  it('is the same where the platform refuses in its own words, or means another chat', async () => {
    const refusing = await inPrivate({}, OWN, {
      findChannel: () => Promise.reject(new UserError('subscription-none')),
    });
    await refusing.put('a');
    expect(await refusing.says('/subscription')).toContain('One more that you set up is not listed');
    const other: Chat = { id: 'test:other', isPrivate: false, name: 'Other' };
    const mistaken = await inPrivate({}, OWN, { findChannel: () => Promise.resolve(other) });
    await mistaken.put('a');
    expect(await mistaken.says('/subscription')).not.toContain('Other');
    expect([...refusing.bugs, ...mistaken.bugs]).toEqual([]);
  });

  it('has nothing of others, and asks of no more than ten', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `c${index}`);
    const chat = await inPrivate(Object.fromEntries(ids.map((id) => [id, `Chat ${id}`])));
    await chat.put('a', { setBy: 'test:3' });
    expect(await chat.says('/subscription')).toBe('There is no subscription here. /subscribe makes one.');
    for (const id of ids) await chat.put(id);
    const text = await chat.says('/subscription');
    expect(text).toContain('I list 10 at most.');
    expect(text.match(/^• /gmu)).toHaveLength(10);
    expect(chat.asked()).toBe(10);
  });

  it('lists nothing where others read along', async () => {
    const chat = await inPrivate({ a: 'Front' }, { id: 'test:room', isPrivate: false });
    await chat.put('a');
    expect(await chat.says('/subscription')).toBe('There is no subscription here. /subscribe makes one.');
    expect(chat.asked()).toBe(0);
  });
});
