/** /history: every version of one entry: when, what kind of change, was → is, and why. Authors are not shown. */

import { type RevisionStep, revisionStepsOf } from '../src/core/changes/revision-steps.ts';
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { dateParams } from '../src/core/chat/date-params.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import { dayOf, knownBetween, type PublishedOn, publishedFrom } from '../src/core/dossier/dates/knowledge.ts';
import { dateOf } from '../src/core/dossier/news.ts';
import { cutTo } from '../src/core/reply/cut-to-fit.ts';
import { instantSpan } from '../src/core/reply/language.ts';
import { reply } from '../src/core/reply/reply.ts';
import { fitsScreen, listOnScreen } from '../src/core/reply/screen.ts';
import { type Block, joinSpans, type Spans } from '../src/core/reply/span.ts';
import { UserError } from '../src/core/reply/user-error.ts';
import { asOf, shortAsOf } from '../src/core/wording/as-of.ts';
import { cutAtWord } from '../src/core/wording/brief/cut-words.ts';
import { briefFigures } from '../src/core/wording/casualties/brief-figures.ts';
import { caveatBlocks } from '../src/core/wording/caveats.ts';
import { whatBecame } from '../src/core/wording/ceasefire/what-became.ts';
import { reasonSpans } from '../src/core/wording/change-rows.ts';
import { briefDifferences, differences } from '../src/core/wording/differences.ts';
import { entryNames } from '../src/core/wording/entry-names.ts';
import { nameOf, standingRow } from '../src/core/wording/kinds/index.ts';
import { sentenceEnd } from '../src/core/wording/sentence-end.ts';

/** On a first screen, in UTF-16 units. */
const MOST_NAME = 120;
const MOST_VALUE = 60;
const MOST_REASON = 100;
/** More versions never fit. */
const MOST_ON_SCREEN = 12;

const params = {
  id: { kind: 'name', names: entryNames, rest: true },
  known: dateParams.known,
} as const;

export default command({
  name: 'history',
  who: 'anyone',
  isKept: true,
  params,
  example: ({ dossier }) => {
    const [newest] = [...dossier.claims.keys()].slice(-1);
    return newest === undefined ? {} : { id: newest };
  },
  run(args, context) {
    const { dossier, language } = context;
    if (args.id === undefined) throw new UserError('history-which', { example: entryNames(context)[0]?.id ?? '' });
    const steps = revisionStepsOf(dossier, args.id.id);
    const last = steps.at(-1);
    const publishedOn = publishedFrom(dossier.revisionsAfter(0));
    if (!last)
      return reply({
        blocks: [
          { kind: 'text', spans: language.spans('history-unknown', { id: { kind: 'code', text: args.id.id } }) },
        ],
        footer: [shortAsOf([], args, context)],
      });
    const title = language.spans('history-title', { name: cutTo(nameOf(last.entry, context), MOST_NAME) });
    const entry = standing(last, asOf(args, context), context);
    const order: Block = { kind: 'note', spans: language.spans('history-order', { count: steps.length }) };
    const versions = steps.toReversed().map((step) => row(step, publishedOn, context));
    const footer = [
      ...caveatBlocks([last.entry], context),
      shortAsOf(
        [last].flatMap((step) => dateOf(step.entry) ?? []),
        args,
        context,
      ),
    ];
    const heading: Block = { kind: 'heading', spans: title };
    const beside = besideIt(last, [heading, order, ...footer], context);
    const whole: readonly Block[] = [...beside, ...entry, order, { kind: 'list', items: versions }];
    if (fitsScreen([heading, ...whole, ...footer])) return reply({ title, blocks: whole, footer });
    const newest = steps.slice(-MOST_ON_SCREEN).toReversed();
    const brief = newest.map((step) => briefRow(step, context));
    return reply({
      title,
      blocks: [...beside, order, ...listOnScreen(brief, [heading, ...beside, order, ...footer])],
      details: [
        { name: 'entry', label: language.text('history-entry-button'), blocks: () => entry },
        {
          name: 'versions',
          label: language.text('history-versions-button', { count: steps.length }),
          blocks: () => [{ kind: 'list', items: versions }],
        },
      ],
      footer,
    });
  },
});

/** A figure among those of the same harm to the same victims: nobody is shown one side's figure alone (V3). */
function besideIt({ what, entry }: RevisionStep, around: readonly Block[], context: CommandContext): readonly Block[] {
  if (entry.kind !== 'claim' || what === 'retracted') return [];
  const { blocks } = briefFigures(new Set([entry.fields.id]), context);
  // The title has the days. What the figures count goes first where there is no room.
  const kinds = [new Set<Block['kind']>(['group', 'note']), new Set<Block['kind']>(['group'])];
  const some = kinds.map((shown) => blocks.filter(({ kind }) => shown.has(kind)));
  return some.find((one) => fitsScreen([...around, ...one])) ?? [];
}

/** The entry as it is now, or as it was before it was retracted. */
function standing({ what, entry }: RevisionStep, day: string, context: CommandContext): readonly Block[] {
  const { language } = context;
  const later = what !== 'retracted' && entry.kind === 'ceasefire' ? whatBecame(entry.fields.id, day, context) : [];
  const is = language.spans('history-standing', {
    what: what === 'retracted' ? 'retracted' : later.length > 0 ? 'over' : 'stands',
  });
  return [{ kind: 'text', spans: joinSpans([is, standingRow(entry, context), ...later]) }];
}

/** When it was published, what became of it, "5 → 7" and why. */
function briefRow({ what, entry, before, reason, at, isShipped }: RevisionStep, context: CommandContext): Spans {
  const { language } = context;
  const time = language.shortDate(parseEdtf(dayOf(at, 'UTC')));
  const changes = before === undefined ? [] : briefDifferences(before, entry, context, { longest: MOST_VALUE });
  return joinSpans([
    language.spans('history-step', { time, what, by: isShipped ? 'shipped' : 'published' }),
    ...(changes.length === 0 ? [] : [language.spans('history-changes', { changes, end: sentenceEnd(changes) })]),
    ...(reason === null ? [] : [reasonSpans(cutAtWord(reason, MOST_REASON), context)]),
  ]);
}

function row(step: RevisionStep, publishedOn: PublishedOn, context: CommandContext): Spans {
  const { language } = context;
  const { what, entry, before, reason, isShipped, revision } = step;
  const { from, by } = knownBetween(revision, publishedOn);
  const dayWords = (at: number) => language.date(parseEdtf(dayOf(at, 'UTC')));
  return joinSpans([
    language.spans('history-step', {
      time: instantSpan(step.at, language),
      what,
      by: isShipped ? 'shipped' : 'published',
    }),
    // `known:` dates an entry of the baseline by its sources.
    ...(from < by
      ? [language.spans('history-known-between', { from: dayWords(from), by: dayWords(by) })]
      : by < step.at
        ? [language.spans('history-known', { date: dayWords(by) })]
        : []),
    ...(before === undefined ? [] : differences(before, entry, context, 'full')),
    ...(reason === null ? [] : [reasonSpans(reason, context)]),
  ]);
}
