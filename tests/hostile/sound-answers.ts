/** Sound answers for each form, so that one at a time can be hostile, and drafts that wait for that one. */

import { type Draft, newDraft, type Purpose } from '../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../src/core/posting/form/fields-for.ts';
import type { FormKind } from '../../src/core/wording/forms/form-kinds.ts';
import { EXAMPLES } from '../core/dossier/kinds/examples.ts';

const CHANGING = { reason: 'The source corrected itself.', weight: 'minor' };

/** Answers to all that is asked for the purpose. */
export function soundAnswers(form: FormKind, purpose: Purpose = 'post'): Readonly<Record<string, string>> {
  const { answers } = EXAMPLES[form];
  return purpose === 'post' ? answers : { ...answers, ...CHANGING };
}

/** A draft in which all before `field` is answered and that is asked. `now` tells drafts apart. */
export function draftAt(form: FormKind, purpose: Purpose, field: string, author: string, now: number): Draft {
  const names = fieldsFor(form, purpose).map(({ name }) => name);
  const before = new Set(names.slice(0, names.indexOf(field)));
  const answers = Object.fromEntries(Object.entries(soundAnswers(form, purpose)).filter(([name]) => before.has(name)));
  return { ...newDraft({ form, purpose, author, answers }, now), step: field };
}
