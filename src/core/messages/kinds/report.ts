/** The report to whoever made a correction, and how far one came in words, also for /coverage. */

import { z } from 'zod';
import { instantSpan, type Language } from '../../reply/language.ts';
import { type Reply, reply } from '../../reply/reply.ts';
import { type Block, joinSpans, type Spans } from '../../reply/span.ts';
import { nameOf } from '../../wording/kinds/index.ts';
import type { WordingContext } from '../../wording/wording-context.ts';
import type { Composed, MessageContext } from '../composed.ts';
import { type Coverage, coverageSchema, isDone, type Progress } from '../coverage.ts';
import type { MessageKind } from '../message-kind.ts';
import { reasonWords } from '../reason-words.ts';

const schema = z.strictObject({
  kind: z.literal('report'),
  timezone: z.string(),
  coverage: coverageSchema,
  isFinished: z.boolean(),
  /** It waits for a platform that nobody serves. Left out: false. */
  isUnserved: z.boolean().optional(),
});
type Report = z.infer<typeof schema>;

/** Reports of one correction are numbered 1, 2, 3 … */
export const report = {
  content: schema,
  // One message in some seconds: below the corrections that it tells of there would be nothing to see of a long one.
  lane: 0,
  audience: 'team',
  lifetimeMs: 86_400_000,
  about: String,
  overtakenBy: null,
  corrects: null,
  shows: null,
  isSentEmpty: true,
  wantedBy: null,
  compose: composeReport,
} as const satisfies MessageKind<Report, number>;

function composeReport(content: Report, context: MessageContext): Composed {
  const id = `#${content.coverage.seq}`;
  return {
    reply: reply({ blocks: coverageBlocks(content, context), actions: coverageActions(id, context.language) }),
    more: { label: context.language.text('command-coverage-button'), command: 'coverage', args: { id } },
    isEmpty: false,
    shown: [],
  };
}

/** The button to how far it came. `id`: the number of a correction, or an entry's id for its newest one. */
export function coverageActions(id: string, language: Language): Reply['actions'] {
  return [{ label: language.text('command-coverage-button'), command: 'coverage', args: { id } }];
}

export function coverageBlocks(
  { coverage, isFinished, isUnserved = false }: Progress & { readonly isUnserved?: boolean | undefined },
  context: Pick<WordingContext, 'dossier' | 'language'>,
): readonly Block[] {
  const { dossier, language } = context;
  const { seq, messages, notices, noticesPending = 0, noticesFailed = 0 } = coverage;
  const [revision] = dossier.revisionsAfter(seq - 1);
  const what =
    revision &&
    language.spans('coverage-what', {
      what: revision.change,
      time: instantSpan(revision.recordedAt, language),
      name: nameOf(revision.entry, context),
    });
  const text = (spans: Spans): Block => ({ kind: 'text', spans });
  const state = isFinished ? 'finished' : !isDone(coverage) ? 'pending' : isUnserved ? 'unserved' : 'looking';
  return [
    { kind: 'heading', spans: language.spans('coverage-title', { number: `#${seq}` }) },
    ...(what ? [text(what)] : []),
    ...(messages === 0
      ? [text(language.spans(isFinished ? 'coverage-none' : 'coverage-none-yet'))]
      : [{ kind: 'list' as const, items: countRows(coverage, language) }]),
    ...(notices === 0 ? [] : [text(language.spans('coverage-notices', { count: notices }))]),
    ...(noticesPending === 0 ? [] : [text(language.spans('coverage-notices-pending', { count: noticesPending }))]),
    ...(noticesFailed === 0 ? [] : [text(language.spans('coverage-notices-failed', { count: noticesFailed }))]),
    text(language.spans('coverage-state', { state })),
  ];
}

/**
 * They add up: edited, told of otherwise, failed and still to do are the messages. Each reason of a failure has a row
 * of its own.
 */
function countRows({ messages, edited, noticed, pending, failed }: Coverage, language: Language): readonly Spans[] {
  const row = (what: string, count: number) => language.spans('coverage-count', { what, count });
  return [
    row('messages', messages),
    row('edited', edited),
    row('noticed', noticed),
    ...(failed.length === 0
      ? [row('failed', 0)]
      : failed.map(({ reason, count }) =>
          joinSpans([language.spans('coverage-failed', { count }), reasonWords(reason, language)]),
        )),
    row('pending', pending),
  ];
}
