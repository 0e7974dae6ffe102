/** The same questions through discord.js, grammY and the terminal give the same facts. */
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { connectDiscord } from '../../src/adapters/discord/connect.ts';
import { connectTelegram } from '../../src/adapters/telegram/connect.ts';
import { connectTerminal } from '../../src/adapters/terminal/connect.ts';
import { realDossier } from '../core/dossier/crafted-dossier.ts';
import { type FakeDiscord, startFakeDiscord } from '../fakes/discord/discord.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/telegram.ts';
import { chatForTests } from './chat-for-tests.ts';

const chat = chatForTests({ staleAfterDays: 7 });
const log = pino({ level: 'silent' });
const stop = new AbortController();
let discord: FakeDiscord;
let telegram: FakeTelegram;
let running: readonly Promise<void>[] = [];

beforeAll(async () => {
  [discord, telegram] = await Promise.all([startFakeDiscord(), startFakeTelegram()]);
  const parts = { chat, log, signal: stop.signal };
  running = [
    connectDiscord({ config: { token: discord.token, apiUrl: discord.apiUrl }, ...parts }),
    connectTelegram({ config: { token: telegram.token, apiUrl: telegram.apiUrl }, ...parts }),
  ];
  await discord.gateway.connected(5000);
  await vi.waitUntil(() => discord.commands().length === commands.length, { timeout: 30_000 });
});
afterAll(async () => {
  stop.abort();
  await Promise.all(running);
  await Promise.all([discord.stop(), telegram.stop()]);
});

/** All pages of an answer, walked by its Next button. */
async function pages<A extends { readonly text: string }>(
  first: A,
  labels: (answer: A) => readonly string[],
  next: (answer: A) => Promise<A>,
): Promise<string> {
  const texts = [first.text];
  let answer = first;
  while (labels(answer).includes('Next ›')) {
    answer = await next(answer);
    texts.push(answer.text);
  }
  return texts.join('\n');
}

async function onDiscord(command: string, args: Record<string, string>): Promise<string> {
  const user = discord.user();
  const markdown = await pages(
    await user.slash(command, args),
    (answer) => answer.components.map(({ label }) => label ?? ''),
    (answer) => user.presses(answer, 'Next ›'),
  );
  // The addresses of links, then the backslashes before punctuation.
  return markdown.replaceAll(/\]\(<[^>]*>\)/gu, ']').replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '');
}

async function onTelegram(line: string): Promise<string> {
  const user = telegram.user();
  return pages(
    await user.says(line),
    (answer) => answer.buttons.map(({ label }) => label),
    (answer) => user.presses(answer, 'Next ›'),
  );
}

async function inTerminal(line: string): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let text = '';
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const ended = connectTerminal({
    input,
    output,
    chat,
    signal: stop.signal,
    openHistory: () => ({ lines: [], save: () => {} }),
  });
  input.end(`${line}\n`);
  await ended;
  return text.replaceAll(/^\[\d+\] .*$/gmu, '').replaceAll(/ \[\d+\]/gu, '');
}

/** Every word and number of a text, in no order, without what belongs to paging. */
function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.replaceAll(/Page \d+ of \d+/gu, '').match(/[\p{L}\p{N}]+/gu));
}

describe('parity', { timeout: 120_000 }, () => {
  test.each([
    ['ceasefire', {}, ['Last known (', 'Recorded as “']],
    [
      'casualties',
      {},
      ['58', '23', 'more than 440', '“over 440 wounded”', '“dozens dead”', 'No figure from Pakistan.'],
    ],
    ['quotes', { speaker: 'khawaja-asif' }, ['Everything hinges on this one clause.', 'Khawaja Muhammad Asif']],
    [
      'ceasefire',
      { on: '2025-10-20' },
      ['in force', 'Doha ceasefire signed by both defence ministers', '19 October 2025'],
    ],
  ])('/%s %o says the same everywhere', async (command, args: Record<string, string>, wanted) => {
    const line = [`/${command}`, ...Object.entries(args).map(([name, value]) => `${name}:${value}`)].join(' ');
    const answers = {
      discord: await onDiscord(command, args),
      telegram: await onTelegram(line),
      terminal: await inTerminal(line),
    };
    for (const answer of Object.values(answers)) {
      for (const fact of wanted) expect(answer).toContain(fact);
    }
    const said = wordsIn(answers.terminal);
    expect(said.size).toBeGreaterThan(150);
    expect(wordsIn(answers.discord).symmetricDifference(said)).toEqual(new Set());
    expect(wordsIn(answers.telegram).symmetricDifference(said)).toEqual(new Set());
  });

  test('every figure of the dossier is shown everywhere, as printed', async () => {
    const answers = [
      await onDiscord('casualties', {}),
      await onTelegram('/casualties'),
      await inTerminal('/casualties'),
    ];
    expect(realDossier.claims.size).toBeGreaterThan(60);
    for (const { count } of realDossier.claims.values()) {
      for (const answer of answers) expect(answer).toContain(count.asPrinted);
    }
  });
});
