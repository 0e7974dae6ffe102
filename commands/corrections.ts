/** /corrections: the public log of what was wrong here: every correction and retraction, was → is, with its reason and time. */
import { type CommandContext, command } from '../src/core/chat/command.ts';
import { joinSpans, reply, type Spans } from '../src/core/chat/reply.ts';
import { asOfNote } from '../src/core/chat/when.ts';
import { changeRow } from '../src/core/digest/change-rows.ts';
import { dateOf, isNews } from '../src/core/digest/changes.ts';
import { linkWords } from '../src/core/digest/link-words.ts';
import { parseSpan, sinceNote, whereIn } from '../src/core/digest/span.ts';
import { correctionSteps, type Step } from '../src/core/digest/steps.ts';

const params = {
  since: { kind: 'text', offered: ['today', 'yesterday'], rest: true },
} as const;

export default command({
  name: 'corrections',
  who: 'anyone',
  params,
  run({ since }, context) {
    const { dossier, language } = context;
    const span = since === undefined ? undefined : parseSpan({ since }, context);
    const where = span && whereIn(dossier, span);
    const steps = correctionSteps(dossier).filter(
      ({ revision }) => where === undefined || where(revision) === 'within',
    );
    const hasFigures = steps.some(({ entry }) => entry.kind === 'claim');
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
        ...(hasFigures ? [{ kind: 'note' as const, spans: language.spans('casualties-caveat') }] : []),
        asOfNote(
          steps.flatMap(({ entry }) => dateOf(entry) ?? []),
          {},
          context,
        ),
      ],
    });
  },
});

function row(step: Step, context: CommandContext): Spans {
  const { language } = context;
  return joinSpans([
    language.spans('corrections-when', { time: { kind: 'strong', text: language.instant(step.at) } }),
    changeRow(step, context, linkWords),
    ...(isNews(step.entry)
      ? [language.spans('corrections-history', { command: { kind: 'code', text: `/history ${step.id}` } })]
      : []),
  ]);
}
