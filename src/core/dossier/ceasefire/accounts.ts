/** What a side says of an incident. */

import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Development, Side } from '../entries.ts';
import { mainSideOf } from '../speaking-for.ts';

export type Account = NonNullable<Development['accounts']>[number];

/**
 * The side's first account, where it had given one by `day` (`YYYY-MM-DD`); undefined too where not all sources of
 * the report were out: its accounts may be of the later ones.
 */
export function accountOf(
  { id, accounts = [] }: Development,
  side: Side,
  day: string,
  dossier: Pick<Dossier, 'parties' | 'conflict' | 'quotes' | 'partlyKnown'>,
): Account | undefined {
  if (dossier.partlyKnown.has(id)) return undefined;
  return accounts.find(({ party, quote }) => {
    const said = quote === null ? undefined : dossier.quotes.get(quote)?.date;
    return mainSideOf(dossier, party) === side && (said === undefined || parseEdtf(said).earliest <= day);
  });
}
