/** Time is an input of tests: what asks the real clock or the machine's zone says why. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROCESS_TESTS } from '../process-tests.ts';
import { code, filesIn } from './sources.ts';

const BOT_HAS_IT = 'its bot is a process, which has the clock of the machine';

/** Files under tests/ that may ask the real clock or the machine's time zone, by name, and why. No others may. */
const ASKS_THE_CLOCK: Readonly<Record<string, string>> = {
  'claim-alert.test.ts': BOT_HAS_IT,
  'command-line.test.ts': 'the command line is a process, which stamps what it writes with the clock of the machine',
  'crash-corrections.ts': BOT_HAS_IT,
  'crash-scene.ts': BOT_HAS_IT,
  'crash.ts': BOT_HAS_IT,
  'format-date.test.ts': 'it asks whether the machine is elsewhere: the test would prove nothing in UTC',
  'is-moved.ts': 'it asks whether the clock was moved',
  'late-restart.test.ts': BOT_HAS_IT,
  'move-clock.ts': 'it moves the clock',
  'moved-clock.test.ts': 'it asks whether the clock was moved',
  'moved-to.ts': 'it works out how far to move the clock',
  'newsroom.ts': 'pacing waits in real time, so its clock has to go on by itself',
  'platform-clock.ts': 'the SDKs compare the ids and times that the fakes make with the clock of the machine',
  'reminded.test.ts': BOT_HAS_IT,
  'reported.test.ts': BOT_HAS_IT,
  'takeover.test.ts': BOT_HAS_IT,
  'timezone-at.ts': BOT_HAS_IT,
};

const REAL_CLOCK =
  /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|Temporal\.Now|performance\.now|process\.hrtime|\.[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|\bgetTimezoneOffset|\.toLocale(?:Date|Time)?String\(|DateTimeFormat\(\)/u;

describe('clocks', () => {
  test('no test asks the real clock or the machine’s time zone without a reason', () => {
    const asking = filesIn('tests')
      .filter((file) => !file.endsWith('architecture/clocks.test.ts') && REAL_CLOCK.test(code(file)))
      .map((file) => basename(file));
    expect(asking.toSorted()).toEqual(Object.keys(ASKS_THE_CLOCK).toSorted());
  });

  test('the tests that start processes, which vitest runs apart, are where they are said to be', () => {
    expect(PROCESS_TESTS.filter((file) => !existsSync(file))).toEqual([]);
  });
});
