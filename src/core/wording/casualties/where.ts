/** Where the people were whom a figure counts, where that is not all of where the heading says. */
import type { Comparison } from '../../dossier/casualties/compare.ts';
import { isForPart } from '../../dossier/casualties/places.ts';
import type { Claim } from '../../dossier/entries.ts';
import { withoutBrackets } from '../../dossier/text/normalise.ts';
import type { NameContext } from '../wording-context.ts';
import type { Claimant } from './claimants.ts';

/** More are counted. */
const MOST_PLACES = 2;

/** Where all figures are for the same part of the incident's places; else ''. */
export function partOf({ rows }: Comparison, around: readonly string[], context: NameContext): string {
  const claims = rows.map(({ claim }) => claim).filter(isNoDenial);
  const parts = new Set(
    claims.map((claim) => (isForPart(context.dossier, claim, around) ? placesOf(claim, context) : '')),
  );
  const [part = ''] = parts;
  return parts.size === 1 ? part : '';
}

export function placesOf({ places }: Claim, { dossier, language }: NameContext): string {
  const names = places.map((id) => withoutBrackets(dossier.places.get(id)?.name ?? id));
  const [place = ''] = names;
  if (names.length > MOST_PLACES) return language.text('claims-more-places', { place, count: names.length - 1 });
  return language.text('claims-places', { places: language.list(names) });
}

/** Whether it leaves out the place of the heading, and another figure is of none of its places. */
export function isElsewhere(
  { places }: Claim,
  all: readonly Pick<Claimant, 'rows'>[],
  place: string | undefined,
): boolean {
  if (places.length === 0 || place === undefined || places.includes(place)) return false;
  return all.some(({ rows }) =>
    rows.some(({ claim: other }) => other.places.length > 0 && !other.places.some((one) => places.includes(one))),
  );
}

export function isNoDenial({ count }: Claim): boolean {
  return count.qualifier !== 'denial';
}
