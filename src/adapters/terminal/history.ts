/** What was typed in earlier sessions, in a file of its own. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Lines kept. */
const KEPT = 200;

/** Earlier lines, the newest first, and where to keep them. */
export interface History {
  readonly lines: readonly string[];
  readonly save: (lines: readonly string[]) => void;
}

/**
 * Reads `path`, which need not exist. Only its owner may read what is saved. Where the file cannot be read or written,
 * `onProblem` is called once, and the chat goes on without it.
 */
export function openHistory(path: string, onProblem: (error: unknown) => void): History {
  let isBroken = false;
  const attempt = <T>(work: () => T, otherwise: T): T => {
    if (isBroken) return otherwise;
    try {
      return work();
    } catch (error) {
      isBroken = true;
      onProblem(error);
      return otherwise;
    }
  };
  return {
    lines: attempt(() => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : []), []),
    save: (lines) =>
      attempt(() => {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, lines.slice(0, KEPT).join('\n'), { mode: 0o600 });
      }, undefined),
  };
}
