/** From what was typed to a page: admission, the two clocks, pages, and errors that become words. */

import { describe, expect, it } from 'vitest';
import { encodePress } from '../../../src/core/chat/button.ts';
import { type AnyCommand, command } from '../../../src/core/chat/command.ts';
import { createFloodLimit } from '../../../src/core/chat/flood-limit.ts';
import { runCommand, runPress } from '../../../src/core/chat/run-command.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { reply } from '../../../src/core/reply/reply.ts';
import { UserError } from '../../../src/core/reply/user-error.ts';
import { limitsIn, UNLIMITED } from '../reply/limits-for-tests.ts';
import { textOf } from '../reply/text-of.ts';
import { anybody, chatForTests, here, NOW, type TestChat } from './chat-for-tests.ts';

const text = (words: string) => reply({ blocks: [{ kind: 'text', spans: [words] }] });

const commands: readonly AnyCommand[] = [
  command({
    name: 'echo',
    who: 'anyone',
    params: { words: { kind: 'text', rest: true } },
    run: ({ words }) => text(words ?? 'nothing'),
  }),
  command({ name: 'secret', who: 'moderator', params: {}, run: () => text('secret') }),
  command({
    name: 'broken',
    who: 'anyone',
    params: {},
    run: () => {
      throw new TypeError('a bug with a token in it');
    },
  }),
  command({ name: 'rejecting', who: 'anyone', params: {}, run: () => Promise.reject(new Error('later')) }),
  command({
    name: 'refusing',
    who: 'anyone',
    params: {},
    run: () => {
      throw new UserError('error-button');
    },
  }),
  command({
    name: 'size',
    who: 'anyone',
    params: { known: { kind: 'date', clock: 'knowledge' } },
    run: (_args, { dossier }) => text(`${dossier.claims.size} ${dossier.viewOf ?? 'now'}`),
  }),
  command({
    name: 'event',
    who: 'anyone',
    params: { on: { kind: 'date', clock: 'event' } },
    run: (_args, { dossier }) => text(`${dossier.viewOf ?? 'now'}`),
  }),
  command({
    name: 'context',
    who: 'anyone',
    params: {},
    run: (_args, { now, asker, place, timezone }) => text([now, asker.id, place.id, timezone].join(' ')),
  }),
];
const chatHere = (changes: Partial<TestChat> = {}) => chatForTests({ commands, ...changes });
const everything = UNLIMITED;

/** An answer of many pages. */
const ALL_CHANGES = 'since:2025-10-01';

