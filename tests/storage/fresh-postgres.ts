/** A new, empty PostgreSQL database for one test, on the server that the run shares. */
import { inject } from 'vitest';
import { dropDatabase } from './start-postgres.ts';

export async function freshPostgres(encoding = 'UTF8'): Promise<{ url: string; remove: () => Promise<void> }> {
  const response = await fetch(`${inject('postgres')}/${encoding}`);
  const url = await response.text();
  if (!response.ok) throw new Error(url);
  return { url, remove: () => dropDatabase(url) };
}
