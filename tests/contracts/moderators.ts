/** What every `Moderators` must do, whatever it is made of. A test file runs it with `describeModerators`. */

import { describe, expect, it } from 'vitest';
import type { ModeratorChange } from '../../src/core/ports/moderators.ts';
import { type DatabaseUnderTest, eachOnItsOwn } from './opened-database.ts';

export function describeModerators(name: string, create: () => Promise<DatabaseUnderTest>): void {
  describe(`Moderators on ${name}`, () => {
    const { store, open } = eachOnItsOwn(create);
    const anna = 'telegram:4503599627370495';
    const change = (at: number, changes: Partial<ModeratorChange> = {}): ModeratorChange => ({
      id: anna,
      by: 'discord:123456789012345678',
      at: Date.UTC(2100, 0) + at,
      ...changes,
    });

    it('knows nobody who was not added', async () => {
      const { moderators } = store();
      expect(await moderators.has(anna)).toBe(false);
      expect(await moderators.list()).toEqual([]);
      expect(await moderators.remove(change(0))).toBe(false);
      expect(await moderators.list()).toEqual([]);
    });

    it('keeps who added whom and when, over close and open', async () => {
      expect(await store().moderators.add(change(1))).toBe(true);
      await store().close();
      const { moderators } = await open();
      expect(await moderators.has(anna)).toBe(true);
      expect(await moderators.has('telegram:450359962737049')).toBe(false);
      const { by, at } = change(1);
      expect(await moderators.list()).toEqual([
        { id: anna, addedBy: by, addedAt: at, removedBy: null, removedAt: null },
      ]);
    });

    it('does not add twice, and does not change who added first', async () => {
      await store().moderators.add(change(1));
      expect(await store().moderators.add(change(2, { by: 'telegram:8' }))).toBe(false);
      expect(await store().moderators.list()).toHaveLength(1);
      expect(await store().moderators.list()).toMatchObject([{ addedBy: change(1).by }]);
    });

    it('ends at once for every handle, and stays on record; being added again is another term', async () => {
      const other = (await open()).moderators;
      const { moderators } = store();
      await moderators.add(change(1));
      expect(await other.remove(change(2, { by: 'telegram:9' }))).toBe(true);
      expect(await moderators.has(anna)).toBe(false);
      expect(await moderators.remove(change(3))).toBe(false);
      // In the same millisecond, even.
      expect(await moderators.add(change(2))).toBe(true);
      await moderators.add(change(0, { id: 'telegram:7' }));
      expect(await other.has(anna)).toBe(true);
      const added = { addedBy: change(0).by };
      expect(await other.list()).toEqual([
        { ...added, id: 'telegram:7', addedAt: change(0).at, removedBy: null, removedAt: null },
        { ...added, id: anna, addedAt: change(1).at, removedBy: 'telegram:9', removedAt: change(2).at },
        { ...added, id: anna, addedAt: change(2).at, removedBy: null, removedAt: null },
      ]);
    });

    it('lets exactly one of two win who add, or remove, the same person at the same moment', async () => {
      const other = (await open()).moderators;
      const { moderators } = store();
      for (let round = 0; round < 10; round++) {
        const added = await Promise.all([moderators.add(change(round)), other.add(change(round))]);
        expect(added.filter(Boolean)).toHaveLength(1);
        const removed = await Promise.all([moderators.remove(change(round)), other.remove(change(round))]);
        expect(removed.filter(Boolean)).toHaveLength(1);
        expect(await moderators.has(anna)).toBe(false);
      }
      expect(await moderators.list()).toHaveLength(10);
    });

    it('refuses an id that would be altered', async () => {
      await expect(store().moderators.add(change(1, { id: 'telegram:\0' }))).rejects.toThrow('id cannot be stored');
      await expect(store().moderators.remove(change(1, { by: '\uD800' }))).rejects.toThrow('asker cannot be stored');
    });

    it('is closed with its store', async () => {
      const { moderators } = store();
      await store().close();
      await expect(moderators.has(anna)).rejects.toThrow('closed');
    });
  });
}
