/** A few figures compared: each group is as it is where all of the dossier are. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ClaimGroup,
  claimsOf,
  compareClaims,
  compareNear,
} from '../../../../src/core/dossier/casualties/compare.ts';
import { foldRealDossier } from '../real-dossier.ts';

const dossier = await foldRealDossier();
const ids = [...dossier.claims.keys()];
const all = compareClaims(dossier, [...dossier.claims.values()]);

const idsIn = ({ comparisons }: ClaimGroup) =>
  comparisons.flatMap(({ rows }) => rows.flatMap((row) => claimsOf(row).map(({ id }) => id)));

test('whatever figures are asked for, their groups come as they are among all, in the same order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 12 }), (asked) => {
      const near = compareNear(dossier, new Set(asked));
      const isAsked = (group: ClaimGroup) => idsIn(group).some((id) => asked.includes(id));
      expect(near.filter(isAsked)).toEqual(all.filter(isAsked));
    }),
  );
});

test('a figure that is not on file has nothing beside it', () => {
  expect(compareNear(dossier, new Set(['cas-unheard-of']))).toEqual([]);
});
