/** Random drafts for property tests: sound and unsound answers, too long ones, and each question asked again. */

import * as fc from 'fast-check';
import { CHOOSE, type Draft, newDraft, PURPOSES } from '../../../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../../../src/core/posting/form/fields-for.ts';
import { FORM_KINDS } from '../../../../src/core/wording/forms/form-kinds.ts';
import { anyCharacter } from '../../../any-character.ts';

const answer = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('src-seed', 'pakistan', '7', 'exact', '2025-11-07', 'no', 'killed', 'talks'),
  },
  fc.constantFrom('', 'pakistan, nobody', 'https://www.example.org/1', 'a\nb', '\ud83d', 'x'.repeat(4000)),
  fc.string({ unit: anyCharacter, maxLength: 30 }),
  fc.integer({ min: 4001, max: 9000 }).map((length) => 'long '.repeat(length / 5 + 1)),
);

/** Most have answers to several questions; some are asked which one to change. */
export const arbitraryDraft: fc.Arbitrary<Draft> = fc
  .tuple(fc.constantFrom(...FORM_KINDS), fc.constantFrom(...PURPOSES))
  .chain(([form, purpose]) => {
    const names = fieldsFor(form, purpose).map(({ name }) => name);
    return fc
      .record({
        answers: fc.dictionary(fc.constantFrom(...names), answer, { maxKeys: names.length }),
        step: fc.constantFrom(null, null, CHOOSE, ...names),
      })
      .map((parts) => newDraft({ form, purpose, author: 'test:1', ...parts }, 0));
  });
