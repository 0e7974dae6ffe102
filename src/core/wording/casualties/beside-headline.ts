/** What stands against a figure, for a title that a lock screen shows alone: its first rival, or that it has none. */
import { compareNear } from '../../dossier/casualties/compare.ts';
import { relationOf } from '../../dossier/casualties/relation.ts';
import type { Claim } from '../../dossier/entries.ts';
import type { Spans } from '../../reply/span.ts';
import { briefPartyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { briefFigure } from './figure.ts';

/** Nobody has to confirm what they say of themselves, and these are no party to the fighting. */
const NEEDS_NO_OTHER: readonly string[] = ['own-loss', 'third-party', 'press', 'unattributed', 'denial'];

/** Nothing where others say the same, or nobody has to. */
export function besideHeadline(claim: Claim, context: NameContext): Spans {
  const { dossier, language } = context;
  const rows = compareNear(dossier, new Set([claim.id]))
    .flatMap(({ comparisons }) => comparisons)
    .find((group) => group.rows.some((row) => row.claim.id === claim.id))?.rows;
  const [rival] = rows?.find((row) => row.claim.id === claim.id)?.conflictsWith ?? [];
  if (rival) {
    return language.spans('headline-rival', {
      claimant: briefPartyName(dossier, rival.claimedBy),
      says: rival.count.qualifier === 'denial' ? 'denial' : 'figure',
      figure: briefFigure(rival, language),
    });
  }
  const isAlone = rows?.every((row) => row.claim.claimedBy === claim.claimedBy) ?? false;
  return isAlone && !NEEDS_NO_OTHER.includes(relationOf(dossier, claim)) ? language.spans('headline-unconfirmed') : [];
}
