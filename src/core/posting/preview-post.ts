/** The preview of a post: what forbids it, what looks doubtful, the message to be sent, and how many chats get it. */

import type { Filters } from '../changes/filters.ts';
import type { AlertLevels } from '../changes/news-level.ts';
import { sameNews } from '../changes/same-news.ts';
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import { memoise } from '../dossier/memoise.ts';
import { withAppended } from '../dossier/revision.ts';
import { compose } from '../messages/compose.ts';
import type { Content } from '../messages/kinds/index.ts';
import { wholeOf } from '../reply/page.ts';
import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import { differences } from '../wording/differences.ts';
import { nameOf, valuesOf } from '../wording/kinds/index.ts';
import { sentenceEnd } from '../wording/sentence-end.ts';
import { partyName } from '../wording/short-names.ts';
import type { Doubt } from './check-post.ts';
import type { Draft } from './form/draft.ts';
import type { PostPlan } from './plan-post.ts';
import type { PostingContext } from './posting-context.ts';
import { matchingSubscriptions } from './recipients.ts';

/** Whether the plan may be published. */
export function isSound({ checked, isOutdated, isEmpty, raisesNoAlert: isQuiet }: PostPlan): boolean {
  const { problems, isMisquoted, future } = checked;
  return problems.length === 0 && !isMisquoted && future === undefined && !isOutdated && !isEmpty && !isQuiet;
}

/** Everything that forbids publishing, with what to do about it; then doubts for a person to decide. */
export function checkBlocks(
  { checked, isOutdated, isEmpty, raisesNoAlert: isQuiet }: PostPlan,
  { language, dossier }: PostingContext,
): readonly Block[] {
  const { problems, isMisquoted, future, doubts } = checked;
  const wrong = [
    ...(isOutdated ? [language.spans('posting-outdated')] : []),
    ...(isEmpty ? [language.spans('posting-empty')] : []),
    ...(isQuiet ? [language.spans('drill-quiet')] : []),
    ...(isMisquoted ? [language.spans('posting-misquoted')] : []),
    ...(future === undefined ? [] : [language.spans('posting-future', { date: future })]),
    ...problems.map(({ id, field, message }) => language.spans('posting-problem', { id, field, message })),
  ];
  const doubtful = doubts.map((doubt) => doubtSpans(doubt, { language, dossier }));
  return [
    ...(wrong.length === 0 ? [] : [{ kind: 'text' as const, spans: language.spans('posting-wrong') }]),
    ...(wrong.length === 0 ? [] : [{ kind: 'list' as const, items: wrong }]),
    ...(doubtful.length === 0 ? [] : [{ kind: 'text' as const, spans: language.spans('posting-doubtful') }]),
    ...(doubtful.length === 0 ? [] : [{ kind: 'list' as const, items: doubtful }]),
  ];
}

function doubtSpans(doubt: Doubt, { language, dossier }: Pick<PostingContext, 'language' | 'dossier'>): Spans {
  switch (doubt.what) {
    case 'which-party': {
      const parties = doubt.parties.map((party) => partyName(dossier, party));
      return language.spans('posting-which-party', { sentence: doubt.sentence, parties: parties.join(' / ') });
    }
    case 'named-by':
      return language.spans('posting-named-by', { id: { kind: 'code', text: doubt.id }, field: doubt.field });
    case 'same-claim':
    case 'near-quote':
    case 'same-address':
      return language.spans('posting-alike', { what: doubt.what, id: { kind: 'code', text: doubt.id } });
  }
}

