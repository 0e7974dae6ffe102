/** What changed in the dossier over a stretch of its ledger: each entry once, by section. */

import { newestFirst } from '../dossier/dates/edtf.ts';
import { dayOf, knownAt, publishedFrom, startOfDay } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { type Entry, type EntryKind, KINDS, SECTIONS } from '../dossier/kinds/index.ts';
import { dateOf, isNews } from '../dossier/news.ts';
import type { Revision } from '../dossier/revision.ts';
import type { Change } from './change.ts';
import { type Filters, leftOutBy } from './filters.ts';
import { isTold, type RevisionStep, reachesBack, revisionStepsOf } from './revision-steps.ts';
import { sameNews } from './same-news.ts';
import { type Sections, sectionsOf } from './sections.ts';

/**
 * `withdrawn`: what became of it is in a later stretch. `unchanged`: it reads as it did before, whatever it is linked
 * to. `not-news`: a name, a place, a source.
 */
type WhyLeftOut = 'topic' | 'side' | 'not-news' | 'withdrawn' | 'unchanged';

/**
 * Each entry that was revised in the stretch is in exactly one of these. The sections have what is new or updated,
 * the most significant first, then the newest.
 */
export interface Changes extends Sections {
  /** Corrections, retractions and what came back after one, of all kinds, the last revised first. */
  readonly corrections: readonly Change[];
  readonly leftOut: readonly { readonly id: string; readonly why: WhyLeftOut }[];
}

/** Where a revision lies: before the stretch that is asked for, within it, or after. */
export type Where = (revision: Revision) => 'before' | 'within' | 'after';

/**
 * By places in the ledger, both included. Entries are shown as they stand now, so that nothing is told that was
 * corrected since; a revision after `to` is a change of the next stretch.
 */
export function changesOf(
  dossier: Dossier,
  { from, to }: { readonly from: number; readonly to: number },
  filters: Filters,
): Changes {
  const where: Where = ({ seq }) => (seq < from ? 'before' : seq <= to ? 'within' : 'after');
  return changesWhere(dossier, where, filters);
}

export function changesWhere(dossier: Dossier, where: Where, filters: Filters): Changes {
  const within = dossier.revisionsAfter(0).filter((revision) => where(revision) === 'within');
  const ids = new Set(within.map(({ entry }) => entry.fields.id));
  const leftOut: Changes['leftOut'][number][] = [];
  const told: Change[] = [];
  for (const id of ids) {
    const change = changeOf(id, dossier, where, filters);
    if (typeof change === 'string') leftOut.push({ id, why: change });
    else told.push(change);
  }
  const isCorrection = ({ what }: Change) => what === 'corrected' || what === 'retracted' || what === 'reinstated';
  return {
    corrections: told.filter(isCorrection).toSorted((a, b) => b.seq - a.seq),
    ...sectionsOf(told.filter((change) => !isCorrection(change)).toSorted(byRank)),
    leftOut,
  };
}

/** All that is told, in the order in which it is. */
export function toldOf(changes: Changes): readonly Change[] {
  return [...changes.corrections, ...SECTIONS.flatMap(({ name }) => changes[name])];
}

/**
 * The last news that became known here of what `passes`, and when, in Unix time in ms; undefined where there is none
 * that passes. What reads since that day as it did before it is no news.
 */
export function newestNews(
  dossier: Dossier,
  passes: (entry: AnyEntry) => boolean,
): { readonly revision: Revision; readonly at: number } | undefined {
  const revisions = dossier.revisionsAfter(0);
  const publishedOn = publishedFrom(revisions);
  const ids = new Set(
    revisions.filter(({ entry }) => isNews(entry) && passes(entry)).map(({ entry }) => entry.fields.id),
  );
  return [...ids]
    .flatMap((id) => revisionStepsOf(dossier, id))
    .filter((step) => passes(step.entry) && isTold(step))
    .map(({ revision }) => ({ revision, at: knownAt(revision, publishedOn) }))
    .filter(({ revision, at }) => {
      const history = dossier.history(revision.entry.fields.id);
      const since = startOfDay(dayOf(at, 'UTC'));
      const [was, now] = [history.findLast((one) => knownAt(one, publishedOn) < since), history.at(-1)];
      return !was || !now || !readsAlike(was, now);
    })
    .reduce<{ revision: Revision; at: number } | undefined>(
      (a, b) => (a && (a.at > b.at || (a.at === b.at && a.revision.seq > b.revision.seq)) ? a : b),
      undefined,
    );
}

