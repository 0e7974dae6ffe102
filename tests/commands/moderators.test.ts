/** /moderators: who may see, add and remove, in which words, and what stays on record. */

import { describe, expect, it } from 'vitest';
import type { Asker, Chat } from '../../src/core/chat/asker.ts';
import { isPerson } from '../../src/people.ts';
import { admin, anybody, chatForTests, here, NOW } from '../core/chat/chat-for-tests.ts';
import { createMemoryModerators } from '../core/chat/memory-moderators.ts';

const OWNER = 'telegram:100';
const owner: Asker = { id: OWNER, roles: new Set() };
const inPrivate: Chat = { id: OWNER, isPrivate: true };

const chatOf = (asker: Asker, place = inPrivate, ids: readonly string[] = []) =>
  chatForTests({ owners: new Set([OWNER]), isPerson, moderators: createMemoryModerators(ids) }, { asker, place });

describe('/moderators', () => {
  it('adds, lists and removes, to the asker alone, and keeps who did it and when', async () => {
    const chat = await chatOf(owner);
    expect(await chat.says('/moderators')).toBe(
      [
        'Moderators',
        'Nobody moderates yet besides the owners. To add somebody, give do:add and who: with their id.',
        'Owners, who may do all that moderators may; they are set where the bot is run:',
        '• telegram:100',
      ].join('\n'),
    );
    expect(await chat.says('/moderators do:add who:telegram:42')).toBe(
      'telegram:42 can now moderate.\nTheir commands are listed by /help in the private chat with this bot. Who moderates is told to nobody but the owners.',
    );
    expect(await chat.says('/moderators do:add who:discord:123456789012345678')).toContain('can now moderate');
    expect(await chat.says('/moderators do:add who:telegram:42')).toContain('moderates already');
    expect(await chat.says('/moderators do:remove who:telegram:42')).toContain('can no longer moderate');
    expect(await chat.says('/moderators do:remove who:telegram:42')).toContain('does not moderate');
    const list = await chat.answers('/moderators do:list');
    expect(list.audience).toBe('asker');
    expect(await chat.says('/moderators do:list')).toContain(
      [
        'Who moderates now:',
        '• discord:123456789012345678 — added by telegram:100, 22 November 2026, 12:00 UTC',
        'Owners, who may do all that moderators may; they are set where the bot is run:',
        '• telegram:100',
        'Who did before:',
        '• telegram:42 — removed by telegram:100, 22 November 2026, 12:00 UTC',
      ].join('\n'),
    );
    const [first] = await chat.moderators.list();
    expect(first).toEqual({ id: 'telegram:42', addedBy: OWNER, addedAt: NOW, removedBy: OWNER, removedAt: NOW });
  });

  it('takes a number or a mention as of the platform where it is typed', async () => {
    const chat = await chatOf(owner);
    expect(await chat.says('/moderators do:add who:42')).toContain('telegram:42 can now');
    const onDiscord: Asker = { id: 'discord:999999999999999999', roles: new Set(['owner']) };
    const discord = await chatOf(onDiscord, { ...here, hidesAnswers: true });
    for (const mention of ['<@123456789012345678>', '<@!223456789012345678>', '323456789012345678']) {
      expect(await discord.says(`/moderators do:add who:${mention}`)).toContain('can now moderate');
    }
    expect((await discord.moderators.list()).map(({ id }) => id)).toEqual([
      'discord:123456789012345678',
      'discord:223456789012345678',
      'discord:323456789012345678',
    ]);
  });

  it('takes nobody who is no person, and says what to give', async () => {
    const chat = await chatOf(owner);
    for (const who of ['telegram:-100123', 'telegram:@anna', '@anna', 'terminal:local', 'discord:42', '0']) {
      expect(await chat.says(`/moderators do:add who:"${who}"`)).toContain('is not the id of a person');
    }
    expect(await chat.says('/moderators do:add who:telegram:1087968824')).toContain('is not the id of a person');
    expect(await chat.says('/moderators do:add who:telegram:100')).toContain('is an owner');
    expect(await chat.says('/moderators do:add')).toContain('Whom to add was not said');
    expect(await chat.says('/moderators who:telegram:42')).toContain('Give do:add or do:remove');
    expect(await chat.moderators.list()).toEqual([]);
    expect(chat.bugs).toEqual([]);
  });

  it('is refused to all others, in the same words whatever it is about', async () => {
    const moderator: Asker = { id: 'telegram:42', roles: new Set() };
    for (const asker of [anybody, admin, moderator]) {
      const chat = await chatOf(asker, { ...inPrivate, id: asker.id }, ['telegram:42']);
      for (const args of [
        '',
        ' do:list',
        ' do:remove who:telegram:42',
        ' do:remove who:telegram:43',
        ' who:-1',
        ' nonsense',
        ' x:y',
      ]) {
        expect(await chat.says(`/moderators${args}`)).toBe('/moderators is not open to you here.');
      }
      expect(await chat.moderators.has('telegram:42')).toBe(true);
      expect(new Set(chat.audits.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
    }
  });

  it('is answered nowhere where others read along: there everybody gets the same words', async () => {
    for (const asker of [owner, anybody]) {
      const chat = await chatOf(asker, here);
      expect(await chat.says('/moderators')).toBe(
        '/moderators works only where nobody else can read the answer. Please send it in your private chat with me.',
      );
      expect(chat.audits).toMatchObject([{ outcome: 'refused', reason: 'error-in-private', who: asker.id }]);
    }
  });
});
