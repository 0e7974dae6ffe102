/** What each revision made of its entry: was → is, one step at a time, as it was published and not as it stands now. */

import type { Dossier } from '../dossier/dossier.ts';
import { BASELINE_AUTHOR, type Revision } from '../dossier/revision.ts';
import type { Change } from './change.ts';
import { sameNews } from './same-news.ts';

/**
 * A change by one revision. `before` is the wording that it changed, of a retraction and of what came back the last
 * one.
 */
export interface RevisionStep extends Change {
  /** When it was published here: Unix time in ms. */
  readonly at: number;
  /** Whether it came with the bot; who wrote the others is never told. */
  readonly isShipped: boolean;
  readonly revision: Revision;
}

/** All versions of one entry that were known, the oldest first. Empty where there is no such entry. */
export function revisionStepsOf(dossier: Dossier, id: string): readonly RevisionStep[] {
  const history = dossier.history(id);
  return history.map((revision, index) => toStep(revision, history[index - 1]));
}

/** Every correction, every retraction, and what came back after one, of all entries, the last published first. */
export function correctionSteps(dossier: Dossier): readonly RevisionStep[] {
  const last = new Map<string, Revision>();
  const steps = dossier.revisionsAfter(0).map((revision) => {
    const { id } = revision.entry.fields;
    const step = toStep(revision, last.get(id));
    last.set(id, revision);
    return step;
  });
  return steps.filter(({ what }) => what !== 'new' && what !== 'updated').toReversed();
}

/** Whether readers can see the difference: a change of links alone is no news. */
export function concernsReaders({ what, before, entry }: Pick<RevisionStep, 'what' | 'before' | 'entry'>): boolean {
  const isRewording = what === 'updated' || what === 'corrected';
  return !isRewording || before === undefined || !sameNews(before, entry);
}

/** Whether readers of an earlier message need to know: something was wrong, was retracted, or was reinstated. */
export function concernsEarlierReaders(step: RevisionStep): boolean {
  return step.what !== 'new' && step.what !== 'updated' && concernsReaders(step);
}

function toStep(revision: Revision, earlier: Revision | undefined): RevisionStep {
  const { entry, reason, seq, recordedAt, author } = revision;
  return {
    id: entry.fields.id,
    what: whatOf(revision, earlier),
    entry,
    before: earlier?.entry,
    reason,
    seq,
    at: recordedAt,
    isShipped: author === BASELINE_AUTHOR,
    revision,
  };
}

function whatOf({ change }: Revision, earlier: Revision | undefined): Change['what'] {
  if (change === 'retraction') return 'retracted';
  if (earlier?.change === 'retraction') return 'reinstated';
  if (earlier === undefined) return 'new';
  return change === 'correction' ? 'corrected' : 'updated';
}
