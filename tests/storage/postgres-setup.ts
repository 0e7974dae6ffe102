/** One PostgreSQL for all test files of a run: started when the first of them asks for a database, stopped after the last. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type Postgres, startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers every request with the address of a new, empty PostgreSQL database. */
    readonly postgres: string;
  }
}

let started: Promise<Postgres> | undefined;

/** Test files run in processes of their own: they ask for databases over HTTP. */
export async function setup(project: TestProject): Promise<void> {
  const server = createServer((request, response) => {
    started ??= startPostgres();
    const encoding = request.url?.slice(1) || undefined;
    started
      .then((postgres) => postgres.url(encoding))
      .then(
        (url) => response.end(url),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No address');
  project.provide('postgres', `http://127.0.0.1:${address.port}`);
  server.unref();
}

export async function teardown(): Promise<void> {
  await (await started)?.stop();
}
