import { defineConfig } from 'vitest/config';

/** Tests mirror the tree under tests/; a file that is slow on 2 cores gets its own timeout, not a looser global one. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/storage/postgres-setup.ts'],
    testTimeout: 15_000,
    hookTimeout: 15_000,
  },
});
