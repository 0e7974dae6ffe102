import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { temporaryRoot } from './tests/fast-folders.ts';
import { PROCESS_TESTS } from './tests/process-tests.ts';
import { SlowFirst } from './tests/slow-first.ts';

// For the workers, and for what these start.
process.env['TMPDIR'] ??= temporaryRoot();
process.env['NODE_COMPILE_CACHE'] ??= 'node_modules/.cache/compiled';

const ALL = 'tests/**/*.test.ts';

/** They only end what hangs: no test is to fail because the machine is busy. Slow tests have longer ones of their own. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } } as const;

/** Tests mirror the tree under tests/. */
export default defineConfig({
  test: {
    globalSetup: ['tests/storage/postgres-setup.ts'],
    sequence: { sequencer: SlowFirst },
    // The slow ones wait for processes and for time to pass: with as many workers as cores the machine would idle.
    maxWorkers: availableParallelism() + 2,
    projects: [
      {
        test: {
          name: 'in-process',
          include: [ALL],
          exclude: [...PROCESS_TESTS],
          setupFiles: ['tests/clocks/is-moved.ts'],
          ...PATIENCE,
          // No file leaves anything behind in a worker: a process for each would cost more than what it runs.
          isolate: false,
        },
      },
      {
        test: { name: 'processes', include: [...PROCESS_TESTS], setupFiles: ['tests/clocks/is-moved.ts'], ...PATIENCE },
      },
    ],
  },
});
