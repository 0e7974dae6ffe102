/** Whether two figures come from one claimant: a party, or an outlet where the claim names nobody (R20). */
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { lineOf } from '../speaking-for.ts';

type Names = Pick<Dossier, 'parties' | 'conflict' | 'sources'>;

/** Two outlets that name nobody are two claimants: of press figures, one publisher must have printed both. */
export function isSameClaimant(names: Names, a: Claim, b: Claim): boolean {
  if (a.claimedBy !== b.claimedBy) return false;
  if (!isPress(names, a)) return true;
  const publishers = publishersOf(names, a);
  return publishersOf(names, b).some((publisher) => publishers.includes(publisher));
}

/** A party and its branches, such as a government, its army and its ministries; what the press prints has none. */
export function isSameFamily(names: Names, a: Claim, b: Claim): boolean {
  return !isPress(names, a) && rootOf(names, a.claimedBy) === rootOf(names, b.claimedBy);
}

/** Whether the figure is an outlet's own, or that of nobody named. */
function isPress({ parties, conflict }: Names, { claimedBy }: Claim): boolean {
  return conflict.unattributed.includes(claimedBy) || parties.get(claimedBy)?.kind === 'media';
}

/** Without repeats. */
export function publishersOf({ sources }: Pick<Dossier, 'sources'>, claim: Claim): readonly string[] {
  return [...new Set(claim.sources.flatMap((id) => sources.get(id)?.publisher ?? []))];
}

function rootOf(names: Names, id: string): string {
  return lineOf(names, id).at(-1) ?? id;
}
