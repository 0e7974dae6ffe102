/** A chat in the terminal: completion, history and pages for a person who types, line by line for a program. */

import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Role } from '../../core/chat/asker.ts';
import { type Engine, runCommand, runFreeText, runPress } from '../../core/chat/run-command.ts';
import { type Page, pageOf } from '../../core/reply/page.ts';
import { type PageLimits, UNLIMITED } from '../../core/reply/page-limits.ts';
import { completeLine } from './commands.ts';
import { isReaderGone } from './errors.ts';
import type { History } from './history.ts';
import { NO_NUMBERS, type Numbered, numberBelow, numberButtons } from './numbering.ts';
import { TERMINAL } from './place.ts';
import { renderPage, renderPushed, type TerminalLook } from './render.ts';
import { createTurns, write, writeAbovePrompt } from './screen.ts';
import type { TerminalMessenger } from './sending/messenger.ts';

/** The one person at the keyboard, in whose hands the place is, and the files and the database too. */
const who = {
  asker: { id: TERMINAL, roles: new Set<Role>(['channel-admin', 'owner']) },
  place: { id: TERMINAL, isPrivate: true },
};
const LEAVE: ReadonlySet<string> = new Set(['/exit', '/quit', 'exit', 'quit']);
/** Lines of the screen that a page leaves free: the question above it and the prompt below. */
const SPARE_ROWS = 3;
const LEAST_ROWS = 24;
/** Options that have a number at a time: two lines of them or three. */
const OPTIONS = 8;
/** A program cannot ask for a detail: it gets them all, in place. It is shown no button, so few are composed. */
const FOR_PROGRAMS: PageLimits = { ...UNLIMITED, folds: true, options: 1 };
const NO_BUTTONS = NO_NUMBERS.buttons;

export interface TerminalOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly chat: Engine;
  readonly signal: AbortSignal;
  /** Opened only where a person types. */
  readonly openHistory: () => History;
  /** What it is given to send is shown here; without it nothing is shown unasked. */
  readonly messenger?: TerminalMessenger;
}

/** Answers until the input ends, somebody leaves, or `signal` aborts; then resolves. */
export async function connectTerminal(options: TerminalOptions): Promise<void> {
  const { input, output, chat } = options;
  // Stays for good: a closed pipe may be reported after the last answer.
  output.on('error', (error) => {
    if (!isReaderGone(error)) chat.reportBug(error, { command: 'terminal', place: who.place });
  });
  await (input.isTTY === true && output.isTTY === true ? converse(options) : answerLines(options));
}

/** Line by line, in order: every answer whole, as plain text, with an empty line after it. */
async function answerLines({ input, output, chat, signal, messenger }: TerminalOptions): Promise<void> {
  const look: TerminalLook = { columns: undefined, isStyled: false };
  const lines = createInterface({ input, crlfDelay: Infinity });
  const close = () => lines.close();
  signal.addEventListener('abort', close, { once: true });
  const inTurn = createTurns();
  const detach = messenger?.attach({
    pageLimits: FOR_PROGRAMS,
    show: (pushed, isUpdated) =>
      inTurn(async () => {
        await write(output, `${renderPushed(pushed, NO_BUTTONS, look, chat.language, isUpdated)}\n\n`);
        return !output.destroyed;
      }),
  });
  for await (const line of lines) {
    if (signal.aborted || output.destroyed || LEAVE.has(line.trim())) break;
    const said = await talk(line, FOR_PROGRAMS, chat);
    if (said === undefined && line.trim() === '') continue;
    const answer = said ?? (await runCommand(toQuestion(line), FOR_PROGRAMS, chat));
    await inTurn(() => write(output, `${renderPage(answer, NO_BUTTONS, look)}\n\n`));
  }
  detach?.();
  signal.removeEventListener('abort', close);
  lines.close();
}

