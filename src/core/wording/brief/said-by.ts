/** Who said something, where and when, on one line: the party, then the person with the role, the venue, the date. */

import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Party, Person, Quote } from '../../dossier/entries.ts';
import { onceFor } from '../../dossier/memoise.ts';
import { withoutBrackets, wordsOf } from '../../dossier/text/normalise.ts';
import type { Language } from '../../reply/language.ts';
import { plainText } from '../../reply/quotation-marks.ts';
import type { Spans } from '../../reply/span.ts';
import { nameWithin, partyNameWithin } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { cutAtWord, cutQuotation } from './cut-words.ts';

/** How much of it is shown; lengths are in UTF-16 units. */
export interface SaidDetail {
  readonly names: number;
  /** 0: no role. */
  readonly role: number;
  /** 0: no venue, unless nobody is named. */
  readonly venue: number;
  /** Of a venue that is shown where nobody is named; left out: `UNNAMED_VENUE`. */
  readonly unnamedVenue?: number;
}

/** UTF-16 units of a venue that is shown where nobody is named. Cut, it could lose that nobody is. */
const UNNAMED_VENUE = 60;

type Names = Pick<Party, 'name' | 'shortName' | 'aliases' | 'side'> & Partial<Pick<Party, 'kind'>>;

/** `party` is whose word it is taken for; `date` (EDTF) is the quotation's where there is one. */
export function saidBy(
  { party, quote, date }: { readonly party: Names; readonly quote: Quote | undefined; readonly date: string },
  detail: SaidDetail,
  { dossier, language }: NameContext,
): Spans {
  const person = quote?.speaker ? dossier.people.get(quote.speaker) : undefined;
  const role = person ? briefRole(person)(party) : '';
  const parts = [
    ...(person ? [nameWithin(person.name, detail.names)] : []),
    ...(role !== '' && role.length <= detail.role ? [role] : []),
    ...(quote ? venueOf(quote, person === undefined, detail, language) : []),
    language.shortDate(parseEdtf(date)),
  ];
  return language.spans('brief-said', {
    party: { kind: 'strong', text: partyNameWithin(dossier, party, detail.names) },
    side: party.side === 'mediator' ? 'mediator' : 'other',
    details: parts.reduce((first, next) => language.text('brief-joined', { first, next })),
  });
}

/** The beginning of the words, marked as a translation where the source calls them one and `lead` does not say so. */
export function quotedWords(
  quote: Pick<Quote, 'text' | 'venue'>,
  most: number,
  lead: Spans,
  { language }: Pick<NameContext, 'language'>,
): Spans {
  const words: Spans = [{ kind: 'quote', text: cutQuotation(quote.text, most) }];
  return isTranslation(quote.venue) && !isTranslation(plainText(lead))
    ? language.spans('quotes-translation', { words })
    : words;
}

/** Nothing else in an entry tells; `venue` is in the dossier's own words. */
export function isTranslation(venue: string): boolean {
  return /\btranslat(?:ion|ed)\b/iu.test(venue);
}

/** A party that the dossier does not know stands for itself. */
export function partyOf({ parties }: Pick<Dossier, 'parties'>, id: string): Names {
  return parties.get(id) ?? { name: id, shortName: id, aliases: [], side: '' };
}

/** Where nobody is named, the venue alone tells a statement of the party from the words of somebody there. */
function venueOf(
  { venue }: Quote,
  isUnnamed: boolean,
  { venue: most, unnamedVenue = UNNAMED_VENUE }: SaidDetail,
  language: Language,
) {
  if (!isUnnamed) return most > 0 ? [venue.length <= most ? venue : cutAtWord(withoutBrackets(venue), most)] : [];
  return [venue.length <= Math.max(most, unnamedVenue) ? venue : language.text('brief-no-name')];
}

/** The role without the party's name at its end: that stands beside it. */
const briefRole = onceFor((person: Person) => onceFor((party: Names) => findBriefRole(person, party)));

function findBriefRole({ role }: Person, { name, shortName, aliases }: Names): string {
  const own = new Set([name, shortName, ...aliases].flatMap((words) => [...wordsOf(words)]));
  const [, brief, rest] = /^(.+?)(?:,| of(?: the)?) ([^,;]+)$/u.exec(role) ?? [];
  if (brief === undefined || rest === undefined) return role;
  const words = [...wordsOf(rest.replaceAll(/[’']s\b/gu, ''))];
  return words.every((word) => own.has(word)) ? brief : role;
}
