/** Remarks on one screen: who, where and when, the words as printed, and how many sources there are (V1). */

import type { Dossier } from '../../dossier/dossier.ts';
import type { Party } from '../../dossier/entries.ts';
import { isFragment, type Remark } from '../../dossier/quotes.ts';
import { growToScreen } from '../../reply/screen.ts';
import type { Block, Spans } from '../../reply/span.ts';
import { citeBrief } from '../brief/cite-brief.ts';
import { cutQuotation } from '../brief/cut-words.ts';
import { type SaidDetail, saidBy } from '../brief/said-by.ts';
import type { NameContext } from '../wording-context.ts';

/** Lengths in UTF-16 units, the same for all remarks. */
type Level = SaidDetail & {
  readonly words: number;
  /** Of a publisher's name; 0: sources are counted, not named. */
  readonly publisher: number;
};

/** What is always shown; opening the remark shows the rest. */
const CORE: Level = { names: 18, role: 0, venue: 0, words: 24, publisher: 0 };

/** The most wanted first. */
const STEPS: readonly Partial<Level>[] = [
  { names: 40 },
  { words: 40 },
  { words: 60 },
  { publisher: 20 },
  { words: 90 },
  { venue: 30 },
  { words: 120 },
  { publisher: 36 },
  { words: 160 },
  { role: 30 },
  { names: 70 },
  { words: 220 },
  { venue: 70 },
  { role: 60 },
  { words: 300 },
  { publisher: 70 },
  { words: 420 },
  { words: 600 },
];

/** `around` is what else stands on the screen: the title, lines below the remarks, the footer. */
export function remarkScreen(
  remarks: readonly Remark[],
  around: readonly Block[],
  context: NameContext,
): readonly Block[] {
  const blocksOf = (level: Level) => remarks.map((remark) => toBlock(remark, level, context));
  return blocksOf(growToScreen(CORE, STEPS, (level) => [...around, ...blocksOf(level)]));
}

function toBlock({ quote, variants }: Remark, level: Level, context: NameContext): Block {
  const { dossier, language } = context;
  const who = saidBy({ party: partyOf(dossier, quote.party), quote, date: quote.date }, level, context);
  const words: Spans = [{ kind: 'quote', text: cutQuotation(quote.text, level.words) }];
  const sources = citeBrief(quote.sources, level.publisher, context);
  return {
    kind: 'group',
    lead: who,
    items: [
      isFragment(quote.text) ? language.spans('quotes-fragment', { words }) : words,
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