function readsAlike(a: Revision, b: Revision): boolean {
  return isStanding(a) === isStanding(b) && (!isStanding(a) || sameNews(a.entry, b.entry));
}

function changeOf(id: string, dossier: Dossier, where: Where, filters: Filters): Change | WhyLeftOut {
  const history = dossier.history(id);
  const first = history.findIndex((revision) => where(revision) === 'within');
  const within = history.filter((revision) => where(revision) === 'within');
  const [end, now] = [within.at(-1), history.at(-1)];
  const before = history.findLast((revision) => where(revision) === 'before');
  if (end === undefined || now === undefined || !isNews(now.entry)) return 'not-news';
  const was = before && isStanding(before) ? before.entry : undefined;
  // Whatever was published here may have been seen, in an alert or on a board, however short it stood.
  const seen = was ?? within.find(isStanding)?.entry;
  /** Of what is shown as it stands now: also what came after the stretch. */
  const steps = revisionStepsOf(dossier, id)
    .slice(first)
    .filter((step) => step.what !== 'new' && isTold(step));
  const toldBy = (
    what: Change['what'],
    reason: string | null,
    { from = was, by = [] }: { readonly from?: AnyEntry | undefined; readonly by?: readonly RevisionStep[] } = {},
  ): Change | WhyLeftOut =>
    leftOutBoth(now.entry, seen, filters, dossier) ?? {
      id,
      what,
      entry: now.entry,
      before: from,
      reason,
      seq: end.seq,
      ...(by.length > 1 && { steps: by }),
    };

  if (!isStanding(now)) {
    // Retracted after the stretch: that is for the next one to tell.
    return seen !== undefined && !isStanding(end) ? toldBy('retracted', end.reason) : 'withdrawn';
  }
  if (!isStanding(end)) return was === undefined ? 'withdrawn' : 'unchanged';
  if (was === undefined && before !== undefined) {
    return toldBy('reinstated', steps.find(({ what }) => what === 'reinstated')?.reason ?? end.reason, { by: steps });
  }
  // What came after it is the next one's to name; in the words it is, as these are of how it stands now.
  const inStretch = steps.filter((step) => where(step.revision) === 'within');
  const correction = inStretch.findLast(reachesBack);
  if (was === undefined) {
    const isOther = correction !== undefined && seen !== undefined && !sameNews(seen, now.entry);
    return isOther ? toldBy('corrected', correction.reason, { from: seen, by: steps }) : toldBy('new', null);
  }
  const last = correction ?? inStretch.at(-1);
  if (last === undefined || sameNews(was, now.entry)) return 'unchanged';
  return toldBy(correction ? 'corrected' : 'updated', last.reason, { by: steps });
}

function isStanding({ change }: Pick<Revision, 'change'>): boolean {
  return change !== 'retraction';
}

/** Whoever was told of the earlier version is told that it changed, even to something that the filters leave out. */
function leftOutBoth(
  now: AnyEntry,
  was: AnyEntry | undefined,
  filters: Filters,
  dossier: Dossier,
): 'topic' | 'side' | undefined {
  if (was !== undefined && leftOutBy(was, filters, dossier) === undefined) return undefined;
  return leftOutBy(now, filters, dossier);
}

function rankOf<K extends EntryKind>({ kind, fields }: Entry<K>): number {
  return KINDS[kind].news?.rank(fields) ?? 0;
}

function byRank(a: Change, b: Change): number {
  return (
    rankOf(a.entry) - rankOf(b.entry) ||
    newestFirst(dateOf(a.entry) ?? '0001', dateOf(b.entry) ?? '0001') ||
    b.seq - a.seq
  );
}
