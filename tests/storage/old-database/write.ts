/** Writes `sqlite.sql` and `postgres.sql`: `node tests/storage/old-database/write.ts`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../../../src/storage/open-store.ts';
import { startPostgres } from '../start-postgres.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { dumpPostgres, dumpSqlite, schemaOfPostgres } from './dump.ts';
import { oldProcess } from './old-process.ts';
import { liveUntilItDies, START } from './story.ts';

async function live(url: string): Promise<void> {
  const old = await oldProcess(url, START);
  await liveUntilItDies(old);
  await old.store.close();
}

const folder = await temporaryFolder();
const path = join(folder.path, 'old.sqlite');
await live(`sqlite:${path}`);
await writeFile(join(import.meta.dirname, 'sqlite.sql'), dumpSqlite(path));
await folder.remove();

const postgres = await startPostgres();
try {
  const url = await postgres.url();
  await live(url);
  const text = await dumpPostgres(url);
  await writeFile(join(import.meta.dirname, 'postgres.sql'), text);
  // Loaded again it has the tables, constraints and indexes that the migrations make.
  const [loaded, fresh] = [await postgres.url(), await postgres.url()];
  const client = new pg.Client(loaded);
  await client.connect();
  await client.query(text);
  await client.end();
  await (await openStore({ url: fresh, role: 'guest' })).close();
  const [a, b] = [await schemaOfPostgres(loaded), await schemaOfPostgres(fresh)];
  process.stdout.write(`${a === b ? 'the same tables' : `not the same tables:\n${a}\n${b}`}\n`);
} finally {
  await postgres.stop();
}
