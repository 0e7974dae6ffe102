/** What every store must do with facts that are forgotten once nobody uses them. Part of `describeStore`. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/ports/store.ts';

const DAY = 86_400_000;

/** `open` gives a handle whose clock is `clock`. */
export function describeFactsThatEnd(open: (clock: () => number) => Promise<Store>): void {
  describe('facts that end', () => {
    const at = async (day: number, work: (store: Store) => Promise<unknown>) => {
      const store = await open(() => day * DAY);
      return work(store);
    };
    const keepAll =
      (...names: readonly string[]) =>
      async (store: Store): Promise<void> => {
        for (const name of names) await store.keep(name, `value of ${name}`);
      };
    const forget = (before: number, most = 100, limit = 100) =>
      at(before, (store) => store.forgetUnused({ before: before * DAY, most, limit }));
    const left = (...names: readonly string[]) =>
      at(0, async (store) => {
        const values = await Promise.all(names.map((name) => store.recall(name)));
        return names.filter((_, index) => values[index] !== undefined);
      });

    it('go once they were neither kept again nor recalled; what is remembered stays', async () => {
      await at(1, keepAll('unused', 'recalled', 'kept-again'));
      await at(1, (store) => store.remember('remembered', 'a'));
      expect(await at(50, (store) => store.recall('recalled'))).toBe('value of recalled');
      await at(60, keepAll('kept-again'));
      expect(await forget(40)).toBe(1);
      expect(await left('unused', 'recalled', 'kept-again', 'remembered')).toEqual([
        'recalled',
        'kept-again',
        'remembered',
      ]);
      expect(await forget(55)).toBe(1);
      expect(await left('recalled', 'kept-again', 'remembered')).toEqual(['kept-again', 'remembered']);
    });

    it('go beyond a number, those used longest ago first, so many at a time', async () => {
      for (let day = 1; day <= 9; day += 1) await at(day, keepAll(`fact-${day}`));
      expect(await forget(0, 4, 3)).toBe(3);
      expect(await forget(0, 4, 3)).toBe(2);
      expect(await forget(0, 4, 3)).toBe(0);
      expect(await left('fact-5', 'fact-6')).toEqual(['fact-6']);
    });

    it('can be kept again at once by whoever forgot them', async () => {
      const store = await open(() => 100 * DAY);
      await store.keep('button', 'a');
      expect(await store.forgetUnused({ before: 101 * DAY, most: 100, limit: 100 })).toBe(1);
      await store.keep('button', 'a');
      expect(await store.recall('button')).toBe('a');
    });
  });
}
