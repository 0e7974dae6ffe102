/** The reason of a change is read by everybody who read what it changes. */
import { expect, test } from 'vitest';
import { whyNoReason } from '../../../../src/core/dossier/text/reason.ts';

test('is short, plain, and in neutral words', () => {
  expect(whyNoReason('The hospital corrected its figure.')).toBeUndefined();
  expect(whyNoReason('')).toBeDefined();
  expect(whyNoReason('x'.repeat(301))).toBeDefined();
  expect(whyNoReason('Turned\u202E around')).toBeDefined();
  expect(whyNoReason('The terrorists lied.')).toBeDefined();
});
