/** Groups that are kept: what is made of some of the claims is what would be made of them without the others. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupsOf } from '../../../../src/core/dossier/casualties/groups.ts';
import { incidentOf } from '../../../../src/core/dossier/casualties/incident.ts';
import { newestPeriod } from '../../../../src/core/dossier/casualties/order.ts';
import { areLinked, type Series } from '../../../../src/core/dossier/casualties/series.ts';
import { newestFirst, parseEdtf, sameDays } from '../../../../src/core/dossier/dates/edtf.ts';
import type { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { Claim } from '../../../../src/core/dossier/entries.ts';
import { arbitraryClaims, smallIncidents } from '../arbitrary-dossier.ts';
import { smallDossier } from '../build-entries.ts';

/** As figures are brought together one by one; each is a series of its own here. */
function grouped(dossier: Dossier, claims: readonly Claim[]): readonly (readonly Series[])[] {
  const areNear = (a: Claim, b: Claim) =>
    areLinked(a, b) ||
    (sameDays(parseEdtf(a.period), parseEdtf(b.period)) &&
      incidentOf(dossier, a)?.id === incidentOf(dossier, b)?.id &&
      a.places.join() === b.places.join());
  let groups: readonly (readonly Series[])[] = [];
  for (const newest of claims) {
    const [joined, others] = [true, false].map((isNear) =>
      groups.filter((group) => group.some((other) => areNear(newest, other.newest)) === isNear),
    );
    groups = [...(others ?? []), [...(joined ?? []).flat(), { newest, earlier: [] }]];
  }
  return groups;
}

const periodOf = (group: readonly Series[]) => newestPeriod(group.map(({ newest }) => newest));
const idsOf = (groups: readonly (readonly Series[])[]) => groups.map((group) => group.map(({ newest }) => newest.id));

test('groups of any claims of a dossier, asked for in any order, are as if nothing had been kept', () => {
  const masks = fc.array(fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(arbitraryClaims(), arbitraryClaims(), masks, fc.boolean(), (some, more, chosen, isTurned) => {
      const others = more.map((one) => ({
        ...one,
        id: `other-${one.id}`,
        conflictsWith: one.conflictsWith.map((id) => `other-${id}`),
      }));
      const entries = [...some, ...others].map((fields) => ({ kind: 'claim' as const, fields }));
      const dossier = smallDossier([...smallIncidents, ...entries]);
      const all = [...dossier.claims.values()];
      for (const mask of [[], ...chosen]) {
        const kept = all.filter((_, index) => mask[index] ?? true);
        const asked = isTurned ? kept.toReversed() : kept;
        const wanted = grouped(dossier, asked).toSorted((a, b) => newestFirst(periodOf(a), periodOf(b)));
        expect(idsOf(groupsOf(dossier, asked, (of) => grouped(dossier, of)))).toEqual(idsOf(wanted));
      }
    }),
    { numRuns: 300 },
  );
});
