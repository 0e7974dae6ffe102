/** A log whose lines tests can read and wait for. */
import { type Logger, pino } from 'pino';
import { createFeed } from '../fakes/waiting.ts';

export interface LogForTests {
  readonly log: Logger;
  /** All lines so far, as JSON texts. */
  readonly lines: readonly string[];
  /** The first line, from now or before, that has `words` in it. */
  readonly says: (words: string) => Promise<string>;
}

export function logForTests(): LogForTests {
  const feed = createFeed<string>();
  const log = pino({ level: 'trace' }, { write: (line: string) => feed.push(line) });
  return {
    log,
    lines: feed.all,
    says: async (words) =>
      (await feed.next(0, (line) => line.includes(words), 60_000, `the log to say “${words}”`)).entry,
  };
}
