/** The recorded states of the ceasefire, each by the day that it counts from. */

import { compareEdtf, parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Ceasefire } from '../kinds/ceasefire.ts';
import { onceFor } from '../memoise.ts';
import { mainSideOf } from '../speaking-for.ts';

/**
 * In the order of their days. What third parties alone are on record with counts from the day they said it: before
 * that day nobody had announced it, whatever day they speak of.
 */
export const statesOf = onceFor((dossier: Dossier): readonly Ceasefire[] =>
  [...dossier.ceasefire.values()]
    .map((entry) => {
      const announced = announcedOn(dossier, entry);
      return announced === undefined ? entry : { ...entry, effectiveFrom: announced };
    })
    .toSorted((a, b) => compareEdtf(parseEdtf(a.effectiveFrom), parseEdtf(b.effectiveFrom))),
);

/** EDTF; undefined where a side is on record with it, or nobody. */
function announcedOn(dossier: Dossier, { positions, effectiveFrom }: Ceasefire): string | undefined {
  const { earliest, latest } = parseEdtf(effectiveFrom);
  const said = positions.flatMap(({ party, quote }) => {
    const date = quote === null ? effectiveFrom : dossier.quotes.get(quote)?.date;
    return date === undefined || parseEdtf(date).latest < earliest ? [] : [{ party, date }];
  });
  if (said.some(({ party }) => mainSideOf(dossier, party) !== undefined)) return undefined;
  const [first] = said.map(({ date }) => date).toSorted();
  return first !== undefined && parseEdtf(first).earliest > latest ? first : undefined;
}
