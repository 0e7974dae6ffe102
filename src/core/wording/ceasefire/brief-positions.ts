/** What each side said last, for the first screen: who, when and the words, which stand together on one page. */

import { type Account, accountOf } from '../../dossier/accounts.ts';
import { isIncident } from '../../dossier/casualties/incident.ts';
import { type Position, saidOn, speaksFor } from '../../dossier/ceasefire/positions.ts';
import type { CeasefireView } from '../../dossier/ceasefire/view.ts';
import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Development, Party, Side } from '../../dossier/entries.ts';
import { isFragment } from '../../dossier/quotes.ts';
import { fairly } from '../../dossier/side-order.ts';
import { mainSideOf } from '../../dossier/speaking-for.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { cutAtWord, wholeSentences } from '../brief/cut-words.ts';
import { partyOf, type SaidDetail, saidBy } from '../brief/said-by.ts';
import { partyNameWithin } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

/** `older`: whether the last word of whoever speaks for a side is shown too, where others of it spoke later. */
export type PositionsDetail = SaidDetail & {
  readonly older: boolean;
  /**
   * UTF-16 units of what a side last said of whether it holds, where its newest words are of an incident; 0: not shown.
   */
  readonly standpoint: number;
  /** UTF-16 units of what the other side says of the same incident, where its newest words are of another. */
  readonly answers: number;
  /** Whether those other words are shown too, with what the first side says of that. */
  readonly pairs: boolean;
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
  const pairs = pairsOf(first, view.day, context);
  const nameOf = (party: Party) => partyNameWithin(context.dossier, party, detail.names);
  const shown = [...(detail.older ? own : []), ...(detail.standpoint > 0 ? standpointsOf(view, first) : [])];
  const newest = pairs[0]?.filter((one) => 'party' in one).map(({ party }) => nameOf(party)) ?? [];
  const isOnItsLine = ({ party }: Position) => newest.includes(nameOf(party));
  const forms = pairs.slice(0, detail.pairs ? 2 : 1).map((pair) => ({ pair, form: formFor(pair, detail) }));
  const areShort = forms.every(({ form }) => form === 'summary');
  const said = forms.flatMap(({ pair, form }, index) =>
    pair.map((one) => {
      if ('account' in one) return toAnswer(one, detail, context);
      const earlier = shown.filter(({ party }) => index === 0 && nameOf(party) === nameOf(one.party));
      const lines = earlier.map((position) => earlierWords(position, detail, context));
      return joinSpans([toSaid(one, areShort ? 'all in short' : form, view, detail, context), ...lines], ' · ');
    }),
  );
  const before = inOrder(shown.filter((one) => !isOnItsLine(one))).map((position) =>
    toStandpoint(position, detail, context),
  );
  const silent = view.silent.map((party) =>
    language.spans('truce-silent', { party: partyNameWithin(context.dossier, party, detail.names) }),
  );
  const lead = language.spans('truce-positions', { short: areShort ? 'yes' : 'no' });
  return { kind: 'group', lead, items: [...said, ...before, ...silent] };
}

/** What a side says of the matter that the other's words are of, where nobody's words of it are on record. */
interface Answer {
  readonly account: Account;
}

type Said = Position | Answer;

/**
 * Both sides' newest words, where they are of one matter. Else those that were said last, with what the other side says
 * of the same incident, and then the other side's words with what the first says of that: one side's reason is not told
 * without the other's. `first` are the newest words of each side, those said last first.
 */
function pairsOf(first: readonly Position[], day: string, { dossier }: NameContext): readonly (readonly Said[])[] {
  const [one, other] = first;
  if (!one || !other || first.length > 2 || areOfOneMatter(one, other, dossier)) return [first];
  const pairs = [
    [one, other],
    [other, one],
  ].flatMap(([said, silent]) => (said && silent ? withAnswer(said, silent.party.side, day, dossier) : []));
  return pairs[0]?.[0] === one ? pairs : [first];
}

