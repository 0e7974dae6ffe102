/** The old databases of this folder, loaded into an empty one of each kind. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { emptyPostgres } from '../fresh-postgres.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export interface LoadedDatabase {
  /** As `DATABASE_URL` names it. */
  readonly url: string;
  /** Wants all connections to it closed. */
  readonly remove: () => Promise<void>;
}

export const ENGINES = {
  async SQLite(): Promise<LoadedDatabase> {
    const folder = await temporaryFolder();
    const path = join(folder.path, 'old.sqlite');
    const file = new DatabaseSync(path);
    file.exec(await statements('sqlite.sql'));
    file.close();
    return { url: `sqlite:${path}`, remove: folder.remove };
  },
  async PostgreSQL(): Promise<LoadedDatabase> {
    const database = await emptyPostgres();
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query(await statements('postgres.sql'));
    await client.end();
    return database;
  },
} as const;

function statements(file: string): Promise<string> {
  return readFile(join(import.meta.dirname, file), 'utf8');
}
