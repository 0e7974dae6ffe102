/** A server that goes away ends no process: not a bot in the middle of a query, and not one that waits to lead. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../../src/storage/postgres/driver.ts';
import { portOf } from '../../fakes/port-of.ts';
import { freshPostgres } from '../fresh-postgres.ts';

it('a connection that is cut in a transaction fails the transaction, and nothing else', async () => {
  const { url, remove } = await freshPostgres();
  onTestFinished(remove);
  const [database, other] = [openPostgres(url), openPostgres(url)];
  onTestFinished(async () => void (await Promise.all([database.destroy(), other.destroy()])));
  const cut = database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other);
    // Between two statements: nobody waits for an answer when the connection ends.
    const isThere = async () => {
      const left = await sql`select 1 from pg_stat_activity where pid = ${rows[0]?.pid}`.execute(other);
      return left.rows.length > 0;
    };
    while (await isThere());
    await sql`select 1`.execute(transaction);
  });
  await expect(cut).rejects.toThrow(/terminat|connection error/u);
  expect((await sql`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
});

it('who waits to lead goes on asking a server that is away', async () => {
  // Takes connections and closes them, as a server does that is stopping.
  const third = Promise.withResolvers<string>();
  let asked = 0;
  const server = createServer((socket) => {
    asked += 1;
    if (asked === 3) third.resolve('asked three times');
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const program = fileURLToPath(new URL('wait-to-lead.ts', import.meta.url));
  const url = `postgres://tests@127.0.0.1:${portOf(server)}/away`;
  const waiting = spawn(process.execPath, [program, url], { stdio: ['ignore', 'inherit', 'inherit'] });
  onTestFinished(() => void waiting.kill('SIGKILL'));
  const ended = once(waiting, 'exit').then(([code]) => `ended with ${String(code)}`);
  expect(await Promise.race([third.promise, ended])).toBe('asked three times');
});
