/** What answers and pushed messages share: one after another on the output, and the line being typed left as it was. */

import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { Interface } from 'node:readline/promises';
import type { Writable } from 'node:stream';
import { isReaderGone } from './errors.ts';

/** Runs each piece of work when the one before has ended, however that ended. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Resolves once it is written. A reader that has gone away is no error. */
export function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error && !isReaderGone(error)) reject(error);
      else resolve();
    });
  });
}

/** Writes `text`, which ends its last line, above the prompt and the line being typed. */
export async function writeAbovePrompt(lines: Interface, output: Writable, text: string): Promise<void> {
  // A long line takes several rows. To draw it anew readline goes up by the rows that it remembers, which are too few
  // after a paste. That many empty rows are put there for it.
  const remembered: unknown = Reflect.get(lines, 'prevRows');
  const spare = '\n'.repeat(typeof remembered === 'number' ? remembered : 0);
  moveCursor(output, 0, -lines.getCursorPos().rows);
  cursorTo(output, 0);
  clearScreenDown(output);
  // No `await` before the prompt is there again: what is typed meanwhile would go astray.
  const written = write(output, text + spare);
  lines.prompt(true);
  await written;
}
