/** What every `Drafts` must do, whatever it is made of. A test file runs it with `describeDrafts`. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, newDraft } from '../../src/core/posting/form/draft.ts';
import { anyCharacter } from '../any-character.ts';
import { quoteDraft } from './drafts.ts';
import { type DatabaseUnderTest, eachOnItsOwn } from './opened-database.ts';

const draftOf = (author: string, now: number, changes: Partial<Draft> = {}): Draft => ({
  ...newDraft({ form: 'claim', purpose: 'post', author }, now),
  ...changes,
});

export function describeDrafts(name: string, create: () => Promise<DatabaseUnderTest>): void {
  describe(`Drafts on ${name}`, () => {
    const { store, open } = eachOnItsOwn(create);
    const drafts = () => store().drafts;

    it('gives back what was saved, over close and open, whatever was typed', async () => {
      let version = 0;
      const answers = fc.dictionary(fc.string(), fc.string({ unit: anyCharacter }), { maxKeys: 5 });
      await fc.assert(
        fc.asyncProperty(answers, async (typed) => {
          // JSON has no key `__proto__`, and no form has such a field.
          const given = Object.fromEntries(Object.entries(typed).filter(([key]) => key !== '__proto__'));
          const changes = { entry: 'kabul', seq: 3 };
          const draft = draftOf('test:1', 1, { answers: given, changes, note: 'why', version });
          version += 1;
          expect(await drafts().save(draft)).toEqual({ ...draft, version });
          expect(await drafts().of(draft.id)).toEqual({ ...draft, version });
        }),
        { numRuns: 30 },
      );
      const { id } = draftOf('test:1', 1);
      expect(await (await open()).drafts.of(id)).toEqual(await drafts().of(id));
    });

    it('knows nothing of a draft that is not there, and removes once', async () => {
      const draft = draftOf('test:1', 1);
      expect(await drafts().of(draft.id)).toBeUndefined();
      const kept = { ...draft, version: 1 };
      expect(await drafts().save(draft)).toEqual(kept);
      expect(await drafts().remove(draft)).toBe(false);
      expect(await drafts().remove(kept)).toBe(true);
      expect(await drafts().remove(kept)).toBe(false);
      expect(await drafts().of(draft.id)).toBeUndefined();
    });

    it('keeps one of two changes of the same version, and none of a draft that is no more', async () => {
      const draft = draftOf('test:1', 1);
      await drafts().save(draft);
      const answers = ['one', 'other', 'third'].map((note) => ({ ...draft, version: 1, note }));
      const outcomes = await Promise.all(answers.map((answer) => drafts().save(answer)));
      const kept = outcomes.filter((outcome) => outcome !== 'moved on');
      expect(kept).toHaveLength(1);
      expect([await drafts().of(draft.id)]).toEqual(kept);
      expect(await drafts().save(draft)).toBe('moved on');
      await drafts().remove({ id: draft.id, version: 2 });
      expect(await drafts().save({ ...draft, version: 2 })).toBe('moved on');
      expect(await drafts().of(draft.id)).toBeUndefined();
    });

    it('leaves what is asked as it is where a change comes too late', async () => {
      const [first, second] = [draftOf('test:1', 1), draftOf('test:1', 2)];
      for (const draft of [first, second]) await drafts().save(draft);
      expect(await drafts().save(first)).toBe('moved on');
      expect((await drafts().of(second.id))?.isAsked).toBe(true);
    });

    it.each(['', 'd', 'd\u0000', '\ud800', '\u0000', "d' OR 1=1 --", 'x'.repeat(100_000)])(
      'has none by an id that is none, %j',
      async (id) => {
        await drafts().save(draftOf('test:1', 1));
        expect(await drafts().of(id)).toBeUndefined();
      },
    );

    it('goes with what is appended to the ledger, and nothing is appended where that version is gone', async () => {
      const draft = newDraft({ form: 'quote', purpose: 'post', author: 'test:1' }, 1);
      const kept = await drafts().save(draft);
      if (kept === 'moved on') throw new Error('somebody else has it');
      expect(await store().append([quoteDraft('q-one')], 0, { draft })).toBe('moved on');
      expect(await store().revisionsAfter(0)).toEqual([]);
      expect(await drafts().of(draft.id)).toEqual(kept);
      expect(await store().append([quoteDraft('q-one')], 0, { draft: kept })).toHaveLength(1);
      expect(await drafts().of(draft.id)).toBeUndefined();
      expect(await store().append([quoteDraft('q-two')], 1, { draft: kept })).toBe('moved on');
      expect(await store().revisionsAfter(1)).toEqual([]);
    });

    it('asks one draft of an author at a time', async () => {
      const [first, second, other] = [draftOf('test:1', 1), draftOf('test:1', 2), draftOf('test:2', 3)];
      for (const draft of [first, other, second]) await drafts().save(draft);
      const asked = async (author: string) =>
        (await drafts().list({ author })).filter(({ isAsked }) => isAsked).map(({ id }) => id);
      expect(await asked('test:1')).toEqual([second.id]);
      expect(await asked('test:2')).toEqual([other.id]);
      await drafts().save({ ...first, version: 1 });
      expect(await asked('test:1')).toEqual([first.id]);
      await drafts().save({ ...first, version: 2, isAsked: false });
      expect(await asked('test:1')).toEqual([]);
    });

    it('lists those of an author, and those that wait, what was changed last first', async () => {
      const all = [
        draftOf('test:1', 1, { state: 'waiting' }),
        draftOf('test:1', Date.UTC(2100, 0), { state: 'open' }),
        draftOf('test:2', 2, { state: 'waiting' }),
      ];
      for (const draft of all) await drafts().save(draft);
      const ids = (some: readonly Draft[]) => some.map(({ updatedAt }) => updatedAt);
      expect(ids(await drafts().list({ author: 'test:1' }))).toEqual([Date.UTC(2100, 0), 1]);
      expect(ids(await drafts().list({ state: 'waiting' }))).toEqual([2, 1]);
      expect(await drafts().list({ author: 'nobody' })).toEqual([]);
    });
  });
}
