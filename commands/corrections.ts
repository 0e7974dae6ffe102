/** /corrections: the public log of every correction and retraction: what was wrong, what is right, when and why. */

import { correctionSteps, type RevisionStep } from '../src/core/changes/revision-steps.ts';
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { parseLedgerRange, sinceNote, whereIn } from '../src/core/chat/ledger-range.ts';
import { dateOf, isNews } from '../src/core/dossier/news.ts';
import { instantSpan } from '../src/core/reply/language.ts';
import { reply } from '../src/core/reply/reply.ts';
import { joinSpans, type Spans } from '../src/core/reply/span.ts';
import { asOfNote } from '../src/core/wording/as-of.ts';
import { caveatBlocks } from '../src/core/wording/caveats.ts';
import { changeRow } from '../src/core/wording/change-rows.ts';

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
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('corrections-title', { conflict: dossier.conflict.name }) },
        ...(span === undefined ? [] : [{ kind: 'note' as const, spans: sinceNote(span, context) }]),
        ...(steps.length === 0
          ? [{ kind: 'text' as const, spans: language.spans(span ? 'corrections-none-then' : 'corrections-none') }]
          : [
              { kind: 'note' as const, spans: language.spans('corrections-order', { count: steps.length }) },
              { kind: 'list' as const, items: steps.map((step) => row(step, context)) },
            ]),
      ],
      footer: [
        ...caveatBlocks(
          steps.map(({ entry }) => entry),
          context,
        ),
        asOfNote(
          steps.flatMap(({ entry }) => dateOf(entry) ?? []),
          {},
          context,
        ),
      ],
    });
  },
});

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
