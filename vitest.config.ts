import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests mirror the tree under tests/; a file that is slow on 2 cores gets its own timeout, not a looser global one. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/storage/postgres-setup.ts'],
    // The slow ones wait for other processes: with one worker, as by default on two cores, the machine would idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 15_000,
    hookTimeout: 15_000,
  },
});
