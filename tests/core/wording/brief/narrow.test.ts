/** What is shown of a longer text that was corrected. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrow } from '../../../../src/core/wording/brief/narrow.ts';

describe('a text that was corrected', () => {
  it('is shown around what is different', () => {
    const text = (count: string) =>
      `Mortars hit a university and homes in the province, killing ${count} and wounding at least 85 people, officials said.`;
    expect(narrow(text('seven'), text('nine'))).toEqual([
      '… the province, killing seven and wounding at …',
      '… the province, killing nine and wounding at …',
    ]);
  });

  it('shows what came at its end, and a short one whole', () => {
    const text = 'Both sides reported fighting over many hours at several points of the frontier that night.';
    expect(narrow(text, `${text} It ended at dawn.`)).toEqual([
      '… frontier that night.',
      '… frontier that night. It ended at dawn.',
    ]);
    expect(narrow('One side said so.', 'Both sides said so.')).toEqual(['One side said so.', 'Both sides said so.']);
  });

  it('reads differently wherever it was different', () => {
    const words = fc.array(fc.constantFrom('a', 'killed', 'two', 'people', ''), { maxLength: 60 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [was, is] = [one.join(' '), other.join(' ')];
        const [before, now] = narrow(was, is);
        expect(before === now).toBe(was === is);
      }),
    );
  });
});