async function converse({ input, output, chat, signal, openHistory, messenger }: TerminalOptions): Promise<void> {
  const history = openHistory();
  const context = () => ({ dossier: chat.dossier(), language: chat.language, commands: chat.commands });
  const look = (): TerminalLook => ({ columns: output.columns ?? 80, isStyled: true });
  await write(output, `${renderPage(welcome(chat), NO_BUTTONS, look())}\n`);
  // No `await` from here to the loop: lines that arrive before it listens would be lost.
  const lines = createInterface({
    input,
    output,
    completer: (line: string) => completeLine(line, context()),
    history: [...history.lines],
    removeHistoryDuplicates: true,
  });
  lines.on('history', (kept) => history.save(kept));
  // Ctrl-C and Ctrl-D leave, as does a signal to the process.
  const leave = () => lines.close();
  lines.on('SIGINT', leave);
  signal.addEventListener('abort', leave, { once: true });
  const rows = () => Math.max(LEAST_ROWS, output.rows ?? 0) - SPARE_ROWS;
  const pageLimits: PageLimits = {
    ...UNLIMITED,
    fits: (text) => renderPage(text, NO_BUTTONS, look()).split('\n').length <= rows(),
    options: OPTIONS,
  };
  let numbers = NO_NUMBERS;
  let areWordsAsked = false;
  lines.setPrompt('› ');
  lines.prompt();
  const inTurn = createTurns();
  let isOpen = true;
  const detach = messenger?.attach({
    pageLimits,
    show: (pushed, isUpdated) =>
      inTurn(async () => {
        if (!isOpen) return false;
        // Where words are asked for, a number may be the answer: it presses nothing.
        const { own, all } = numberBelow(areWordsAsked ? { buttons: [] } : pushed, numbers);
        numbers = all;
        const text = renderPushed(pushed, own, look(), chat.language, isUpdated);
        await writeAbovePrompt(lines, output, `${text}\n\n`);
        return true;
      }),
  });
  lines.once('close', () => {
    isOpen = false;
    detach?.();
  });
  const answer = async (line: string): Promise<void> => {
    const button = numbers.pressable.get(Number(line));
    const said = button ? undefined : ((await talk(line, pageLimits, chat)) ?? notAChoice(line, numbers, chat));
    if (said === undefined && line === '') return;
    const shown =
      said ??
      (await (button ? runPress(button.data, who, pageLimits, chat) : runCommand(toQuestion(line), pageLimits, chat)));
    // An answer may be a number: where words are asked for, no number presses a button.
    const own =
      shown.ask === 'text' ? NO_NUMBERS : numberButtons(shown, button?.part === undefined ? undefined : numbers);
    // After a refusal the buttons above it are still on the screen.
    if (own.buttons.size > 0 || shown.audience === 'here' || shown.ask === 'text') {
      numbers = own;
      areWordsAsked = shown.ask === 'text';
    }
    await write(output, `\n${renderPage(shown, own.buttons, look())}\n\n`);
  };
  // Iterated, not asked one question at a time: what is typed while an answer is being made is not lost.
  for await (const line of lines) {
    if (LEAVE.has(line.trim())) break;
    await inTurn(async () => {
      await answer(line.trim());
      if (isOpen && !signal.aborted) lines.prompt();
    });
    if (signal.aborted) break;
  }
  signal.removeEventListener('abort', leave);
  lines.close();
  await write(output, '\n');
}

/** One block for each line of the message. */
function welcome({ language, dossier }: Engine): Page {
  const lines = language.text('terminal-welcome', { conflict: dossier().conflict.name }).split('\n');
  return pageOf({ blocks: lines.map((line) => ({ kind: 'text', spans: [line] })) });
}

/** A number that presses nothing is no command either. Undefined for what is no number. */
function notAChoice(line: string, { buttons }: Numbered, { language }: Engine): Page | undefined {
  if (!/^\d{1,4}$/u.test(line)) return undefined;
  const numbers = [...buttons.keys()].join(', ');
  const spans = language.spans('terminal-not-a-choice', { number: line, numbers, count: buttons.size });
  return pageOf({ blocks: [{ kind: 'text', spans }], audience: 'asker' });
}

/** The answer to what a draft asks; undefined for commands, and where none asks. Words leave one out by being none. */
async function talk(line: string, limits: PageLimits, chat: Engine): Promise<Page | undefined> {
  return line.trimStart().startsWith('/') ? undefined : runFreeText(line, who, limits, chat);
}

/** `/quotes speaker:lee`; the slash may be left out, as nobody else is in the room. */
function toQuestion(line: string) {
  const [, command = '', args = ''] = /^\/?(\S*)\s*(.*)$/su.exec(line.trim()) ?? [];
  return { command, args, ...who };
}
