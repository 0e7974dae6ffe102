/** Several questions at once: what a form shows of them, and answers that arrive together. */

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answeredAll, pageOf, turnOf } from '../../../src/core/posting/form/dialogue.ts';
import { newDraft, PURPOSES } from '../../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../../src/core/posting/form/fields-for.ts';
import { formPage } from '../../../src/core/posting/show-form.ts';
import { FORM_KINDS } from '../../../src/core/wording/forms/form-kinds.ts';
import { english } from '../chat/chat-for-tests.ts';
import { foldRealDossier } from '../dossier/real-dossier.ts';
import { textOf } from '../reply/text-of.ts';
import { arbitraryDraft } from './form/arbitrary-draft.ts';

const dossier = await foldRealDossier();
const context = { dossier, today: '2026-11-22', language: english };
const claim = newDraft({ form: 'claim', purpose: 'post', author: 'test:1' }, 0);
const sourced = answeredAll(claim, { sources: 'src-seed' }, context);
const fieldsOf = (draft: typeof claim) =>
  Object.fromEntries(formPage(draft, context)?.fields.map((field) => [field.name, field]) ?? []);

describe('a form', () => {
  test('has the questions that can be asked at once; few names are chosen from, many are typed', () => {
    expect(Object.keys(fieldsOf(claim))).toEqual(['sources']);
    const newSource = ['sourcePublisher', 'sourceTitle', 'sourceDate', 'sourceKind'];
    const pasted = answeredAll(claim, { sources: 'https://www.example.org/1' }, context);
    expect(Object.keys(fieldsOf(pasted))).toEqual([...newSource, 'claimedBy']);
    const { stance, victims, claimedBy, printed } = fieldsOf(sourced);
    expect(stance).toMatchObject({ label: 'Stance', isRequired: true, given: '', is: { kind: 'choice' } });
    expect(victims?.is).toMatchObject({
      isSeveral: false,
      options: expect.arrayContaining([{ value: 'afghan-civilians', label: expect.stringContaining('civilians') }]),
    });
    expect(dossier.parties.size).toBeGreaterThan(25);
    expect(claimedBy).toMatchObject({
      is: { kind: 'text', isLong: false },
      example: expect.stringMatching(/^For example: \S+, /u),
    });
    expect(printed).toMatchObject({ is: { kind: 'text' }, example: '' });
  });

  test('names all its questions above the button, with hints, and what is wrong with earlier answers', () => {
    const wrong = answeredAll(sourced, { claimedBy: 'nobody at all', stance: 'asserts', harm: 'hurt' }, context);
    const page = formPage(wrong, context);
    const lines = textOf(page?.blocks ?? []);
    expect(page?.title).toBe('New · Casualty claim');
    expect(lines).toContain('2 of ');
    expect(lines).toContain('Claimant: “nobody at all” is not known here.');
    expect(lines).toContain('Figure as printed: The figure exactly as the source printed it');
    const { claimedBy, harm, stance } = fieldsOf(wrong);
    expect(claimedBy?.given).toBe('nobody at all');
    expect(stance).toBeUndefined();
    // What is none of the options could not be shown as chosen.
    expect(harm).toMatchObject({ given: 'hurt', is: { kind: 'text' } });
    expect(textOf(formPage(sourced, context)?.blocks ?? [])).not.toContain('Please look at these again');
  });

  test('says what may be left out', () => {
    const person = newDraft({ form: 'person', purpose: 'post', author: 'test:1' }, 0);
    const lines = textOf(formPage(person, context)?.blocks ?? []).split('\n');
    expect(lines.filter((line) => line.endsWith('It may be left out.'))).toHaveLength(1);
  });

  test('has what the question of a dialogue has, and its options always hold what is given', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const turn = turnOf(draft, context);
        const page = formPage({ ...draft, step: turn.kind === 'choose' ? null : draft.step }, context);
        const first = turn.kind === 'question' ? turn.question.field.name : page?.fields[0]?.name;
        expect(page?.fields[0]?.name).toBe(first);
        expect(page === undefined && turn.kind === 'question').toBe(false);
        expect(page !== undefined && turn.kind === 'complete').toBe(false);
        for (const { is, given } of page?.fields ?? []) {
          if (is.kind === 'text' || given === '') continue;
          const values = is.options.map(({ value }) => value);
          expect(values).toEqual(expect.arrayContaining(is.isSeveral ? given.split(', ') : [given]));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('to choose what is to be changed, buttons are enough: 25 with those under the list', () => {
    const most = PURPOSES.flatMap((purpose) => FORM_KINDS.map((form) => fieldsFor(form, purpose).length));
    expect(Math.max(...most)).toBeGreaterThan(15);
    expect(Math.max(...most) + 2).toBeLessThanOrEqual(25);
  });
});

describe('answers that arrive together', () => {
  test('are the same as one after another, whatever order they come in', () => {
    const given = { printed: 'seven', harm: 'killed', claimedBy: 'Pakistan', stance: 'asserts', victims: 'nobody' };
    const together = answeredAll(sourced, given, context);
    const reversed = answeredAll(sourced, Object.fromEntries(Object.entries(given).toReversed()), context);
    expect(together).toEqual(reversed);
    expect(together.answers).toEqual({ sources: 'src-seed', ...given, claimedBy: 'pakistan' });
    expect(pageOf(together, context)[0]).toMatchObject({ field: { name: 'victims' }, given: 'nobody' });
  });

  test('to a question that is asked no more are left out, to one that there is not are refused', () => {
    const words = answeredAll(sourced, { qualifier: 'words' }, context);
    expect(answeredAll(words, { low: '7', scope: 'all' }, context).answers).toEqual({
      ...words.answers,
      scope: 'all',
    });
    for (const forged of ['status', 'count', '__proto__', 'constructor', '*', 'Stance', '']) {
      const given = Object.fromEntries([
        [forged, 'confirmed'],
        ['stance', 'asserts'],
      ]);
      expect(() => answeredAll(sourced, given, context)).toThrow('form-no-field');
    }
  });
});
