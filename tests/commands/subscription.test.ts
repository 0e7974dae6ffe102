/** /subscription as an admin of the chat uses it. */
import { describe, expect, it } from 'vitest';
import type { Asker, Chat } from '../../src/core/chat/asker.ts';
import { admin, chatOver, NOW } from '../core/chat/chat-for-tests.ts';
import { chatWith, dossier, HOUR, settings } from './subscribed-chat.ts';

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
    expect(text).toContain('Digest: Daily at 08:00 (UTC)');
    expect(await labels(chat, '/subscription')).toEqual(['Pause', 'Snooze for a day', 'Preview', 'Why']);
  });

  it('says where there is none', async () => {
    const chat = chatOver(dossier, {}, { asker: admin });
    expect(await chat.says('/subscription')).toBe('There is no subscription here. /subscribe makes one.');
  });

  it('pauses, and resumes with the next slot from then', async () => {
    const chat = await chatWith();
    expect(await chat.says('/subscription do:pause')).toContain('It is paused: nothing is sent until you resume it.');
    expect(await chat.stored()).toMatchObject({ status: 'paused', resumeAt: null });
    expect(await labels(chat, '/subscription')).toEqual(['Resume', 'Preview', 'Why']);
    expect(await chat.says('/subscription do:resume')).toContain('It is active.');
    expect(await chat.stored()).toMatchObject({ status: 'active', nextDueAt: Date.UTC(2026, 10, 23, 8) });
  });

  it('names no next digest while it is paused, and those after a snooze', async () => {
    const chat = await chatWith({
      settings: { ...settings, board: 'beside' },
      board: { message: '17', seq: 1, dueAt: 1 },
    });
    expect(await chat.says('/subscription')).toContain('Next digest: 23 November 2026 at 08:00');
    expect(await chat.says('/subscription')).not.toContain('update the board');
    const snoozed = await chat.says('/subscription do:snooze');
    expect(snoozed).toContain('Next digest: 24 November 2026 at 08:00');
    expect(snoozed).toContain('Until then I do not update the board.');
    const paused = await chat.says('/subscription do:pause');
    expect(paused).not.toContain('Next digest');
    expect(paused).toContain('Until then I do not update the board.');
  });

  it('snoozes for a day from the first press', async () => {
    const chat = await chatWith();
    expect(await chat.says('/subscription do:snooze')).toContain(
      'It is snoozed: nothing is sent until 23 November 2026 at 12:00 (UTC).',
    );
    await chat.says('/subscription do:snooze');
    expect(await chat.stored()).toMatchObject({ status: 'paused', resumeAt: NOW + 24 * HOUR });
    expect(await labels(chat, '/subscription')).toEqual(['Resume', 'Pause', 'Preview', 'Why']);
  });

  it('does nothing more when a press arrives twice', async () => {
    const chat = await chatWith();
    for (const what of ['pause', 'pause', 'snooze', 'snooze', 'resume', 'resume']) {
      await chat.says(`/subscription do:${what}`);
    }
    expect(chat.written()).toBe(3);
    expect(await chat.stored()).toMatchObject({ status: 'active', reason: null, resumeAt: null });
  });

  it('resumes one that was suspended, and forgets why', async () => {
    const chat = await chatWith({ status: 'suspended', reason: 'bot was kicked', resumeAt: NOW + HOUR });
    const text = await chat.says('/subscription');
    expect(text).toContain(
      'Updates have stopped: I am not allowed to post here. I will try once more on 22 November 2026 at 13:00 (UTC), or when you resume.',
    );
    await chat.says('/subscription do:resume');
    expect(await chat.stored()).toMatchObject({ status: 'active', reason: null, resumeAt: null });
  });

  it('of a board alone has no next digest, also after it is resumed', async () => {
    const chat = await chatWith({ status: 'paused', nextDueAt: null, settings: { ...settings, board: 'instead' } });
    await chat.says('/subscription do:resume');
    expect(await chat.stored()).toMatchObject({ status: 'active', nextDueAt: null });
    expect(await chat.says('/subscription do:preview')).toContain('This previews the board as it would be now.');
    expect(await chat.says('/subscription do:why')).toContain('There is no next digest');
  });

  it('previews the next digest, and says that it is none', async () => {
    const chat = await chatWith();
    const text = await chat.says('/subscription do:preview');
    expect(text).toMatch(
      /^Preview: Digest of .*\nThis previews the digest as it would be now\. It does not count as sent\./u,
    );
    expect(text).toContain('Shelling');
    expect(chat.written()).toBe(0);
    const idle = await chatWith({ sinceSeq: dossier.head });
    expect(await idle.says('/subscription do:preview')).toContain('I would not send this one');
    const first = await chatWith({ sinceSeq: null });
    expect(await first.says('/subscription do:preview')).toContain('Preview: How things stand on');
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
    expect(await (await chatWith()).says('/subscription channel:@news')).toContain('Send the command without it');
  });
});
