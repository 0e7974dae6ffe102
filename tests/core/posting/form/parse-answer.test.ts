/** Answers of forms: names and dates are read as in commands, and kept as ids and in EDTF. */

import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../../src/core/posting/form/parse-answer.ts';
import { UserError } from '../../../../src/core/reply/user-error.ts';
import { type FormKind, formOf } from '../../../../src/core/wording/forms/form-kinds.ts';
import { english } from '../../chat/chat-for-tests.ts';
import { foldRealDossier } from '../../dossier/real-dossier.ts';

const context = { dossier: await foldRealDossier(), language: english, today: '2026-11-22' };

/** What is kept, or what the moderator reads. */
function answer(form: FormKind, name: string, typed: string, today = context.today): string {
  const field = formOf(form).fields.find((one) => one.name === name);
  if (!field) throw new Error(`${form} has no ${name}`);
  try {
    return parseAnswer(form, field, typed, { ...context, today }).text;
  } catch (error) {
    if (error instanceof UserError) return english.text(error.id, error.args);
    throw error;
  }
}

describe('dates', () => {
  it.each([
    ['9 November 2025', '2025-11-09'],
    ['9/11/2025', '2025-11-09'],
    ['around 15 October 2025', '2025-10-15~'],
    ['18–19 October 2025', '2025-10-18/2025-10-19'],
    ['since 19 October 2025', '2025-10-19/..'],
    ['october', '2026-10'],
    ['yesterday', '2026-11-21'],
  ])('“%s” is kept as %s', (typed, kept) => {
    expect(answer('claim', 'period', typed)).toBe(kept);
    expect(answer('claim', 'period', kept)).toBe(kept);
  });

  it.each([
    ['5 December', '2026-12-05'],
    ['Dec 5', '2026-12-05'],
    ['November', '2026-11'],
    ['28 Nov', '2026-11-28'],
    ['27 Nov', '2027-11-27'],
    ['Friday', '2026-12-04'],
    ['last Friday', '2026-11-27'],
    ['last October', '2026-10'],
    ['tomorrow', '2026-11-29'],
    ['next month', '2026-12'],
    ['25 November to 5 December', '2026-11-25/2026-12-05'],
    ['29 February', '2028-02-29'],
    ['5 December 2025', '2025-12-05'],
    ['5/12/2027', '2027-12-05'],
  ])('an agreed end without a year lies ahead: on 28 November 2026, a Saturday, “%s” is kept as %s', (typed, kept) => {
    expect(answer('ceasefire', 'until', typed, '2026-11-28')).toBe(kept);
  });

  it('what is none is refused, and dates are shown that are', () => {
    expect(answer('claim', 'period', 'soon')).toContain(
      'I don’t understand “soon” as a date. Write 2026-11-22, 9 November',
    );
  });
});

describe('names', () => {
  it('are matched as in commands', () => {
    expect(answer('claim', 'claimedBy', 'UN')).toBe('united-nations');
    expect(answer('claim', 'claimedBy', 'usa')).toContain('“usa” is not known here.');
    expect(answer('claim', 'claimedBy', 'UN usage')).toContain('“UN usage” is not known here.');
    expect(answer('quote', 'speaker', 'muj')).toContain('“muj” is not known here. Is it one of zabihullah-mujahid');
    expect(answer('development', 'parties', 'kabul, ttp')).toBe('afghanistan, ttp');
  });

  it('are asked back where several could be meant, with how many more there are', () => {
    expect(answer('claim', 'claimedBy', 'taliban')).toMatch(/^“taliban” could be several\. .*\bttp \(TTP\)/u);
    expect(answer('development', 'related', 'afghan')).toMatch(/ · and \d+ more\.$/u);
  });
});
