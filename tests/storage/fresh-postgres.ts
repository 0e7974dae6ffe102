/** An empty PostgreSQL database for one test, on the server that the run shares. */
import pg from 'pg';
import { inject } from 'vitest';

/** Databases of this test file that are empty again: emptying one takes a fraction of what making one takes. */
const free: string[] = [];

/** `remove` wants all connections to it closed. */
export async function freshPostgres(encoding?: string): Promise<{ url: string; remove: () => Promise<void> }> {
  const url = (encoding === undefined ? free.pop() : undefined) ?? (await create(encoding ?? 'UTF8'));
  return {
    url,
    async remove() {
      const client = new pg.Client(url);
      await client.connect();
      await client.query('drop schema public cascade; create schema public; grant usage on schema public to public');
      await client.end();
      if (encoding === undefined) free.push(url);
    },
  };
}

async function create(encoding: string): Promise<string> {
  const response = await fetch(`${inject('postgres')}/${encoding}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
