/** What two moderators agreed to reads the same until two agree again, however far away the words in it are kept. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../../src/core/dossier/dossier.ts';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import { anyEntrySchema } from '../../../src/core/dossier/entries.ts';
import { type EntryKind, type ReviewedKind, reviewedAs } from '../../../src/core/dossier/kinds/index.ts';
import { standingEntries } from '../../../src/core/dossier/revision.ts';
import { newDraft } from '../../../src/core/posting/form/draft.ts';
import { needsReview } from '../../../src/core/posting/needs-review.ts';
import { dossierAfter } from '../../../src/core/posting/preview-post.ts';
import { hasForm } from '../../../src/core/wording/forms/form-kinds.ts';
import { english } from '../chat/chat-for-tests.ts';
import { createMemoryDesk } from '../chat/memory-posting.ts';
import { arbitraryEntries } from '../dossier/arbitrary-dossier.ts';
import { revised, smallDossier } from '../dossier/build-entries.ts';
import { answerTo, fullAnswerTo, NOW } from '../dossier/crafted-dossier.ts';
import { postingForTests } from './posting-for-tests.ts';

const KINDS: readonly ReviewedKind[] = ['claims', 'ceasefire', 'developments', 'quotes', 'talks'];
/** Fields of words: neither ids, nor dates, nor one of a few values. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'name role admin1 aliases publisher accessNote title summary text venue attribution scope asPrinted headline ' +
    'terms outcomeSummary note'
  ).split(' '),
);

/** Of the questions, every so many are asked each time: answering all of them takes long. */
const PART = 4;

/** Every version of the entry in which one text is another. */
function rewordings(entry: AnyEntry): readonly AnyEntry[] {
  let texts = 0;
  const reworded = (at: number): AnyEntry => {
    let seen = 0;
    const walk = (value: unknown, field: string): unknown => {
      if (typeof value === 'string') return WORDS.has(field) && seen++ === at ? `${value}, in other words` : value;
      if (Array.isArray(value)) return value.map((one: unknown) => walk(one, field));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, one]: [string, unknown]) => [key, walk(one, key)]));
    };
    const fields = walk(entry.fields, '');
    texts = seen;
    return anyEntrySchema.parse({ kind: entry.kind, fields });
  };
  reworded(-1);
  return Array.from({ length: texts }, (_, at) => reworded(at));
}

function isOutside(review: ReadonlySet<ReviewedKind>, kind: EntryKind): boolean {
  const word = reviewedAs(kind);
  return word === undefined || !review.has(word);
}

/** Questions about the entries that are reviewed, each with a part of what anybody can read of them. */
function questionsAbout(review: ReadonlySet<ReviewedKind>, of: Dossier) {
  const reviewed = standingEntries(of.revisionsAfter(0)).filter(({ kind }) => !isOutside(review, kind));
  const states = [...of.ceasefire.values()].map(({ effectiveFrom }) => `/ceasefire on:${effectiveFrom}`);
  const asked = (line: string, detail?: string) => (dossier: Dossier) => answerTo(line, dossier, NOW, detail);
  return [
    ...reviewed.map(
      ({ fields }) =>
        (dossier: Dossier) =>
          fullAnswerTo(`/history ${fields.id}`, dossier),
    ),
    ...(review.has('ceasefire') ? states.flatMap((line) => [asked(line, 'terms'), asked(line, 'sources')]) : []),
    ...(review.has('developments') && states.length > 0 ? [asked('/ceasefire', 'breaches')] : []),
    ...(review.has('claims') ? [...of.claims.keys()].map((id) => asked(`/casualties ${id}`)) : []),
    ...(review.has('quotes') ? [asked('/quotes'), asked('/quotes page:2')] : []),
  ];
}

describe('what reviewed entries show', () => {
  test('does not change by one moderator alone', async () => {
    const reviewed = fc.subarray([...KINDS], { minLength: 1, maxLength: 2 }).map((words) => new Set(words));
    const rewording = fc.tuple(arbitraryEntries(), reviewed).chain(([entries, review]) => {
      const others = entries.filter(({ kind }) => isOutside(review, kind));
      // Half of the time somebody's name or role: those are the farthest away.
      const people = others.filter(({ kind }) => kind === 'person');
      return fc.record({
        entries: fc.constant(entries),
        changed: fc.oneof(...[people, others].map((some) => fc.constantFrom(...some.flatMap(rewordings)))),
        review: fc.constant(review),
        first: fc.nat(PART - 1),
      });
    });
    let [waited, free] = [0, 0];
    await fc.assert(
      fc.asyncProperty(rewording, async ({ entries, changed, review, first }) => {
        if (!hasForm(changed)) return;
        const dossier = smallDossier(entries);
        const posting = createMemoryDesk(() => dossier, { review, moderators: () => Promise.resolve(2) });
        const context = { posting, dossier, language: english, now: NOW, timezone: 'UTC', staleAfterDays: 7 };
        const plan = { revisions: [revised(changed, NOW)] };
        const { id } = changed.fields;
        const changes = { entry: id, seq: dossier.history(id).at(-1)?.seq ?? 0 };
        const draft = newDraft({ form: changed.kind, purpose: 'correct', author: 'test:ayesha', changes }, NOW);
        if (await needsReview(draft, plan, context)) {
          waited += 1;
          return;
        }
        free += 1;
        const after = dossierAfter(dossier, plan);
        const questions = questionsAbout(review, dossier).filter((_, index) => index % PART === first);
        for (const ask of questions) expect(await ask(after)).toBe(await ask(dossier));
      }),
      { numRuns: 100 },
    );
    expect(Math.min(waited, free)).toBeGreaterThan(10);
  });

  test('a person whose words a position of the ceasefire rests on waits for a second moderator', async () => {
    const { moderator, dossier } = await postingForTests({
      posting: { moderators: () => Promise.resolve(2), review: new Set(['ceasefire']) },
    });
    const [speaker] = [...dossier().ceasefire.values()].flatMap(({ positions }) =>
      positions.flatMap((position) => dossier().quotes.get(position.quote ?? '')?.speaker ?? []),
    );
    const free = [...dossier().people.keys()].find((id) =>
      [...dossier().quotes.values()].every((quote) => quote.speaker !== id),
    );
    const ayesha = moderator('ayesha');
    const correct = async (id = '') => {
      await ayesha.says(`/correct ${id}`);
      await ayesha.answers('name', 'Somebody Else', 'It was somebody else.', 'material');
      return ayesha.labels();
    };
    expect(await correct(speaker)).toContain('Send for review');
    expect(await ayesha.presses('Send for review')).toContain('waits for a second moderator');
    expect(dossier().people.get(speaker ?? '')?.name).not.toBe('Somebody Else');
    expect(await correct(free)).toContain('Publish');
  });
});
