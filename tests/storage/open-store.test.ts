/** What somebody who starts the bot is told when its memory cannot be opened, and who may open it beside whom. */
import { chmod, link, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/storage/open-store.ts';
import { OpenStoreError } from '../../src/storage/open-store-error.ts';
import { quoteDraft } from '../contracts/drafts.ts';
import { alertFor, subscriptionOf } from '../contracts/subscription-drafts.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
let url: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'var', 'truceline.sqlite');
  url = `sqlite:${relative('.', path)}`;
});
afterEach(() => folder.remove());

async function refusal(of: string, role: 'bot' | 'guest' = 'bot'): Promise<string> {
  const outcome: unknown = await openStore({ url: of, role }).catch((error: unknown) => error);
  expect(outcome).toBeInstanceOf(OpenStoreError);
  return outcome instanceof Error ? outcome.message : '';
}

/** Closes what it opened, so that a refusal that failed to happen does not break the next test. */
async function opens(of: string, role: 'bot' | 'guest'): Promise<void> {
  await (await openStore({ url: of, role })).close();
}

describe('a URL', () => {
  it.each([
    'mysql://tariq:hunter2@db.example/truceline',
    'tariq:hunter2@db.example',
    'var/truceline.sqlite',
    'sqlite:',
    'sqlite: ',
    'sqlite:///srv/hunter2.sqlite',
    'sqlite:file:hunter2?mode=memory',
    'sqlite::hunter2:',
    'sqlite:a\0b',
    '',
  ])('%j is refused with what to write instead, and is not repeated', async (wrong) => {
    const message = await refusal(wrong);
    expect(message).toContain('DATABASE_URL=sqlite:var/truceline.sqlite');
    expect(message).not.toMatch(/hunter2|tariq/);
  });

  it('may hold a path with spaces, other scripts and what SQLite would read as options', async () => {
    const odd = `sqlite:${relative('.', join(folder.path, 'a b', 'امن?mode=ro#%41.sqlite'))}`;
    await opens(odd, 'bot');
    expect(await readdir(join(folder.path, 'a b'))).toContain('امن?mode=ro#%41.sqlite');
  });
});

