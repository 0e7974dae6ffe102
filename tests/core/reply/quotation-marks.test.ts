/** Marks around words that have marks of their own. */
import { expect, test } from 'vitest';
import { inQuotationMarks } from '../../../src/core/reply/quotation-marks.ts';

test.each([
  ['over 200', '“over 200”'],
  ['“blatant lie”', '“blatant lie”'],
  ['“two to three” Taliban fighters', '‘“two to three” Taliban fighters’'],
  ['“one” and “two”', '‘“one” and “two”’'],
  ['it’s ‘so’', '“it’s ‘so’”'],
  ['', '“”'],
])('%s → %s', (words, expected) => {
  expect(inQuotationMarks(words)).toBe(expected);
});
