/** A chat in the terminal: with completion, history and pages where somebody types, line by line where a program does. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Button } from '../../core/chat/page.ts';
import type { Block } from '../../core/chat/reply.ts';
import { type Chat, runCommand, runPress } from '../../core/chat/run-command.ts';
import { completeLine } from './commands.ts';
import { isReaderGone } from './errors.ts';
import type { History } from './history.ts';
import { renderPage, type TerminalLook } from './render.ts';

/** The one person at the keyboard. */
const who = {
  asker: { id: 'terminal:local', roles: new Set<never>() },
  place: { id: 'terminal:local', isPrivate: true },
};
const LEAVE: ReadonlySet<string> = new Set(['/exit', '/quit', 'exit', 'quit']);
/** Lines of the screen that a page leaves free: the question above it and the prompt below. */
const SPARE_ROWS = 3;
const LEAST_ROWS = 24;

export interface TerminalOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number; readonly rows?: number };
  readonly chat: Chat;
  readonly signal: AbortSignal;
  /** Opened only where a person types. */
  readonly openHistory: () => History;
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
async function answerLines({ input, output, chat, signal }: TerminalOptions): Promise<void> {
  const look: TerminalLook = { columns: undefined, isStyled: false };
  const lines = createInterface({ input, crlfDelay: Infinity });
  const close = () => lines.close();
  signal.addEventListener('abort', close, { once: true });
  for await (const line of lines) {
    if (signal.aborted || output.destroyed || LEAVE.has(line.trim())) break;
    if (line.trim() === '') continue;
    const { blocks } = await runCommand(toQuestion(line), () => true, chat);
    await write(output, `${renderPage({ blocks, buttons: [] }, look)}\n\n`);
  }
  signal.removeEventListener('abort', close);
  lines.close();
}

async function converse({ input, output, chat, signal, openHistory }: TerminalOptions): Promise<void> {
  const history = openHistory();
  const context = () => ({ dossier: chat.dossier(), language: chat.language, commands: chat.commands });
  const look = (): TerminalLook => ({ columns: output.columns ?? 80, isStyled: true });
  await write(output, `${renderPage({ blocks: welcome(chat), buttons: [] }, look())}\n`);
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
  const fits = (blocks: Parameters<typeof renderPage>[0]['blocks']) =>
    renderPage({ blocks, buttons: [] }, look()).split('\n').length <= rows();
  let buttons: readonly Button[] = [];
  lines.setPrompt('› ');
  lines.prompt();
  // Iterated, not asked one question at a time: what is typed while an answer is being made is not lost.
  for await (const line of lines) {
    if (LEAVE.has(line.trim())) break;
    if (line.trim() !== '') {
      const button = buttons[Number(line.trim()) - 1];
      const page = await (button ? runPress(button.data, who, fits, chat) : runCommand(toQuestion(line), fits, chat));
      // After a refusal the buttons above it are still on the screen.
      if (page.buttons.length > 0 || page.audience === 'here') buttons = page.buttons.flat();
      await write(output, `\n${renderPage(page, look())}\n\n`);
    }
    if (signal.aborted) break;
    lines.prompt();
  }
  signal.removeEventListener('abort', leave);
  lines.close();
  await write(output, '\n');
}

/** One block for each line of the message. */
function welcome({ language, dossier }: Chat): readonly Block[] {
  const lines = language.text('terminal-welcome', { conflict: dossier().conflict.name }).split('\n');
  return lines.map((line) => ({ kind: 'text', spans: [line] }));
}

/** `/quotes speaker:asif`; the slash may be left out, as nobody else is in the room. */
function toQuestion(line: string) {
  const [, command = '', args = ''] = /^\/?(\S*)\s*(.*)$/su.exec(line.trim()) ?? [];
  return { command, args, ...who };
}

function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error && !isReaderGone(error)) reject(error);
      else resolve();
    });
  });
}
