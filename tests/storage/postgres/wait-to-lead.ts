/** Waits to lead on the PostgreSQL that is named, with nothing else that would keep the process: for tests. */
import { createPostgresLeader } from '../../../src/storage/postgres/leader.ts';

await createPostgresLeader(process.argv[2] ?? '')('telegram', new AbortController().signal);
