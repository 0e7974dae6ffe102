import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { PROCESS_TESTS } from './tests/process-tests.ts';

const ALL = 'tests/**/*.test.ts';

/** Tests mirror the tree under tests/; a file that is slow on 2 cores gets its own timeout, not a looser global one. */
export default defineConfig({
  test: {
    globalSetup: ['tests/storage/postgres-setup.ts'],
    // The slow ones wait for other processes: with one worker, as by default on two cores, the machine would idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'in-process',
          include: [ALL],
          exclude: [...PROCESS_TESTS],
          setupFiles: ['tests/clocks/is-moved.ts'],
          testTimeout: 15_000,
          hookTimeout: 15_000,
          // No file leaves anything behind in a worker: a process for each would cost more than what it runs.
          isolate: false,
        },
      },
      { test: { name: 'processes', include: [...PROCESS_TESTS], testTimeout: 15_000, hookTimeout: 15_000 } },
    ],
  },
});
