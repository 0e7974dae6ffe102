/** The terminal as a `Messenger`: the contract, and how what is pushed gets along with what is being typed. */

import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectTerminal } from '../../../src/adapters/terminal/connect.ts';
import { createTerminalMessenger, type TerminalMessenger } from '../../../src/adapters/terminal/sending/messenger.ts';
import type { Page } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { describeMessenger, keyOf, pushedPage } from '../../contracts/messenger.ts';
import { chatForTests, slowCommand, testWords } from '../chat-for-tests.ts';
import { collect, noHistory, type OpenTerminal, openTerminal, playScreen } from './open-terminal.ts';

const PLACE = 'terminal:local';
const key = keyOf('delivery');

describeMessenger('the terminal', async () => {
  const messenger = createTerminalMessenger();
  const shown: string[] = [];
  const show = async ({ blocks }: Page) => shown.push(JSON.stringify(blocks)) > 0;
  let leave = messenger.attach({ pageLimits: UNLIMITED, show });
  return {
    messenger,
    places: [PLACE],
    shown: () => shown,
    editsAnew: true,
    finds: 'absent',
    down: async () => leave(),
    up: async () => {
      leave = messenger.attach({ pageLimits: UNLIMITED, show });
    },
    abort: () => leave(),
    stop: async () => leave(),
  };
});

describe('somebody types', () => {
  let messenger: TerminalMessenger;
  let terminal: OpenTerminal;

  const open = async (chat = chatForTests()) => {
    messenger = createTerminalMessenger();
    terminal = openTerminal({ messenger, chat });
    await terminal.shows('› ');
  };
  const screen = () => playScreen(terminal.text());
  const below = (words: string) => {
    const { lines } = screen();
    return lines.slice(lines.findIndex((line) => line.includes(words)) + 1);
  };

  beforeEach(() => open());
  afterEach(async () => {
    terminal.input.end();
    await terminal.ended;
  });

  test('what is pushed stands between rules above the prompt', async () => {
    expect(await messenger.send(PLACE, pushedPage('Doha', 'Kabul'), key)).toEqual({ kind: 'sent', message: '1' });
    const rule = '─'.repeat(80);
    expect(screen().lines.slice(-8)).toEqual([rule, 'Doha', 'Kabul', '', '1 Ceasefire', rule, '', '›']);
  });

  test.each([
    ['at its end', ''],
    ['somewhere in it', '\u001b[D'.repeat(5)],
    ['at its beginning', '\u0001'],
  ])('a line being typed stays, with the cursor %s', async (_name, keys) => {
    terminal.press(`/quotes speaker:as${keys}`);
    await expect.poll(() => screen().lines.at(-1)).toBe('› /quotes speaker:as');
    const before = screen().cursor.x;
    await messenger.send(PLACE, pushedPage('Doha'), key);
    expect(screen().lines.at(-1)).toBe('› /quotes speaker:as');
    expect(screen().cursor.x).toBe(before);
    terminal.press('\u0005if\r');
    expect(await terminal.shows('Khawaja')).toContain('Khawaja Muhammad Asif');
  });

  test.each([
    ['typed', (press: OpenTerminal['press'], line: string) => line.split('').forEach(press)],
    ['pasted', (press: OpenTerminal['press'], line: string) => press(line)],
  ])('so does one that takes several rows (%s), and nothing above it is lost', async (_how, enter) => {
    const line = `/quotes text:"${Array.from({ length: 40 }, (_, index) => `word${index}`).join('-')}`;
    const tail = () => screen().lines.slice(-4).join('');
    enter((keys) => terminal.press(keys), line);
    await expect.poll(tail).toContain(`› ${line}`);
    await messenger.send(PLACE, pushedPage('First'), keyOf('a'));
    expect(tail()).toContain(`› ${line}`);
    terminal.press('\u001b[D'.repeat(150));
    const { cursor } = screen();
    await messenger.send(PLACE, pushedPage('Second'), keyOf('b'));
    expect(tail()).toContain(`› ${line}`);
    expect(screen().cursor).toEqual({ x: cursor.x, y: cursor.y + 6 });
    const { lines } = screen();
    for (const words of ['First', 'Second', '/quotes text:'])
      expect(lines.filter((one) => one.includes(words))).toHaveLength(1);
    expect(lines.filter((one) => one === '─'.repeat(80))).toHaveLength(4);
    terminal.press('\u0003');
  });

  test('its buttons are pressed by number, and their answers leave it where it is', async () => {
    await messenger.send(PLACE, pushedPage('Doha'), key);
    terminal.types('1');
    expect(await terminal.shows('Last recorded')).toContain('Ceasefire');
    expect(screen().lines).toContain('Doha');
  });

  test('an edit is shown anew, marked', async () => {
    await messenger.send(PLACE, pushedPage('before'), key);
    await messenger.edit(PLACE, '1', pushedPage('after'), key);
    expect(below('before')).toEqual(expect.arrayContaining(['Updated', 'after']));
    expect(screen().lines.filter((line) => line === 'Updated')).toHaveLength(1);
  });

  test('waits for an answer that is being made', async () => {
    terminal.input.end();
    await terminal.ended;
    const { slow, goOn } = slowCommand();
    await open(chatForTests({ commands: [slow], language: testWords }));
    terminal.types('/slow');
    await expect.poll(() => screen().lines.at(-1)).toContain('/slow');
    const sent = messenger.send(PLACE, pushedPage('Doha'), key);
    goOn();
    expect(await sent).toMatchObject({ kind: 'sent' });
    const { lines } = screen();
    expect(lines.indexOf('late news')).toBeGreaterThan(0);
    expect(lines.indexOf('Doha')).toBeGreaterThan(lines.indexOf('late news'));
  });

  test('whoever is here may do what admins may', async () => {
    terminal.input.end();
    await terminal.ended;
    const { slow, goOn } = slowCommand();
    goOn();
    await open(chatForTests({ commands: [{ ...slow, who: 'channel-admin' }], language: testWords }));
    terminal.types('/slow');
    expect(await terminal.shows('late news')).not.toContain('admin');
  });

  test('before it is opened and after it was left nothing is sent', async () => {
    const away = { kind: 'retry', scope: 'platform', reason: expect.any(String) };
    expect(await createTerminalMessenger().send(PLACE, pushedPage('x'), key)).toEqual(away);
    terminal.types('/exit');
    await terminal.ended;
    expect(await messenger.send(PLACE, pushedPage('x'), key)).toEqual(away);
    expect(await messenger.edit(PLACE, '1', pushedPage('x'), key)).toEqual(away);
    expect(messenger.pageLimits).toBe(UNLIMITED);
  });
});

