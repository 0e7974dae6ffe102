/** When others told of what the sides agreed: its day is one thing, and that of their words another. */

import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Ceasefire } from '../kinds/ceasefire.ts';
import { mainSideOf } from '../speaking-for.ts';

export interface Announcement {
  /** Id of whoever spoke first. */
  readonly by: string;
  /** EDTF. */
  readonly date: string;
}

/** Undefined where it was announced on its day, and where a side is on record with it, or nobody. */
export function announcementOf(dossier: Dossier, { positions, effectiveFrom }: Ceasefire): Announcement | undefined {
  const { earliest, latest } = parseEdtf(effectiveFrom);
  const said = positions.flatMap(({ party, quote }) => {
    const date = quote === null ? effectiveFrom : dossier.quotes.get(quote)?.date;
    return date === undefined || parseEdtf(date).latest < earliest ? [] : [{ by: party, date }];
  });
  if (said.some(({ by }) => mainSideOf(dossier, by) !== undefined)) return undefined;
  const [first] = said.toSorted((a, b) => a.date.localeCompare(b.date, 'en'));
  return first !== undefined && parseEdtf(first.date).earliest > latest ? first : undefined;
}
