/** What a side says of an incident. */

import { parseEdtf } from './dates/edtf.ts';
import type { Dossier } from './dossier.ts';
import type { Development, Side } from './entries.ts';
import { mainSideOf } from './speaking-for.ts';

export type Account = NonNullable<Development['accounts']>[number];

/** All that the side gave; none where not all sources of the report were out: its accounts may be of the later ones. */
export function accountsOf(
  { id, accounts = [] }: Development,
  side: Side,
  dossier: Pick<Dossier, 'parties' | 'conflict' | 'partlyKnown'>,
): readonly Account[] {
  return dossier.partlyKnown.has(id) ? [] : accounts.filter(({ party }) => mainSideOf(dossier, party) === side);
}

/** The side's first account, where it had given one by `day` (`YYYY-MM-DD`). */
export function accountOf(
  report: Development,
  side: Side,
  day: string,
  dossier: Pick<Dossier, 'parties' | 'conflict' | 'quotes' | 'partlyKnown'>,
): Account | undefined {
  return accountsOf(report, side, dossier).find(({ quote }) => {
    const said = quote === null ? undefined : dossier.quotes.get(quote)?.date;
    return said === undefined || parseEdtf(said).earliest <= day;
  });
}
