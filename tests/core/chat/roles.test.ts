/** Who may give a moderating command, looked up each time, and what is recorded of it. */

import { describe, expect, it } from 'vitest';
import type { Asker, Chat } from '../../../src/core/chat/asker.ts';
import { encodePress } from '../../../src/core/chat/button.ts';
import { type AnyCommand, command } from '../../../src/core/chat/command.ts';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import { UserError } from '../../../src/core/reply/user-error.ts';
import { isPerson } from '../../../src/people.ts';
import { chatForTests, here, NOW } from './chat-for-tests.ts';
import { createMemoryModerators } from './memory-moderators.ts';

const said = (words: string) => reply({ blocks: [{ kind: 'text', spans: [words] }] });
const commands: readonly AnyCommand[] = [
  command({
    name: 'post',
    who: 'moderator',
    params: { text: { kind: 'text', rest: true } },
    run({ text }, { asker }) {
      if (text === 'bug') throw new Error('a bug');
      if (text === 'wrong') throw new UserError('error-button');
      return said([...asker.roles].join(' '));
    },
  }),
  command({ name: 'review', who: 'moderator', isConfidential: true, params: {}, run: () => said('what waits') }),
  command({ name: 'look', who: 'anyone', params: {}, run: () => said('looked') }),
];
const asker = (id: string): Asker => ({ id, roles: new Set() });
const chatOf = (who: Asker, place: Chat = here, ids: readonly string[] = ['telegram:42']) =>
  chatForTests(
    { commands, isPerson, owners: new Set(['telegram:7', 'telegram:-1007']), moderators: createMemoryModerators(ids) },
    { asker: who, place },
  );

describe('what is confidential', () => {
  it('is hidden where others are there, shown in private, and refused where it cannot be hidden', async () => {
    const hidden = await chatOf(asker('telegram:42'), { ...here, hidesAnswers: true });
    expect((await hidden.answers('/review')).audience).toBe('asker');
    const alone = await chatOf(asker('telegram:42'), { ...here, isPrivate: true });
    expect((await alone.answers('/review')).audience).toBe('here');
    expect(await (await chatOf(asker('telegram:42'))).says('/review')).toContain(
      'only where nobody else can read the answer',
    );
  });
});

describe('roles', () => {
  it('are looked up at each command, by whoever gives it', async () => {
    const chat = await chatOf(asker('telegram:42'));
    expect(await chat.says('/post')).toBe('moderator');
    await chat.moderators.remove({ id: 'telegram:42', by: 'telegram:7', at: NOW });
    expect(await chat.says('/post')).toBe('/post is not open to you here.');
    await chat.moderators.add({ id: 'telegram:42', by: 'telegram:7', at: NOW });
    expect(await chat.says('/post')).toBe('moderator');
    expect(await (await chatOf(asker('telegram:7'))).says('/post')).toBe('owner');
    expect(await (await chatOf(asker('telegram:8'))).says('/post')).toBe('/post is not open to you here.');
    expect(await (await chatOf(asker('discord:42'))).says('/post')).toBe('/post is not open to you here.');
  });

  it('are not those of a chat in whose name somebody writes, even one that was entered', async () => {
    for (const id of ['telegram:-10042', 'telegram:-1007', 'telegram:777000']) {
      expect(await (await chatOf(asker(id), here, [id])).says('/post')).toBe('/post is not open to you here.');
    }
  });

  it('are none for whoever only follows a link', async () => {
    const led: Asker = { id: 'telegram:7', roles: new Set(['owner', 'moderator']), isFromLink: true };
    const chat = await chatOf(led);
    expect(await chat.says('/post')).toBe('/post is not open to you here.');
    expect(await chat.says('/look')).toBe('looked');
  });

  it('are those of whoever presses', async () => {
    const chat = await chatOf(asker('telegram:8'));
    const data = await encodePress({ command: 'post', args: { text: 'x' }, page: 0 }, chat.store);
    expect(await chat.pressed(data)).toBe('/post is not open to you here.');
    expect(await (await chatOf(asker('telegram:42'))).pressed(data)).toBe('moderator');
  });
});

describe('the record', () => {
  const entry = { at: NOW, command: 'post', from: here.id };

  it('has every moderating command: done, refused, and gone wrong; and no other', async () => {
    const chat = await chatOf(asker('telegram:42'));
    for (const line of ['/post one two', '/post wrong', '/post bug', '/post x:1', '/look', '/nothing']) {
      await chat.says(line);
    }
    const by = { ...entry, who: 'telegram:42' };
    expect(chat.audits).toEqual([
      { ...by, args: { text: 'one two' }, outcome: 'done', reason: null },
      { ...by, args: { text: 'wrong' }, outcome: 'error', reason: 'error-button' },
      { ...by, args: { text: 'bug' }, outcome: 'error', reason: 'bug' },
      { ...by, args: { x: '1' }, outcome: 'error', reason: 'error-argument-unknown' },
    ]);
    const stranger = await chatOf(asker('telegram:-1008'));
    await stranger.says('/post one text:two');
    await stranger.pressed('post;0;text=three');
    expect(stranger.audits).toEqual([
      {
        ...entry,
        who: 'telegram:-1008',
        args: { '': '(12 characters)' },
        outcome: 'refused',
        reason: 'error-not-allowed',
      },
      { ...entry, who: 'telegram:-1008', args: { text: 'three' }, outcome: 'refused', reason: 'error-not-allowed' },
    ]);
  });

  it('has the length alone of what is long', async () => {
    const chat = await chatOf(asker('telegram:42'));
    await chat.says(`/post ${'x'.repeat(200)}`);
    await chat.says(`/post ${'x'.repeat(201)}`);
    await chat.says(`/post ${'y'.repeat(5000)}`);
    expect(chat.audits.map(({ args }) => args)).toEqual([
      { text: 'x'.repeat(200) },
      { text: '(201 characters)' },
      { '': '(5000 characters)' },
    ]);
  });

  it('is not flooded', async () => {
    const chat = await chatForTests({ commands, floodLimit: createFloodLimit(2) });
    for (let time = 0; time < 9; time++) await chat.says('/post');
    expect(chat.audits).toHaveLength(2);
  });
});
