/** How a claim relates to its side, and what a row says of other claims: conflicting, replaced, superseded. */

import { describe, expect, it } from 'vitest';
import { compareClaims } from '../../../../src/core/dossier/casualties/compare.ts';
import { type Relation, relationOf } from '../../../../src/core/dossier/casualties/relation.ts';
import type { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { Claim } from '../../../../src/core/dossier/entries.ts';
import { claim, claimFields, revised, smallDossier } from '../build-entries.ts';

const LATER = Date.UTC(2026, 10, 23);

describe('relationOf', () => {
  const dossier = smallDossier([]);
  const table: readonly (readonly [string, Claim['stance'], string, Relation])[] = [
    ['north-army', 'acknowledges-own-loss', 'north-soldiers', 'own-loss'],
    ['south', 'asserts', 'north-soldiers', 'other-side'],
    ['south-officials', 'asserts', 'south-civilians', 'own-side'],
    ['south-officials', 'reports', 'south-civilians', 'own-side'],
    ['north-army', 'asserts', 'south-civilians', 'other-side'],
    ['north-army', 'asserts', 'south-and-rebels', 'other-side'],
    ['rebels', 'asserts', 'south-and-rebels', 'own-side'],
    ['rebels', 'asserts', 'north-soldiers', 'other-side'],
    ['south', 'asserts', 'people', 'side-not-given'],
    ['un', 'asserts', 'south-civilians', 'third-party'],
    ['un', 'reports', 'people', 'third-party'],
    ['mediator', 'reports', 'north-soldiers', 'third-party'],
    ['press', 'reports', 'north-soldiers', 'unattributed'],
    ['nobody-known', 'reports', 'north-soldiers', 'unattributed'],
    ['north', 'denies', 'south-civilians', 'denial'],
    ['press', 'denies', 'south-civilians', 'denial'],
    ['north', 'asserts', 'no-such-group', 'side-not-given'],
  ];

  it.each(table)('%s %s of %s: %s', (claimedBy, stance, victims, expected) => {
    expect(relationOf(dossier, claimFields('c-1', { claimedBy, stance, victims }))).toBe(expected);
  });
});

describe('rows', () => {
  const rowOf = (dossier: Dossier, id: string) =>
    compareClaims(dossier, [...dossier.claims.values()])
      .flatMap(({ comparisons }) => comparisons.flatMap(({ rows }) => rows))
      .find((row) => row.claim.id === id);
  const lower = { low: 23, high: 23, qualifier: 'exact' as const, asPrinted: '23' };

  it('name the rivals that are known, in full', () => {
    const dossier = smallDossier([
      claim('c-1', { conflictsWith: ['c-2', 'c-gone'] }),
      claim('c-2', { claimedBy: 'north', count: lower, conflictsWith: ['c-1'] }),
    ]);
    expect(rowOf(dossier, 'c-1')?.conflictsWith.map(({ id }) => id)).toEqual(['c-2']);
  });

  it('do not point to a rival that is left out', () => {
    const dossier = smallDossier([
      claim('c-1', { conflictsWith: ['c-2'] }),
      claim('c-2', { claimedBy: 'north', count: lower, conflictsWith: ['c-1'] }),
    ]);
    const only = [...dossier.claims.values()].filter(({ id }) => id === 'c-1');
    expect(compareClaims(dossier, only)[0]?.comparisons[0]?.rows[0]?.conflictsWith).toEqual([]);
  });

  it('show the figure that a revision replaced, and none where it changed something else', () => {
    const revision = (fields: Partial<Claim>) => smallDossier([claim('c-1')], [revised(claim('c-1', fields), LATER)]);
    expect(rowOf(revision({ count: lower }), 'c-1')?.replaced).toEqual(claimFields('c-1').count);
    expect(rowOf(revision({ attribution: 'another' }), 'c-1')?.replaced).toBeUndefined();
    expect(rowOf(smallDossier([claim('c-1')]), 'c-1')?.replaced).toBeUndefined();
  });

  it('are superseded by a later figure of the same claimant, and only where that is shown', () => {
    const early = claim('c-1', { status: 'superseded', conflictsWith: ['c-2'] });
    const late = claim('c-2', { reportedOn: '2025-10-16', conflictsWith: ['c-1'] });
    expect(rowOf(smallDossier([early, late]), 'c-1')?.superseded).toBe('claimant');
    expect(rowOf(smallDossier([early, late]), 'c-2')?.superseded).toBeUndefined();
    expect(rowOf(smallDossier([early]), 'c-1')?.superseded).toBeUndefined();
    const earlier = claim('c-2', { reportedOn: '2025-10-11', conflictsWith: ['c-1'] });
    expect(rowOf(smallDossier([early, earlier]), 'c-1')?.superseded).toBeUndefined();
  });

  it('are not superseded by a denial', () => {
    const early = claim('c-1', { status: 'superseded', conflictsWith: ['c-2'] });
    const count = { low: null, high: null, qualifier: 'denial' as const, asPrinted: 'false' };
    const denial = { claimedBy: 'north', stance: 'denies' as const, count, reportedOn: '2025-10-16' };
    expect(
      rowOf(smallDossier([early, claim('c-2', { ...denial, conflictsWith: ['c-1'] })]), 'c-1')?.superseded,
    ).toBeUndefined();
  });

  it('are not superseded by what somebody else says later: that stands beside them', () => {
    const early = claim('c-1', { status: 'superseded', conflictsWith: ['c-2'] });
    const other = { claimedBy: 'un', conflictsWith: ['c-1'] };
    const later = claim('c-2', { ...other, reportedOn: '2025-10-16' });
    expect(rowOf(smallDossier([early, later]), 'c-1')?.superseded).toBe('others');
    const sameDay = claim('c-2', { ...other, reportedOn: claimFields('c-1').reportedOn });
    expect(rowOf(smallDossier([early, sameDay]), 'c-1')?.superseded).toBeUndefined();
  });
});
