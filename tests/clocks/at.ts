/**
 * `npm run at -- 2027-06-16T23:59:00Z npm test`: a command at another time, and all the Node processes that it starts.
 * Its exit code is the command's. The time zone is that of `TZ`, or UTC.
 */
import { spawnSync } from 'node:child_process';
import { movedTo } from './moved-to.ts';

const [at = '', command, ...args] = process.argv.slice(2);
if (Number.isNaN(Date.parse(at)) || command === undefined) {
  process.stderr.write('Usage: npm run at -- 2027-06-16T23:59:00Z COMMAND…\n');
  process.exitCode = 2;
} else {
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: movedTo(at, process.env['TZ'] ?? 'UTC'),
  });
  if (error !== undefined) process.stderr.write(`${error.message}\n`);
  process.exitCode = status ?? 1;
}
