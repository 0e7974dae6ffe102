/** Details, choices and commands at the terminal: numbers that keep their meaning, and everything for programs. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { connectTerminal } from '../../../src/adapters/terminal/connect.ts';
import { NO_NUMBERS, numberBelow, numberButtons } from '../../../src/adapters/terminal/numbering.ts';
import { renderPage } from '../../../src/adapters/terminal/render.ts';
import { createTerminalMessenger } from '../../../src/adapters/terminal/sending/messenger.ts';
import { type Button, pageOf } from '../../../src/core/reply/page.ts';
import { keyOf, pushedPage } from '../../contracts/messenger.ts';
import { chatForTests } from '../chat-for-tests.ts';
import { layeredCommand, layeredWords } from '../layered-command.ts';
import { collect, noHistory, openTerminal, playScreen } from './open-terminal.ts';

const chat = (composed: string[] = []) =>
  chatForTests({ commands: [layeredCommand(composed)], language: layeredWords });

/** Label → number, of the lines of numbers that were shown last. */
function numbersIn(text: string): Readonly<Record<string, string>> {
  const { lines } = playScreen(text);
  const from = lines.findLastIndex((line) => !/^(?: *\d+ \S|$|›)/u.test(line)) + 1;
  const all = lines
    .slice(from)
    .join('   ')
    .matchAll(/(\d+) (.+?)(?= {2,}|$)/gu);
  return Object.fromEntries([...all].map(([, number = '', label = '']) => [label.trim(), number]));
}

test('a number means the same on every page of an answer', async () => {
  const composed: string[] = [];
  const { types, shows, text, ended, input } = openTerminal({ chat: chat(composed) });
  types('/layered');
  await shows('Discard');
  const first = numbersIn(text());
  expect(first).toMatchObject({ Terms: '1', 'Breaches (3)': '2', Timeline: '3', 'Incident 0': '4' });
  expect(composed).toEqual([]);
  types('3');
  expect(await shows('Discard')).toContain('Page 1 of');
  const opened = numbersIn(text());
  types(opened['Next ›'] ?? '');
  expect(await shows('‹ Back')).toContain('Page 2 of');
  const second = numbersIn(text());
  for (const label of ['Terms', 'Breaches (3)', 'Incident 0', 'Approve', 'Discard']) {
    expect([opened[label], second[label]]).toEqual([first[label], first[label]]);
  }
  expect(second['Next ›']).toBe(opened['Next ›']);
  types(second['More incidents …'] ?? '');
  await shows('Incident 8');
  const more = numbersIn(text());
  expect(Object.values(first)).not.toContain(more['Incident 8']);
  expect(more['Terms']).toBe('1');
  types(more['‹ The answer'] ?? '');
  expect(await shows('Discard')).toContain('What leads.');
  expect(numbersIn(text())).toMatchObject({ Terms: '1', Timeline: '3', Discard: first['Discard'] });
  types('5');
  expect(await shows('Discard')).toContain('Figures: i-1, all');
  // Another answer is numbered anew.
  expect(numbersIn(text())).toMatchObject({ Terms: '1' });
  expect(composed).not.toContain('terms');
  input.end();
  await ended;
});

test('a number that was shown before more choices were opened still chooses the same', async () => {
  const { types, shows, text, ended, input } = openTerminal({ chat: chat() });
  types('/layered');
  await shows('Discard');
  const first = numbersIn(text());
  types(first['More incidents …'] ?? '');
  await shows('Incident 8');
  expect(numbersIn(text())).not.toHaveProperty(['Incident 1']);
  types('99');
  expect(await shows('Its numbers are')).toContain('99 is no choice of the answer above.');
  types(first['Incident 1'] ?? '');
  expect(await shows('Discard')).toContain('Figures: i-1, all');
  types(String(Object.keys(numbersIn(text())).length + 20));
  await shows('is no choice of the answer above.');
  input.end();
  await ended;
});

