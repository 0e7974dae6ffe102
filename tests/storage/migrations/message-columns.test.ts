/** Whatever the version before had stored is found under the key that this one would plan it by, with its id. */
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newDelivery } from '../../../src/core/messages/delivery.ts';
import { messageColumnsOf, reportedPosition } from '../../../src/storage/migrations/old-delivery.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { ENGINES } from '../old-database/load-old-database.ts';
import { arbitraryOldDelivery, type OldAndNew } from './arbitrary-old-delivery.ts';

const RUNS = 15;
const PLACE = 'telegram:-77';

const author = (position: number) => `telegram:${position}`;

test('each column has what the old ones said', () => {
  fc.assert(
    fc.property(arbitraryOldDelivery(author), ({ old, key, content }) => {
      const position = reportedPosition(old);
      const columns = messageColumnsOf(old, position === undefined ? undefined : author(position));
      expect(columns).toEqual({ ...key, position: key.position ?? 0, content });
    }),
  );
});

test('what cannot be read is kept as it is', () => {
  const old = { subscription: 'sub-1', slot: 5, of: '' };
  for (const [kind, now] of [
    ['alert', 'alert'],
    ['notice', 'suspension'],
    ['correction', 'correction'],
  ] as const) {
    for (const content of ['', '{', '{}', 'null'])
      expect(messageColumnsOf({ ...old, kind, content }, undefined)).toMatchObject({ kind: now, content });
  }
});

test('nothing is lost, and nothing that was planned is planned again', { timeout: 120_000 }, async () => {
  const authors = new Map<number, string>();
  const random = fc.uniqueArray(
    arbitraryOldDelivery((position) => authors.get(position) ?? ''),
    {
      maxLength: 40,
      selector: ({ old: { subscription, kind, slot, of } }) => JSON.stringify([subscription, kind, slot, of]),
    },
  );
  const loaded = await ENGINES.SQLite();
  const file = new DatabaseSync(loaded.url.slice('sqlite:'.length));
  for (const row of file.prepare('select seq, author from revisions').all())
    authors.set(Number(row['seq']), String(row['author']));
  file.close();
  await loaded.remove();
  await fc.assert(
    fc.asyncProperty(random, async (deliveries) => {
      const database = await ENGINES.SQLite();
      fill(database.url, deliveries);
      const store = await openStore({ url: database.url, role: 'guest' });
      try {
        for (const [index, { key, content }] of deliveries.entries()) {
          expect(await store.outbox.find(key)).toMatchObject({ ...key, id: `old-${index}`, content });
        }
        const again = deliveries.map(({ key, content }) =>
          newDelivery({ ...key, content, place: PLACE, dueAt: 0, expiresAt: 1 }),
        );
        expect(await store.corrections.queue(again)).toBe(0);
        const counts = await store.outbox.counts('telegram');
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(deliveries.length);
      } finally {
        await store.close();
        await database.remove();
      }
    }),
    { numRuns: RUNS },
  );
});

/** Puts these, and no others, into an old database. */
function fill(url: string, deliveries: readonly OldAndNew[]): void {
  const file = new DatabaseSync(url.slice('sqlite:'.length));
  file.exec('delete from deliveries');
  const insert = file.prepare(
    `insert into deliveries (id, subscription, kind, slot, "of", content, place, platform, chat, lane, state, due_at, expires_at)
     values (?, ?, ?, ?, ?, ?, '${PLACE}', 'telegram', '${PLACE}', 1, 'pending', 0, 1)`,
  );
  for (const [index, { old }] of deliveries.entries())
    insert.run(`old-${index}`, old.subscription, old.kind, old.slot, old.of, old.content);
  file.close();
}
