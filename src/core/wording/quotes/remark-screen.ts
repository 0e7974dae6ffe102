/** Remarks on one screen: who, where and when, the words as printed, about what, and how many sources (V1). */

import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Development, Quote } from '../../dossier/entries.ts';
import { isFragment, type Remark } from '../../dossier/quotes.ts';
import { mainSideOf } from '../../dossier/speaking-for.ts';
import { fitsScreen, growToScreen } from '../../reply/screen.ts';
import type { Block } from '../../reply/span.ts';
import { citeBrief } from '../brief/cite-brief.ts';
import { partyOf, quotedWords, type SaidDetail, saidBy } from '../brief/said-by.ts';
import type { NameContext } from '../wording-context.ts';

/** Lengths in UTF-16 units, the same for all remarks of a kind. */
type Level = SaidDetail & {
  /** Of a side of the conflict. */
  readonly words: number;
  /** Of anybody else. */
  readonly others: number;
  /** Which remarks have the title of what they are about. Fragments say little without it. */
  readonly about: 'none' | 'fragments' | 'all';
  /** Of a publisher's name; 0: sources are counted, not named. */
  readonly publisher: number;
};

interface Screen extends NameContext {
  /** `YYYY-MM-DD`: nothing later is named. */
  readonly day: string;
  /** Whether nothing was asked that says what the words are about. */
  readonly isOpen: boolean;
}

const ALL = Number.POSITIVE_INFINITY;

/** What is always shown; opening the remark shows the rest. */
const CORE: Level = { names: 18, role: 0, venue: 0, words: 24, others: 24, about: 'none', publisher: 0 };
/** Words that break off may lose what they were said for. */
const WHOLE: readonly Level[] = [
  { ...CORE, names: 40, words: ALL, others: ALL, about: 'fragments' },
  { ...CORE, words: ALL, others: ALL },
];

/** Both sides' words whole, and of somebody else's as much as says what they are of. */
const BESIDE: Level = { ...CORE, names: 32, words: ALL, others: 100 };
const BESIDE_STEPS: readonly Partial<Level>[] = [
  { about: 'fragments' },
  { others: 160 },
  { others: 220 },
  { about: 'all' },
];

/** Where nothing is cut. The most wanted first. */
const WHOLE_STEPS: readonly Partial<Level>[] = [
  { about: 'fragments' },
  { names: 40 },
  { about: 'all' },
  { venue: 30 },
  { publisher: 20 },
  { publisher: 36 },
  { role: 30 },
  { names: 70 },
  { venue: 70 },
  { role: 60 },
  { publisher: 70 },
];

/** Where both sides' words, or one remark alone, are too long for a screen. */
const CUT_STEPS: readonly Partial<Level>[] = [
  { names: 40 },
  ...[40, 60, 90].map((words) => ({ words })),
  { others: 60 },
  { about: 'fragments' },
  ...[120, 160, 220].map((words) => ({ words })),
  { others: 120 },
  { others: 220 },
  { words: 300 },
  { others: 300 },
  { words: 420, others: 420 },
  { about: 'all' },
  { words: 600, others: 600 },
  { venue: 30 },
  { publisher: 20 },
];

/** `around` is what else stands on the screen: the title, lines below the remarks, the footer. */
export function remarkScreen(remarks: readonly Remark[], around: readonly Block[], context: Screen): readonly Block[] {
  const compose = (level: Level) => [...around, ...blocksOf(remarks, level, context)];
  const [fullest = CORE, ...whole] = WHOLE;
  const plans = [
    { level: fullest, steps: WHOLE_STEPS },
    { level: besideIn(context), steps: BESIDE_STEPS },
    ...whole.map((level) => ({ level, steps: WHOLE_STEPS })),
  ];
  const plan = plans.find(({ level }) => fitsScreen(compose(level))) ?? { level: CORE, steps: CUT_STEPS };
  const level = growToScreen(plan.level, plan.steps, compose);
  return blocksOf(remarks, level, context);
}

/** Whether nothing of them is cut on such a screen. Of three, each has to say what it is about as well. */
export function fitWhole(remarks: readonly Remark[], around: readonly Block[], context: Screen): boolean {
  const [level = CORE] = WHOLE;
  const about = remarks.length > 2 ? 'all' : level.about;
  return fitsScreen([...around, ...blocksOf(remarks, { ...level, about }, context)]);
}

/** Whether they fit where only the words of third parties may be cut. */
export function fitBeside(remarks: readonly Remark[], around: readonly Block[], context: Screen): boolean {
  return fitsScreen([...around, ...blocksOf(remarks, besideIn(context), context)]);
}

/** A fragment says little without what it is about, unless that was asked for. */
function besideIn({ isOpen }: Screen): Level {
  return { ...BESIDE, about: isOpen ? 'fragments' : 'none' };
}

/** What the words are about, where that had happened by `day` (`YYYY-MM-DD`). */
export function occasionOf({ development }: Quote, day: string, { developments }: Dossier): Development | undefined {
  const known = development === null ? undefined : developments.get(development);
  return known && parseEdtf(known.date).earliest <= day ? known : undefined;
}

function blocksOf(remarks: readonly Remark[], level: Level, context: Screen): readonly Block[] {
  const isOfSide = ({ quote }: Remark) => mainSideOf(context.dossier, quote.party) !== undefined;
  return remarks.map((remark) => toBlock(remark, isOfSide(remark) ? level.words : level.others, level, context));
}

function toBlock({ quote, variants }: Remark, words: number, level: Level, context: Screen): Block {
  const { dossier, language } = context;
  const who = saidBy({ party: partyOf(dossier, quote.party), quote, date: quote.date }, level, context);
  const said = quotedWords(quote, words, who, context);
  const sources = citeBrief(quote.sources, level.publisher, context);
  const saysAbout = level.about === 'all' || (level.about === 'fragments' && isFragment(quote.text));
  const occasion = saysAbout ? occasionOf(quote, context.day, dossier) : undefined;
  return {
    kind: 'group',
    lead: who,
    items: [
      isFragment(quote.text) ? language.spans('quotes-fragment', { words: said }) : said,
      // Never cut: many a title ends with whose claim it is.
      ...(occasion ? [language.spans('quotes-occasion', { title: occasion.title, status: occasion.status })] : []),
      language.spans('quotes-sources', { sources, variants: variants.length }),
    ],
    // No page has the words of one side alone.
    staysWithNext: true,
  };
}