describe('a program reads', () => {
  test('what is pushed is plain text among the answers, until the input ends', async () => {
    const messenger = createTerminalMessenger();
    const [input, output] = [new PassThrough(), new PassThrough()];
    const text = collect(output);
    const signal = new AbortController().signal;
    const ended = connectTerminal({ input, output, chat: chatForTests(), signal, openHistory: noHistory, messenger });
    await messenger.send(PLACE, pushedPage('Doha', 'Kabul'), key);
    await messenger.edit(PLACE, '1', pushedPage('Lahore'), key);
    input.end('/about\n');
    await ended;
    expect(text()).toMatch(/^Doha\nKabul\n\nUpdated\nLahore\n\n[^]+No totals/u);
    // oxlint-disable-next-line no-control-regex -- that there is no escape sequence is what is tested
    expect(text()).not.toMatch(/\u001b|─/u);
    expect(await messenger.send(PLACE, pushedPage('x'), key)).toMatchObject({ kind: 'retry' });
  });

  test('and goes away (`| head`): nobody is there to be sent to', async () => {
    const messenger = createTerminalMessenger();
    const [input, output] = [new PassThrough(), new PassThrough()];
    const signal = new AbortController().signal;
    const ended = connectTerminal({ input, output, chat: chatForTests(), signal, openHistory: noHistory, messenger });
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(await messenger.send(PLACE, pushedPage('x'), key)).toMatchObject({ kind: 'retry' });
    input.end();
    await ended;
  });
});
