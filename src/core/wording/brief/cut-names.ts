/** The names of several parties on one line, each cut to a length. */
import type { Spans } from '../../reply/span.ts';
import { partyNameWithin } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

/** `ids` of parties; `names` is in UTF-16 units, the same for all. */
export function cutNames(
  ids: readonly string[],
  { names }: { readonly names: number },
  { dossier, language }: NameContext,
): Spans {
  const parties = ids.flatMap((id) => dossier.parties.get(id) ?? []);
  return language.list(parties.map((party) => partyNameWithin(dossier, party, names)));
}
