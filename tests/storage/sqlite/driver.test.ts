/** The `Store` contract on SQLite, and what only SQLite can get wrong. */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../src/storage/database.ts';
import { migrate } from '../../../src/storage/migrations.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { openSqlite } from '../../../src/storage/sqlite/driver.ts';
import { SQLITE } from '../../../src/storage/sqlite/open.ts';
import { createStore } from '../../../src/storage/store.ts';
import { quoteDraft } from '../../contracts/drafts.ts';
import { describeDrills } from '../../contracts/drills.ts';
import { describeDrafts } from '../../contracts/form-drafts.ts';
import { describeModerators } from '../../contracts/moderators.ts';
import type { DatabaseUnderTest } from '../../contracts/opened-database.ts';
import { describeOutbox } from '../../contracts/outbox.ts';
import { describeStore } from '../../contracts/store.ts';
import { describeSubscriptions } from '../../contracts/subscriptions.ts';
import { temporaryFolder } from '../temporary-folder.ts';

async function create(): Promise<DatabaseUnderTest> {
  const folder = await temporaryFolder();
  const url = `sqlite:${join(folder.path, 'truceline.sqlite')}`;
  return { open: (clock) => openStore({ url, role: 'guest', ...(clock && { clock }) }), remove: folder.remove };
}

describeStore('SQLite', create);
describeSubscriptions('SQLite', create);
describeOutbox('SQLite', create);
describeModerators('SQLite', create);
describeDrafts('SQLite', create);
describeDrills('SQLite', create);

describe('an SQLite file', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let path: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    path = join(folder.path, 'truceline.sqlite');
  });
  afterEach(() => folder.remove());

  it('is opened with WAL, synchronous=FULL, foreign keys and a busy timeout, and keeps them after a transaction', async () => {
    const db = await openSqlite(path);
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db)).rows;
    const expected = [[{ journal_mode: 'wal' }], [{ synchronous: 2 }], [{ foreign_keys: 1 }], [{ timeout: 5000 }]];
    const actual = () => Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma));
    expect(await actual()).toEqual(expected);
    await db.transaction().execute(async () => undefined);
    expect(await actual()).toEqual(expected);
    await db.destroy();
  });

  it('lets a writer wait for its turn without stopping the process', async () => {
    const store = await openStore({ url: `sqlite:${path}`, role: 'bot' });
    const other = new DatabaseSync(path);
    other.exec('begin immediate');
    let free = false;
    const remembered = store.remember('commands', 'a').then(() => expect(free).toBe(true));
    // Only a process that still turns runs this; a blocking wait would end in "database is locked" instead.
    setImmediate(() => {
      free = true;
      other.exec('commit');
    });
    await remembered;
    expect(await store.recall('commands')).toBe('a');
    other.close();
    await store.close();
  });

  it.each([
    ['names the revision that does not parse', `'{"id":"q-two"}'`, /Revision 2 cannot be read: .*fields\.date/s],
    ['names the revision that is not JSON', `'{'`, /Revision 2 cannot be read: its fields are not JSON/],
  ])('%s', async (_, fields, message) => {
    const store = await openStore({ url: `sqlite:${path}`, role: 'bot' });
    await store.append([quoteDraft('q-one'), quoteDraft('q-two')], 0);
    const meddler = new DatabaseSync(path);
    meddler.exec(`update revisions set fields = ${fields} where seq = 2`);
    meddler.close();
    await expect(store.revisionsAfter(0)).rejects.toThrow(message);
    await store.close();
  });

  it('says that the disk is full, writes nothing half, and goes on once there is room', async () => {
    const db = await openSqlite(path);
    await db.transaction().execute((transaction) => migrate(transaction, path));
    await sql.raw('pragma max_page_count = 20').execute(db);
    const database = createDatabase(db, { traits: SQLITE, clock: () => 0, release: () => undefined });
    const store = createStore(database, () => undefined);
    const many = Array.from({ length: 2_500 }, (_, index) => quoteDraft(`q-${index}`));
    await expect(store.append(many, 0)).rejects.toThrow('database or disk is full');
    expect(await store.revisionsAfter(0)).toEqual([]);
    expect(await store.append(many.slice(0, 5), 0)).toHaveLength(5);
    await store.close();
  });

  it.each([
    [
      'the versions of an entry',
      "select * from revisions where entry_kind = 'quote' and entry_id = 'q-one' order by seq",
      'USING INDEX revisions_of_entry',
    ],
    [
      'what to send next, in order and without sorting',
      `select id, chat from deliveries where platform = ? and state = ? and due_at <= ?
       and chat not in (select chat from deliveries as others where platform = ? and state = ?)
       order by lane, due_at, chat limit ?`,
      'USING INDEX deliveries_to_claim',
    ],
    [
      'what has expired',
      'select id from deliveries where platform = ? and state = ? and expires_at < ?',
      'USING INDEX deliveries_to_expire',
    ],
    [
      'the newest deliveries of a place, without sorting',
      'select * from deliveries where place = ? order by coalesce(finished_at, due_at) desc limit ?',
      'USING INDEX deliveries_of_place',
    ],
    [
      'which subscriptions are due',
      'select * from subscriptions where platform = ? and status = ? and next_due_at <= ? and id > ? order by id limit ?',
      'USING INDEX subscriptions_',
    ],
  ])('finds %s by an index', async (_, query, index) => {
    await (await openStore({ url: `sqlite:${path}`, role: 'bot' })).close();
    const file = new DatabaseSync(path);
    const plan = file.prepare(`explain query plan ${query}`).all();
    expect(plan[0]).toMatchObject({ detail: expect.stringContaining(index) });
    expect(JSON.stringify(plan)).not.toContain('FOR ORDER BY"');
    file.close();
  });
});

describe('a statement that is run again', () => {
  it('sees what a change of the table made of it, and an error of the time before is over', async () => {
    const db = await openSqlite(':memory:');
    const run = async (statement: string) => (await sql.raw(statement).execute(db)).rows;
    await run('create table things (id integer primary key)');
    await run('insert into things values (1)');
    await expect(run('insert into things values (1)')).rejects.toThrow('UNIQUE');
    expect(await run('select * from things')).toEqual([{ id: 1 }]);
    await run("alter table things add column colour text default 'red'");
    expect(await run('select * from things')).toEqual([{ id: 1, colour: 'red' }]);
    await run('drop table things');
    await expect(run('select * from things')).rejects.toThrow('no such table');
    await run('create table things (colour text)');
    expect(await run('select * from things')).toEqual([]);
    await db.destroy();
  });

  it('is one of many: more than are kept', async () => {
    const db = await openSqlite(':memory:');
    const numbers = [...Array(450).keys(), 0, 449];
    for (const number of numbers) {
      expect((await sql.raw(`select ${number} as number`).execute(db)).rows).toEqual([{ number }]);
    }
    await db.destroy();
  });
});

describe('sqlite::memory:', () => {
  it('is a memory of its own that ends with close', async () => {
    const open = () => openStore({ url: 'sqlite::memory:', role: 'bot' });
    const [one, two] = await Promise.all([open(), open()]);
    await one.append([quoteDraft('q-one')], 0);
    expect(await one.revisionsAfter(0)).toHaveLength(1);
    expect(await two.revisionsAfter(0)).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });
});
