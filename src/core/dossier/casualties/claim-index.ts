/** Claims by what they are about, so that one is not compared with each of a thousand others. */

import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Side } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { incidentOf } from './incident.ts';
import { partsOf } from './parts.ts';

const indexOf = onceFor((dossier: Dossier) => ({
  about: Map.groupBy(dossier.claims.values(), keyOf),
  incidents: Map.groupBy(dossier.claims.values(), (claim) => incidentOf(dossier, claim)?.id),
}));

/** All of the dossier that are of the same harm to the same victims, in any unit, in the dossier's order. */
export function claimsAbout(dossier: Dossier, claim: Pick<Claim, 'harm' | 'victims'>): readonly Claim[] {
  return indexOf(dossier).about.get(keyOf(claim)) ?? [];
}

/** All of the dossier that belong to the incident with this id, in the dossier's order. */
export function claimsOfIncident(dossier: Dossier, incident: string): readonly Claim[] {
  return indexOf(dossier).incidents.get(incident) ?? [];
}

/** Of these, those of a side whose period can share a month with that of `claim`, in the dossier's order. */
export function claimsOfSideAbout(dossier: Dossier, claim: Claim, side: Side | undefined): readonly Claim[] {
  const months = monthsIn(claim);
  if (!months) return claimsAbout(dossier, claim).filter(({ claimedBy }) => sideOf(dossier, claimedBy) === side);
  const { placeOf } = partsOf(dossier);
  const near = [...months, LONG].flatMap((month) => byMonth(dossier).get(monthKey(claim, side, month)) ?? []);
  return [...new Set(near)].toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** By what they are about, by side, and by each month of their periods. */
const byMonth = onceFor((dossier: Dossier): ReadonlyMap<string, readonly Claim[]> => {
  const placed = [...dossier.claims.values()].flatMap((claim) =>
    (monthsIn(claim) ?? [LONG]).map((month) => ({
      claim,
      key: monthKey(claim, sideOf(dossier, claim.claimedBy), month),
    })),
  );
  return new Map([...Map.groupBy(placed, ({ key }) => key)].map(([key, all]) => [key, all.map(({ claim }) => claim)]));
});

/** In the place of a month, of very long periods. */
const LONG = 'long';

function monthKey(claim: Claim, side: Side | undefined, month: string | number): string {
  return `${keyOf(claim)}/${side}/${month}`;
}

function sideOf({ parties }: Dossier, party: string): Side | undefined {
  return parties.get(party)?.side;
}

/** A period of more is looked through whole. */
const MOST_MONTHS = 36;

/** The number of each month that the period can reach; undefined where they are too many. */
function monthsIn({ period }: Claim): readonly number[] | undefined {
  const { earliest, latest } = parseEdtf(period);
  const [first, last] = [monthNumber(earliest), monthNumber(latest)];
  if (last - first >= MOST_MONTHS) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Months since the year 0. */
function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function keyOf({ harm, victims }: Pick<Claim, 'harm' | 'victims'>): string {
  return `${harm}/${victims}`;
}