/** The alert or the part of a digest that the post becomes, composed from the dossier with it. `plan` must be sound. */
export async function previewBlocks(draft: Draft, plan: PostPlan, context: PostingContext): Promise<readonly Block[]> {
  const { language } = context;
  const after = dossierAfter(context.dossier, plan);
  const composing = { ...context, dossier: after };
  const isAlert = plan.announce;
  const { reply: shown, isEmpty } = compose(contentOf(isAlert, context.dossier, after, context.timezone), composing);
  const written: readonly Block[] = [
    { kind: 'note', spans: language.spans('posting-written') },
    ...revisionBlocks(plan, context.dossier, composing),
    ...sentMessagesNote(draft, plan, context),
  ];
  if (isEmpty) return [...written, { kind: 'note', spans: language.spans('posting-no-news') }];
  const reached = isAlert ? await countAlertRecipients(context, after) : await countDigestRecipients(context);
  return [
    ...written,
    {
      kind: 'note',
      spans: language.spans('posting-preview', { alert: isAlert ? 'yes' : 'no', purpose: draft.purpose }),
    },
    ...wholeOf({ ...shown, details: [] }),
    { kind: 'note', spans: language.spans('posting-reach', { count: reached, alert: isAlert ? 'yes' : 'no' }) },
  ];
}

/** A note that messages already sent will be corrected: the next digest does not show that. */
function sentMessagesNote(draft: Draft, plan: PostPlan, { dossier, language }: PostingContext): readonly Block[] {
  if (draft.purpose !== 'correct' && draft.purpose !== 'retract') return [];
  const says = plan.revisions.some(({ entry, change }) => {
    const last = dossier.history(entry.fields.id).at(-1);
    return change === 'retraction' || (last !== undefined && !sameNews(last.entry, entry));
  });
  if (!says) return [];
  return [
    {
      kind: 'note',
      spans: language.spans('posting-sent-corrected', { weight: draft.answers['weight'] ?? 'material' }),
    },
  ];
}

/** Every revision in full. Messages show less of it, and nobody is to approve what the preview did not show. */
function revisionBlocks({ revisions }: PostPlan, before: Dossier, context: PostingContext): readonly Block[] {
  const items = revisions.flatMap(({ entry, change }): Spans[] => {
    const last = before.history(entry.fields.id).at(-1);
    const words = Object.entries(valuesOf(entry, 'full', context)).flatMap(([field, is]) =>
      is.length === 0
        ? []
        : [
            context.language.spans('posting-named', {
              field: context.language.text('field-name', { field }),
              is,
              end: sentenceEnd(is),
            }),
          ],
    );
    return [
      joinSpans([
        [{ kind: 'code', text: entry.fields.id }],
        nameOf(entry, context),
        ...(last === undefined || change === 'retraction' ? words : differences(last.entry, entry, context, 'full')),
      ]),
    ];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** The dossier as it would be with the post in it. */
export function dossierAfter(dossier: Dossier, { revisions }: Pick<PostPlan, 'revisions'>): Dossier {
  return foldDossier(withAppended(dossier.revisionsAfter(0), revisions), dossier.conflict);
}

function contentOf(isAlert: boolean, before: Dossier, after: Dossier, timezone: string): Content {
  const span = { from: before.head + 1, to: after.head, topics: [], side: null, timezone };
  return isAlert
    ? { kind: 'alert', ...span, alerts: 'all', heldUntil: null, repeats: 0 }
    : { kind: 'digest', ...span, slot: 0, isLate: false, doubtfulSlot: null };
}

/** Counts subscriptions that would get an alert. The alert is composed once for each set of filters. */
async function countAlertRecipients(context: PostingContext, after: Dossier): Promise<number> {
  const { dossier } = context;
  const isAlerted = memoise(({ topics, side, alerts }: Filters & { readonly alerts: AlertLevels }) => {
    const span = { from: dossier.head + 1, to: after.head, timezone: context.timezone };
    const content: Content = { kind: 'alert', topics, side, alerts, ...span, heldUntil: null, repeats: 0 };
    return !compose(content, { ...context, dossier: after }).isEmpty;
  });
  let count = 0;
  for await (const { settings } of matchingSubscriptions({ want: 'alerts' }, context)) {
    const { topics, side, alerts } = settings;
    if (alerts !== 'off' && isAlerted({ topics, side, alerts })) count += 1;
  }
  return count;
}

/** Counts subscriptions that get digests, whenever the next one is due. */
async function countDigestRecipients(context: PostingContext): Promise<number> {
  const all = await Array.fromAsync(matchingSubscriptions({ want: 'due', now: Number.MAX_SAFE_INTEGER }, context));
  return all.length;
}
