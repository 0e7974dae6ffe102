/** Which incidents and which of their figures an overview shows first, whatever side they speak for. */
import type { Conflict } from '../conflict.ts';
import { newestFirst } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Claim, Development, Side } from '../entries.ts';
import { onceFor } from '../memoise.ts';
import { isSameFamily } from './claimant.ts';
import type { ClaimRow, Comparison } from './compare.ts';
import { figuresOf, type IncidentFigures } from './incident-figures.ts';
import { newestPeriod } from './order.ts';
import { sameNumbers } from './series.ts';

/** How far the claimants of a comparison are apart: the sides differ, or somebody does, or nobody. */
type Rivalry = 'sides' | 'others' | 'none';

const RIVALRY: Readonly<Record<Rivalry, number>> = { sides: 0, others: 1, none: 2 };
const SIGNIFICANCE: Readonly<Record<Development['significance'], number>> = { breaking: 0, major: 1, routine: 2 };
export const HARM: Readonly<Record<Claim['harm'], number>> = {
  killed: 0,
  injured: 1,
  missing: 2,
  captured: 3,
  displaced: 4,
};

/**
 * The first `count` incidents by their rank: of ten thousand, all others need not be put in order. First those where
 * both sides gave figures that differ, then those where anybody's do. Among these incidents before periods without one,
 * then the most significant, then where the sides differ about most groups of victims, then the newest. No rule asks
 * which side a figure is from, how high it is, or whom it is about: with all names of the two sides exchanged the order
 * is the same.
 */
export function firstIncidents(
  dossier: Dossier,
  all: readonly IncidentFigures[],
  count: number,
): readonly IncidentFigures[] {
  const rankOf = rankIn(dossier);
  const first: IncidentFigures[] = [];
  for (const one of all) {
    const last = first.at(-1);
    if (first.length === count && last && compareRanks(rankOf(one), rankOf(last)) >= 0) continue;
    const at = first.findIndex((other) => compareRanks(rankOf(one), rankOf(other)) < 0);
    first.splice(at === -1 ? first.length : at, 0, one);
    first.splice(count);
  }
  return first;
}

interface Rank {
  readonly keys: readonly number[];
  readonly newest: string;
  readonly id: string;
}

const rankIn = onceFor((dossier: Dossier) =>
  onceFor((one: IncidentFigures): Rank => {
    const rivalries = one.comparisons.map((comparison) => RIVALRY[rivalryOf(dossier, comparison)]);
    return {
      keys: [
        Math.min(...rivalries),
        Number(one.incident === undefined),
        significanceOf(dossier, one),
        -rivalries.filter((rivalry) => rivalry === 0).length,
      ],
      newest: newestPeriod(figuresOf(one)),
      id: one.id,
    };
  }),
);

function compareRanks(a: Rank, b: Rank): number {
  return byKeys(a.keys, b.keys) || newestFirst(a.newest, b.newest) || byText(a.id, b.id);
}

/** How often the victims of each side, or of several, have been told of; by `sidesOf`. */
export type Told = ReadonlyMap<string, number>;

/**
 * Of one incident in the same way: where the sides differ before where nobody does, the killed before the injured, and
 * victims whose side is given before others.
 * Then in turns by the side whose people they are, those first that were told of least: `told` counts what stands
 * before. Then figures that count the same before those that say that they do not, and what most claimants speak of.
 */
export function rankComparisons(
  dossier: Dossier,
  all: readonly Comparison[],
  told: Told = new Map(),
): readonly Comparison[] {
  const counts = new Map(told);
  const left = new Set(all);
  const ranked: Comparison[] = [];
  const keysOf = keysIn(dossier);
  const compare = (a: Comparison, b: Comparison) => {
    const [one, other] = [keysOf(a), keysOf(b)];
    const turn = (counts.get(one.sides) ?? 0) - (counts.get(other.sides) ?? 0);
    return byKeys(one.first, other.first) || turn || byKeys(one.after, other.after) || byText(one.id, other.id);
  };
  while (left.size > 0) {
    const [next] = [...left].toSorted(compare);
    if (!next) break;
    left.delete(next);
    ranked.push(next);
    const sides = sidesOf(dossier, next);
    counts.set(sides, (counts.get(sides) ?? 0) + 1);
  }
  return ranked;
}

/** The sides whose people a comparison is about. */
export function sidesOf({ conflict }: Pick<Dossier, 'conflict'>, { victims }: Comparison): string {
  return sidesByGroup(conflict).get(victims) ?? '';
}

const sidesByGroup = onceFor(
  ({ victimGroups }: Conflict): ReadonlyMap<string, string> =>
    new Map(victimGroups.toReversed().map(({ id, sides }) => [id, sides.toSorted().join('/')])),
);

const keysIn = onceFor((dossier: Dossier) => onceFor((one: Comparison) => findKeys(dossier, one)));

function findKeys(dossier: Dossier, one: Comparison) {
  return {
    sides: sidesOf(dossier, one),
    // Whose people they were is more than that people were harmed.
    first: [RIVALRY[rivalryOf(dossier, one)], HARM[one.harm], Number(sidesOf(dossier, one) === '')],
    after: [
      Number(one.rows.some(({ claim }) => claim.scope !== undefined)),
      -new Set(one.rows.map(({ claim }) => claim.claimedBy)).size,
    ],
    id: one.rows.map(({ claim }) => claim.id).toSorted()[0] ?? '',
  };
}

/** What gave way to a later figure of the same side is no figure to compare with. A denial has none. */
function rivalryOf(dossier: Dossier, { rows }: Comparison): Rivalry {
  const standing = rows.filter((row) => !hasGivenWay(row) && row.claim.count.qualifier !== 'denial');
  const pairs = standing.flatMap((a, index) =>
    standing
      .slice(index + 1)
      .flatMap((b) => (sameNumbers(a.claim.count, b.claim.count) ? [] : [[a.claim, b.claim] as const])),
  );
  const sideOf = ({ claimedBy }: Claim): Side | undefined => dossier.parties.get(claimedBy)?.side;
  const isSide = (claim: Claim) => dossier.conflict.sides.some(({ side }) => side === sideOf(claim));
  if (pairs.some(([a, b]) => isSide(a) && isSide(b) && sideOf(a) !== sideOf(b))) return 'sides';
  return pairs.some(([a, b]) => !isSameFamily(dossier, a, b)) ? 'others' : 'none';
}

/** Whether several claimants speak of one harm in it. */
export function isAtIssue({ comparisons }: IncidentFigures): boolean {
  return comparisons.some(({ rows }) => new Set(rows.map(({ claim }) => claim.claimedBy)).size > 1);
}

/** Whether a later figure of the same claimant, or of a branch of its side, took its place. */
export function hasGivenWay({ superseded }: Pick<ClaimRow, 'superseded'>): boolean {
  return superseded?.who === 'claimant' || superseded?.who === 'family';
}

/** That of the incident, or of what its figures name. */
function significanceOf({ developments }: Dossier, one: IncidentFigures): number {
  const named = figuresOf(one).flatMap(({ development }) =>
    development === null ? [] : (developments.get(development) ?? []),
  );
  const all = one.incident === undefined ? named : [one.incident];
  return Math.min(3, ...all.map(({ significance }) => SIGNIFICANCE[significance]));
}

function byKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, key] of a.entries()) {
    const difference = key - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
