/** What was typed in earlier sessions, in a file of its own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TerminalOptions } from './connect.ts';

/** Lines kept. */
const KEPT = 200;

/** Reads `path`, which need not exist. Only its owner may read what is saved. */
export function openHistory(path: string): TerminalOptions['history'] {
  return {
    lines: readLines(path),
    save: (lines) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, lines.slice(0, KEPT).join('\n'), { mode: 0o600 });
    },
  };
}

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
