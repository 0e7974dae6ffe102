/** Small facts under names: those that stay, and those that are forgotten once nobody asks for them. */

import type { Store } from '../core/ports/store.ts';
import type { Database } from './database.ts';
import { storableText } from './rows/revision.ts';

/** When something was used last is known to the day: a write for every use would cost more than it is worth. */
const DAY_MS = 86_400_000;
/** Names kept in mind, so that what is kept again and again is written once a day. */
const IN_MIND = 20_000;

export function createFacts(database: Database): Pick<Store, 'remember' | 'keep' | 'recall' | 'forgetUnused'> {
  const keptAt = new Map<string, number>();

  // In a transaction because that is where a writer waits for its turn without stopping the process
  // (`sqlite/driver.ts`).
  const write = async (key: string, text: string, usedAt: number | null): Promise<void> => {
    const [name, value] = [storableText(key, 'key'), storableText(text, 'value')];
    const fact = { name, value, used_at: usedAt };
    await database.write((transaction) =>
      transaction
        .insertInto('facts')
        .values(fact)
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, used_at: usedAt }))
        .execute(),
    );
  };
  return {
    remember: (key, value) => write(key, value, null),

    async keep(key, value) {
      const now = database.clock();
      if (now - (keptAt.get(key) ?? Number.NEGATIVE_INFINITY) < DAY_MS) return;
      await write(key, value, now);
      if (keptAt.size >= IN_MIND) keptAt.clear();
      keptAt.set(key, now);
    },

    async recall(key) {
      const fact = await database.read((db) =>
        db.selectFrom('facts').select(['value', 'used_at']).where('name', '=', key).executeTakeFirst(),
      );
      const now = database.clock();
      if (fact !== undefined && fact.used_at !== null && now - fact.used_at >= DAY_MS)
        await database.write((transaction) =>
          transaction.updateTable('facts').set({ used_at: now }).where('name', '=', key).execute(),
        );
      return fact?.value;
    },

    forgetUnused: ({ before, most, limit }) =>
      database.write(async (transaction) => {
        const { count } = await transaction
          .selectFrom('facts')
          .select((eb) => eb.fn.countAll<number | string>().as('count'))
          .where('used_at', 'is not', null)
          .executeTakeFirstOrThrow();
        const first = await transaction
          .selectFrom('facts')
          .select(['name', 'used_at'])
          .where('used_at', 'is not', null)
          .orderBy('used_at')
          .limit(limit)
          .execute();
        const over = Number(count) - most;
        const forgotten = first.flatMap(({ name, used_at }, index) =>
          index < over || (used_at ?? before) < before ? [name] : [],
        );
        if (forgotten.length === 0) return 0;
        for (const name of forgotten) keptAt.delete(name);
        await transaction.deleteFrom('facts').where('name', 'in', forgotten).execute();
        return forgotten.length;
      }),
  };
}
