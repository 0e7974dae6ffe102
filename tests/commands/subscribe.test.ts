/** /subscribe: what is stored, what the answer says, and for which chat. */

import { describe, expect, it } from 'vitest';
import type { Asker, Chat, Right } from '../../src/core/chat/asker.ts';
import type { Subscription } from '../../src/core/subscriptions/subscription.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { admin, anybody, chatForTests, here, NOW, type TestChat } from '../core/chat/chat-for-tests.ts';

/** A chat with somebody who may subscribe, in a place where the bot lacks `missing`. */
async function chatWithAdmin(missing: readonly Right[] = [], asker: Asker = admin): Promise<TestChat> {
  const missingRights = (rights: readonly Right[]) =>
    Promise.resolve(missing.filter((right) => rights.includes(right)));
  return chatForTests({}, { asker, place: { ...here, missingRights } });
}

async function kept(chat: TestChat, place = here.id): Promise<Subscription> {
  const subscription = await chat.subscriptions.of(place);
  if (!subscription) throw new Error('Nothing was kept');
  return subscription;
}

describe('/subscribe', () => {
  it('without anything is daily at 08:00 in Karachi, with breaking alerts, and says so', async () => {
    const chat = await chatWithAdmin();
    expect(await chat.says('/subscribe')).toBe(
      [
        'Subscribed',
        '• Digests: At 08:00, every day (Asia/Karachi).',
        '• The next: 23 November 2026 at 08:00, 24 November 2026 at 08:00 and 25 November 2026 at 08:00 (Asia/Karachi).',
        '• Where nothing changed: no digest.',
        '• Topics: all.',
        '• Sides: all.',
        '• Alerts: what is breaking, at once.',
        '• Quiet hours: none.',
        '• Board: none.',
        'The first digest says how things stand; those after it, what changed.',
        'To see it: /subscription. To end it: /unsubscribe. To change it, give /subscribe again with what is to change.',
      ].join('\n'),
    );
    expect(await kept(chat)).toMatchObject({
      id: expect.stringMatching(/^sub-[\w-]{16}$/u),
      place: here.id,
      setBy: admin.id,
      settings: { schedule: '0 8 * * *', timezone: 'Asia/Karachi', topics: [], side: null, quiet: null },
      status: 'active',
      nextDueAt: Date.parse('2026-11-23T03:00Z'),
      sinceSeq: null,
      board: { message: null, seq: 0, dueAt: 0 },
    });
    expect((await chat.answers('/subscribe')).audience).toBe('here');
  });

  it('takes everything', async () => {
    const chat = await chatWithAdmin();
    const text = await chat.says(
      '/subscribe schedule:weekdays at:9:30 timezone:kabul topics:"talks, clash" side:pakistan alerts:all when:always quiet:"22:00-7:00 except breaking" board:beside',
    );
    for (const words of [
      'Digests: At 09:30, Monday through Friday (Asia/Kabul).',
      'The next: 23 November 2026 at 09:30',
      'Where nothing changed: a digest that says so.',
      'Topics: only talks and clash.',
      'Side: only what involves Pakistan. That is one side’s part of what is known, not the whole.',
      'Alerts: what is breaking or major, at once.',
      'Quiet hours: 22:00 to 07:00 (Asia/Kabul). Alerts wait until they end; breaking ones do not wait.',
      'Board: one pinned message kept up to date, beside the digests.',
    ]) {
      expect(text).toContain(words);
    }
    expect((await kept(chat)).settings).toEqual({
      schedule: '30 9 * * 1-5',
      timezone: 'Asia/Kabul',
      topics: ['talks', 'clash'],
      side: 'pakistan',
      alerts: 'all',
      when: 'always',
      quiet: { from: '22:00', to: '07:00', exceptBreaking: true },
      board: 'beside',
    });
  });

  it('takes a schedule without its name: /subscribe */15 * * * *', async () => {
    const chat = await chatWithAdmin();
    expect(await chat.says('/subscribe */15 * * * *')).toContain(
      'Digests: Every 15 minutes (Asia/Karachi).\n• The next: 22 November 2026 at 17:15, 22 November 2026 at 17:30',
    );
    expect((await kept(chat)).nextDueAt).toBe(NOW + 15 * 60_000);
  });

  it('given again changes only what is given, and keeps what was told', async () => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe daily at:21:00 side:afghanistan quiet:22:00-07:00 timezone:kabul');
    const before = { ...(await kept(chat)), sinceSeq: 7, doubtfulSlot: 5 };
    await chat.subscriptions.put(before);
    const text = await chat.says('/subscribe schedule:weekdays alerts:off');
    expect(text).toContain('Subscription changed. What is in force now:');
    expect(text).toContain('At 21:00, Monday through Friday (Asia/Kabul)');
    expect(text).not.toContain('The first digest');
    const after = await kept(chat);
    expect(after).toMatchObject({ id: before.id, sinceSeq: 7, doubtfulSlot: 5 });
    expect(after.settings).toEqual({ ...before.settings, schedule: '0 21 * * 1-5', alerts: 'off' });
    await chat.says('/subscribe side:all quiet:off topics:all at:06:05');
    expect((await kept(chat)).settings).toMatchObject({ schedule: '5 6 * * 1-5', side: null, quiet: null, topics: [] });
  });

  it('keeps a slot that is due this minute where its time does not change, and counts anew where it does', async () => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe');
    const due = { ...(await kept(chat)), nextDueAt: NOW - 1000 };
    await chat.subscriptions.put(due);
    await chat.says('/subscribe alerts:all');
    expect((await kept(chat)).nextDueAt).toBe(NOW - 1000);
    await chat.says('/subscribe timezone:UTC');
    expect((await kept(chat)).nextDueAt).toBe(Date.parse('2026-11-23T08:00Z'));
  });

  it.each(['paused', 'suspended'] as const)('makes a %s one active again', async (status) => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe');
    const before = { ...(await kept(chat)), status, reason: 'Forbidden', resumeAt: NOW + 5, nextDueAt: NOW - 9 };
    await chat.subscriptions.put(before);
    expect(await chat.says('/subscribe')).toContain(`It was ${status} and is active again.`);
    expect(await kept(chat)).toMatchObject({
      status: 'active',
      reason: null,
      resumeAt: null,
      nextDueAt: Date.parse('2026-11-23T03:00Z'),
    });
  });

  it('a board in place of digests leaves none due, and is drawn anew when what it shows changes', async () => {
    const chat = await chatWithAdmin();
    expect(await chat.says('/subscribe board:instead')).toContain('Digests: none; the board stands in their place.');
    expect((await kept(chat)).nextDueAt).toBeNull();
    const board = { message: '17', seq: 90, dueAt: 4 };
    await chat.subscriptions.put({ ...(await kept(chat)), board });
    await chat.says('/subscribe alerts:off');
    expect((await kept(chat)).board).toEqual(board);
    await chat.says('/subscribe side:pakistan');
    expect((await kept(chat)).board).toEqual({ message: '17', seq: 0, dueAt: 0 });
    await chat.says('/subscribe board:off');
    expect((await kept(chat)).nextDueAt).toBe(Date.parse('2026-11-23T03:00Z'));
  });

  it('says at once which rights are lacking, and what will not work; it is kept even so', async () => {
    const chat = await chatWithAdmin(['send', 'pin', 'read-back']);
    const text = await chat.says('/subscribe board:beside');
    expect(text).toContain('Nothing can be sent there yet');
    expect(text).toContain('The board will not be pinned');
    expect(text).toContain('may not read what it sent there');
    expect(await kept(chat)).toMatchObject({ status: 'active' });
    expect(await chat.says('/subscribe board:off')).not.toContain('pinned');
  });

  it.each([
    ['schedule:dayly', 'Did you mean schedule:daily?'],
    ['schedule:now', '“now” is not a schedule: neither a name nor a cron expression'],
    ['schedule:"*/5 * * * *"', 'comes more often than every 15 minutes'],
    ['schedule:"0 8 30 2 *"', 'never comes: there is no such day'],
    ['schedule:"0 8 * * *" at:09:00', 'A cron expression says its own time.'],
    ['at:25:00', '“25:00” is not a time of day.'],
    ['topics:airstrik', 'Did you mean airstrike? There are talks, ceasefire, clash,'],
    ['topics:weather', '“weather” is not a topic. There are talks,'],
    ['side:taliban', 'could be several things for side'],
    ['timezone:karachy', 'Did you mean timezone:Asia/Karachi?'],
    ['quiet:22:00-22:00', 'Please give two different times'],
    ['quiet:night', '“night” was not understood for quiet. For example quiet:22:00-07:00'],
    ['quiet:22:00-25:00', '“25:00” is not a time of day.'],
    [
      'timezone:IST',
      '“IST” was not understood for timezone. For example timezone:Asia/Karachi · timezone:Asia/Kabul · timezone:UTC',
    ],
    ['timezone:Mumbai', 'For example timezone:Asia/Karachi ·'],
    ['timezone:asia/kabull', 'Did you mean timezone:Asia/Kabul?'],
    ['side:un', '“un” was not understood for side'],
    ['side:india', '“india” was not understood for side'],
    ['schedule:"*/5 * * * *"', 'For example schedule:daily'],
    ['schedule:"0 8 31 2 *"', 'For example schedule:daily'],
    ['channel:@news', 'channel: is not used here. Give the command without it'],
  ])('%s is refused in words, and nothing is kept', async (args, words) => {
    const chat = await chatWithAdmin();
    const page = await chat.answers(`/subscribe ${args}`);
    expect(await chat.says(`/subscribe ${args}`)).toContain(words);
    expect(page.audience).toBe('asker');
    expect(await chat.subscriptions.of(here.id)).toBeUndefined();
    expect(chat.bugs).toEqual([]);
  });

  it('at: alone is refused where the schedule is a cron expression', async () => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe schedule:"0 8 * * 1,4"');
    expect(await chat.says('/subscribe at:09:00')).toContain('A cron expression says its own time.');
  });

  it('is for those who may speak for the place', async () => {
    const chat = await chatWithAdmin([], anybody);
    expect(await chat.says('/subscribe')).toContain('/subscribe is for those who run this channel or group.');
    expect(await chat.says('/unsubscribe')).toContain('/unsubscribe is for those who run this channel or group.');
  });

  it('subscribes a channel that cannot ask by itself, and names it in what comes next', async () => {
    const channel: Chat = { id: 'test:channel', isPrivate: false };
    const answers = { '@news': channel, '@other': 'not an admin', '@closed': 'bot is no admin' } as const;
    const findChannel: Asker['findChannel'] = (typed) =>
      Promise.resolve(Object.entries(answers).find(([name]) => name === typed)?.[1] ?? 'unknown');
    const chat = await chatWithAdmin([], { ...admin, findChannel });
    expect(await chat.says('/subscribe channel:@news')).toContain('To end it: /unsubscribe channel:@news.');
    expect(await chat.subscriptions.of(here.id)).toBeUndefined();
    expect((await kept(chat, channel.id)).place).toBe(channel.id);
    for (const name of ['@other', '@closed', '@nowhere']) {
      expect(await chat.says(`/subscribe channel:${name}`)).toContain(name);
    }
    expect(chat.bugs).toEqual([]);
    expect(await chat.says('/unsubscribe channel:@news')).toContain('Unsubscribed.');
    expect(await chat.subscriptions.of(channel.id)).toBeUndefined();
  });

  it('is explained by /help with every choice and default', async () => {
    const text = await (await chatWithAdmin()).says('/help subscribe');
    expect(text).toContain('hourly, every-6-hours, twice-daily, daily, weekdays, weekly');
    expect(text).toContain('off, breaking, all');
    expect(text).toContain(
      'talks, ceasefire, clash, airstrike, attack, accident, statement, humanitarian, border, diplomacy, other',
    );
    expect(text).toContain('unless given, the conflict’s own. For example Asia/Karachi, Asia/Kabul, UTC');
    // As it is to be typed.
    expect(text).toContain('weekly, "0 8 * * 1,4"');
    expect(text).toContain('"22:00-07:00 except breaking", off');
  });

  it('is kept by the real store as it was said', async () => {
    const store = await openStore({ url: 'sqlite::memory:', role: 'guest' });
    try {
      const chat = await chatForTests({ subscriptions: store.subscriptions }, { asker: admin });
      await chat.says('/subscribe weekly quiet:22:00-07:00 topics:talks');
      await chat.says('/subscribe board:beside');
      expect(await kept(chat)).toMatchObject({
        settings: { schedule: '0 8 * * 1', quiet: { from: '22:00', to: '07:00' }, topics: ['talks'], board: 'beside' },
        nextDueAt: Date.parse('2026-11-23T03:00Z'),
      });
      expect(await chat.says('/unsubscribe')).toContain('Unsubscribed.');
      expect(chat.bugs).toEqual([]);
    } finally {
      await store.close();
    }
  });
});