function withAnswer(said: Position, side: Side, day: string, dossier: Dossier): readonly (readonly Said[])[] {
  const matter = matterOf(said, dossier);
  if (!matter || !(isIncident(matter) || matter.accusations)) return [];
  const account = accountOf(matter, side, day, dossier);
  const party = account && dossier.parties.get(account.party);
  if (!account || !party) return [];
  const quote = account.quote === null ? undefined : dossier.quotes.get(account.quote);
  return [[said, quote ? { ...said, party, quote, summary: account.summary } : { account }]];
}

function toAnswer({ account }: Answer, detail: PositionsDetail, { dossier, language }: NameContext): Spans {
  return language.spans('truce-answer', {
    party: { kind: 'strong', text: partyNameWithin(dossier, partyOf(dossier, account.party), detail.names) },
    words: cutAtWord(account.summary, Math.max(detail.words, detail.answers)),
  });
}

/** What the words are of: undefined where that is not on record. */
function matterOf({ quote }: Position, { developments }: Pick<Dossier, 'developments'>): Development | undefined {
  return quote?.development ? developments.get(quote.development) : undefined;
}

/** Words of which that is not on record are of what they are recorded with. */
function areOfOneMatter(a: Position, b: Position, dossier: Pick<Dossier, 'developments'>): boolean {
  const [first, second] = [matterOf(a, dossier), matterOf(b, dossier)];
  return first && second ? first === second : a.from === b.from;
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
  const newest = inOrder(sides.flatMap(({ first }) => first));
  return { first: answerLast(newest, dossier), own: sides.flatMap(({ own }) => own) };
}

/** Where one side alone accuses, and the other's words are of the same, the accusation comes before the answer. */
function answerLast(first: readonly Position[], dossier: NameContext['dossier']): readonly Position[] {
  const [a, b] = first;
  if (!a || !b || first.length > 2 || !areOfOneMatter(a, b, dossier)) return first;
  const { accusations = [] } = matterOf(a, dossier) ?? matterOf(b, dossier) ?? {};
  const accusers = new Set(accusations.map(({ by }) => mainSideOf(dossier, by)));
  return accusers.has(b.party.side) && !accusers.has(a.party.side) ? [b, a] : first;
}

function inOrder(all: readonly Position[]): readonly Position[] {
  return all.toSorted((a, b) =>
    fairly({ date: saidOn(a), side: a.party.side }, { date: saidOn(b), side: b.party.side }),
  );
}

/** In short, with its day, and that it is earlier: whoever spoke for the party is in the details. */
function toStandpoint(position: Position, detail: PositionsDetail, { dossier, language }: NameContext): Spans {
  return language.spans('truce-standpoint', {
    party: { kind: 'strong', text: partyNameWithin(dossier, position.party, detail.names) },
    ...datedWords(position, detail, language),
  });
}

/** The same behind newer words under one name, where its day says that it is earlier. */
function earlierWords(position: Position, detail: PositionsDetail, { language }: Pick<NameContext, 'language'>): Spans {
  return language.spans('truce-standpoint-too', datedWords(position, detail, language));
}

function datedWords(position: Position, { standpoint, words }: PositionsDetail, language: NameContext['language']) {
  const date = language.shortDate(parseEdtf(saidOn(position)));
  return { date, words: cutAtWord(position.summary, Math.max(standpoint, words)) };
}

/**
 * Whether both sides' newest words are shown in one way: one side's own words beside the record's summary of the
 * other's would not be fair.
 */
type Form = 'words' | 'summary and sentences' | 'summary';

function formFor(said: readonly Said[], { words, sentences }: PositionsDetail): Form {
  if (said.some((one) => 'account' in one)) return 'summary';
  const texts = said.flatMap((one) => ('quote' in one && one.quote ? [one.quote.text] : []));
  if (texts.every(({ length }) => length <= words)) return 'words';
  return texts.every((text) => wholeSentences(text, sentences) !== '') ? 'summary and sentences' : 'summary';
}

/**
 * Who spoke and when, and the words. Where these do not fit, or are not on record, their summary, with as many whole
 * sentences as fit: words that break off may lose what they were said for. `all in short`: the line above says so.
 */
function toSaid(
  position: Position,
  form: Form | 'all in short',
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
  const what = form === 'all in short' ? 'other' : 'summary';
  const told = language.spans('truce-position', { who, when, what, words });
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
