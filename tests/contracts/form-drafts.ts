/** What every `Drafts` must do, whatever it is made of. A test file runs it with `describeDrafts`. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, newDraft } from '../../src/core/chat/form/draft.ts';
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
      const answers = fc.dictionary(fc.string(), fc.string({ unit: 'binary' }), { maxKeys: 5 });
      await fc.assert(
        fc.asyncProperty(answers, async (typed) => {
          // JSON has no key `__proto__`, and no form has such a field.
          const given = Object.fromEntries(Object.entries(typed).filter(([key]) => key !== '__proto__'));
          const draft = draftOf('test:1', 1, { answers: given, changes: { entry: 'kabul', seq: 3 }, note: 'why' });
          await drafts().save(draft);
          expect(await drafts().of(draft.id)).toEqual(draft);
        }),
        { numRuns: 30 },
      );
      const { id } = draftOf('test:1', 1);
      expect(await (await open()).drafts.of(id)).toEqual(await drafts().of(id));
    });

    it('knows nothing of a draft that is not there, and removes once', async () => {
      const draft = draftOf('test:1', 1);
      expect(await drafts().of(draft.id)).toBeUndefined();
      await drafts().save(draft);
      expect(await drafts().remove(draft.id)).toBe(true);
      expect(await drafts().remove(draft.id)).toBe(false);
      expect(await drafts().of(draft.id)).toBeUndefined();
    });

    it.each(['', 'd', 'd\u0000', '\ud800', '\u0000', "d' OR 1=1 --", 'x'.repeat(100_000)])(
      'has none by an id that is none, %j',
      async (id) => {
        await drafts().save(draftOf('test:1', 1));
        expect(await drafts().of(id)).toBeUndefined();
      },
    );

    it('asks one draft of an author at a time', async () => {
      const [first, second, other] = [draftOf('test:1', 1), draftOf('test:1', 2), draftOf('test:2', 3)];
      for (const draft of [first, other, second]) await drafts().save(draft);
      const asked = async (author: string) =>
        (await drafts().list({ author })).filter(({ isAsked }) => isAsked).map(({ id }) => id);
      expect(await asked('test:1')).toEqual([second.id]);
      expect(await asked('test:2')).toEqual([other.id]);
      await drafts().save(first);
      expect(await asked('test:1')).toEqual([first.id]);
      await drafts().save({ ...first, isAsked: false });
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
