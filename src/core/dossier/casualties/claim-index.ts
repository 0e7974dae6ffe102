/** Claims by what they are about, so that one is not compared with each of a thousand others. */

import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Side } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { incidentOf } from './incident.ts';

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
  const about = `${keyOf(claim)}/${side}`;
  const { byMonth, long } = monthsOf(dossier);
  const found = monthsIn(claim) ?? [...(byMonth.get(about)?.keys() ?? [])];
  const near = new Set([...found.flatMap((month) => byMonth.get(about)?.get(month) ?? []), ...(long.get(about) ?? [])]);
  return [...near].toSorted((a, b) => a.place - b.place).map(({ claim: one }) => one);
}

interface Placed {
  readonly claim: Claim;
  /** In the dossier's order. */
  readonly place: number;
}

/** By harm, victims and side: by each month of their periods, and apart from these those of very long periods. */
const monthsOf = onceFor((dossier: Dossier) => {
  const byMonth = new Map<string, Map<number, Placed[]>>();
  const long = new Map<string, Placed[]>();
  const add = <Key>(to: Map<Key, Placed[]>, key: Key, placed: Placed) => {
    const known = to.get(key);
    if (known) known.push(placed);
    else to.set(key, [placed]);
  };
  for (const [place, claim] of [...dossier.claims.values()].entries()) {
    const about = `${keyOf(claim)}/${dossier.parties.get(claim.claimedBy)?.side}`;
    const months = monthsIn(claim);
    if (!months) {
      add(long, about, { claim, place });
      continue;
    }
    const own = byMonth.get(about) ?? new Map<number, Placed[]>();
    byMonth.set(about, own);
    for (const month of months) add(own, month, { claim, place });
  }
  return { byMonth, long };
});

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
