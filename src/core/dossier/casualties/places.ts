/** Figures for a part of where an incident was. */
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';

/**
 * Whether `places` (ids) has one in a province that the figure is not for. A figure for a frontier, or of which no
 * place is given, can be for all of them.
 */
export function isForPart(
  { places: known }: Pick<Dossier, 'places'>,
  claim: Claim,
  places: readonly string[],
): boolean {
  const provinceOf = (id: string) => {
    const { country, admin1 } = known.get(id) ?? {};
    return admin1 ? `${country}/${admin1}` : undefined;
  };
  const theirs = claim.places.map(provinceOf);
  if (theirs.length === 0 || theirs.includes(undefined)) return false;
  return places.some((id) => {
    const province = provinceOf(id);
    return province !== undefined && !theirs.includes(province);
  });
}
