/** What each side said last, for the first screen: who, when and the words, which stand together on one page. */

import { type Position, saidOn, speaksFor } from '../../dossier/ceasefire/positions.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import { isFragment } from '../../dossier/quotes.ts';
import { fairly } from '../../dossier/side-order.ts';
import type { Block, Spans } from '../../reply/span.ts';
import { cutAtWord, wholeSentences } from '../brief/cut-words.ts';
import { type SaidDetail, saidBy } from '../brief/said-by.ts';
import { partyNameWithin } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

/** `older`: whether the last word of whoever speaks for a side is shown too, where others of it spoke later. */
export type PositionsDetail = SaidDetail & {
  readonly older: boolean;
  /**
   * UTF-16 units of what a side last said of whether it holds, where its newest words are of an incident; 0: not shown.
   */
  readonly standpoint: number;
  /** Whether whoever spoke for a party is named. */
  readonly people: boolean;
  /** UTF-16 units: where somebody's words are longer, everybody's are told by their summary. */
  readonly words: number;
  /** UTF-16 units of a summary that are shown even where words of that length are not. */
  readonly summary: number;
  /** UTF-16 units of the sentences that such a summary is followed by. */
  readonly sentences: number;
};

/**
 * The newest position of each side as one block, the side first that spoke last, and a line for a side that said
 * nothing (R13).
 */
export function briefPositions(view: CeasefireView, detail: PositionsDetail, context: NameContext): Block {
  const { language } = context;
  const { first, own } = ofSides(view, context);
  const form = formFor(first, detail);
  const said = first.map((position) => toSaid(position, form, view, detail, context));
  const shown = [...(detail.older ? own : []), ...(detail.standpoint > 0 ? standpointsOf(view, first) : [])];
  const before = inOrder(shown).map((position) => toStandpoint(position, view, detail, context));
  const silent = view.silent.map((party) =>
    language.spans('truce-silent', { party: partyNameWithin(party, detail.names) }),
  );
  return { kind: 'group', lead: language.spans('truce-positions'), items: [...said, ...before, ...silent] };
}

/** What each side last said of whether it holds: of one side alone it would be one more word than the other has. */
function standpointsOf({ positions }: CeasefireView, first: readonly Position[]): readonly Position[] {
  const all = positions.filter(({ isStandpoint }) => isStandpoint === true);
  const isOfBoth = first.every(({ party }) => all.some((one) => one.party.side === party.side));
  return isOfBoth ? all : [];
}

/** Both sides' newest words, and the last of whoever speaks for a side where others of it spoke later. */
function ofSides({ positions }: CeasefireView, { dossier }: Pick<NameContext, 'dossier'>) {
  const sides = dossier.conflict.sides.map(({ side, party: standing }) => {
    const [first, ...others] = positions.filter(({ party }) => party.side === side);
    const canSpeak = ({ party }: Position) => speaksFor(dossier, standing, party);
    const own = first === undefined || canSpeak(first) ? undefined : others.find(canSpeak);
    return { first: first ? [first] : [], own: own && own.isStandpoint !== true ? [own] : [] };
  });
  return { first: inOrder(sides.flatMap(({ first }) => first)), own: sides.flatMap(({ own }) => own) };
}

function inOrder(all: readonly Position[]): readonly Position[] {
  return all.toSorted((a, b) =>
    fairly({ date: saidOn(a), side: a.party.side }, { date: saidOn(b), side: b.party.side }),
  );
}

/** In short, with its day: whoever spoke for the party is in the details. */
function toStandpoint(
  position: Position,
  view: CeasefireView,
  detail: PositionsDetail,
  { language }: Pick<NameContext, 'language'>,
): Spans {
  const when = whenSaid(position, view);
  return language.spans('truce-standpoint', {
    party: { kind: 'strong', text: partyNameWithin(position.party, detail.names) },
    date: language.shortDate(parseEdtf(saidOn(position))),
    // Its day, behind newer words of the same side, says that it is earlier.
    when: when === 'earlier' ? 'now' : when,
    words: cutAtWord(position.summary, Math.max(detail.standpoint, detail.words)),
  });
}

/**
 * Whether both sides' newest words are shown in one way: one side's own words beside the record's summary of the
 * other's would not be fair.
 */
type Form = 'words' | 'summary and sentences' | 'summary';

function formFor(positions: readonly Position[], { words, sentences }: PositionsDetail): Form {
  const texts = positions.flatMap(({ quote }) => (quote ? [quote.text] : []));
  if (texts.every(({ length }) => length <= words)) return 'words';
  return texts.every((text) => wholeSentences(text, sentences) !== '') ? 'summary and sentences' : 'summary';
}

/**
 * Who spoke and when, and the words. Where these do not fit, or are not on record, their summary, with as many whole
 * sentences as fit: words that break off may lose what they were said for.
 */
function toSaid(
  position: Position,
  form: Form,
  view: CeasefireView,
  detail: PositionsDetail,
  context: NameContext,
): Spans {
  const { party, quote, summary } = position;
  const named = quote?.speaker && !detail.people ? undefined : quote;
  const who = saidBy({ party, quote: named, date: saidOn(position) }, detail, context);
  const when = whenSaid(position, view);
  const { language } = context;
  if (quote && form === 'words') {
    const what = isFragment(quote.text) ? 'fragment' : 'quotation';
    return language.spans('truce-position', { who, when, what, words: { kind: 'quote', text: quote.text } });
  }
  const words = cutAtWord(summary, Math.max(detail.words, detail.summary));
  const told = language.spans('truce-position', { who, when, what: 'summary', words });
  const sentences = quote && form === 'summary and sentences' ? wholeSentences(quote.text, detail.sentences) : '';
  return sentences === '' ? told : [...told, '. ', { kind: 'quote', text: sentences }];
}

/** Words of before what holds now, or behind what the side has said since, are marked as such. */
function whenSaid(
  position: Position,
  { from }: CeasefireView,
): 'now' | 'agreement' | 'announcement' | 'fall' | 'earlier' {
  if (!position.isOlder) return 'now';
  const isBefore = from && parseEdtf(saidOn(position)).latest < parseEdtf(from.entry.effectiveFrom).earliest;
  return isBefore ? from.what : 'earlier';
}
