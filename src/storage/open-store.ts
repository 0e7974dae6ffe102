/** Opens the database that `DATABASE_URL` names, its tables up to date. */
import type { OpenedStore } from './opened-store.ts';
import type { ProcessRole } from './sqlite/open.ts';

/**
 * `url` is `sqlite:` and a path (taken as it is, relative to the working directory), `sqlite::memory:` for a memory of
 * its own that ends with `close`, or a `postgres://` address. On SQLite a `'bot'` is alone on its file; on PostgreSQL
 * several may work side by side. `clock` says when what was queued is skipped.
 * @throws OpenStoreError saying what is wrong and what to do; it never repeats a URL that could hold a password
 */
export async function openStore({
  url,
  role,
  clock = Date.now,
}: {
  readonly url: string;
  readonly role: ProcessRole;
  readonly clock?: () => number;
}): Promise<OpenedStore> {
  // Only what is used is loaded.
  if (/^postgres(ql)?:/i.test(url)) return (await import('./postgres/open.ts')).openPostgresStore(url, clock);
  return (await import('./sqlite/open.ts')).openSqliteStore(url, role, clock);
}
