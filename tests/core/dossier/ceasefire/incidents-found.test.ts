/** Which incidents are counted: those between the sides, and those that had happened by the day for certain. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentsOf } from '../../../../src/core/dossier/ceasefire/incidents-found.ts';
import { ceasefireOn } from '../../../../src/core/dossier/ceasefire/view.ts';
import { isVague, parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import type { AnyEntry, Development } from '../../../../src/core/dossier/entries.ts';
import { ceasefire, development, smallDossier } from '../build-entries.ts';

const DATES = [
  '2025-10',
  '2025-10~',
  '2025-10-11',
  '2025-10-15',
  '2025-10-15~',
  '2025-10-14/2025-10-16',
  '2025-11',
  '2025',
];
const SIDES: readonly (readonly string[])[] = [
  ['north'],
  ['south'],
  ['north', 'south'],
  ['north', 'rebels'],
  ['rebels'],
];
const accusations: readonly Development['accusations'][] = [
  undefined,
  [{ by: 'north', against: ['south'], quote: null }],
  [{ by: 'south-officials', against: ['north-army'], quote: null }],
  [{ by: 'north', against: ['rebels'], quote: null }],
  [{ by: 'rebels', against: ['north'], quote: null }],
];

const arbitraryReport = fc.record({
  date: fc.constantFrom(...DATES),
  parties: fc.constantFrom(...SIDES),
  accusations: fc.constantFrom(...accusations),
});

function found(reports: readonly Partial<Development>[], day: string) {
  const entries: readonly AnyEntry[] = reports.map(({ date = '2025-10-11', ...fields }, index) =>
    development(`d-${index}`, date, fields),
  );
  const dossier = smallDossier([ceasefire('f-1', '2025-10-01'), ...entries]);
  const view = ceasefireOn(dossier, day);
  if (!view) throw new Error('no ceasefire');
  return incidentsOf(view, dossier);
}

function totals(reports: readonly Partial<Development>[], day: string): number {
  const { shown, alsoSince, before, undated, maybeLater, dayBefore } = found(reports, day);
  return shown.length + alsoSince + before + undated + maybeLater.length + dayBefore.length;
}

const isBetween = ({ parties = [], accusations: charges = [] }: Partial<Development>) =>
  charges.length === 0
    ? parties.includes('north') && parties.includes('south')
    : charges.some(({ by, against }) => by !== 'rebels' && !against.includes('rebels'));

describe('isBetweenSides', () => {
  const north = { by: 'north', against: ['south'], quote: null };
  const account = (party: string) => ({ party, summary: 'Said so', quote: null });
  const all = ['north', 'south', 'rebels'];
  it.each<[string, Partial<Development>, boolean]>([
    ['one side blames the other', { accusations: [north] }, true],
    ['and others with it', { accusations: [{ ...north, against: ['south', 'rebels'] }] }, true],
    ['but the rebels claimed it', { accusations: [north], accounts: [account('rebels')] }, false],
    ['but an observer has an account', { accusations: [north], accounts: [account('un')] }, true],
    ['but its army blames others', { accusations: [north, { ...north, by: 'north-army', against: ['un'] }] }, false],
    ['and the other side blames others', { accusations: [north, { ...north, by: 'south', against: ['un'] }] }, true],
    ['nobody is blamed, the sides are named', { parties: ['north', 'south', 'un'] }, true],
    ['nobody is blamed, and rebels are named too', { parties: all }, false],
    ['but both sides tell of it', { parties: all, accounts: [account('north'), account('south-officials')] }, true],
  ])('%s', (_, fields, expected) => {
    const { shown, apart } = found([fields], '2026-01-10');
    expect([shown.length, apart.count]).toEqual(expected ? [1, 0] : [0, 1]);
  });
});

describe('incidentsOf', () => {
  it('counts only what is between the sides, and shows the rest apart', () => {
    fc.assert(
      fc.property(fc.array(arbitraryReport, { maxLength: 6 }), (reports) => {
        const day = '2026-01-10';
        expect(totals(reports, day)).toBe(reports.filter(isBetween).length);
        const { apart } = found(reports, day);
        expect(apart.count + apart.undated).toBe(reports.filter((one) => !isBetween(one)).length);
        // Without the attacks of third parties the count is the same.
        expect(totals(reports.filter(isBetween), day)).toBe(totals(reports, day));
      }),
    );
  });

  it('counts nothing that may be of after the day, and loses none of it', () => {
    const days = fc.constantFrom('2025-10-05', '2025-10-11', '2025-10-15', '2025-10-31', '2025-11-10');
    fc.assert(
      fc.property(fc.array(arbitraryReport, { maxLength: 6 }), days, (reports, day) => {
        const { shown, maybeLater, apart } = found(reports, day);
        for (const { report } of [...shown, ...apart.shown]) {
          const date = parseEdtf(report.date);
          expect(!isVague(date) || date.latest <= day).toBe(true);
        }
        for (const { report } of maybeLater) expect(parseEdtf(report.date).latest > day).toBe(true);
        const begun = reports.filter((one) => isBetween(one) && parseEdtf(one.date).earliest <= day);
        expect(totals(reports, day)).toBe(begun.length);
      }),
    );
  });
});