describe('runCommand', () => {
  it('gives the command its arguments and its surroundings', async () => {
    const chat = await chatHere();
    expect(await chat.says('/echo hello “dear” world')).toBe('hello dear world');
    expect(await chat.says('/ECHO')).toBe('nothing');
    expect(await chat.says('/context')).toBe(`${NOW} test:1 test:room UTC`);
    const named = await runCommand(
      { command: 'echo', args: { words: 'named' }, asker: anybody, place: here },
      everything,
      chat,
    );
    expect(named).toMatchObject({ audience: 'here' });
    expect(textOf(wholeOf(named))).toBe('named');
  });

  it('offers the nearest command for an unknown one, or all', async () => {
    const chat = await chatHere();
    expect(await chat.says('/eco')).toBe('There is no command “eco”. Did you mean /echo?');
    expect(await chat.says('/weather')).toMatch(/^There is no command “weather”\. You can ask \/echo \/broken /u);
    expect(await chat.says('/secrt')).toBe('There is no command “secrt”. Did you mean /secret?');
    expect((await chat.says(`/${'x'.repeat(5000)}`)).length).toBeLessThan(300);
    expect(await chat.says('/constructor')).toContain('There is no command');
    expect(chat.bugs).toEqual([]);
  });

  it('answers whom it may, and tells others alone', async () => {
    const chat = await chatHere();
    expect(await chat.says('/secret')).toBe('/secret is not open to you here.');
    expect((await chat.answers('/secret')).audience).toBe('asker');
    const moderator = { id: 'test:2', roles: new Set(['moderator' as const]) };
    const page = await runCommand({ command: 'secret', args: {}, asker: moderator, place: here }, everything, chat);
    expect(textOf(wholeOf(page))).toBe('secret');
  });

  it('refuses a flood before anything else, and says how long to wait', async () => {
    const chat = await chatHere({ floodLimit: createFloodLimit(1) });
    expect(await chat.says('/echo one')).toBe('one');
    for (const line of ['/echo two', '/nonsense', '/secret']) {
      expect(await chat.says(line)).toBe(
        'That was a lot of questions in one minute. Please wait 60 seconds and ask again.',
      );
    }
    const other = await runCommand(
      { command: 'echo', args: 'x', asker: { ...anybody, id: 'test:2' }, place: here },
      everything,
      chat,
    );
    expect(textOf(wholeOf(other))).toBe('x');
  });

  it('says “one second” for less than one', async () => {
    const chat = await chatHere({ floodLimit: () => ({ waitMs: 1, isFirst: true }) });
    expect(await chat.says('/echo')).toContain('Please wait one second and ask again.');
  });

  it('says an error that was written for the asker, to the asker alone, and reports no bug', async () => {
    const chat = await chatHere();
    const page = await chat.answers('/refusing');
    expect(textOf(wholeOf(page))).toMatch(/^This button is too old/u);
    expect(page).toMatchObject({ audience: 'asker', buttons: [] });
    expect(await chat.says('/size soon')).toContain(
      '“soon” was not understood. Write before it what it is, for example known:today. You can give known:.',
    );
    expect(chat.bugs).toEqual([]);
  });

  it.each([
    ['broken', 'a bug with a token in it'],
    ['rejecting', 'later'],
  ])('answers a bug in /%s with its id, and reports it once', async (name, message) => {
    const chat = await chatHere();
    const page = await chat.answers(`/${name}`);
    expect(textOf(wholeOf(page))).toContain('it is logged as bug-1.');
    expect(textOf(wholeOf(page))).not.toContain(message);
    expect(page.audience).toBe('asker');
    expect(chat.bugs).toEqual([expect.objectContaining({ message })]);
  });

  it('answers a bug also where the store or the dossier fails', async () => {
    const chat = await chatHere({
      dossier: () => {
        throw new Error('no dossier');
      },
    });
    expect(await chat.says('/echo')).toContain('it is logged as bug-1.');
  });

  it('gives the dossier of the day that known: names, to the end of that day', async () => {
    const chat = await chatHere();
    const claims = chat.dossier().claims.size;
    expect(await chat.says('/size')).toBe(`${claims} now`);
    const then = await chat.says('/size known:2025-10-15');
    expect(then).toBe(
      `${chat.dossier().asKnownAt(Date.UTC(2025, 9, 16) - 1).claims.size} ${Date.UTC(2025, 9, 16) - 1}`,
    );
    expect(Number.parseInt(then, 10)).toBeLessThan(claims);
    expect(await chat.says('/size known:2025-10')).toContain(`${Date.UTC(2025, 10, 1) - 1}`);
    expect(await chat.says('/event on:2025-10-15')).toBe('now');
  });

  it('takes today from the time zone', async () => {
    const late = Date.UTC(2026, 10, 22, 21);
    const kabul = await chatHere({ clock: () => late, timezone: 'Asia/Kabul' });
    expect(await kabul.says('/event on:2026-11-23')).toBe('now');
    expect(await (await chatHere({ clock: () => late })).says('/event on:2026-11-23')).toContain('has not come yet');
  });

  it('shows the page asked for, or the last one', async () => {
    const chat = await chatForTests();
    const ask = (page: number) =>
      runCommand({ command: 'changes', args: ALL_CHANGES, asker: anybody, place: here }, limitsIn(2000), chat, {
        page,
        detail: 'all',
      });
    const last = await ask(9999);
    const [, number, all] = /Page (\d+) of (\d+)$/u.exec(textOf(wholeOf(last))) ?? [];
    expect(Number(number)).toBeGreaterThan(5);
    expect(number).toBe(all);
    expect(textOf(wholeOf(await ask(0)))).toContain(`Page 1 of ${all}`);
  });
});

describe('runPress', () => {
  const press = (data: string, chat: TestChat) => runPress(data, { asker: anybody, place: here }, limitsIn(2000), chat);

  it('walks through the pages by their buttons, there and back', async () => {
    const chat = await chatForTests();
    const first = await runCommand(
      { command: 'changes', args: ALL_CHANGES, asker: anybody, place: here },
      limitsIn(2000),
      chat,
      { page: 0, detail: 'all' },
    );
    const [next] = first.buttons[0] ?? [];
    const second = await press(next?.data ?? '', chat);
    expect(textOf(wholeOf(second))).toContain('Page 2 of');
    expect(second.buttons[0]).toHaveLength(2);
    const back = await press(second.buttons[0]?.[0]?.data ?? '', chat);
    expect(back).toEqual(first);
    // Pressed twice, the same page twice.
    expect(await press(next?.data ?? '', chat)).toEqual(second);
  });

  it('checks permission and flood again: a button proves nothing', async () => {
    const data = await encodePress({ command: 'secret', args: {}, page: 0 }, (await chatHere()).store);
    expect(await (await chatHere()).pressed(data)).toBe('/secret is not open to you here.');
    expect(await (await chatHere({ floodLimit: () => ({ waitMs: 5000, isFirst: true }) })).pressed(data)).toContain(
      'Please wait 5 seconds',
    );
  });

  it('says that a button is too old or not ours', async () => {
    const chat = await chatHere();
    for (const data of ['nonsense', 'echo;0;#gone', ''])
      expect(await chat.pressed(data)).toMatch(/^This button is too old/u);
    expect(await chat.pressed('gone;0;')).toContain('There is no command');
    expect(await chat.pressed('echo;0;weather=rain')).toContain('There is no “weather:” here.');
    expect(chat.bugs).toEqual([]);
  });

  it('reports a store that fails as a bug', async () => {
    const chat = await chatHere();
    const store = { ...chat.store, recall: () => Promise.reject(new Error('disk')) };
    const page = await runPress('echo;0;#abcdefghijklmnop', { asker: anybody, place: here }, everything, {
      ...chat,
      store,
    });
    expect(textOf(wholeOf(page))).toContain('it is logged as bug-1.');
    expect(chat.bugs).toHaveLength(1);
  });
});
