/** The title of an alert, which a lock screen shows alone: who says so, and who says otherwise. */
import { expect, it } from 'vitest';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import { claim, smallDossier } from '../dossier/build-entries.ts';
import { alertOf, composed, FIRST } from '../messages/composing.ts';

const own = {
  claimedBy: 'north',
  stance: 'acknowledges-own-loss',
  count: { low: 23, high: 23, qualifier: 'exact', asPrinted: '23' },
} as const;
const north = claim('cas-north', { ...own, conflictsWith: ['cas-south'] });
const south = claim('cas-south', {
  count: { low: 58, high: null, qualifier: 'more-than', asPrinted: 'over 58' },
  conflictsWith: ['cas-north'],
});
const titleOf = (entries: readonly AnyEntry[], from = FIRST) =>
  composed(alertOf({ from }), smallDossier(entries)).text.split('\n')[0];

it('of a figure has what the other side says, whichever side it is of', () => {
  expect(titleOf([north, south], FIRST + 1)).toBe(
    'Alert: south says more than 58 northern soldiers killed; north says 23',
  );
  expect(titleOf([south, north], FIRST + 1)).toBe(
    'Alert: north says 23 northern soldiers killed; south says more than 58',
  );
});

it('of a side’s figure alone says that nobody else gave one, but not of its own losses', () => {
  expect(titleOf([claim('cas-south')])).toMatch(/^Alert: south says .* northern soldiers killed \(unconfirmed\)$/u);
  expect(titleOf([claim('cas-north', own)])).toBe('Alert: north says 23 northern soldiers killed');
});
