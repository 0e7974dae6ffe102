/** What kind of statement a figure is: of one's own losses, of the other side's, of a third party. */

import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';

/** R7: what kind of statement a figure is. */
export type Relation =
  | 'own-loss'
  | 'own-side'
  | 'other-side'
  /** A side about an armed group, which is neither side of the conflict (R16). */
  | 'armed-group'
  | 'third-party'
  /** A newspaper's or agency's own figure; it names nobody who gave it. */
  | 'press'
  | 'unattributed'
  | 'denial'
  /** A party to the fighting, about victims whose side is not given. */
  | 'side-not-given';

/**
 * R7. Claimant and victims decide, not the wording: an "asserts" about one's own people is not one about the other
 * side.
 */
export function relationOf(dossier: Dossier, claim: Claim): Relation {
  if (claim.stance === 'denies') return 'denial';
  if (claim.stance === 'acknowledges-own-loss') return 'own-loss';
  const party = dossier.parties.get(claim.claimedBy);
  if (party === undefined || dossier.conflict.unattributed.includes(party.id)) return 'unattributed';
  if (party.kind === 'media') return 'press';
  const claimant = party.side;
  if (claimant === 'observer' || claimant === 'mediator') return 'third-party';
  const victims = dossier.conflict.victimGroups.find((group) => group.id === claim.victims)?.sides ?? [];
  if (victims.length === 0) return 'side-not-given';
  if (victims.includes(claimant)) return 'own-side';
  return victims.every((side) => side === 'armed-group') ? 'armed-group' : 'other-side';
}
