/** /quotes: words as printed, speaker, role, venue, date and source. Sides take turns unless one is asked for (R17). */

import { type Args, type CommandContext, command, type NamingContext } from '../src/core/chat/command.ts';
import { dateParams } from '../src/core/chat/date-params.ts';
import { givenArguments } from '../src/core/chat/raw-arguments.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import type { Development, Quote } from '../src/core/dossier/entries.ts';
import { filterQuotes, wasSaidBy } from '../src/core/dossier/quote-filter.ts';
import { type Remark, remarks } from '../src/core/dossier/quotes.ts';
import { A_PAGE, type FitsWhole, pageAt, pagesInOrder, pagesInTurns } from '../src/core/dossier/remark-pages.ts';
import { phraseIn, searchQuotes } from '../src/core/dossier/search.ts';
import { speakersOf } from '../src/core/dossier/speaking-for.ts';
import { type RawArguments, type Reply, reply } from '../src/core/reply/reply.ts';
import type { Block } from '../src/core/reply/span.ts';
import { UserError } from '../src/core/reply/user-error.ts';
import { visible } from '../src/core/reply/visible.ts';
import { asOf, asOfNote, shortAsOf } from '../src/core/wording/as-of.ts';
import { cutAtWord } from '../src/core/wording/brief/cut-words.ts';
import { isTranslation } from '../src/core/wording/brief/said-by.ts';
import { remarkBlocks } from '../src/core/wording/cite.ts';
import { namedPerson, partiesOf, partyNames, personNames, sideNames, topicNames } from '../src/core/wording/names.ts';
import { quoteChoices } from '../src/core/wording/quotes/quote-choices.ts';
import { quotesTitle, type Shown, speakerName } from '../src/core/wording/quotes/quotes-title.ts';
import { fitBeside, fitWhole, occasionOf, remarkScreen } from '../src/core/wording/quotes/remark-screen.ts';
import { silentSides } from '../src/core/wording/quotes/silent-sides.ts';

/** People who are quoted, and parties whose words are on file, be it through people or through parties beneath them. */
const speakers = ({ dossier }: NamingContext) => {
  const heard = new Set([...dossier.quotes.values()].flatMap((quote) => speakersOf(dossier, quote)));
  return [
    ...[...dossier.people.values()].filter(({ id }) => heard.has(id)).map(namedPerson),
    ...partiesOf(dossier, heard),
  ];
};

/** Every remark, by its words: what the menu of an answer opens in full. */
const remarkNames = ({ dossier }: NamingContext) =>
  [...dossier.quotes.values()].map(({ id, text }) => ({ id, label: cutAtWord(text, 80), aliases: [] }));

const params = {
  speaker: { kind: 'name', names: speakers, also: partyNames, silent: personNames, isFilter: true },
  topic: { kind: 'name', names: topicNames, isFilter: true },
  side: { kind: 'name', names: sideNames, strict: true, isFilter: true },
  period: { kind: 'date', clock: 'event' },
  text: {
    kind: 'text',
    rest: true,
    finds: (typed: string, { dossier }: NamingContext) => searchQuotes(dossier, typed).length > 0,
  },
  id: { kind: 'name', names: remarkNames },
  page: { kind: 'text' },
  ...dateParams,
} as const;

export default command({
  name: 'quotes',
  who: 'anyone',
  isKept: true,
  params,
  example: ({ dossier }) => {
    const quotes = [...dossier.quotes.values()];
    const ofSides = new Set(dossier.conflict.sides.map(({ party }) => party));
    const spoken = quotes.filter(({ speaker }) => speaker !== null);
    const newest = spoken.findLast(({ party }) => ofSides.has(party)) ?? spoken.at(-1) ?? quotes.at(-1);
    if (newest === undefined) return {};
    const [topic = ''] = newest.topics;
    return { speaker: newest.speaker ?? newest.party, topic };
  },
  run(args, context) {
    return args.id === undefined ? list(args, context) : whole(args.id.id, args, context);
  },
});