test('before any answer no number chooses anything, and that is said', async () => {
  const { types, shows, ended, input } = openTerminal({ chat: chat() });
  types('7');
  expect(await shows('No choice')).toContain('No choice has the number 7 now. Ask again to see choices.');
  input.end();
  await ended;
});

test('what nobody asked for leaves the numbers of the answer above it as they were', async () => {
  const messenger = createTerminalMessenger();
  const { types, shows, text, ended, input } = openTerminal({ chat: chat(), messenger });
  types('/layered');
  await shows('Discard');
  const first = numbersIn(text());
  await messenger.send('terminal:local', pushedPage('A reminder'), keyOf('delivery'));
  await shows('A reminder');
  const pushed = numbersIn(text())['Ceasefire'] ?? '';
  expect(Object.values(first)).not.toContain(pushed);
  types(first['Incident 1'] ?? '');
  expect(await shows('Discard')).toContain('Figures: i-1, all');
  input.end();
  await ended;
});

test('what is pushed has the next numbers, also to turn its own pages', () => {
  const next = { label: 'Next ›', data: 'a;1;', part: 'next' as const };
  const terms = { label: 'Terms', data: 'terms' };
  const first = numberButtons({ buttons: [[next], [terms]] });
  const { own, all } = numberBelow({ buttons: [[{ ...next, data: 'b;1;' }], [terms]] }, first);
  expect([...own].map(([number, { data }]) => `${number} ${data}`)).toEqual(['3 b;1;', '2 terms']);
  expect([...all.pressable].map(([number, { data }]) => `${number} ${data}`)).toEqual(['1 a;1;', '2 terms', '3 b;1;']);
});

test('a number of an earlier page presses what it did, but turns no pages', () => {
  const next: Button = { label: 'Next ›', data: 'a;1;', part: 'next' };
  const back: Button = { label: '‹ Back', data: 'a;0;', part: 'previous' };
  const terms: Button = { label: 'Terms', data: 'a;0;.=terms', part: 'detail' };
  const first = numberButtons({ buttons: [[next], [terms]] });
  const last = numberButtons({ buttons: [[back], [terms]] }, first);
  expect([...last.buttons.keys()]).toEqual([2, 3]);
  expect(new Set(last.pressable.keys())).toEqual(new Set([2, 3]));
  const elsewhere = numberButtons({ buttons: [[back]] }, last);
  expect(elsewhere.pressable.get(2)).toBe(terms);
  const again = numberButtons({ buttons: [[{ ...next, data: 'a;2;' }, back], [terms]] }, last);
  expect([...again.buttons].map(([number, { data }]) => `${number} ${data}`)).toEqual([
    '1 a;2;',
    '2 a;0;.=terms',
    '3 a;0;',
  ]);
});

test('a program gets every detail in place, and no numbers', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const text = collect(output);
  const signal = new AbortController().signal;
  const ended = connectTerminal({ input, output, chat: chat(), signal, openHistory: noHistory });
  input.end('/layered\n');
  await ended;
  expect(text()).toMatch(/^Figures: all incidents, all\nWhat leads\.\n\nTerms\nThe terms\./u);
  expect(text()).toContain('Day 89');
  expect(text()).not.toContain('Incident 0');
});

test('buttons are wrapped to the screen, none torn from its number', () => {
  const buttons = [Array.from({ length: 30 }, (_, at) => ({ label: `Label ${at}`, data: `a;${at};` }))];
  const page = pageOf({ blocks: [], buttons });
  for (const columns of [20, 40, 80, 200]) {
    const lines = renderPage(page, numberButtons(page).buttons, { columns, isStyled: false }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    for (const line of lines.filter((one) => one !== '')) expect(line).toMatch(/^(?:\d+ Label \d+(?: {3}|$))+$/u);
  }
  expect(renderPage(page, NO_NUMBERS.buttons, { columns: 80, isStyled: false })).toBe('');
});
