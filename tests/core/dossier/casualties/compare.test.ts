/** Casualty claims side by side: what belongs together, and what each is. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimGroup, claimsOf, compareClaims } from '../../../../src/core/dossier/casualties/compare.ts';
import { parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import type { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { type Claim, unitOf } from '../../../../src/core/dossier/entries.ts';
import { arbitraryClaims, smallIncidents } from '../arbitrary-dossier.ts';
import { claim, development, place, smallDossier } from '../build-entries.ts';
import { foldRealDossier } from '../real-dossier.ts';

function groupsOf(dossier: Dossier): readonly ClaimGroup[] {
  return compareClaims(dossier, [...dossier.claims.values()]);
}

/** The ids in the rows, by group and comparison. */
function idsOf(groups: readonly ClaimGroup[]): readonly (readonly (readonly string[])[])[] {
  return groups.map(({ comparisons }) =>
    comparisons.map(({ rows }) => rows.flatMap((row) => claimsOf(row).map(({ id }) => id))),
  );
}

function isNewestFirst(dates: readonly string[]): boolean {
  const days = dates.map((date) => parseEdtf(date).latest);
  return days.every((day, index) => index === 0 || (days[index - 1] ?? '') >= day);
}

/** The small dossier with its incidents and these claims. */
function withClaims(claims: readonly Claim[]): Dossier {
  return smallDossier([...smallIncidents, ...claims.map((fields) => ({ kind: 'claim' as const, fields }))]);
}

/** The groups of all claims, once what must hold of any groups was checked. */
function checkedGroups(dossier: Dossier): readonly ClaimGroup[] {
  const claims = [...dossier.claims.values()];
  const groups = compareClaims(dossier, claims);
  const rows = groups.flatMap(({ comparisons }) => comparisons.flatMap((comparison) => comparison.rows));
  // Each claim is in exactly one row, and is itself: nothing is added up or made up.
  const shown = rows.flatMap(claimsOf);
  expect(shown.map(({ id }) => id).sort()).toEqual(claims.map(({ id }) => id).sort());
  expect(shown.every((one) => claims.includes(one))).toBe(true);
  for (const { comparisons } of groups) {
    expect(comparisons.length).toBeGreaterThan(0);
    expect(new Set(comparisons.map(({ victims, harm, unit }) => `${victims} ${harm} ${unit}`)).size).toBe(
      comparisons.length,
    );
    for (const { victims, harm, unit, rows: own, noFigureFrom } of comparisons) {
      expect(own.length).toBeGreaterThan(0);
      const all = own.flatMap(claimsOf);
      expect(all.every((one) => one.victims === victims && one.harm === harm && unitOf(one) === unit)).toBe(true);
      expect(isNewestFirst(own.map((row) => row.claim.reportedOn))).toBe(true);
      const heard = own.map((row) => dossier.parties.get(row.claim.claimedBy)?.side);
      for (const id of noFigureFrom) expect(heard).not.toContain(dossier.parties.get(id)?.side);
    }
  }
  const newest = groups.map(({ comparisons }) =>
    comparisons
      .flatMap((one) => one.rows.map((row) => parseEdtf(row.claim.period).latest))
      .reduce((a, b) => (a > b ? a : b)),
  );
  expect(isNewestFirst(newest)).toBe(true);
  return groups;
}

