/** Hostile entries on both fakes, through the real SDKs, and at the terminal: none pings or breaks out of its field. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { pageLimits as onDiscord } from '../../src/adapters/discord/render.ts';
import { pageLimits as onTelegram } from '../../src/adapters/telegram/render.ts';
import { NO_NUMBERS } from '../../src/adapters/terminal/numbering.ts';
import { renderPage } from '../../src/adapters/terminal/render.ts';
import { decodePress } from '../../src/core/chat/button.ts';
import { runCommand, runPress } from '../../src/core/chat/run-command.ts';
import type { Page } from '../../src/core/reply/page.ts';
import { type PageLimits, UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { type RunningDiscord, startDiscord } from '../adapters/discord/start-discord.ts';
import { type RunningTelegram, startTelegram } from '../adapters/telegram/start-telegram.ts';
import { type HostileDesk, hostileDesk, must, STRANGER } from './hostile-posting.ts';
import { changesHostile, publishMany } from './publish-hostile.ts';
import { wrongOnDiscord, wrongOnTelegram, wrongOnTerminal } from './seen-by-readers.ts';

/** Drafts of each form. */
const EACH = 12;
/** Pages of one answer that are looked at. */
const PAGES = 4;

let posting: HostileDesk;
let discord: RunningDiscord;
let telegram: RunningTelegram;
let questions: readonly { readonly command: string; readonly args: Readonly<Record<string, string>> }[];
beforeAll(async () => {
  posting = await hostileDesk();
  const first = posting.dossier().head;
  await publishMany(posting, EACH);
  const published = posting
    .dossier()
    .revisionsAfter(first)
    .map(({ entry }) => entry.fields.id);
  for (const [index, id] of published.entries()) {
    if (index % 3 === 0)
      await changesHostile(
        id,
        (['correct', 'update', 'retract'] as const)[(index / 3) % 3] ?? 'correct',
        index,
        posting,
      );
  }
  questions = [
    ...published.map((id) => ({ command: 'history', args: { id } })),
    ...['quotes', 'casualties', 'corrections', 'ceasefire'].map((command) => ({ command, args: {} })),
    { command: 'changes', args: { since: `#${first}` } },
  ];
  // The same answers for all, whenever they are asked.
  const now = posting.chat.clock();
  const chat = { ...posting.chat, commands, clock: () => now };
  Object.assign(posting.chat, { clock: () => now });
  [discord, telegram] = await Promise.all([startDiscord({ chat }), startTelegram({ chat })]);
  await Promise.all([discord, telegram].map(({ log }) => log.says('Commands registered')));
}, 120_000);
afterAll(async () => {
  await Promise.all([discord.stop(), telegram.stop()]);
  const bugs = [...posting.bugs, ...discord.chat.bugs, ...telegram.chat.bugs];
  must(bugs.length === 0, () => String(bugs));
  await posting.close('rendered');
});

interface View {
  readonly page: Page;
  /** Of the button that leads there; left out: the first. */
  readonly data?: string;
}

/** The pages of an answer and of each of its details, as the platform is to show them. */
async function pagesOf({ command, args }: (typeof questions)[number], limits: PageLimits): Promise<readonly View[]> {
  const all: View[] = [{ page: await runCommand({ command, args, ...STRANGER }, limits, posting.chat) }];
  const seen = new Map<string, number>();
  // A list that grows is walked to its end.
  for (const { page } of all) {
    for (const { data } of page.buttons.flat()) {
      const press = await decodePress(data, posting.chat.store);
      const view = `${press.command} ${press.detail ?? ''}`;
      const isOwn = press.command === command && press.options === undefined;
      const isSame = JSON.stringify(press.args) === JSON.stringify(args);
      if (!isOwn || !isSame || press.page < (seen.get(view) ?? (press.detail === undefined ? 1 : 0))) continue;
      if (press.page >= PAGES) continue;
      seen.set(view, press.page + 1);
      all.push({ data, page: await runPress(data, STRANGER, limits, posting.chat) });
    }
  }
  return all;
}

describe('asked', { timeout: 300_000 }, () => {
  test('on Discord', async () => {
    const person = discord.discord.user();
    let seen = 0;
    for (const question of questions) {
      let answer = await person.slash(question.command, question.args);
      for (const { page, data } of await pagesOf(question, onDiscord)) {
        if (data !== undefined) answer = await person.pressesCustomId(answer, data);
        expect({ question, wrong: wrongOnDiscord(answer.raw, page) }).toEqual({ question, wrong: [] });
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(questions.length);
  });

  test('on Telegram', async () => {
    const person = telegram.telegram.user();
    for (const question of questions) {
      const typed = Object.entries(question.args).map(([key, value]) => ` ${key}:${value}`);
      let answer = await person.says(`/${question.command}${typed.join('')}`);
      for (const { page, data } of await pagesOf(question, onTelegram)) {
        if (data !== undefined) answer = await person.pressesData(answer, data);
        expect({ question, wrong: wrongOnTelegram(answer, page) }).toEqual({ question, wrong: [] });
      }
    }
  });

  test('at the terminal', async () => {
    for (const question of questions) {
      for (const { page } of await pagesOf(question, UNLIMITED)) {
        for (const look of [
          { columns: undefined, isStyled: false },
          { columns: 80, isStyled: true },
        ]) {
          expect({ question, wrong: wrongOnTerminal(renderPage(page, NO_NUMBERS.buttons, look), page) }).toEqual({
            question,
            wrong: [],
          });
        }
      }
    }
  });
});
