/** The claimants of a group of figures in the order in which a line names them, and who is kept where room is short. */
import { isSameClaimant } from '../../dossier/casualties/claimant.ts';
import type { ClaimRow, Comparison } from '../../dossier/casualties/compare.ts';
import { hasGivenWay } from '../../dossier/casualties/rank.ts';
import type { Relation } from '../../dossier/casualties/relation.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Claim } from '../../dossier/entries.ts';
import type { NameContext } from '../wording-context.ts';

/** Third parties, then whoever speaks of others' losses, then of their own, then those who name nobody. */
const ORDER: Readonly<Record<Relation, number>> = {
  'third-party': 0,
  'other-side': 1,
  'armed-group': 1,
  'side-not-given': 1,
  'own-side': 2,
  'own-loss': 2,
  press: 3,
  unattributed: 4,
  denial: 5,
};

export interface Room {
  /**
   * Claimants to be shown at most, but for one of each side and a third party, which are shown where any are. With 0 no
   * two are.
   */
  readonly most: number;
  /** Whether a figure was asked for: its claimant is shown before others. */
  readonly isAskedFor?: ((claim: Claim) => boolean) | undefined;
  /** Whether that claimant is also named first. */
  readonly leads?: boolean;
}

/** The figures of a claimant that no later one of its own took the place of, at least one. */
export interface Claimant<Row = ClaimRow> {
  readonly first: Row;
  readonly rows: readonly Row[];
}

export function claimantsOf(
  { rows }: Comparison,
  { isAskedFor = () => false, leads = false }: Pick<Room, 'isAskedFor' | 'leads'>,
  { dossier }: NameContext,
): readonly Claimant[] {
  // What gave way is of use only where nothing of whoever was asked for stands.
  const hasOwn = rows.some((row) => isAskedFor(row.claim) && !hasGivenWay(row));
  const standing = rows.filter((row) => !hasGivenWay(row) || (!hasOwn && isAskedFor(row.claim)));
  // A denial is no figure that another gave way to.
  const hasFigure = standing.some(({ relation }) => relation !== 'denial');
  const claimants: { readonly first: ClaimRow; readonly rows: ClaimRow[] }[] = [];
  for (const row of hasFigure ? standing : rows) {
    const own = claimants.find(
      ({ first }) =>
        isSameClaimant(dossier, first.claim, row.claim) && row.relation !== 'denial' && first.relation !== 'denial',
    );
    if (own) own.rows.push(row);
    else claimants.push({ first: row, rows: [row] });
  }
  const isLed = ({ rows: own }: Claimant) => leads && own.some(({ claim }) => isAskedFor(claim));
  return claimants.toSorted(
    (a, b) => Number(isLed(b)) - Number(isLed(a)) || ORDER[a.first.relation] - ORDER[b.first.relation],
  );
}

type Superseded = Partial<Pick<ClaimRow, 'superseded'>>;

/**
 * One of each side of the conflict, which can be its denial, then third parties, then seconds of a side. Where anybody
 * is left out for room, nobody's rival is, nor who belongs to no side.
 */
export function mostTelling<C extends Claimant<Pick<ClaimRow, 'claim' | 'relation'> & Superseded>>(
  all: readonly C[],
  { most, isAskedFor = () => false }: Room,
  { conflict, parties }: Pick<Dossier, 'conflict' | 'parties'>,
): readonly C[] {
  if (all.length <= Math.max(1, most)) return all;
  if (most === 0) return [];
  // A figure that was superseded speaks for nobody while another of its side stands.
  const ranked = all.toSorted((a, b) => Number(isSuperseded(a)) - Number(isSuperseded(b)));
  const thirds = ranked.filter(({ first }) => first.relation === 'third-party');
  const needed = new Set([
    ...ranked.filter(({ rows }) => rows.some(({ claim }) => isAskedFor(claim))).slice(0, 1),
    ...conflict.sides.flatMap(
      ({ side }) => ranked.find(({ first }) => parties.get(first.claim.claimedBy)?.side === side) ?? [],
    ),
    ...thirds.slice(0, 1),
  ]);
  const kept = new Set(needed);
  for (const claimant of [...thirds, ...ranked]) if (kept.size < most) kept.add(claimant);
  return all.filter((claimant) => kept.has(claimant));
}

function isSuperseded({ rows }: Claimant<Superseded>): boolean {
  return rows.every(({ superseded }) => superseded !== undefined);
}
