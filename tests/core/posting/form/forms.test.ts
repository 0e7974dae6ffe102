/** The forms cover their schemas, every field has its words, and every entry becomes answers and itself again. */

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../../../src/core/dossier/kinds/index.ts';
import { standingEntries } from '../../../../src/core/dossier/revision.ts';
import { answersOf, buildEntries } from '../../../../src/core/posting/form/build-entry.ts';
import { answered, askedFields, oneBack, pageOf, turnOf } from '../../../../src/core/posting/form/dialogue.ts';
import { newDraft, PURPOSES } from '../../../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../../../src/core/posting/form/fields-for.ts';
import { entryFields } from '../../../../src/core/posting/form/parse-answer.ts';
import { FORM_KINDS, formOf, hasForm } from '../../../../src/core/wording/forms/form-kinds.ts';
import { anyCharacter } from '../../../any-character.ts';
import { english } from '../../chat/chat-for-tests.ts';
import { EXAMPLES, examples } from '../../dossier/kinds/examples.ts';
import { foldRealDossier } from '../../dossier/real-dossier.ts';

const dossier = await foldRealDossier();
const context = { dossier, language: english, today: '2026-11-22' };

describe('forms', () => {
  test.each(FORM_KINDS)('%s: each property that an entry must have is asked or given', (form) => {
    const covered = new Set([
      'id',
      ...Object.keys(formOf(form).initial),
      ...entryFields(form).map(({ path }) => path.split('.')[0]),
    ]);
    const required = Object.entries(KINDS[form].schema.shape).filter(
      ([, schema]) => !schema.safeParse(undefined).success,
    );
    expect(required.map(([name]) => name).filter((name) => !covered.has(name))).toEqual([]);
    const names = fieldsFor(form, 'correct').map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(FORM_KINDS)(
    '%s: its example’s answers leave no question open, and answer none that is not asked',
    (form) => {
      const draft = newDraft({ form, purpose: 'post', author: 'test:1', answers: EXAMPLES[form].answers }, 0);
      const turn = turnOf(draft, context);
      expect(turn.kind === 'question' ? turn.question.field.name : turn.kind).toBe('complete');
      const asked = askedFields(draft, context).map(({ name }) => name);
      expect(asked).toEqual(expect.arrayContaining(Object.keys(draft.answers)));
    },
  );

  test('every field has a label of at most 45 characters and a hint; Discord’s limit for a label', () => {
    const names = PURPOSES.flatMap((purpose) => FORM_KINDS.flatMap((form) => fieldsFor(form, purpose)));
    expect(names.length).toBeGreaterThan(100);
    for (const { name } of names) {
      expect(english.text('form-field', { field: name })).toMatch(/^[^?].{1,44}$/u);
      expect(`${name} ${english.text('form-hint', { field: name })}`).not.toBe(`${name} ?`);
    }
  });

  test('every entry of the dossier, and every example, becomes answers and the same entry again', () => {
    const entries = [...standingEntries(dossier.revisionsAfter(0)), ...examples].filter(hasForm);
    expect(entries.length).toBeGreaterThan(100);
    for (const entry of entries) {
      const draft = newDraft({ form: entry.kind, purpose: 'update', author: 'test:1', answers: answersOf(entry) }, 0);
      expect(
        buildEntries({ ...draft, answers: { ...draft.answers, reason: 'x' } }, { now: entry, begun: entry }, context),
      ).toEqual([entry]);
      const open = turnOf(draft, context);
      const next = open.kind === 'question' ? open.question.field.name : open.kind;
      expect([entry.fields.id, next]).toEqual([entry.fields.id, 'reason']);
    }
  });
});

describe('the dialogue', () => {
  const begun = newDraft({ form: 'claim', purpose: 'post', author: 'test:1' }, 0);

  test('loses nothing and never throws, whatever is answered, and goes back to where it was', () => {
    const typed = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.constantFrom('', 'src-seed', 'pakistan', '7', 'exact', '2025-11-07'),
    );
    const form = fc.constantFrom(...FORM_KINDS);
    fc.assert(
      fc.property(form, fc.array(typed, { maxLength: 25 }), (kind, answers) => {
        let draft = newDraft({ form: kind, purpose: 'correct', author: 'test:1' }, 0);
        for (const answer of answers) {
          const turn = turnOf(draft, context);
          if (turn.kind !== 'question') break;
          const { name } = turn.question.field;
          const next = answered(draft, name, answer, context);
          expect(Object.keys(next.answers)).toEqual(expect.arrayContaining(Object.keys(draft.answers)));
          const after = turnOf(next, context);
          const again = after.kind === 'question' && after.question.field.name === name ? after.question : undefined;
          expect(again === undefined || again.problem !== undefined).toBe(true);
          expect([undefined, again && next.answers[name]]).toContain(again && answer);
          const back = turnOf(oneBack(next, context), context);
          const placeOf = (one: typeof back) => (one.kind === 'question' ? one.place : 99);
          expect(placeOf(back)).toBeLessThanOrEqual(placeOf(after));
          if (again) break;
          draft = next;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a page has five questions at most, and none that depends on another on it', () => {
    const first = pageOf(begun, context).map(({ field }) => field.name);
    expect(first).toEqual(['sources']);
    const next = answered(begun, 'sources', 'src-seed', context);
    expect(pageOf(next, context).map(({ field }) => field.name)).toEqual([
      'claimedBy',
      'stance',
      'victims',
      'harm',
      'printed',
    ]);
  });

  test('what is counted is asked of the displaced alone', () => {
    const asked = (harm: string) => askedFields({ ...begun, answers: { harm } }, context).map(({ name }) => name);
    expect(asked('displaced')).toContain('unit');
    expect(asked('killed')).not.toContain('unit');
  });
});
