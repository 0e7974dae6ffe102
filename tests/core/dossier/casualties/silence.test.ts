/** Whose figure is missing: of those who could be expected to give one, and of nobody else (R13). */
import { describe, expect, it } from 'vitest';
import { compareClaims } from '../../../../src/core/dossier/casualties/compare.ts';
import type { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { AnyEntry, Claim } from '../../../../src/core/dossier/entries.ts';
import { claim, development, place, smallDossier } from '../build-entries.ts';

const groupsOf = (dossier: Dossier) => compareClaims(dossier, [...dossier.claims.values()]);

describe('whose figure is missing', () => {
  const silent = (claims: Parameters<typeof smallDossier>[0]) =>
    groupsOf(smallDossier(claims)).flatMap(({ comparisons }) => comparisons.map(({ noFigureFrom }) => noFigureFrom));

  it.each([
    ['south', ['north']],
    ['south-officials', ['north']],
    ['north-army', ['south']],
    ['un', ['north', 'south']],
    ['press', ['north', 'south']],
  ])('where %s gave one: %j', (claimedBy, expected) => {
    expect(silent([claim('c-1', { claimedBy })])).toEqual([expected]);
  });

  it('not that of a side whose figure for the same harm may be of the same people', () => {
    const vague = claim('c-1', { victims: 'people', claimedBy: 'un' });
    expect(silent([vague, claim('c-2', { claimedBy: 'south' })])).toEqual([['north'], ['north']]);
    expect(silent([vague, claim('c-2', { claimedBy: 'south', harm: 'injured' })])).toEqual([
      ['north', 'south'],
      ['north'],
    ]);
  });

  it('not that of a side which denied it in general, for longer days or for some of them', () => {
    const strike = development('dev', '2025-10-11/2025-10-12', { parties: ['north', 'south'] });
    const denial = (fields: Partial<Claim> = {}) =>
      claim('c-2', {
        claimedBy: 'north',
        victims: 'south-civilians',
        stance: 'denies',
        count: { low: null, high: null, qualifier: 'denial', asPrinted: 'no civilian' },
        ...fields,
      });
    const beside = (
      fields: Partial<Claim>,
      victims: string,
      more: readonly AnyEntry[] = [],
      own: Partial<Claim> = {},
    ) =>
      groupsOf(smallDossier([...more, strike, claim('c-1', { victims, development: 'dev', ...own }), denial(fields)]))
        .flatMap(({ comparisons }) => comparisons)
        .filter(({ rows }) => rows.some((row) => row.claim.id === 'c-1'))
        .map(({ noFigureFrom, saidElsewhere }) => [noFigureFrom, saidElsewhere.map(({ id }) => id)]);
    const period = '2025-10-10/2025-10-20';
    expect(beside({ period }, 'people')).toEqual([[['north'], []]]);
    expect(beside({ period }, 'south-civilians')).toEqual([[[], ['c-2']]]);
    expect(beside({ period: '2025-10-11' }, 'south-civilians')).toEqual([[[], ['c-2']]]);
    // Of days that are others in part it is not, nor of another place.
    expect(beside({ period: '2025-10-12/2025-10-20' }, 'south-civilians')).toEqual([[['north'], []]]);
    const [town, frontier] = [place('town'), place('frontier', { country: null, admin1: '', kind: 'region' })];
    const at = { places: ['town'] };
    const there = (places: readonly string[]) =>
      beside({ period, places: [...places] }, 'south-civilians', [town, frontier, place('other')], at);
    expect(there(['other'])).toEqual([[['north'], []]]);
    for (const id of ['town', 'frontier']) expect(there([id])).toEqual([[[], ['c-2']]]);
    // A denial of one incident is not of a month.
    const ofOne = beside({ period: '2025-10-12', development: 'dev' }, 'south-civilians', [], {
      development: null,
      period: '2025-10',
    });
    expect(ofOne).toEqual([[['north'], []]]);
    // Of the incident itself it is, whatever days it gives.
    expect(beside({ period, development: 'dev' }, 'south-civilians')).toEqual([[[], []]]);
  });

  it('nobody’s, where both sides gave one, and separately for each harm', () => {
    const both = [claim('c-1'), claim('c-2', { claimedBy: 'north' }), claim('c-3', { harm: 'injured' })];
    expect(silent(both)).toEqual([[], ['north']]);
  });

  it('that of those who fought, where it was not the two sides', () => {
    const rebels = development('dev', '2025-10-11/2025-10-12', { parties: ['north', 'rebels'] });
    expect(silent([rebels, claim('c-1', { claimedBy: 'north', development: 'dev' })])).toEqual([['rebels']]);
    expect(silent([rebels, claim('c-1', { claimedBy: 'un', development: 'dev' })])).toEqual([['north', 'rebels']]);
    const unnamed = development('dev', '2025-10-11/2025-10-12', { parties: [] });
    expect(silent([unnamed, claim('c-1', { claimedBy: 'un', development: 'dev' })])).toEqual([['north', 'south']]);
  });

  const clash = development('dev', '2025-10-11/2025-10-12', { parties: ['north', 'south', 'rebels'] });
  const of = (fields: Partial<Claim>) => ({ development: 'dev', ...fields });

  it('not that of whoever gave one for more or fewer days of the incident (V12)', () => {
    const [whole, day] = [of({ claimedBy: 'south' }), of({ claimedBy: 'north', period: '2025-10-12' })];
    expect(silent([clash, claim('c-1', whole), claim('c-2', day)])).toEqual([[], []]);
    expect(silent([clash, claim('c-1', whole), claim('c-2', { ...day, harm: 'injured' })])).toEqual([
      ['south'],
      ['north'],
    ]);
    // Days of another incident are no days of this one.
    expect(silent([clash, claim('c-1', whole), claim('c-2', { ...day, development: null })])).toEqual([
      ['south'],
      ['north'],
    ]);
  });

  it('only of the side whose people they are, and of the side that fought them (V12)', () => {
    const both = { claimedBy: 'un' };
    expect(silent([clash, claim('c-1', of(both))])).toEqual([['north', 'south']]);
    expect(silent([clash, claim('c-1', of({ ...both, victims: 'south-civilians' }))])).toEqual([['south', 'north']]);
    expect(silent([clash, claim('c-1', of({ ...both, victims: 'south-and-rebels' }))])).toEqual([
      ['south', 'rebels', 'north'],
    ]);
    const strike = development('dev', '2025-10-11/2025-10-12', { parties: ['north', 'rebels'] });
    expect(silent([strike, claim('c-1', of({ ...both, victims: 'south-civilians' }))])).toEqual([['south', 'north']]);
    const bomb = development('dev', '2025-10-11/2025-10-12', { parties: ['north'] });
    expect(silent([bomb, claim('c-1', of(both))])).toEqual([['north']]);
  });

  it('of several who may have fought them, nobody’s once one has spoken', () => {
    const bomb = development('dev', '2025-10-11/2025-10-12', { parties: ['north', 'rebels', 'others'] });
    const others: AnyEntry = {
      kind: 'party',
      fields: {
        id: 'others',
        name: 'Others',
        shortName: 'others',
        kind: 'non-state-armed-group',
        side: 'armed-group',
        aliases: [],
      },
    };
    expect(silent([others, bomb, claim('c-1', of({ claimedBy: 'north' }))])).toEqual([['rebels', 'others']]);
    expect(silent([others, bomb, claim('c-1', of({ claimedBy: 'others' }))])).toEqual([['north']]);
  });
});
