/** Who said something, where and when, on one line: the party, then the person with the role, the venue, the date. */

import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Party, Person, Quote } from '../../dossier/entries.ts';
import { wordsOf } from '../../dossier/text/normalise.ts';
import type { Spans } from '../../reply/span.ts';
import { partyNameWithin } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { cutAtWord } from './cut-words.ts';

/** How much of it is shown; lengths are in UTF-16 units. */
export interface SaidDetail {
  readonly names: number;
  /** 0: no role. */
  readonly role: number;
  /** 0: no venue. */
  readonly venue: number;
}

type Names = Pick<Party, 'name' | 'shortName' | 'aliases' | 'side'>;

/** `party` is whose word it is taken for; `date` (EDTF) is the quotation's where there is one. */
export function saidBy(
  { party, quote, date }: { readonly party: Names; readonly quote: Quote | undefined; readonly date: string },
  detail: SaidDetail,
  { dossier, language }: NameContext,
): Spans {
  const person = quote?.speaker ? dossier.people.get(quote.speaker) : undefined;
  const role = person ? briefRole(person, party) : '';
  const parts = [
    ...(person ? [cutAtWord(person.name, detail.names)] : []),
    ...(role !== '' && role.length <= detail.role ? [role] : []),
    ...(quote && detail.venue > 0 ? [cutAtWord(quote.venue, detail.venue)] : []),
    language.shortDate(parseEdtf(date)),
  ];
  return language.spans('brief-said', {
    party: { kind: 'strong', text: partyNameWithin(party, detail.names) },
    side: party.side === 'mediator' ? 'mediator' : 'other',
    details: parts.reduce((first, next) => language.text('brief-joined', { first, next })),
  });
}

/** The role without the party's name at its end: that stands beside it. */
function briefRole({ role }: Person, { name, shortName, aliases }: Names): string {
  const own = new Set([name, shortName, ...aliases].flatMap((words) => [...wordsOf(words)]));
  const [, brief, rest] = /^(.+?)(?:,| of(?: the)?) ([^,;]+)$/u.exec(role) ?? [];
  if (brief === undefined || rest === undefined) return role;
  const words = [...wordsOf(rest.replaceAll(/[’']s\b/gu, ''))];
  return words.every((word) => own.has(word)) ? brief : role;
}
