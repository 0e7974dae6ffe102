/** Which sides have no remark of what was asked for, and when they had one at another time. */
import { newestFirst, parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import { filterQuotes, type QuoteFilter } from '../../dossier/quote-filter.ts';
import { type Remark, sideOf } from '../../dossier/quotes.ts';
import type { Block } from '../../reply/span.ts';
import { cutAtWord } from '../brief/cut-words.ts';
import { partyName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

/**
 * A line for each side that nothing is on file of (R13); of what was asked for, where another side has a word. `all`
 * are the remarks found, `day` is `YYYY-MM-DD`.
 */
export function silentSides(
  all: readonly Remark[],
  asked: 'all' | QuoteFilter,
  day: string,
  { dossier, language }: NameContext,
): readonly Block[] {
  const heard = new Set(all.map(({ quote }) => sideOf(dossier, quote)));
  if (asked !== 'all' && dossier.conflict.sides.every(({ side }) => !heard.has(side))) return [];
  return dossier.conflict.sides
    .filter(({ side }) => !heard.has(side))
    .map(({ side, party }) => {
      const other = asked === 'all' ? undefined : nearestOf(dossier, { ...asked, side }, day);
      const words = {
        on: asked === 'all' ? 'all' : other ? other.is : asked.period ? 'period' : 'this',
        about: asked === 'all' || (asked.topic ?? asked.text) === undefined ? 'all' : 'this',
        party: cutAtWord(partyName(dossier, party), 60),
        date: other ? language.shortDate(parseEdtf(other.quote.date)) : '',
        by: other === undefined || other.quote.party === party ? '' : partyName(dossier, other.quote.party),
        whose: other === undefined || other.quote.party === party ? 'own' : 'other',
      };
      return { kind: 'text', spans: language.spans('quotes-silent', words) };
    });
}

/** The last remark before the period that was asked for, else of the first after it. */
function nearestOf(dossier: Dossier, { period, ...filter }: QuoteFilter, day: string) {
  if (period === undefined) return undefined;
  const quotes = filterQuotes(dossier, filter, day).toSorted((a, b) => newestFirst(a.date, b.date));
  const before = quotes.find(({ date }) => parseEdtf(date).latest < period.earliest);
  const after = quotes.findLast(({ date }) => parseEdtf(date).earliest > period.latest);
  if (before !== undefined) return { is: 'before', quote: before };
  return after === undefined ? undefined : { is: 'after', quote: after };
}
