/** What was agreed, without the word of a side on it: whoever mediated announced it, or the other side alone. */

import { sidesUnheard } from '../../dossier/ceasefire/agreements.ts';
import type { Ceasefire } from '../../dossier/entries.ts';
import { partyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

/** Whose word on it is not on record by `day` (`YYYY-MM-DD`); none where every side's is. */
export function unconfirmedText(
  entry: Ceasefire,
  day: string,
  { dossier, language }: NameContext,
  id: 'truce-unconfirmed' | 'ceasefire-unconfirmed' = 'truce-unconfirmed',
): readonly string[] {
  const unheard = sidesUnheard(dossier, entry, day);
  if (unheard.length === 0) return [];
  const isNeither = unheard.length === 2 && dossier.conflict.sides.length === 2;
  const parties = language.either(unheard.map((party) => partyName(dossier, party)));
  return [language.text(id, { who: isNeither ? 'neither' : 'some', parties })];
}
