/** One chat on all three platforms at once, each through its real SDK: what it answers there, as plain text. */
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { connectDiscord } from '../../src/adapters/discord/connect.ts';
import { connectTelegram } from '../../src/adapters/telegram/connect.ts';
import { connectTerminal } from '../../src/adapters/terminal/connect.ts';
import { decodePress } from '../../src/core/chat/button.ts';
import type { Engine } from '../../src/core/chat/run-command.ts';
import type { Button } from '../../src/core/reply/page.ts';
import { startFakeDiscord } from '../fakes/discord/discord.ts';
import { startFakeTelegram } from '../fakes/telegram/telegram.ts';
import { answerLaneForTests } from './answer-lane-for-tests.ts';

const log = pino({ level: 'silent' });

export interface ThreeFaces {
  /** All pages of each answer, by platform. */
  answers(command: string, args?: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

export async function startThreeFaces(chat: Engine): Promise<ThreeFaces> {
  const stop = new AbortController();
  const [discord, telegram] = await Promise.all([startFakeDiscord(), startFakeTelegram()]);
  const parts = { chat, log, signal: stop.signal };
  const running = [
    connectDiscord({ config: { token: discord.token, apiUrl: discord.apiUrl }, ...parts }),
    connectTelegram({
      config: { token: telegram.token, apiUrl: telegram.apiUrl },
      lane: answerLaneForTests(),
      ...parts,
    }),
  ];
  await discord.gateway.connected(5000);
  await vi.waitUntil(() => discord.commands().length === commands.length, { timeout: 100_000 });

  const onDiscord = async (command: string, args: Readonly<Record<string, string>>) => {
    const user = discord.user();
    const markdown = await pages(
      await user.slash(command, args),
      (answer) => answer.components.map(({ label, customId = '' }) => ({ label, data: customId })),
      (answer, label) => user.presses(answer, label),
      chat,
    );
    // The addresses of links, times as a client in UTC shows them, then the backslashes before punctuation.
    return markdown
      .replaceAll(/\]\(<[^>]*>\)/gu, ']')
      .replaceAll(/<t:(\d+):f>/gu, (_, seconds: string) => chat.language.instant(Number(seconds) * 1000))
      .replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, '');
  };
  const onTelegram = async (line: string) => {
    const user = telegram.user();
    return pages(
      await user.says(line),
      (answer) => answer.buttons.map(({ label, data = '' }) => ({ label, data })),
      (answer, label) => user.presses(answer, label),
      chat,
    );
  };
  return {
    async answers(command, args = {}) {
      const line = [`/${command}`, ...Object.entries(args).map(([name, value]) => `${name}:${value}`)].join(' ');
      return {
        discord: await onDiscord(command, args),
        telegram: await onTelegram(line),
        terminal: await inTerminal(line, chat, stop.signal),
      };
    },
    async stop() {
      stop.abort();
      await Promise.all(running);
      await Promise.all([discord.stop(), telegram.stop()]);
    },
  };
}

/** Every word and number of a text, in no order, without what belongs to paging. */
export function wordsIn(text = ''): ReadonlySet<string> {
  // A footnote's mark stands close to a figure, or beyond the end of its bold face.
  const apart = text.replaceAll(/[¹²³⁴-⁹]/gu, ' $& ');
  return new Set(apart.replaceAll(/Page \d+ of \d+/gu, '').match(/[\p{L}\p{N}]+/gu));
}

/** All pages of an answer and of its details, walked by their buttons. */
async function pages<A extends { readonly text: string }>(
  first: A,
  buttons: (answer: A) => readonly Pick<Button, 'label' | 'data'>[],
  press: (answer: A, label: string) => Promise<A>,
  { store }: Pick<Engine, 'store'>,
): Promise<string> {
  const texts: string[] = [];
  let answer = first;
  const walk = async () => {
    texts.push(answer.text);
    while (buttons(answer).some(({ label }) => label === 'Next ›')) {
      answer = await press(answer, 'Next ›');
      texts.push(answer.text);
    }
  };
  const details: string[] = [];
  for (const { label, data } of buttons(first)) {
    const to = await decodePress(data, store).catch(() => undefined);
    if (to?.detail !== undefined) details.push(label);
  }
  await walk();
  for (const label of details) {
    answer = await press(answer, label);
    await walk();
  }
  return texts.join('\n');
}

async function inTerminal(line: string, chat: Engine, signal: AbortSignal): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let text = '';
  output.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  const ended = connectTerminal({
    input,
    output,
    chat,
    signal,
    openHistory: () => ({ lines: [], save: () => {} }),
  });
  input.end(`${line}\n`);
  await ended;
  return text.replaceAll(/^\[\d+\] .*$/gmu, '').replaceAll(/ \[\d+\]/gu, '');
}
