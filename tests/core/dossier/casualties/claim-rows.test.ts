/** How a claim relates to its side, and what a row says of other claims: conflicting, replaced, superseded. */

import { describe, expect, it } from 'vitest';
import { compareClaims } from '../../../../src/core/dossier/casualties/compare.ts';
import { type Relation, relationOf } from '../../../../src/core/dossier/casualties/relation.ts';
import type { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { Claim } from '../../../../src/core/dossier/entries.ts';
import { claim, claimFields, revised, smallDossier, source } from '../build-entries.ts';

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

  it('show a later figure of the same claimant once, with what it replaced (R20)', () => {
    const early = claim('c-1', { conflictsWith: ['c-2'] });
    const late = claim('c-2', { reportedOn: '2025-10-16', conflictsWith: ['c-1'] });
    const dossier = smallDossier([early, late]);
    expect(rowOf(dossier, 'c-1')).toBeUndefined();
    expect(rowOf(dossier, 'c-2')).toMatchObject({ earlier: [{ id: 'c-1' }], conflictsWith: [], alsoFromClaimant: [] });
  });

  it('say that a figure is superseded where its later one is left out, and by whom', () => {
    const early = claim('c-1', { status: 'superseded' });
    const dossier = smallDossier([early, claim('c-2', { reportedOn: '2025-10-16' })]);
    const [group] = compareClaims(
      dossier,
      [...dossier.claims.values()].filter(({ id }) => id === 'c-1'),
    );
    const superseded = { who: 'claimant', by: { id: 'c-2' } };
    expect(group?.comparisons[0]?.rows[0]).toMatchObject({ claim: { id: 'c-1' }, superseded });
  });

  it('honour the mark where no later figure is recorded, but not in a view of a day that could not know', () => {
    const dossier = smallDossier([
      source('src-late', '2025-10-16'),
      claim('c-1', { status: 'superseded' }),
      claim('c-2', { claimedBy: 'south-officials', sources: ['src-late'], reportedOn: '2025-10-16' }),
    ]);
    expect(rowOf(dossier, 'c-1')?.superseded).toMatchObject({ who: 'family', by: { id: 'c-2' } });
    expect(rowOf(dossier.asKnownAt(Date.UTC(2025, 9, 14)), 'c-1')?.superseded).toBeUndefined();
    expect(rowOf(smallDossier([claim('c-1', { status: 'superseded' })]), 'c-1')?.superseded).toEqual({
      who: 'nobody',
      by: undefined,
    });
  });

  it('are not superseded by a denial', () => {
    const early = claim('c-1', { status: 'superseded', conflictsWith: ['c-2'] });
    const count = { low: null, high: null, qualifier: 'denial' as const, asPrinted: 'false' };
    const denial = { claimedBy: 'north', stance: 'denies' as const, count, reportedOn: '2025-10-16' };
    const dossier = smallDossier([early, claim('c-2', { ...denial, conflictsWith: ['c-1'] })]);
    expect(rowOf(dossier, 'c-1')?.superseded?.who).toBe('nobody');
  });

  it('are not superseded by what somebody else says later: that stands beside them', () => {
    const early = claim('c-1', { status: 'superseded', conflictsWith: ['c-2'] });
    const other = { claimedBy: 'un', conflictsWith: ['c-1'] };
    const later = claim('c-2', { ...other, reportedOn: '2025-10-16' });
    expect(rowOf(smallDossier([early, later]), 'c-1')).toMatchObject({
      superseded: { who: 'others', by: { id: 'c-2' } },
      conflictsWith: [{ id: 'c-2' }],
    });
    const sameDay = claim('c-2', { ...other, reportedOn: claimFields('c-1').reportedOn });
    expect(rowOf(smallDossier([early, sameDay]), 'c-1')?.superseded?.who).toBe('nobody');
  });

  it('two branches of one side stay two claimants, and the one that gave way is no rival of the other', () => {
    const dossier = smallDossier([
      claim('c-1', { claimedBy: 'south-officials', status: 'superseded', conflictsWith: ['c-2', 'c-3'] }),
      claim('c-2', { conflictsWith: ['c-1', 'c-3'] }),
      claim('c-3', { claimedBy: 'north', count: lower, conflictsWith: ['c-1', 'c-2'] }),
    ]);
    expect(rowOf(dossier, 'c-1')?.superseded).toMatchObject({ who: 'family', by: { id: 'c-2' } });
    const rivalsOf = (id: string) => rowOf(dossier, id)?.conflictsWith.map((rival) => rival.id);
    expect(['c-1', 'c-2', 'c-3'].map(rivalsOf)).toEqual([['c-3'], ['c-3'], ['c-2']]);
  });

  it('name a rival by what it says now, where it was linked to what it said before of the same days', () => {
    const rival = claim('c-1', { claimedBy: 'north', count: lower, conflictsWith: ['c-2'] });
    const before = claim('c-2', { conflictsWith: ['c-1'] });
    const now = (fields: Partial<Claim>) => claim('c-3', { reportedOn: '2025-10-16', ...fields });
    const rowIn = (fields: Partial<Claim>) => rowOf(smallDossier([rival, before, now(fields)]), 'c-1');
    expect(rowIn({})?.conflictsWith.map(({ id }) => id)).toEqual(['c-3']);
    // It came to say the same.
    expect(rowIn({ count: lower })?.conflictsWith).toEqual([]);
    // Of more days.
    expect(rowIn({ period: '2025-10-11/2025-10-15' })).toMatchObject({
      conflictsWith: [],
      conflictsWithEarlier: [{ id: 'c-3' }],
    });
  });
});
