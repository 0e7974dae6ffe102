/** The terminal: line by line for programs, with pages, buttons and completion for people. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { completeLine } from '../../../src/adapters/terminal/commands.ts';
import { connectTerminal } from '../../../src/adapters/terminal/connect.ts';
import { openHistory } from '../../../src/adapters/terminal/history.ts';
import { NO_NUMBERS } from '../../../src/adapters/terminal/numbering.ts';
import { renderPage } from '../../../src/adapters/terminal/render.ts';
import { pageOf } from '../../../src/core/reply/page.ts';
import { chatForTests } from '../chat-for-tests.ts';
import { collect, noHistory, openTerminal } from './open-terminal.ts';

const chat = chatForTests();

describe('terminal', () => {
  test('a program gets one plain answer after another, in order, and the end of input ends the chat', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const text = collect(output);
    const ended = connectTerminal({
      input,
      output,
      chat,
      signal: new AbortController().signal,
      openHistory: noHistory,
    });
    input.end('/ceasefire on:2025-10-20\n\nquotes speaker:shehbaz\n/nonsense\n');
    await ended;
    const answers = text();
    expect(answers.indexOf('in force')).toBeGreaterThan(0);
    expect(answers.indexOf('every provocation will be met')).toBeGreaterThan(answers.indexOf('in force'));
    expect(answers.trimEnd()).toMatch(/There is no command “nonsense”\..*$/u);
    // oxlint-disable-next-line no-control-regex -- that there is no escape sequence is what is tested
    expect(answers).not.toMatch(/\u001b/u);
  });

  test('a person is greeted, turns pages with a number, and leaves with /exit', async () => {
    const { types, shows, ended, saved } = openTerminal();
    expect(await shows('Ctrl-D leaves')).toContain('DISCORD_TOKEN or TELEGRAM_TOKEN');
    types('/changes since:2025-10-01');
    await shows('All changes (421)');
    types('1');
    const first = await shows('Next ›');
    expect(first).toContain('Page 1 of ');
    // oxlint-disable-next-line no-control-regex -- the number is bold
    types(/(\d+)(?:\u001b\[\d+m)* Next ›/u.exec(first)?.[1] ?? '');
    const second = await shows('‹ Back');
    expect(second).toContain('Page 2 of ');
    // oxlint-disable-next-line no-control-regex -- the number is bold
    types(/(\d+)(?:\u001b\[\d+m)* ‹ Back/u.exec(second)?.[1] ?? '');
    expect(await shows('Page 1 of ')).toContain('Next ›');
    types('/exit');
    await ended;
    expect(saved.at(-1)).toContain('/changes since:2025-10-01');
  });

  test('the buttons of /ceasefire lead to the other two commands', async () => {
    const { types, shows, ended, input } = openTerminal();
    types('/ceasefire');
    const answer = await shows('Casualty figures');
    // oxlint-disable-next-line no-control-regex -- the styling around the numbers
    const number = /(\d)\u001b\[22m Quotes/u.exec(answer)?.[1];
    types(number ?? 'missing');
    expect(await shows('Latest from each side')).toContain('remarks');
    input.end();
    await ended;
  });

  test('what was typed before the input ended is answered', async () => {
    const { types, text, input, ended } = openTerminal();
    types('/about');
    types('/help');
    input.end();
    await ended;
    expect(text()).toContain('No totals');
    expect(text()).toContain('How the ceasefire stands');
  });

  test('a signal to the process closes the chat', async () => {
    const stop = new AbortController();
    const { shows, ended } = openTerminal({ signal: stop.signal });
    await shows('›');
    stop.abort();
    await expect(ended).resolves.toBeUndefined();
  });

  test('a reader that goes away (`| head`) is no bug', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const ended = connectTerminal({
      input,
      output,
      chat: { ...chat, reportBug: () => expect.unreachable('a closed pipe is no bug') },
      signal: new AbortController().signal,
      openHistory: noHistory,
    });
    output.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    input.end('/ceasefire\n/quotes\n');
    await ended;
  });

  test('a wrong number leaves the buttons that are on the screen', async () => {
    const { types, shows, ended } = openTerminal();
    types('/changes');
    await shows('Casualty figures');
    types('9');
    await shows('9 is no choice of the answer above. Its numbers are 1, 2, 3.');
    types('1');
    expect(await shows('All changes')).toContain('Changes since ');
    types('/exit');
    await ended;
  });

  test('what was typed is kept for its owner; a file that cannot be used is told once, and the chat goes on', () => {
    const folder = mkdtempSync(join(tmpdir(), 'truceline-history-'));
    const problems: unknown[] = [];
    const tell = (problem: unknown) => problems.push(problem);
    const path = join(folder, 'kept', 'history');
    openHistory(path, tell).save(['/ceasefire', '/help']);
    expect(openHistory(path, tell).lines).toEqual(['/ceasefire', '/help']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(problems).toEqual([]);
    const unusable = openHistory(join(path, 'below-a-file'), tell);
    unusable.save(['/ceasefire']);
    unusable.save(['/help']);
    expect(problems).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  test('Tab completes commands, parameters and values', () => {
    const context = { dossier: chat.dossier(), language: chat.language, commands };
    expect(completeLine('/ca', context)).toEqual([['/casualties '], '/ca']);
    expect(completeLine('/quotes s', context)[0]).toEqual(['speaker:', 'side:']);
    expect(completeLine('/quotes speaker:andr', context)).toEqual([['speaker:tahir-andrabi '], 'speaker:andr']);
    expect(completeLine('/casualties harm:', context)[0]).toContain('harm:killed ');
    expect(completeLine('/quotes side:pakistan s', context)[0]).toEqual(['speaker:']);
    expect(completeLine('/nonsense x', context)).toEqual([[], 'x']);
    // Values with colons, and values that have to be quoted.
    expect(completeLine('/subscribe at:08:00', context)[0]).toEqual(['at:08:00 ']);
    expect(completeLine('/subscribe quiet:"exc', context)[0]).toEqual(['quiet:"22:00-07:00 except breaking" ']);
  });

  test('escape sequences in a source’s words do not reach the screen', () => {
    const blocks = [{ kind: 'quotation' as const, text: 'a\u001b[2Jb\u0007\u009b31mc', by: ['x\u001b]0;title\u0007'] }];
    const text = renderPage(pageOf({ blocks }), NO_NUMBERS.buttons, { columns: 80, isStyled: false });
    // oxlint-disable-next-line no-control-regex -- that there is none is what is tested
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
    expect(text).toContain('a [2Jb');
  });

  test('lines are wrapped to the screen, and an address is numbered once', () => {
    const link = { kind: 'link' as const, text: 'Dawn', url: 'https://example.org/a' };
    const blocks = [{ kind: 'list' as const, items: [['word '.repeat(60), link], [link]] }];
    const lines = renderPage(pageOf({ blocks }), NO_NUMBERS.buttons, { columns: 60, isStyled: false }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(lines.filter((line) => line.includes('https://example.org/a'))).toEqual(['[1] https://example.org/a']);
  });
});
