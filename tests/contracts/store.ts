/** What every `Store` must do, whatever it is made of. A test file runs it with `describeStore` on its own database. */

import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Revision, RevisionDraft } from '../../src/core/dossier/revision.ts';
import type { Store } from '../../src/core/ports/store.ts';
import { arbitraryDraft } from './arbitrary-draft.ts';
import { numbered, quoteDraft } from './drafts.ts';
import { describeFactsThatEnd } from './facts-that-end.ts';

/** One empty database: `open` gives another handle on it, `remove` deletes it once all handles are closed. */
export interface StoreUnderTest {
  open(clock?: () => number): Promise<Store>;
  remove(): Promise<void>;
}

export function describeStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`Store on ${name}`, () => {
    let database: StoreUnderTest;
    let handles: Store[];
    let store: Store;

    async function open(clock?: () => number): Promise<Store> {
      const handle = await database.open(clock);
      handles.push(handle);
      return handle;
    }

    beforeEach(async () => {
      database = await create();
      handles = [];
      store = await open();
    });

    afterEach(async () => {
      await Promise.all(handles.map((handle) => handle.close()));
      await database.remove();
    });

    describe('the ledger', () => {
      it('starts empty', async () => {
        expect(await store.revisionsAfter(0)).toEqual([]);
      });

      it('numbers what is appended 1, 2, 3 … and reads it back in order', async () => {
        const first = [quoteDraft('q-one'), quoteDraft('q-two')];
        const second = [quoteDraft('q-three')];
        expect(await store.append(first, 0)).toEqual(numbered(first));
        expect(await store.append(second, 2)).toEqual(numbered(second, 2));
        expect(await store.revisionsAfter(0)).toEqual(numbered([...first, ...second]));
        expect(await store.revisionsAfter(1)).toEqual(numbered([...first, ...second]).slice(1));
        expect(await store.revisionsAfter(3)).toEqual([]);
      });

      it('keeps every version of an entry, a retraction included', async () => {
        const original = quoteDraft('q-one');
        const corrected: RevisionDraft = {
          ...original,
          change: 'correction',
          reason: 'misheard',
          author: 'telegram:7',
        };
        const retracted: RevisionDraft = { ...corrected, change: 'retraction', reason: 'never said' };
        await store.append([original, corrected, retracted], 0);
        expect(await store.revisionsAfter(0)).toEqual(numbered([original, corrected, retracted]));
      });

      it('answers "moved on" and writes nothing where the ledger does not end at `after`', async () => {
        await store.append([quoteDraft('q-one')], 0);
        expect(await store.append([quoteDraft('q-two')], 0)).toBe('moved on');
        expect(await store.append([quoteDraft('q-two')], 2)).toBe('moved on');
        expect(await store.append([], 0)).toBe('moved on');
        expect(await store.append([], 1)).toEqual([]);
        expect(await store.revisionsAfter(0)).toEqual(numbered([quoteDraft('q-one')]));
      });

      it.each<[string, RevisionDraft]>([
        ['breaks the schema', quoteDraft('Not A Slug')],
        ['has half a surrogate pair', { ...quoteDraft('q-bad'), author: 'half \uD83D' }],
        ['has U+0000', { ...quoteDraft('q-bad'), change: 'update', reason: 'a\0b' }],
      ])('writes nothing at all where one draft in the middle %s', async (_, bad) => {
        await expect(store.append([quoteDraft('q-one'), bad, quoteDraft('q-three')], 0)).rejects.toThrow(
          'cannot be stored',
        );
        expect(await store.revisionsAfter(0)).toEqual([]);
        expect(await store.append([quoteDraft('q-one')], 0)).toHaveLength(1);
      });

      it('takes more rows at once than one statement may have parameters for', async () => {
        const many = Array.from({ length: 9_000 }, (_, index) => quoteDraft(`q-${index}`));
        expect(await store.append(many, 0)).toHaveLength(many.length);
        expect(await store.revisionsAfter(8_998)).toEqual(numbered(many).slice(8_998));
      });

      it('keeps large texts and any script exactly', async () => {
        const drafts = [
          quoteDraft('q-long', { text: 'و'.repeat(3000), venue: 'v'.repeat(1_000_000) }),
          quoteDraft('q-scripts', {
            text: ' “ټوله خاوره” 👩🏽‍🚀 𝒳 e\u0301 é \\u0000 \' " ; drop table revisions -- ',
          }),
        ];
        expect(await store.append(drafts, 0)).toEqual(numbered(drafts));
        expect(await store.revisionsAfter(0)).toEqual(numbered(drafts));
      });

      it('returns from `append` what a later reader reads', async () => {
        const untidy: RevisionDraft = {
          ...quoteDraft('q-one', { venue: ' Kabul ' }),
          change: 'update',
          reason: ' late ',
        };
        expect(await store.append([untidy], 0)).toEqual(await store.revisionsAfter(0));
      });

      it('keeps any drafts, in any batches', async () => {
        let ledger: readonly Revision[] = [];
        await fc.assert(
          fc.asyncProperty(fc.array(arbitraryDraft(), { maxLength: 5 }), async (drafts) => {
            const expected = numbered(drafts, ledger.length);
            expect(await store.append(drafts, ledger.length)).toEqual(expected);
            expect(await store.revisionsAfter(ledger.length)).toEqual(expected);
            ledger = [...ledger, ...expected];
          }),
        );
        expect(ledger.length).toBeGreaterThan(100);
        expect(await (await open()).revisionsAfter(0)).toEqual(ledger);
      });
    });

    describe('facts', () => {
      it('does not know what it was not told', async () => {
        expect(await store.recall('commands')).toBeUndefined();
      });

      it('overwrites, and keeps names apart', async () => {
        await store.remember('commands', 'a');
        await store.remember('Commands', 'چ 🕊️');
        await store.remember('commands', '');
        expect(await store.recall('commands')).toBe('');
        expect(await store.recall('Commands')).toBe('چ 🕊️');
      });

      it('refuses what it could not give back', async () => {
        await expect(store.remember('key', 'a\0b')).rejects.toThrow('value cannot be stored');
        await expect(store.remember('\uDC00', 'value')).rejects.toThrow('key cannot be stored');
      });
    });

    describeFactsThatEnd(open);

    describe('several handles', () => {
      it('keeps everything over close and open', async () => {
        await store.append([quoteDraft('q-one')], 0);
        await store.remember('commands', 'a');
        await store.close();
        const reopened = await open();
        expect(await reopened.revisionsAfter(0)).toEqual(numbered([quoteDraft('q-one')]));
        expect(await reopened.recall('commands')).toBe('a');
      });

      it('sees at once what another handle wrote', async () => {
        const other = await open();
        await other.append([quoteDraft('q-one')], 0);
        await other.remember('commands', 'a');
        expect(await store.revisionsAfter(0)).toEqual(numbered([quoteDraft('q-one')]));
        expect(await store.recall('commands')).toBe('a');
        expect(await store.append([quoteDraft('q-two')], 0)).toBe('moved on');
        expect(await store.append([quoteDraft('q-two')], 1)).toHaveLength(1);
        expect(await other.revisionsAfter(1)).toEqual(numbered([quoteDraft('q-two')], 1));
      });

      it('opens several at once on a new database', async () => {
        const empty = await create();
        const opened = await Promise.all([1, 2, 3].map(() => empty.open()));
        expect(await Promise.all(opened.map((handle) => handle.revisionsAfter(0)))).toEqual([[], [], []]);
        await Promise.all(opened.map((handle) => handle.close()));
        await empty.remove();
      });

      it('lets exactly one of two concurrent appends win, and loses nothing', async () => {
        const other = await open();
        let won: readonly Revision[] = [];
        for (let round = 0; round < 30; round++) {
          const after = won.length;
          const outcomes = await Promise.all([
            store.append([quoteDraft(`q-mine-${round}`), quoteDraft(`q-mine-too-${round}`)], after),
            other.append([quoteDraft(`q-theirs-${round}`)], after),
          ]);
          const winners = outcomes.filter((outcome) => outcome !== 'moved on');
          expect(winners).toHaveLength(1);
          won = [...won, ...winners.flat()];
        }
        expect(await store.revisionsAfter(0)).toEqual(won);
      });

      it('keeps concurrent calls on one handle apart', async () => {
        const [first, read, second, remembered] = await Promise.all([
          store.append([quoteDraft('q-one'), quoteDraft('q-two')], 0),
          store.revisionsAfter(0),
          store.append([quoteDraft('q-three'), quoteDraft('q-four')], 0),
          store.remember('commands', 'a'),
        ]);
        expect([first, second].filter((outcome) => outcome === 'moved on')).toHaveLength(1);
        // All of an append or nothing of it.
        expect([0, 2]).toContain(read.length);
        expect(remembered).toBeUndefined();
        expect(await store.revisionsAfter(0)).toEqual(first === 'moved on' ? second : first);
        expect(await store.recall('commands')).toBe('a');
      });
    });

    describe('announcements', () => {
      it('are kept with the append that was announced, and only those', async () => {
        const at = quoteDraft('q-one').recordedAt;
        await store.append([quoteDraft('q-one')], 0);
        await store.append([quoteDraft('q-two'), quoteDraft('q-three')], 1, { announce: true });
        await store.append([quoteDraft('q-four')], 3, { announce: true });
        expect(await store.append([quoteDraft('q-five')], 3, { announce: true })).toBe('moved on');
        expect(await store.append([], 4, { announce: true })).toEqual([]);
        expect(await store.announcementsAfter(0)).toEqual([
          { from: 2, to: 3, at },
          { from: 4, to: 4, at },
        ]);
        expect(await store.announcementsAfter(2)).toEqual([{ from: 4, to: 4, at }]);
        expect(await store.announcementsAfter(4)).toEqual([]);
      });
    });

    describe('close', () => {
      it('finishes what was asked before, refuses what comes after, and may be repeated', async () => {
        const appended = store.append([quoteDraft('q-one')], 0);
        const closed = store.close();
        await expect(store.revisionsAfter(0)).rejects.toThrow('closed');
        expect(await appended).toHaveLength(1);
        await closed;
        await store.close();
        expect(await (await open()).revisionsAfter(0)).toHaveLength(1);
      });
    });
  });
}
