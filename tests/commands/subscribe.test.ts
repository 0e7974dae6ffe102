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
  it('confirms what was set up, and stores it', async () => {
    const chat = await chatWithAdmin();
    expect(await chat.says('/subscribe daily')).toBe(
      [
        'Updates for this channel are on',
        '• Digest: Daily at 08:00 (UTC)',
        '• Next digest: 23 November 2026 at 08:00',
        '• Skips digests without news',
        '• All topics',
        '• All sides',
        '• Alerts: breaking news only',
        '• No quiet hours',
        '• No board',
        'The first digest sums up how things stand. Later ones say what changed.',
        'To stop: /unsubscribe. The same in a new channel: /subscribe daily at 08:00',
      ].join('\n'),
    );
    expect(await kept(chat)).toMatchObject({
      id: expect.stringMatching(/^sub-[\w-]{16}$/u),
      place: here.id,
      setBy: admin.id,
      settings: { schedule: '0 8 * * *', timezone: 'UTC', topics: [], side: null, quiet: null },
      status: 'active',
      nextDueAt: Date.parse('2026-11-23T08:00Z'),
      sinceSeq: null,
      board: { message: null, seq: 0, dueAt: 0 },
    });
    const { audience, buttons } = await chat.answers('/subscribe daily');
    expect(audience).toBe('here');
    expect(buttons.flat().map(({ label }) => label)).toEqual(['Preview', 'Pause', 'Change']);
  });

  it('stores what the chat is called, as its admin is told by that name where updates stop', async () => {
    const chat = await chatForTests({}, { asker: admin, place: { ...here, name: 'Newsroom' } });
    await chat.says('/subscribe daily');
    expect(await kept(chat)).toMatchObject({ name: 'Newsroom' });
    const before = await kept(chat);
    await chat.subscriptions.put({ ...before, name: 'As it was called before' });
    await chat.says('/subscribe weekdays');
    expect(await kept(chat)).toMatchObject({ name: 'Newsroom' });
  });

  it('takes everything', async () => {
    const chat = await chatWithAdmin();
    const text = await chat.says(
      '/subscribe schedule:weekdays at:9:30 timezone:kabul topics:"talks, clash" side:pakistan alerts:all when:always quiet:"22:00-7:00 except breaking" board:beside',
    );
    for (const words of [
      'Digest: Weekdays at 09:30 (Asia/Kabul)',
      'Next digest: 23 November 2026 at 09:30',
      'Sends a digest even without news',
      'Only talks and clashes',
      'Only what involves Pakistan. That is one side’s part of the story, not the whole.',
      'Alerts: breaking and major news',
      'Quiet 22:00–07:00: alerts wait until 07:00, except breaking news',
      'A pinned board beside the digests',
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
      quiet: { from: '22:00', to: '07:00', exceptBreaking: true, how: 'hold' },
      board: 'beside',
    });
  });

  it('says of quiet hours whether they hold alerts or come without sound', async () => {
    const chat = await chatWithAdmin();
    for (const [typed, words] of [
      ['quiet:22-7', 'Quiet 22:00–07:00: alerts wait until 07:00'],
      ['quiet:"22-7 silent"', 'Quiet 22:00–07:00: messages come without sound'],
      ['quiet:"silent at night except breaking"', 'messages come without sound, except breaking news'],
    ] as const) {
      expect(await chat.says(`/subscribe ${typed}`)).toContain(`${words}\n`);
      expect(await chat.says('/subscription')).toContain(words);
    }
    expect(await chat.says('/subscribe daily')).toContain('quiet 22:00-07:00 silent except breaking');
    expect(await chat.says('/subscribe quiet:silent')).toContain('I did not understand “silent” as quiet hours.');
  });

  it('takes a schedule without its name: /subscribe */15 * * * *', async () => {
    const chat = await chatWithAdmin();
    expect(await chat.says('/subscribe */15 * * * *')).toContain(
      'Digest: Every 15 minutes (UTC)\n• Next digest: 22 November 2026 at 12:15',
    );
    expect((await kept(chat)).nextDueAt).toBe(NOW + 15 * 60_000);
  });

  it('given again changes only what is given, and keeps what was told', async () => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe daily at:21:00 side:afghanistan quiet:22:00-07:00 timezone:kabul');
    const before = { ...(await kept(chat)), sinceSeq: 7, doubtfulSlot: 5 };
    await chat.subscriptions.put(before);
    const text = await chat.says('/subscribe schedule:weekdays alerts:off');
    expect(text).toContain('Updates for this channel changed\nChanged: how often and alerts.');
    expect(text).toContain('Weekdays at 21:00 (Asia/Kabul)');
    expect(text).not.toContain('The first digest');
    const after = await kept(chat);
    expect(after).toMatchObject({ id: before.id, sinceSeq: 7, doubtfulSlot: 5 });
    expect(after.settings).toEqual({ ...before.settings, schedule: '0 21 * * 1-5', alerts: 'off' });
    await chat.says('/subscribe side:all quiet:off topics:all at:06:05');
    expect((await kept(chat)).settings).toMatchObject({ schedule: '5 6 * * 1-5', side: null, quiet: null, topics: [] });
  });

  it('keeps a slot that is due this minute where its time does not change, and counts anew where it does', async () => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe daily');
    const due = { ...(await kept(chat)), nextDueAt: NOW - 1000 };
    await chat.subscriptions.put(due);
    await chat.says('/subscribe alerts:all');
    expect((await kept(chat)).nextDueAt).toBe(NOW - 1000);
    await chat.says('/subscribe timezone:kabul');
    expect((await kept(chat)).nextDueAt).toBe(Date.parse('2026-11-23T03:30Z'));
  });

  it.each(['paused', 'suspended'] as const)('makes a %s one active again', async (status) => {
    const chat = await chatWithAdmin();
    await chat.says('/subscribe daily');
    const before = { ...(await kept(chat)), status, reason: 'Forbidden', resumeAt: NOW + 5, nextDueAt: NOW - 9 };
    await chat.subscriptions.put(before);
    expect(await chat.says('/subscribe daily')).toContain(
      status === 'paused' ? 'They were paused and are on again.' : 'They had stopped and are on again.',
    );
    expect(await kept(chat)).toMatchObject({
      status: 'active',
      reason: null,
      resumeAt: null,
      nextDueAt: Date.parse('2026-11-23T08:00Z'),
    });
  });

  it('a board in place of digests leaves none due, and is drawn anew when what it shows changes', async () => {
    const chat = await chatWithAdmin();
    expect(await chat.says('/subscribe board:instead')).toContain('No digests: the board replaces them');
    expect((await kept(chat)).nextDueAt).toBeNull();
    const board = { message: '17', seq: 90, dueAt: 4 };
    await chat.subscriptions.put({ ...(await kept(chat)), board });
    await chat.says('/subscribe alerts:off');
    expect((await kept(chat)).board).toEqual(board);
    await chat.says('/subscribe side:pakistan');
    expect((await kept(chat)).board).toEqual({ message: '17', seq: 0, dueAt: 0 });
    await chat.says('/subscribe board:off');
    expect((await kept(chat)).nextDueAt).toBe(Date.parse('2026-11-23T08:00Z'));
  });

  it('says at once which rights are lacking, and what will not work; it is kept even so', async () => {
    const chat = await chatWithAdmin(['send', 'pin', 'read-back']);
    const text = await chat.says('/subscribe board:beside');
    expect(text).toContain('I cannot send anything there yet');
    expect(text).toContain('the board will not be pinned');
    expect(text).toContain('I cannot read what I sent there');
    expect(await kept(chat)).toMatchObject({ status: 'active' });
    expect(await chat.says('/subscribe board:off')).not.toContain('pin messages');
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
    expect(await chat.says('/subscribe daily channel:@news')).toContain('To stop: /unsubscribe channel:@news.');
    expect(await chat.subscriptions.of(here.id)).toBeUndefined();
    expect((await kept(chat, channel.id)).place).toBe(channel.id);
    for (const name of ['@other', '@closed', '@nowhere']) {
      expect(await chat.says(`/subscribe daily channel:${name}`)).toContain(name);
    }
    expect(chat.bugs).toEqual([]);
    expect(await chat.says('/unsubscribe channel:@news')).toContain('Unsubscribed.');
    expect(await chat.subscriptions.of(channel.id)).toBeUndefined();
  });

  it('is explained by /help with every choice and default', async () => {
    const text = await (await chatWithAdmin()).saysInFull('/help subscribe');
    expect(text).toContain('hourly, every-6-hours, twice-daily, daily, weekdays, weekly');
    expect(text).toContain('off, breaking, all');
    expect(text).toContain(
      'talks, ceasefire, clash, airstrike, attack, accident, statement, humanitarian, border, diplomacy, other',
    );
    expect(text).toContain('UTC unless given. For example Asia/Karachi, Asia/Kabul, UTC');
    // As it is to be typed.
    expect(text).toContain('"every monday and thursday at 8", "0 8 * * 1,4"');
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
        nextDueAt: Date.parse('2026-11-23T08:00Z'),
      });
      expect(await chat.says('/unsubscribe')).toContain('Unsubscribed.');
      expect(chat.bugs).toEqual([]);
    } finally {
      await store.close();
    }
  });
});
