/** The reason of a change is read by everybody who read what it changes. */
import { expect, test } from 'vitest';
import { whyNoReason } from '../../../../src/core/dossier/text/reason.ts';
import { readRealBaseline } from '../real-dossier.ts';

const { conflict } = await readRealBaseline();

test('is short, plain, and in neutral words', () => {
  expect(whyNoReason('The hospital corrected its figure.', conflict)).toBeUndefined();
  expect(whyNoReason('', conflict)).toBeDefined();
  expect(whyNoReason('x'.repeat(301), conflict)).toBeDefined();
  expect(whyNoReason('Turned\u202E around', conflict)).toBeDefined();
  expect(whyNoReason('The terrorists lied.', conflict)).toBeDefined();
});
