/** What was agreed, without the word of a side on it: whoever mediated announced it, or the other side alone. */

import { sidesUnheard } from '../../dossier/ceasefire/agreements.ts';
import { announcementOf } from '../../dossier/ceasefire/announced.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Ceasefire } from '../../dossier/entries.ts';
import { partyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

type Form = 'brief' | 'sentence';

/** Whose word on it is on record: who announced it later, and which sides have not confirmed it by `day`. */
export function onWhoseWord(entry: Ceasefire, day: string, context: NameContext, form: Form): readonly string[] {
  return [...announcedText(entry, context, form), ...unconfirmedText(entry, day, context, form)];
}

/** Who announced it, where that was on a later day than its own. */
export function announcedText(entry: Ceasefire, { dossier, language }: NameContext, form: Form): readonly string[] {
  const announced = announcementOf(dossier, entry);
  if (!announced) return [];
  const by = partyName(dossier, announced.by);
  const date = parseEdtf(announced.date);
  if (form === 'sentence') return [language.text('ceasefire-announced', { by, date: language.date(date) })];
  // Its own headline may name them, and its own day the year.
  const named = entry.headline.includes(by) ? 'yes' : 'no';
  const year = Number(parseEdtf(entry.effectiveFrom).earliest.slice(0, 4));
  return [language.text('truce-announced', { by, named, date: language.shortDate(date, year) })];
}

/** Whose word on it is not on record by `day` (`YYYY-MM-DD`); none where every side's is. */
function unconfirmedText(
  entry: Ceasefire,
  day: string,
  { dossier, language }: NameContext,
  form: Form,
): readonly string[] {
  const unheard = sidesUnheard(dossier, entry, day);
  if (unheard.length === 0) return [];
  const isNeither = unheard.length === 2 && dossier.conflict.sides.length === 2;
  const parties = language.either(unheard.map((party) => partyName(dossier, party)));
  const id = form === 'brief' ? 'truce-unconfirmed' : 'ceasefire-unconfirmed';
  return [language.text(id, { who: isNeither ? 'neither' : 'some', parties })];
}
