/** Plans what publishing a draft would append to the ledger, and what forbids it. Nothing is written. */

import { createHash } from 'node:crypto';
import { alertedBy } from '../changes/news-level.ts';
import { sameNews } from '../changes/same-news.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import type { AnyEntry, Claim } from '../dossier/entries.ts';
import type { RevisionDraft } from '../dossier/revision.ts';
import { sameJson } from '../dossier/same-json.ts';
import { UserError } from '../reply/user-error.ts';
import { type CheckResult, checkPost } from './check-post.ts';
import { buildEntries } from './form/build-entry.ts';
import { askedFields } from './form/dialogue.ts';
import { type Draft, stampOf } from './form/draft.ts';
import type { AnsweringContext } from './form/parse-answer.ts';
import { linkedClaims } from './linked-claims.ts';
import type { PostingContext } from './posting-context.ts';

export interface PostPlan {
  /** The draft's own entries first, then claims that are linked to them. */
  readonly revisions: readonly RevisionDraft[];
  /** Ids of the draft's own entries. */
  readonly written: readonly string[];
  readonly checked: CheckResult;
  /** Publishing it sends alerts. */
  readonly announce: boolean;
  /** Somebody else has changed the content of the entry since the draft was begun. */
  readonly isOutdated: boolean;
  /** It changes nothing. */
  readonly isEmpty: boolean;
  /** It is a drill, but no subscription would get an alert of such news. */
  readonly raisesNoAlert: boolean;
  /** For a drill that was queued: the number of recipients. */
  readonly drillRecipients?: number;
  /** A hash of what the preview shows. Its buttons carry it, and publishing needs the same one. */
  readonly stamp: string;
}

type PlanningContext = AnsweringContext & Pick<PostingContext, 'now' | 'language' | 'timezone' | 'staleAfterDays'>;

/** `draft` is complete. `now` is Unix time in ms. Throws `UserError` if its answers make no valid entry. */
export function planPost(draft: Draft, context: PlanningContext): PostPlan {
  const { dossier, now, timezone, staleAfterDays } = context;
  const today = { day: dayOf(now, timezone), staleAfterDays };
  const { changes, purpose, answers, author } = draft;
  const last = changes === null ? undefined : dossier.history(changes.entry).at(-1);
  if (changes !== null && last === undefined) throw new UserError('posting-entry-gone', { id: changes.entry });
  const begun = changes && dossier.history(changes.entry).find(({ seq }) => seq === changes.seq)?.entry;
  // Links to conflicting claims may have changed meanwhile. They are kept, and do not count.
  const hasChanged = !begun || last?.change === 'retraction' || (last && !sameNews(begun, last.entry)) === true;
  const isOutdated = last !== undefined && last.seq !== changes?.seq && hasChanged;
  const common = { author, recordedAt: now };
  if (purpose === 'retract') {
    if (!last) throw new UserError('posting-entry-gone', { id: '' });
    const { entry } = last;
    const links = linksOf(
      { entry, named: [], before: entry.kind === 'claim' ? entry.fields : undefined },
      common,
      context,
    );
    const linked = links.map((link) => link.entry);
    const revisions: readonly RevisionDraft[] = [
      { ...common, entry, change: 'retraction', reason: reasonOf(draft), ...weightOf(draft) },
      ...links,
    ];
    return {
      revisions,
      written: [entry.fields.id],
      checked: checkPost(dossier, { written: [], linked, removed: entry.fields.id }, now),
      announce: false,
      isOutdated,
      isEmpty: false,
      raisesNoAlert: false,
      stamp: stampFor(draft, false, revisions),
    };
  }
  const announce = answers['announce'] === 'yes' && askedFields(draft, context).some(({ name }) => name === 'announce');
  const written = buildEntries(draft, last && { now: last.entry, begun: begun ?? last.entry }, context);
  const before = last?.entry.kind === 'claim' ? last.entry.fields : undefined;
  const links = written.flatMap((entry) =>
    entry.kind === 'claim' ? linksOf({ entry, named: entry.fields.conflictsWith, before }, common, context) : [],
  );
  const excerpt = answers['excerpt'] === undefined ? {} : { excerpt: answers['excerpt'] };
  const own = written.map((entry): RevisionDraft => {
    const isNew = dossier.history(entry.fields.id).length === 0;
    if (isNew) return { ...common, entry, change: 'original', reason: null };
    const reason = reasonOf(draft);
    return purpose === 'correct'
      ? { ...common, entry, change: 'correction', reason, ...weightOf(draft) }
      : { ...common, entry, change: 'update', reason };
  });
  const isSame = (entry: AnyEntry) => {
    const known = dossier.history(entry.fields.id).at(-1);
    return known !== undefined && known.change !== 'retraction' && sameJson(known.entry, entry);
  };
  const revisions = [...own, ...links];
  return {
    revisions,
    written: written.map(({ fields }) => fields.id),
    checked: checkPost(dossier, { written, linked: links.map(({ entry }) => entry), ...excerpt }, now),
    announce,
    isOutdated,
    isEmpty: changes !== null && !isOutdated && written.every(isSame),
    raisesNoAlert:
      purpose === 'drill' && alertedBy(own, dossier.revisionsAfter(0), dossier.conflict, today).length === 0,
    stamp: stampFor(draft, announce, revisions),
  };
}

/** Revisions of claims that begin or cease to name the entry as conflicting, each with its reason. */
function linksOf(
  {
    entry,
    named,
    before,
  }: { readonly entry: AnyEntry; readonly named: readonly string[]; readonly before: Claim | undefined },
  common: Pick<RevisionDraft, 'author' | 'recordedAt'>,
  { dossier, language }: PlanningContext,
): readonly RevisionDraft[] {
  if (entry.kind !== 'claim') return [];
  return linkedClaims({ ...entry.fields, conflictsWith: [...named] }, before, dossier).map((other) => {
    const isNamed = named.includes(other.fields.id);
    const reason = language.text(isNamed ? 'posting-linked' : 'posting-unlinked', { id: entry.fields.id });
    return { ...common, entry: other, change: 'update', reason };
  });
}

/** A hash of the answers and of the revisions they make, as the same name or address can come to mean another entry. */
function stampFor(draft: Draft, announce: boolean, revisions: readonly RevisionDraft[]): string {
  const written = revisions.map(({ entry, change }) => [change, entry]);
  return createHash('sha256')
    .update(JSON.stringify([stampOf(draft), announce, written]))
    .digest('base64url')
    .slice(0, 22);
}

/** Revisions state the weight only if it is minor. */
function weightOf({ answers }: Draft): { readonly weight?: 'minor' } {
  return answers['weight'] === 'minor' ? { weight: 'minor' } : {};
}

function reasonOf({ answers }: Draft): string {
  return answers['reason'] ?? '';
}
