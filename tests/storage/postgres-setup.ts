/** One PostgreSQL for a run of tests: started when a file first asks for a database, stopped after the last file. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/storage/open-store.ts';
import { portOf } from '../fakes/port-of.ts';
import { type Postgres, startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers each request with the address of a new database: `/migrated`, or an empty one in the path's encoding. */
    readonly postgres: string;
  }
}

let started: Promise<Postgres> | undefined;
let template: Promise<string> | undefined;

/** The name of a database that has all tables: a copy of it takes a fraction of what making these takes. */
async function makeTemplate(postgres: Postgres): Promise<string> {
  const url = await postgres.url();
  const store = await openStore({ url, role: 'guest' });
  await store.close();
  return new URL(url).pathname.slice(1);
}

async function database(what: string): Promise<string> {
  started ??= startPostgres();
  const postgres = await started;
  if (what !== 'migrated') return postgres.url({ encoding: what });
  template ??= makeTemplate(postgres);
  return postgres.url({ template: await template });
}

/** Test files run in processes of their own: they ask for databases over HTTP. */
export async function setup(project: TestProject): Promise<void> {
  const server = createServer((request, response) => {
    database(request.url?.slice(1) ?? '').then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('postgres', `http://127.0.0.1:${portOf(server)}`);
  server.unref();
}

export async function teardown(): Promise<void> {
  await (await started)?.stop();
}
