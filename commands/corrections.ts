/** /corrections: the public log of every correction and retraction: what was wrong, what is right, when and why. */

import { correctionSteps, type RevisionStep } from '../src/core/changes/revision-steps.ts';
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { parseLedgerRange, sinceNote, whereIn } from '../src/core/chat/ledger-range.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import { dayOf } from '../src/core/dossier/dates/knowledge.ts';
import { dateOf, isNews } from '../src/core/dossier/news.ts';
import { instantSpan } from '../src/core/reply/language.ts';
import { reply } from '../src/core/reply/reply.ts';
import { listOnScreen } from '../src/core/reply/screen.ts';
import { type Block, joinSpans, type Spans } from '../src/core/reply/span.ts';
import { shortAsOf } from '../src/core/wording/as-of.ts';
import { caveatBlocks } from '../src/core/wording/caveats.ts';
import { changeRow } from '../src/core/wording/change-rows.ts';
import { briefCorrection } from '../src/core/wording/changes/brief-change.ts';

/** In UTF-16 units. */
const ROOM = { names: 70, values: 60, reason: 80 } as const;
/** More never fit. */
const MOST_ON_SCREEN = 12;

const params = {
  since: { kind: 'text', offered: ['today', 'yesterday'], rest: true },
} as const;

export default command({
  name: 'corrections',
  who: 'anyone',
  isKept: true,
  params,
  example: ({ dossier: { begins } }) => (begins === undefined ? {} : { since: begins }),
  run({ since }, context) {
    const { dossier, language } = context;
    const span =
      since === undefined
        ? undefined
        : parseLedgerRange({ since }, context, { params: Object.keys(params), raw: { since } });
    const where = span && whereIn(dossier, span);
    const steps = correctionSteps(dossier).filter(
      ({ revision }) => where === undefined || where(revision) === 'within',
    );
    const title = language.spans('corrections-title');
    const opening: readonly Block[] = [
      ...(span === undefined ? [] : [{ kind: 'note' as const, spans: sinceNote(span, context) }]),
      steps.length === 0
        ? { kind: 'text', spans: language.spans(span ? 'corrections-none-then' : 'corrections-none') }
        : { kind: 'note', spans: language.spans('corrections-order', { count: steps.length }) },
    ];
    const dates = steps.flatMap(({ entry }) => dateOf(entry) ?? []);
    const footer = [
      ...caveatBlocks(
        steps.map(({ entry }) => entry),
        context,
      ),
      shortAsOf(dates, {}, context),
    ];
    const around: readonly Block[] = [{ kind: 'heading', spans: title }, ...opening, ...footer];
    const newest = steps.slice(0, MOST_ON_SCREEN).map((step) => briefRow(step, context));
    return reply({
      title,
      blocks: [...opening, ...listOnScreen(newest, around)],
      details:
        steps.length === 0
          ? []
          : [
              {
                name: 'all',
                label: language.text('corrections-all', { count: steps.length }),
                blocks: () => [{ kind: 'list', items: steps.map((step) => row(step, context)) }],
              },
            ],
      footer,
    });
  },
});

function briefRow(step: RevisionStep, context: CommandContext): Spans {
  const day = context.language.shortDate(parseEdtf(dayOf(step.at, 'UTC')));
  return joinSpans([
    context.language.spans('corrections-when', { time: { kind: 'strong', text: day } }),
    briefCorrection(step, ROOM, context),
  ]);
}

function row(step: RevisionStep, context: CommandContext): Spans {
  const { language } = context;
  return joinSpans([
    language.spans('corrections-when', { time: instantSpan(step.at, language) }),
    changeRow(step, context, 'full'),
    ...(isNews(step.entry)
      ? [language.spans('corrections-history', { command: { kind: 'code', text: `/history ${step.id}` } })]
      : []),
  ]);
}
