/** The PostgreSQL of the tests must not hide that tests failed: the exit code of a process that used it is its own. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('a process that started and stopped a server ends with the exit code that it set', { timeout: 120_000 }, () => {
  const script = `
    import { startPostgres } from './tests/storage/start-postgres.ts';
    const postgres = await startPostgres();
    await postgres.stop();
    process.exitCode = 3;
  `;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
});