describe('compareClaims over any dossier', () => {
  it('shows each claim once, rows of one harm and group of victims together, the newest first', () => {
    fc.assert(
      fc.property(arbitraryClaims(), (claims) => {
        expect(checkedGroups(withClaims(claims)).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps claims together that contradict each other', () => {
    fc.assert(
      fc.property(arbitraryClaims(), (claims) => {
        const dossier = withClaims(claims);
        const groupOf = new Map(
          idsOf(groupsOf(dossier)).flatMap((group, index) => group.flat().map((id) => [id, index])),
        );
        for (const { id, conflictsWith } of claims) {
          for (const rival of conflictsWith) expect(groupOf.get(rival)).toBe(groupOf.get(id));
        }
      }),
    );
  });

  it('makes the same groups whatever the order it is given them in', () => {
    const canonical = (groups: readonly ClaimGroup[]) =>
      idsOf(groups)
        .map((group) => group.flat().toSorted().join())
        .toSorted();
    fc.assert(
      fc.property(arbitraryClaims(), (claims) => {
        const dossier = withClaims(claims);
        const all = [...dossier.claims.values()];
        expect(canonical(compareClaims(dossier, all.toReversed()))).toEqual(canonical(compareClaims(dossier, all)));
      }),
    );
  });

  it('holds for the shipped dossier too', async () => {
    const dossier = await foldRealDossier();
    expect(checkedGroups(dossier).length).toBeGreaterThan(10);
  });

  it('of nothing is nothing', () => {
    expect(compareClaims(smallDossier([]), [])).toEqual([]);
  });
});

describe('what belongs together', () => {
  const incident = development('dev', '2025-10-11/2025-10-12');
  const inIncident = { development: 'dev', places: ['chaman'] };

  it('the same days and the same incident', () => {
    const dossier = smallDossier([
      incident,
      place('chaman'),
      claim('c-1', inIncident),
      claim('c-2', { development: 'dev' }),
    ]);
    expect(idsOf(groupsOf(dossier))).toEqual([[['c-1', 'c-2']]]);
    expect(groupsOf(dossier)[0]?.incident?.id).toBe('dev');
  });

  it('the same days and the same places, without an incident', () => {
    const dossier = smallDossier([
      claim('c-1'),
      claim('c-2', { claimedBy: 'north' }),
      claim('c-3', { places: ['chaman'] }),
    ]);
    expect(idsOf(groupsOf(dossier))).toEqual([[['c-1', 'c-2']], [['c-3']]]);
    expect(groupsOf(dossier)[0]?.incident).toBeUndefined();
  });

  it('not other days of the same incident: an umbrella figure does not borrow its name', () => {
    const umbrella = claim('c-2', { development: 'dev', period: '2025-10' });
    const groups = groupsOf(smallDossier([incident, claim('c-1', inIncident), umbrella]));
    expect(idsOf(groups)).toEqual([[['c-2']], [['c-1']]]);
    expect(groups.map((group) => group.incident?.id)).toEqual([undefined, 'dev']);
  });

  it('an accident too, of which nobody is expected to count the victims', () => {
    const accident = development('dev', '2025-10-11/2025-10-12', { category: 'accident', title: 'A mine goes off' });
    const [group] = groupsOf(
      smallDossier([accident, claim('c-1', inIncident), claim('c-2', { development: 'dev', claimedBy: 'un' })]),
    );
    expect(group?.incident?.title).toBe('A mine goes off');
    expect(group?.comparisons.map(({ rows, noFigureFrom }) => [rows.length, noFigureFrom])).toEqual([[2, []]]);
  });

  it('a running toll, with what others said of its first days: no side seems silent that spoke', () => {
    const first = { conflictsWith: ['c-2'], period: '2025-10-11' };
    const groups = groupsOf(
      smallDossier([
        claim('c-1', first),
        claim('c-2', { ...first, claimedBy: 'north', conflictsWith: ['c-1'] }),
        claim('c-3', { reportedOn: '2025-10-16' }),
      ]),
    );
    expect(idsOf(groups)).toEqual([[['c-3', 'c-1', 'c-2']]]);
    expect(groups[0]?.comparisons[0]?.noFigureFrom).toEqual([]);
  });

  it('not a report that covers several: talks and statements are no incidents', () => {
    const statement = development('dev-un', '2025-10-11/2025-10-12', { category: 'statement' });
    const claims = [
      claim('c-1', { development: 'dev-un', places: ['a'] }),
      claim('c-2', { development: 'dev-un', places: ['b'] }),
    ];
    expect(idsOf(groupsOf(smallDossier([statement, ...claims])))).toHaveLength(2);
  });

  it('a figure given in a statement, with the fighting that the statement is about', () => {
    const statement = development('dev-un', '2025-10-13', { category: 'statement', related: ['dev'] });
    const told = claim('c-2', { development: 'dev-un', claimedBy: 'un' });
    const [group, ...others] = groupsOf(smallDossier([incident, statement, claim('c-1', inIncident), told]));
    expect([group?.incident?.id, others.length]).toEqual(['dev', 0]);
  });

  it('all that a third one joins', () => {
    const rivals = { conflictsWith: ['c-1', 'c-2'], period: '2025-10' };
    const dossier = smallDossier([
      claim('c-1', { places: ['a'], conflictsWith: ['c-3'] }),
      claim('c-2', { places: ['b'], conflictsWith: ['c-3'] }),
      claim('c-3', rivals),
    ]);
    expect(idsOf(groupsOf(dossier)).map((group) => group.flat().toSorted())).toEqual([['c-1', 'c-2', 'c-3']]);
  });
});
