/** Figures that nobody read where their claimant gave them: another's report of them is all there is. */
import type { Dossier } from '../dossier.ts';
import type { Claim } from '../entries.ts';
import { normalise, withoutBrackets } from '../text/normalise.ts';
import { publishersOf } from './claimant.ts';

/**
 * The publishers through which a figure came, where its attribution names all of them: they do not print what they
 * read elsewhere. None where a claimant's own report was read.
 */
export function reportersOf(
  { sources, parties }: Pick<Dossier, 'sources' | 'parties'>,
  claim: Claim,
): readonly string[] {
  const publishers = publishersOf({ sources }, claim).map(withoutBrackets);
  const claimant = parties.get(claim.claimedBy);
  const own = [claimant?.name, claimant?.shortName, ...(claimant?.aliases ?? [])];
  const said = normalise(claim.attribution);
  const areNamed = publishers.every((name) => said.includes(normalise(name)) && !own.includes(name));
  return areNamed ? publishers : [];
}
