/** A terminal for tests: a screen, the keyboard in front of it, and the chat between them. */
import { PassThrough } from 'node:stream';
import { expect } from 'vitest';
import { connectTerminal, type TerminalOptions } from '../../../src/adapters/terminal/connect.ts';
import { chatForTests } from '../chat-for-tests.ts';

export const noHistory = () => ({ lines: [], save: () => {} });

export function collect(stream: PassThrough): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  return () => text;
}

export type OpenTerminal = ReturnType<typeof openTerminal>;

/** A screen of 80 × 40. `shows` resolves to what has been written since the last time, once `wanted` is in it. */
export function openTerminal(options: Partial<Pick<TerminalOptions, 'signal' | 'messenger' | 'chat'>> = {}) {
  const input = Object.assign(new PassThrough(), { isTTY: true as const });
  const output = Object.assign(new PassThrough(), { isTTY: true as const, columns: 80, rows: 40 });
  const saved: string[][] = [];
  const history = { lines: [], save: (lines: readonly string[]) => void saved.push([...lines]) };
  const text = collect(output);
  const ended = connectTerminal({
    input,
    output,
    chat: chatForTests(),
    signal: new AbortController().signal,
    openHistory: () => history,
    ...options,
  });
  let seen = 0;
  const shows = async (wanted: string) => {
    await expect.poll(() => text().slice(seen), { timeout: 100_000 }).toContain(wanted);
    const shown = text().slice(seen);
    seen = text().length;
    return shown;
  };
  const types = (line: string) => input.write(`${line}\n`);
  return { types, press: (keys: string) => input.write(keys), input, shows, text, ended, saved };
}

/** The rows of a screen of `columns` after `text` was written to it, and where the cursor is; styles are left out. */
export function playScreen(text: string, columns = 80) {
  const rows: string[][] = [[]];
  let [x, y] = [0, 0];
  const row = () => {
    while (rows.length <= y) rows.push([]);
    return rows[y] ?? [];
  };
  // oxlint-disable-next-line no-control-regex -- control sequences are what a terminal is driven by
  for (const [token, args = '', name = ''] of text.matchAll(/\u001b\[([\d;]*)([A-Za-z])|[^]/gu)) {
    const count = args === '' ? 1 : Number(args);
    if (name === 'A') y = Math.max(0, y - count);
    else if (name === 'B') y += count;
    else if (name === 'C') x += count;
    else if (name === 'D') x = Math.max(0, x - count);
    else if (name === 'G') x = count - 1;
    else if (name === 'J') {
      row().length = Math.min(row().length, x);
      rows.length = y + 1;
    } else if (token === '\n') [x, y] = [0, y + 1];
    else if (token === '\r') x = 0;
    else if (name === '') {
      if (x === columns) [x, y] = [0, y + 1];
      while (row().length < x) row().push(' ');
      row()[x] = token;
      x += 1;
    }
  }
  const lines = rows.map((cells) => cells.join('').trimEnd());
  return { lines, cursor: { x, y } };
}
