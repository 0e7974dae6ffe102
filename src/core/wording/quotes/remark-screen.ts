/** Remarks on one screen: who, where and when, the words as printed, and how many sources there are (V1). */

import type { Dossier } from '../../dossier/dossier.ts';
import type { Party } from '../../dossier/entries.ts';
import { isFragment, type Remark, sideOf } from '../../dossier/quotes.ts';
import { growToScreen } from '../../reply/screen.ts';
import type { Block, Spans } from '../../reply/span.ts';
import { citeBrief } from '../brief/cite-brief.ts';
import { cutQuotation } from '../brief/cut-words.ts';
import { type SaidDetail, saidBy } from '../brief/said-by.ts';
import type { NameContext } from '../wording-context.ts';

/** Lengths in UTF-16 units, the same for all remarks of a kind. */
type Level = SaidDetail & {
  /** Of a side of the conflict. */
  readonly words: number;
  /** Of anybody else. */
  readonly others: number;
  /** Of a publisher's name; 0: sources are counted, not named. */
  readonly publisher: number;
};

/** What is always shown; opening the remark shows the rest. */
const CORE: Level = { names: 18, role: 0, venue: 0, words: 24, others: 24, publisher: 0 };

/** The most wanted first. */
const STEPS: readonly Partial<Level>[] = [
  { names: 40 },
  { words: 40 },
  { words: 60 },
  { words: 90 },
  { others: 60 },
  { publisher: 20 },
  { words: 120 },
  { words: 160 },
  { venue: 30 },
  { words: 220 },
  { others: 120 },
  { publisher: 36 },
  { others: 220 },
  { role: 30 },
  { names: 70 },
  { words: 300 },
  { venue: 70 },
  { role: 60 },
  { others: 300 },
  { publisher: 70 },
  { words: 420, others: 420 },
  { words: 600, others: 600 },
];

/** `around` is what else stands on the screen: the title, lines below the remarks, the footer. */
export function remarkScreen(
  remarks: readonly Remark[],
  around: readonly Block[],
  context: NameContext,
): readonly Block[] {
  const isOfSide = ({ quote }: Remark) =>
    context.dossier.conflict.sides.some(({ side }) => side === sideOf(context.dossier, quote));
  const blocksOf = (level: Level) =>
    remarks.map((remark) => toBlock(remark, isOfSide(remark) ? level.words : level.others, level, context));
  return blocksOf(growToScreen(CORE, STEPS, (level) => [...around, ...blocksOf(level)]));
}

function toBlock({ quote, variants }: Remark, words: number, level: Level, context: NameContext): Block {
  const { dossier, language } = context;
  const who = saidBy({ party: partyOf(dossier, quote.party), quote, date: quote.date }, level, context);
  const said: Spans = [{ kind: 'quote', text: cutQuotation(quote.text, words) }];
  const sources = citeBrief(quote.sources, level.publisher, context);
  return {
    kind: 'group',
    lead: who,
    items: [
      isFragment(quote.text) ? language.spans('quotes-fragment', { words: said }) : said,
      language.spans('quotes-sources', { sources, variants: variants.length }),
    ],
    // No page has the words of one side alone.
    staysWithNext: true,
  };
}

/** A party that the dossier does not know stands for itself. */
function partyOf({ parties }: Dossier, id: string): Pick<Party, 'name' | 'shortName' | 'aliases' | 'side'> {
  return parties.get(id) ?? { name: id, shortName: id, aliases: [], side: '' };
}