describe('a file', () => {
  it('has its folder made where its path is relative', async () => {
    await opens(url, 'guest');
    expect(await readdir(join(folder.path, 'var'))).toEqual(['truceline.sqlite']);
  });

  it('is refused where its path is absolute and the folder is not there; none is made', async () => {
    expect(await refusal(`sqlite:${path}`)).toBe(
      `DATABASE_URL names a file in ${join(folder.path, 'var')}, and there is no such folder. Make it, or correct DATABASE_URL.`,
    );
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('that is not a database is left alone', async () => {
    await mkdir(join(folder.path, 'var'));
    await writeFile(path, 'Dear diary, '.repeat(100));
    expect(await refusal(url)).toBe(
      `Cannot use ${path} as the database: file is not a database. Move that file away or point DATABASE_URL at another one.`,
    );
    expect(await readdir(join(folder.path, 'var'))).toEqual(['truceline.sqlite']);
  });

  it('that is the database of another program is left alone', async () => {
    await mkdir(join(folder.path, 'var'));
    const other = new DatabaseSync(path);
    other.exec('create table bookmarks (url text)');
    expect(await refusal(url)).toBe(
      `${path} is the database of another program. Point DATABASE_URL at a file of its own.`,
    );
    expect(other.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'delete' });
    other.close();
  });

  it.each(['bot', 'guest'] as const)(
    'written by a newer version is refused to a %s and keeps its data',
    async (role) => {
      await opens(url, 'bot');
      const newer = new DatabaseSync(path);
      newer.exec("insert into kysely_migration values ('0999-from-the-future', '2031-01-01T00:00:00.000Z')");
      expect(await refusal(url, role)).toMatch(
        /written by a newer version of Truceline .*0999-from-the-future.*DATABASE_URL/,
      );
      newer.exec("delete from kysely_migration where name like '0999%'");
      newer.close();
      await opens(url, 'bot');
    },
  );

  it('under something that is no folder names the path and what to check', async () => {
    await writeFile(join(folder.path, 'var'), '');
    expect(await refusal(url)).toMatch(/^Cannot use .*truceline\.sqlite as the database: .*Check that its folder/);
  });

  it('that is a folder names the path and what to check', async () => {
    await mkdir(path, { recursive: true });
    expect(await refusal(url)).toMatch(
      /^Cannot use .*truceline\.sqlite as the database: unable to open.*Check that its/,
    );
  });

  it.skipIf(process.getuid?.() === 0)(
    'in a folder that may not be written names the path and what to check',
    async () => {
      await mkdir(join(folder.path, 'var'), { mode: 0o555 });
      expect(await refusal(url)).toMatch(/^Cannot use .*truceline\.sqlite as the database: .*Check that its folder/);
      await chmod(join(folder.path, 'var'), 0o755);
    },
  );

  it.skipIf(process.getuid?.() === 0)('that may only be read names the path and what to check', async () => {
    await opens(url, 'guest');
    await chmod(path, 0o444);
    expect(await refusal(url)).toMatch(
      /^Cannot use .*truceline\.sqlite as the database: .*permission denied.*Check that its folder/,
    );
  });
});

describe('a bot', () => {
  const another = /^Another Truceline bot is running on .*truceline\.sqlite; stop it first or give this one its own/;

  it('is alone on its file until it closes', async () => {
    const bot = await openStore({ url, role: 'bot' });
    expect(await refusal(url)).toMatch(another);
    expect(await refusal(url)).toMatch(another);
    await bot.close();
    // SQLite deletes `-wal` with the last handle: the refused ones did not leave theirs open.
    expect(await readdir(join(folder.path, 'var'))).toEqual(['truceline.sqlite', 'truceline.sqlite.lock']);
    await opens(url, 'bot');
  });

  it('is alone even when the second one starts at the same moment', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => openStore({ url, role: 'bot' })));
    const opened = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(opened).toHaveLength(1);
    await Promise.all(opened.map((outcome) => outcome.value.close()));
  });

  it('does not use a file that has another name, by which a second bot would be let in', async () => {
    await (await openStore({ url, role: 'bot' })).close();
    await link(path, join(folder.path, 'second.sqlite'));
    expect(await refusal(url)).toMatch(/ is a file with several names \(hard links\): remove the others/);
  });

  it('is recognised by another name of its file', async () => {
    const bot = await openStore({ url, role: 'bot' });
    await symlink(join(folder.path, 'var'), join(folder.path, 'alias'));
    await symlink(path, join(folder.path, 'var', 'alias.sqlite'));
    expect(await refusal(`sqlite:${join(folder.path, 'alias', 'truceline.sqlite')}`)).toMatch(/^Another Truceline bot/);
    expect(await refusal(`sqlite:${join(folder.path, 'var', 'alias.sqlite')}`)).toMatch(/^Another Truceline bot/);
    await bot.close();
  });

  it('notices what a guest adds beside it, and is not disturbed by guests that come and go', async () => {
    const bot = await openStore({ url, role: 'bot' });
    await bot.append([quoteDraft('q-one')], 0);
    const guest = await openStore({ url, role: 'guest' });
    await guest.append([quoteDraft('q-two')], 1);
    await guest.close();
    expect(await bot.revisionsAfter(1)).toMatchObject([{ seq: 2, entry: { fields: { id: 'q-two' } } }]);
    expect(await refusal(url)).toMatch(another);
    await bot.close();
  });

  it('that could not start leaves its lock free', async () => {
    await opens(url, 'guest');
    const newer = new DatabaseSync(path);
    newer.exec("insert into kysely_migration values ('0999-from-the-future', '2031-01-01T00:00:00.000Z')");
    expect(await refusal(url)).toContain('newer version');
    newer.exec("delete from kysely_migration where name like '0999%'");
    newer.close();
    await opens(url, 'bot');
  });
});

describe('several processes', () => {
  const forever = new AbortController().signal;

  it('a bot leads at once, alone; a guest leads beside it; nobody who was stopped does', async () => {
    const bot = await openStore({ url, role: 'bot' });
    const guest = await openStore({ url, role: 'guest' });
    expect(await bot.becomeLeader('telegram', forever)).toMatchObject({ isAlone: true, lost: { aborted: false } });
    expect(await guest.becomeLeader('telegram', forever)).toMatchObject({ isAlone: false });
    await expect(bot.becomeLeader('telegram', AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    await Promise.all([bot.close(), guest.close()]);
    await expect(bot.becomeLeader('telegram', forever)).rejects.toThrow('closed');
  });

  it('are told of what one of them appends, itself at once, until they stop watching', async () => {
    const bot = await openStore({ url, role: 'bot' });
    const guest = await openStore({ url, role: 'guest' });
    const told = { bot: 0, guest: 0 };
    const stop = guest.watch(() => {
      told.guest += 1;
    });
    bot.watch(() => {
      told.bot += 1;
    });
    await guest.append([quoteDraft('q-one')], 0);
    expect(told).toEqual({ bot: 0, guest: 1 });
    await vi.waitFor(() => expect(told.bot).toBeGreaterThan(0), { timeout: 100_000 });
    stop();
    await guest.append([quoteDraft('q-two')], 1);
    expect(told.guest).toBeLessThanOrEqual(2);
    await Promise.all([bot.close(), guest.close()]);
  });

  it('say by the clock that they were given when something queued was skipped', async () => {
    const store = await openStore({ url: 'sqlite::memory:', role: 'bot', clock: () => 123_456 });
    const one = subscriptionOf('1');
    await store.subscriptions.put(one);
    await store.outbox.plan([{ subscription: one, next: {}, deliveries: [alertFor(one)] }]);
    await store.subscriptions.remove(one.place);
    expect(await store.subscriptions.deliveries(one.place, 1)).toMatchObject([{ finishedAt: 123_456 }]);
    await store.close();
  });
});
