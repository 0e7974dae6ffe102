/** /quotes: words as printed, speaker, role, venue, date and source. Sides take turns unless one is asked for (R17). */

import { type Args, type CommandContext, command, type NamingContext } from '../src/core/chat/command.ts';
import { dateParams } from '../src/core/chat/date-params.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import type { Quote } from '../src/core/dossier/entries.ts';
import { balanced, type Remark, remarks, sideOf } from '../src/core/dossier/quotes.ts';
import { searchQuotes } from '../src/core/dossier/search.ts';
import { reply } from '../src/core/reply/reply.ts';
import { asOf, asOfNote } from '../src/core/wording/as-of.ts';
import { remarkBlocks } from '../src/core/wording/cite.ts';
import { chosenNotes } from '../src/core/wording/filter-notes.ts';
import { partiesOf, partyNames, sideNames, topicNames } from '../src/core/wording/names.ts';
import { inFull } from '../src/core/wording/short-names.ts';

/** People who are quoted, and parties that are quoted without a named speaker. */
const speakers = ({ dossier }: NamingContext) => {
  const quotes = [...dossier.quotes.values()];
  const people = new Set(quotes.flatMap(({ speaker }) => speaker ?? []));
  const unnamed = quotes.filter(({ speaker }) => speaker === null).map(({ party }) => party);
  return [
    ...[...dossier.people.values()]
      .filter(({ id }) => people.has(id))
      .map(({ id, name, aliases }) => ({ id, label: name, aliases })),
    ...partiesOf(dossier, new Set(unnamed)),
  ];
};

const params = {
  speaker: { kind: 'name', names: speakers, also: partyNames },
  topic: { kind: 'name', names: topicNames },
  side: { kind: 'name', names: sideNames, strict: true },
  text: { kind: 'text', rest: true },
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
    const { dossier, language } = context;
    const found = select(args, context);
    const isOneSided = args.speaker !== undefined || args.side !== undefined;
    const day = asOf(args, context);
    const saidByThen = new Map([...dossier.quotes].filter(([, quote]) => wasSaid(quote, day)));
    const newest = remarks(found, saidByThen);
    const inOrder = args.text === undefined ? newest : inSearchOrder(newest, found);
    const shown = isOneSided || args.text !== undefined ? inOrder : balanced(dossier, inOrder);
    const order = args.text === undefined ? (isOneSided ? 'newest' : 'balanced') : 'matching';
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('quotes-title', { count: shown.length }) },
        ...chosenNotes(
          {
            speaker: args.speaker && inFull(dossier, args.speaker),
            topic: args.topic?.label,
            side: args.side?.label,
            text: args.text,
          },
          context,
        ),
        { kind: 'note', spans: language.spans(shown.length === 0 ? 'quotes-none' : 'quotes-order', { order }) },
        ...shown.flatMap((remark) => remarkBlocks(dossier, remark, language)),
      ],
      footer: [
        asOfNote(
          found.map(({ date }) => date),
          args,
          context,
        ),
      ],
    });
  },
});

function select(args: Args<typeof params>, context: CommandContext): readonly Quote[] {
  const { dossier } = context;
  const day = asOf(args, context);
  const matching = args.text === undefined ? [...dossier.quotes.values()] : searchQuotes(dossier, args.text);
  return matching.filter(
    (quote) =>
      wasSaid(quote, day) &&
      (args.speaker === undefined || quote.speaker === args.speaker.id || saidByParty(quote, args.speaker.id)) &&
      (args.topic === undefined || quote.topics.includes(args.topic.id)) &&
      (args.side === undefined || sideOf(dossier, quote) === args.side.id),
  );
}

function wasSaid({ date }: Quote, day: string): boolean {
  return parseEdtf(date).earliest <= day;
}

function saidByParty(quote: Quote, party: string): boolean {
  return quote.speaker === null && quote.party === party;
}

/** In the order of the search. A remark with several wordings is ranked by its best match. */
function inSearchOrder(joined: readonly Remark[], found: readonly Quote[]): readonly Remark[] {
  const rank = ({ quote, variants }: Remark) =>
    Math.min(...[quote, ...variants].map((one) => found.indexOf(one)).filter((index) => index !== -1));
  return joined.toSorted((a, b) => rank(a) - rank(b));
}
