/** What publishing a draft would append, and what is against it. Pure: nothing is written here. */

import { buildEntries } from '../chat/form/build-entry.ts';
import { askedFields } from '../chat/form/dialogue.ts';
import { type Draft, stampOf } from '../chat/form/draft.ts';
import type { AnsweringContext } from '../chat/form/parse-answer.ts';
import { UserError } from '../chat/user-error.ts';
import { alertedBy } from '../digest/alerted.ts';
import { sameEntry } from '../dossier/baseline.ts';
import { type Checked, checkPost } from '../dossier/check-post.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { dayOf } from '../dossier/knowledge.ts';
import type { RevisionDraft } from '../dossier/revision.ts';
import { linkedClaims } from './linked-claims.ts';
import type { DeskContext } from './telling.ts';

export interface PostPlan {
  /** Claims that name the written one in turn come last. */
  readonly revisions: readonly RevisionDraft[];
  /** Ids of what the draft itself is. */
  readonly written: readonly string[];
  readonly checked: Checked;
  /** Alerts are due for it. */
  readonly announce: boolean;
  /** The ledger has it already: it was published before, and the draft only not removed. */
  readonly isDone: boolean;
  /** Somebody else has changed the entry since the draft was begun. */
  readonly isOutdated: boolean;
  /** It changes nothing. */
  readonly isEmpty: boolean;
  /** A drill of what no alert tells of. */
  readonly isQuiet: boolean;
  /** Of a drill that was sent: the places that it goes to. */
  readonly drilled?: number;
  /** What buttons under its preview carry. */
  readonly stamp: string;
}

/** `draft` is complete. `now` is Unix time in ms. Throws `UserError` where its answers make no entry. */
export function planPost(
  draft: Draft,
  context: AnsweringContext & Pick<DeskContext, 'now' | 'language' | 'timezone' | 'staleAfterDays'>,
): PostPlan {
  const { dossier, now, language, staleAfterDays } = context;
  const today = { day: dayOf(now, context.timezone), staleAfterDays };
  const { changes, purpose, answers, author } = draft;
  const last = changes === null ? undefined : dossier.history(changes.entry).at(-1);
  if (changes !== null && last === undefined) throw new UserError('desk-entry-gone', { id: changes.entry });
  const excerpt = answers['excerpt'] === undefined ? {} : { excerpt: answers['excerpt'] };
  const common = { author, recordedAt: now };
  const announce = answers['announce'] === 'yes' && askedFields(draft, context).some(({ name }) => name === 'announce');
  const isOutdated = last !== undefined && last.seq !== changes?.seq;
  const stamp = stampOf(draft);
  if (purpose === 'retract') {
    if (!last) throw new UserError('desk-entry-gone', { id: '' });
    const revision: RevisionDraft = {
      ...common,
      entry: last.entry,
      change: 'retraction',
      reason: reasonOf(draft),
      ...weightOf(draft),
    };
    const checked = checkPost(dossier, { written: [], removed: last.entry.fields.id }, now);
    const isDone = last.change === 'retraction';
    return {
      revisions: [revision],
      written: [last.entry.fields.id],
      checked,
      announce: false,
      isDone,
      isOutdated,
      isEmpty: false,
      isQuiet: false,
      stamp,
    };
  }
  const written = buildEntries(draft, last?.entry, context);
  const linked = written.flatMap((entry) =>
    entry.kind === 'claim'
      ? linkedClaims(entry.fields, last?.entry.kind === 'claim' ? last.entry.fields : undefined, dossier)
      : [],
  );
  const checked = checkPost(dossier, { written, linked, ...excerpt }, now);
  const links = linked.map(
    (entry): RevisionDraft => ({ ...common, entry, change: 'update', reason: language.text('desk-linked') }),
  );
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
    return known !== undefined && known.change !== 'retraction' && sameEntry(known.entry, entry);
  };
  const isKnown = written.every(isSame);
  return {
    revisions: [...own, ...links],
    written: written.map(({ fields }) => fields.id),
    checked,
    announce,
    isDone: isKnown && (changes === null || isOutdated),
    isOutdated,
    isEmpty: isKnown && changes !== null && !isOutdated,
    isQuiet: purpose === 'drill' && alertedBy(own, dossier.revisionsAfter(0), dossier.conflict, today).length === 0,
    stamp,
  };
}

/** Left out for what is material, as revisions have it. */
function weightOf({ answers }: Draft): { readonly weight?: 'minor' } {
  return answers['weight'] === 'minor' ? { weight: 'minor' } : {};
}

function reasonOf({ answers }: Draft): string {
  return answers['reason'] ?? '';
}