/** The newest of each side, or what was asked for, a screen at a time. */
function list(args: Args<typeof params>, context: CommandContext): Reply {
  const { dossier, language } = context;
  const day = asOf(args, context);
  const filter = {
    speaker: args.speaker?.id,
    topic: args.topic?.id,
    side: args.side?.id,
    period: args.period,
    text: args.text,
  };
  const isAll = Object.values(filter).every((value) => value === undefined);
  const found = filterQuotes(dossier, filter, day);
  const all = remarks(found, saidBy(day, context));
  // One side's words, or those of all in turn.
  const isOfOne = args.speaker !== undefined || args.side !== undefined;
  const matching = args.text === undefined ? all : inSearchOrder(all, found);
  const hasPhrase = phraseIn(args.text ?? '');
  const saysIt = ({ quote, variants }: Remark) => [quote, ...variants].some(hasPhrase);
  const inOrder = args.text === undefined || isOfOne ? matching : bestMatterFirst(matching, saysIt);
  const chosen = {
    speaker: args.speaker && speakerName(args.speaker, context),
    side: args.side?.label,
    topic: args.topic?.label,
    text: args.text,
    period: args.period,
  };
  const titleOf = (which: Shown) => quotesTitle(chosen, which, args, day, context);
  const order = args.text === undefined ? 'newest' : isOfOne ? 'matching' : 'matter';
  const noteOn = (shown: readonly Remark[]): Block => {
    const marked = shown.some(({ quote }) => isTranslation(quote.venue)) ? 'yes' : 'no';
    const printed = isAll
      ? language.spans('quotes-on-file', { count: all.length, marked })
      : language.spans('quotes-as-printed', { order, marked });
    return { kind: 'note', spans: all.length === 0 ? language.spans('quotes-none') : printed };
  };
  const silent = isOfOne ? [] : silentSides(all, isAll ? 'all' : filter, day, context);
  const dates = found.map(({ date }) => date);
  const footer = [shortAsOf(dates, args, context)];
  const onScreen = { ...context, day, isOpen: isAll };
  // Which page it will be is not known yet: the longest of titles.
  const longest = titleOf({ from: all.length + 1, to: all.length + A_PAGE, count: all.length });
  const most = (some: readonly Remark[]): readonly Block[] => [
    { kind: 'heading', spans: longest },
    ...silent,
    noteOn(some),
    ...footer,
  ];
  const fits: FitsWhole = (some, which) =>
    which === 'first' ? fitBeside(some, most(some), onScreen) : fitWhole(some, most(some), onScreen);
  const pages = isOfOne ? pagesInOrder(inOrder, fits) : pagesInTurns(dossier, inOrder, fits, saysIt);
  const { page, shown, before, isLast } = pageAt(pages, pageOf(args));
  const title = titleOf({ from: before + 1, to: before + shown.length, count: all.length });
  const below: readonly Block[] = [...(page === 1 ? silent : []), noteOn(shown)];
  const around: readonly Block[] = [{ kind: 'heading', spans: title }, ...below, ...footer];
  const again = rawOf(args);
  const turn = (to: number, which: 'more' | 'back') => ({
    label: language.text('quotes-page', { which, is: isAll ? 'sides' : 'some' }),
    command: 'quotes',
    args: to === 1 ? again : { ...again, page: String(to) },
  });
  return reply({
    title,
    blocks: [...remarkScreen(shown, around, onScreen), ...below],
    footer,
    choices: quoteChoices(filter, { all: inOrder, shown }, day, context),
    actions: [...(isLast ? [] : [turn(page + 1, 'more')]), ...(page > 1 ? [turn(page - 1, 'back')] : [])],
    // What is chosen begins on the first page.
    showAgain: { command: 'quotes', args: again },
  });
}

/** One remark with all that there is of it: its words to the end, every wording, and every source. */
function whole(id: string, args: Args<typeof params>, context: CommandContext): Reply {
  const { dossier, language } = context;
  const day = asOf(args, context);
  const said = saidBy(day, context);
  const quote = said.get(id);
  const [remark] = quote ? remarks([quote], said) : [];
  const occasion = remark && occasionOf(remark.quote, day, dossier);
  return reply({
    title: language.spans('quotes-title-one'),
    blocks: remark
      ? [...remarkBlocks(dossier, remark, language), ...aboutNotes(remark, occasion, context)]
      : [{ kind: 'text', spans: language.spans('quotes-none') }],
    footer: [asOfNote(remark ? [remark.quote.date] : [], args, context)],
    actions: [
      { label: language.text('quotes-back'), command: 'quotes', args: rawOf(args) },
      ...(occasion
        ? [{ label: language.text('quotes-development'), command: 'history', args: { id: occasion.id } }]
        : []),
      ...(remark ? [{ label: language.text('quotes-versions'), command: 'history', args: { id } }] : []),
    ],
  });
}

/** What the words are about, then their topics. */
function aboutNotes({ quote }: Remark, occasion: Development | undefined, { dossier, language }: CommandContext) {
  const topics = dossier.conflict.topics.filter((topic) => quote.topics.includes(topic.id));
  const notes = [
    ...(occasion
      ? [
          language.spans('quotes-about', {
            title: { kind: 'strong', text: occasion.title },
            date: language.date(parseEdtf(occasion.date)),
            status: occasion.status,
          }),
        ]
      : []),
    language.spans('quotes-topics', { topics: language.list(topics.map(({ label }) => label)) }),
  ];
  return notes.map((spans): Block => ({ kind: 'note', spans }));
}

function saidBy(day: string, { dossier }: CommandContext): Pick<ReadonlyMap<string, Quote>, 'get'> {
  return {
    get: (id) => {
      const quote = dossier.quotes.get(id);
      return quote && wasSaidBy(day, quote) ? quote : undefined;
    },
  };
}

/** Counts from 1. */
function pageOf({ page = '1' }: Args<typeof params>): number {
  if (!/^[1-9]\d{0,3}$/u.test(page)) throw new UserError('quotes-which-page', { typed: visible(page) });
  return Number(page);
}

/** What was asked, but for the page and the remark that is open. */
function rawOf({ speaker, topic, side, period, text, on, known }: Args<typeof params>): RawArguments {
  return givenArguments({
    speaker: speaker?.id,
    topic: topic?.id,
    side: side?.id,
    period: period?.text,
    text,
    on: on?.text,
    known: known?.text,
  });
}

/** In the order of the search. A remark with several wordings is ranked by its best match. */
function inSearchOrder(joined: readonly Remark[], found: readonly Quote[]): readonly Remark[] {
  const rank = ({ quote, variants }: Remark) =>
    Math.min(...[quote, ...variants].map((one) => found.indexOf(one)).filter((index) => index !== -1));
  return joined.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * What says just these words comes first, then what was said of the same as the best match, so that each side's word on
 * one matter stands together.
 */
function bestMatterFirst(matching: readonly Remark[], saysIt: (remark: Remark) => boolean): readonly Remark[] {
  const matter = matching[0]?.quote.development ?? null;
  const turnOf = (remark: Remark) =>
    saysIt(remark) ? 0 : matter !== null && remark.quote.development === matter ? 1 : 2;
  return matching.toSorted((a, b) => turnOf(a) - turnOf(b));
}
