/** The contracts on a real PostgreSQL, and what only PostgreSQL can get wrong. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { OpenStoreError } from '../../../src/storage/open-store-error.ts';
import type { OpenedStore } from '../../../src/storage/opened-store.ts';
import { quoteDraft } from '../../contracts/drafts.ts';
import { describeDrills } from '../../contracts/drills.ts';
import { describeDrafts } from '../../contracts/form-drafts.ts';
import { describeModerators } from '../../contracts/moderators.ts';
import type { DatabaseUnderTest } from '../../contracts/opened-database.ts';
import { describeOutbox } from '../../contracts/outbox.ts';
import { describeStore } from '../../contracts/store.ts';
import { describeSubscriptions } from '../../contracts/subscriptions.ts';
import { emptyPostgres, freshPostgres } from '../fresh-postgres.ts';

async function create(): Promise<DatabaseUnderTest> {
  const { url, remove } = await freshPostgres();
  return { open: (clock) => openStore({ url, role: 'bot', ...(clock && { clock }) }), remove };
}

describeStore('PostgreSQL', create);
describeSubscriptions('PostgreSQL', create);
describeOutbox('PostgreSQL', create);
describeModerators('PostgreSQL', create);
describeDrafts('PostgreSQL', create);
describeDrills('PostgreSQL', create);

let url: string;
let remove: () => Promise<void>;
let opened: OpenedStore[] = [];

async function open(at = url): Promise<OpenedStore> {
  const store = await openStore({ url: at, role: 'bot' });
  opened.push(store);
  return store;
}
/** As the server's administrator would. */
async function administer(statement: string, at = url): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(at);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}
/** Ends the sessions whose last statement looks like this, as a restart of the server or a broken network would. */
const cut = (statement: string) =>
  administer(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query ilike '%${statement}%'`);

beforeEach(async () => {
  ({ url, remove } = await freshPostgres());
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((store) => store.close()));
  await remove();
});

describe('opening', () => {
  beforeEach(async () => {
    const empty = await emptyPostgres();
    url = empty.url;
    onTestFinished(empty.remove);
  });

  async function refusal(of: string): Promise<string> {
    const outcome: unknown = await openStore({ url: of, role: 'bot' }).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(OpenStoreError);
    return outcome instanceof Error ? outcome.message : '';
  }
  const changed = (change: (address: URL) => void): string => {
    const address = new URL(url);
    change(address);
    return address.href;
  };

  it.each<[string, (address: URL) => string, RegExp]>([
    ['is not there', () => 'postgres://tariq:hunter2@127.0.0.1:1/truceline', /cannot be reached.*right host and port/],
    ['is at no known host', () => 'PostgreSQL://tariq:hunter2@no-such-host.invalid/d', /cannot be reached/],
    ['has no such database', ({ href }) => href.replace(/\w+$/, 'hunter2'), /no such database\. Create it/],
    ['has another password', ({ href }) => href.replace(/:[^:@/]+@/, ':hunter2@'), /refuses the user or the password/],
    ['has no such user', ({ href }) => href.replace(/\/\/\w+:/, '//tariq:'), /refuses the user or the password/],
    ['is no address', () => 'postgres://tariq:hunter2@host:port/d', /not a PostgreSQL address: write DATABASE_URL=/],
  ])('says what to do where the database %s, without the password', async (what, wrong, cure) => {
    const message = await refusal(wrong(new URL(url)));
    expect(message).toMatch(cure);
    expect(what === 'has no such database' ? '' : message).not.toMatch(/hunter2|tariq|secret-of-tests/);
  });

  it('refuses an encoding that cannot hold every script', async () => {
    const ascii = await emptyPostgres('SQL_ASCII');
    expect(await refusal(ascii.url)).toMatch(/encoding is SQL_ASCII.*create database truceline encoding 'UTF8'/);
    await ascii.remove();
  });

  it('leaves alone tables of another program, and what a newer version wrote', async () => {
    await administer('create table subscriptions (reader text)');
    expect(await refusal(url)).toMatch(/another program has tables of the same names there/);
    expect(await administer('select * from subscriptions')).toEqual([]);
    await administer('drop table subscriptions');
    await (await open()).close();
    await administer("insert into kysely_migration values ('0999-from-the-future', '2031')");
    expect(await refusal(url)).toMatch(/newer version of Truceline.*0999-from-the-future/);
  });

  it('takes a user that may not create tables for what it is', async () => {
    await administer("create role reader login password 'hunter2'; revoke create on schema public from public");
    const message = await refusal(
      changed((address) => Object.assign(address, { username: 'reader', password: 'hunter2' })),
    );
    expect(message).toMatch(/may not create tables there/);
    await administer('drop role reader');
  });
});

describe('numbers', () => {
  it('are numbers, whatever the driver makes of a bigint', async () => {
    const store = await open();
    const draft = { ...quoteDraft('q-one'), recordedAt: Date.UTC(2100, 0) };
    await store.append([draft], 0, { announce: true });
    expect(await store.announcementsAfter(0)).toEqual([{ from: 1, to: 1, at: draft.recordedAt }]);
  });
});

it('finds what a person set up by an index, as SQLite does', async () => {
  await open();
  const found = await administer("select indexdef from pg_indexes where indexname = 'subscriptions_of_person'");
  expect(found).toEqual([{ indexdef: expect.stringContaining('subscriptions USING btree (set_by, place)') }]);
});

describe('a connection that breaks', () => {
  it('fails what is under way at most, and the next call works', async () => {
    const store = await open();
    await store.append([quoteDraft('q-one')], 0);
    await cut('');
    await vi.waitFor(async () => expect(await store.revisionsAfter(0)).toHaveLength(1), { timeout: 100_000 });
    expect(await store.append([quoteDraft('q-two')], 1)).toHaveLength(1);
  });
});

describe('watch', () => {
  it('tells of what another store appended, at once, and after it was cut off', async () => {
    const [store, other] = [await open(), await open()];
    let told = 0;
    const stop = store.watch(() => {
      told += 1;
    });
    const isListening = async () => {
      const listening = await administer(
        "select 1 from pg_stat_activity where query ilike 'listen %' and datname = current_database()",
      );
      expect(listening).toHaveLength(2);
    };
    await vi.waitFor(isListening, { timeout: 100_000 });
    await setTimeout(100);
    told = 0;
    await other.append([quoteDraft('q-one')], 0);
    await vi.waitFor(() => expect(told).toBeGreaterThan(0), { timeout: 100_000 });

    await cut('listen');
    await other.append([quoteDraft('q-two')], 1);
    told = 0;
    await vi.waitFor(() => expect(told).toBeGreaterThan(0), { timeout: 100_000 });
    await vi.waitFor(isListening, { timeout: 100_000 });
    stop();
    await setTimeout(100);
    told = 0;
    await other.append([quoteDraft('q-three')], 2);
    await setTimeout(200);
    expect(told).toBe(0);
  });
});

describe('leadership', () => {
  const forever = new AbortController().signal;

  it('is one store’s per platform, until it is released', async () => {
    const [store, other] = [await open(), await open()];
    const lead = await store.becomeLeader('telegram', forever);
    expect(lead).toMatchObject({ isAlone: false, lost: { aborted: false } });
    const second = await other.becomeLeader('discord', forever);
    let isOther = false;
    const waiting = other.becomeLeader('telegram', forever).then((won) => {
      isOther = true;
      return won;
    });
    await setTimeout(2500);
    expect(isOther).toBe(false);
    await lead.release();
    expect((await waiting).lost.aborted).toBe(false);
    expect(lead.lost.aborted).toBe(false);
    await second.release();
  });

  it('is lost with its connection, and can be taken again', async () => {
    const store = await open();
    const lead = await store.becomeLeader('telegram', forever);
    await cut('select');
    await vi.waitFor(() => expect(lead.lost.aborted).toBe(true), { timeout: 100_000 });
    expect((await store.becomeLeader('telegram', forever)).lost.aborted).toBe(false);
  });

  it('is no longer waited for when the signal aborts or the store closes', async () => {
    const [store, other] = [await open(), await open()];
    await store.becomeLeader('telegram', forever);
    const stop = new AbortController();
    const waiting = other.becomeLeader('telegram', stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
    const until = other.becomeLeader('telegram', forever);
    await other.close();
    await expect(until).rejects.toThrow('closed');
  });

  it.each<[string, NodeJS.Signals]>([
    ['killed', 'SIGKILL'],
    ['stopped in its tracks', 'SIGSTOP'],
  ])('goes over to another when its holder is %s', { timeout: 240_000 }, async (_, signal) => {
    const program = fileURLToPath(new URL('../leader-process.ts', import.meta.url));
    const holder = spawn(process.execPath, [program, url, 'telegram'], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    const waiting = (await open()).becomeLeader('telegram', forever);
    await setTimeout(500);
    holder.kill(signal);
    expect((await waiting).lost.aborted).toBe(false);
  });
});
