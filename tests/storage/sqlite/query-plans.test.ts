/** How SQLite reads where there is much: corrections by message or by place, subscriptions by who set them up. */
import { CompiledQuery, createQueryId, type KyselyPlugin, type RootOperationNode } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDelivery } from '../../../src/core/messages/delivery.ts';
import { createDatabase, type Database } from '../../../src/storage/database.ts';
import { migrate } from '../../../src/storage/migrations.ts';
import { createCorrections } from '../../../src/storage/outbox/corrections.ts';
import { createOutbox } from '../../../src/storage/outbox/outbox.ts';
import { openSqlite } from '../../../src/storage/sqlite/driver.ts';
import { SQLITE } from '../../../src/storage/sqlite/open.ts';
import { createSubscriptions } from '../../../src/storage/subscriptions.ts';
import { subscriptionOf } from '../../contracts/subscription-drafts.ts';

const NOW = 1000;
/** More places than one: for a single one SQLite takes the right index whatever is asked. */
const NUMBERS = ['1', '2', '3', '4'];

let database: Database;
let asked: RootOperationNode[];
beforeEach(async () => {
  asked = [];
  const listening: KyselyPlugin = {
    transformQuery({ node }) {
      asked.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const db = await openSqlite(':memory:');
  await db.transaction().execute((transaction) => migrate(transaction, ':memory:'));
  database = createDatabase(db.withPlugin(listening), { traits: SQLITE, clock: () => NOW, release: () => undefined });
});
afterEach(async () => {
  await database.close();
});

/** What `work` asks, as SQLite says that it reads. The plan goes by the question alone: nothing is ever analysed. */
async function readsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  asked = [];
  await work();
  const nodes = asked;
  return database.read(async (db) => {
    const reads: string[] = [];
    for (const node of nodes.filter(({ kind }) => kind !== 'InsertQueryNode')) {
      const { sql, parameters } = db.getExecutor().compileQuery(node, createQueryId());
      const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
      for (const row of (await db.executeQuery<{ readonly detail: string }>(plan)).rows) reads.push(row.detail);
    }
    return reads.filter((detail) => /^(?:SEARCH|SCAN)/u.test(detail));
  });
}

function correctionOf(number: string) {
  const { id, place } = subscriptionOf(number);
  const common = { audience: id, about: `sent-${number}`, position: 7, place, content: '{}' };
  return newDelivery({ kind: 'correction', ...common, dueAt: NOW, expiresAt: 2 * NOW, message: '1' });
}

test('queued: those that are overtaken are looked for by what they correct', async () => {
  const reads = await readsOf(() => createCorrections(database).queue(NUMBERS.map(correctionOf)));
  expect(reads).toContain('SEARCH deliveries USING INDEX deliveries_that_correct (about=? AND position<?)');
  expect(reads.join('\n')).not.toMatch(/SCAN|deliveries_by_correction/u);
});

test('recorded: whether a place has a notice already is looked for by place', async () => {
  for (const number of NUMBERS) await createSubscriptions(database).put(subscriptionOf(number));
  await createCorrections(database).queue(NUMBERS.map(correctionOf));
  const outbox = createOutbox(database);
  const claiming = { platform: 'telegram', limit: 9, now: NOW, holder: 'one', leaseMs: NOW, except: [] };
  const claimed = await outbox.claim(claiming);
  expect(claimed).toHaveLength(NUMBERS.length);
  const reads = await readsOf(() =>
    outbox.recordOutcomes(
      claimed.map((delivery) => {
        const { audience, about, position, place, content, expiresAt } = delivery;
        const notice = { kind: 'notice', audience, about, position, place, content, dueAt: NOW, expiresAt } as const;
        return { delivery, at: NOW, state: 'sent', message: '1', follow: newDelivery(notice) };
      }),
    ),
  );
  expect(reads).toContain('SEARCH deliveries USING INDEX deliveries_of_place (place=?)');
  expect(reads.join('\n')).not.toMatch(/SCAN|deliveries_by_correction/u);
});

test('counted: all that corrects a message is looked for by the message', async () => {
  const reads = await readsOf(() => createCorrections(database).coverage(7));
  expect(reads).toEqual([
    'SEARCH deliveries USING INDEX deliveries_that_correct (about=?)',
    'SEARCH planned USING INDEX deliveries_by_correction (kind=? AND position=?)',
  ]);
});

test('listed: what a person set up is looked for by the person, in the order that it is shown in', async () => {
  const reads = await readsOf(() => createSubscriptions(database).setUpBy('telegram:42', 9));
  expect(reads).toEqual(['SEARCH subscriptions USING INDEX subscriptions_of_person (set_by=?)']);
});
