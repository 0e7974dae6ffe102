/** What each side said last, for the first screen: who, when and the words, which stand together on one page. */

import { type Position, speaksFor } from '../../dossier/ceasefire/positions.ts';
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
  const { first, older } = ofSides(view, detail, context);
  const form = formFor(first, detail);
  const said = [...first, ...older].map((position) => toSaid(position, form, view, detail, context));
  const silent = view.silent.map((party) =>
    language.spans('truce-silent', { party: partyNameWithin(party, detail.names) }),
  );
  return { kind: 'group', lead: language.spans('truce-positions'), items: [...said, ...silent] };
}

/** Both sides' newest words, and the last of whoever speaks for a side where others of it spoke later. */
function ofSides({ positions }: CeasefireView, { older }: PositionsDetail, { dossier }: NameContext) {
  const sides = dossier.conflict.sides.map(({ side, party: standing }) => {
    const [first, ...others] = positions.filter(({ party }) => party.side === side);
    const canSpeak = ({ party }: Position) => speaksFor(dossier, standing, party);
    const own = first === undefined || canSpeak(first) ? undefined : others.find(canSpeak);
    return { first: first ? [first] : [], own: own ? [own] : [] };
  });
  const inOrder = (all: readonly Position[]) =>
    all.toSorted((a, b) => fairly({ date: dateOf(a), side: a.party.side }, { date: dateOf(b), side: b.party.side }));
  return {
    first: inOrder(sides.flatMap(({ first }) => first)),
    older: older ? inOrder(sides.flatMap(({ own }) => own)) : [],
  };
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
  const who = saidBy({ party, quote, date: dateOf(position) }, detail, context);
  const when = whenSaid(position, view);
  const { language } = context;
  if (quote && form === 'words' && quote.text.length <= detail.words) {
    const what = isFragment(quote.text) ? 'fragment' : 'quotation';
    return language.spans('truce-position', { who, when, what, words: { kind: 'quote', text: quote.text } });
  }
  const words = cutAtWord(summary, Math.max(detail.words, detail.summary));
  const told = language.spans('truce-position', { who, when, what: 'summary', words });
  const sentences = quote && form !== 'summary' ? wholeSentences(quote.text, detail.sentences) : '';
  return sentences === '' ? told : [...told, '. ', { kind: 'quote', text: sentences }];
}

/** Words of before what holds now, or behind what the side has said since, are marked as such. */
function whenSaid(
  position: Position,
  { from }: CeasefireView,
): 'now' | 'agreement' | 'announcement' | 'fall' | 'earlier' {
  if (!position.isOlder) return 'now';
  const isBefore = from && parseEdtf(dateOf(position)).latest < parseEdtf(from.entry.effectiveFrom).earliest;
  return isBefore ? from.what : 'earlier';
}

function dateOf({ quote, from }: Position): string {
  return quote?.date ?? from.effectiveFrom;
}
