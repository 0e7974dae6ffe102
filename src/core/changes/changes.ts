/** What changed in the dossier over a stretch of its ledger: each entry once, by section. */

import { newestFirst } from '../dossier/dates/edtf.ts';
import { dayOf, knownBetween, publishedFrom, startOfDay } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { type Entry, type EntryKind, KINDS, SECTIONS } from '../dossier/kinds/index.ts';
import { onceFor } from '../dossier/memoise.ts';
import { dateOf, isNews } from '../dossier/news.ts';
import type { Revision } from '../dossier/revision.ts';
import type { Change } from './change.ts';
import { type Filters, leftOutBy } from './filters.ts';
import { concernsEarlierReaders, concernsReaders, type RevisionStep, revisionStepsOf } from './revision-steps.ts';
import { sameNews } from './same-news.ts';
import { type Sections, sectionsOf } from './sections.ts';

/**
 * `withdrawn`: it was retracted, and readers never saw it in between or see the retraction with a later stretch.
 * `unchanged`: it reads as before; at most its links changed. `not-news`: a name, a place, a source.
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
 * `from` and `to` are positions in the ledger, both included. Entries have their newest wording, so that no message
 * shows what was corrected since. A revision after `to` is a change of the next stretch.
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
  const found: Change[] = [];
  for (const id of ids) {
    const change = changeOf(id, dossier, where, filters);
    if (typeof change === 'string') leftOut.push({ id, why: change });
    else found.push(change);
  }
  const isCorrection = ({ what }: Change) => what === 'corrected' || what === 'retracted' || what === 'reinstated';
  return {
    corrections: found.filter(isCorrection).toSorted((a, b) => b.seq - a.seq),
    ...sectionsOf(found.filter((change) => !isCorrection(change)).toSorted(byRank)),
    leftOut,
  };
}

/** All changes but those left out, in the order in which messages show them. */
export function changesInOrder(changes: Changes): readonly Change[] {
  return [...changes.corrections, ...SECTIONS.flatMap(({ name }) => changes[name])];
}

/**
 * The newest revision that is news and `passes`, and when it became known here: Unix time in ms, the first moment that
 * this can have been; `isRough` where there is a later one. Undefined where there is none. A change that was undone
 * since is no news: the entry reads as it did before that day.
 */
export function newestNews(dossier: Dossier, passes: (entry: AnyEntry) => boolean): News | undefined {
  return newsIn(dossier).find(({ revision }) => passes(revision.entry));
}

interface News {
  readonly revision: Revision;
  readonly at: number;
  readonly isRough: boolean;
}

/** All of it, the newest first. */
const newsIn = onceFor((dossier: Dossier): readonly News[] => {
  const revisions = dossier.revisionsAfter(0);
  const publishedOn = publishedFrom(revisions);
  const ids = new Set(revisions.filter(({ entry }) => isNews(entry)).map(({ entry }) => entry.fields.id));
  return [...ids]
    .flatMap((id) => revisionStepsOf(dossier, id))
    .filter(concernsReaders)
    .map(({ revision }) => {
      const { from, by } = knownBetween(revision, publishedOn);
      return { revision, at: from, isRough: from < by };
    })
    .filter(({ revision, at }) => {
      const history = dossier.history(revision.entry.fields.id);
      const since = startOfDay(dayOf(at, 'UTC'));
      const [was, now] = [history.findLast((one) => knownBetween(one, publishedOn).from < since), history.at(-1)];
      return !was || !now || !readsAlike(was, now);
    })
    .toSorted((a, b) => b.at - a.at || b.revision.seq - a.revision.seq);
});

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
  // An alert or a board may have shown any published version, even one that was retracted within the stretch.
  const seen = was ?? within.find(isStanding)?.entry;
  /** Also those after the stretch, as the newest wording is shown. */
  const steps = revisionStepsOf(dossier, id)
    .slice(first)
    .filter((step) => step.what !== 'new' && concernsReaders(step));
  const changeBy = (
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
    // A retraction after the stretch belongs to the next one.
    return seen !== undefined && !isStanding(end) ? changeBy('retracted', end.reason) : 'withdrawn';
  }
  if (!isStanding(end)) return was === undefined ? 'withdrawn' : 'unchanged';
  if (was === undefined && before !== undefined) {
    return changeBy('reinstated', steps.find(({ what }) => what === 'reinstated')?.reason ?? end.reason, { by: steps });
  }
  // Later revisions decide the wording, but not whether this stretch has a correction.
  const inStretch = steps.filter((step) => where(step.revision) === 'within');
  const correction = inStretch.findLast(concernsEarlierReaders);
  if (was === undefined) {
    const isOther = correction !== undefined && seen !== undefined && !sameNews(seen, now.entry);
    return isOther ? changeBy('corrected', correction.reason, { from: seen, by: steps }) : changeBy('new', null);
  }
  const last = correction ?? inStretch.at(-1);
  if (last === undefined || sameNews(was, now.entry)) return 'unchanged';
  return changeBy(correction ? 'corrected' : 'updated', last.reason, { by: steps });
}

function isStanding({ change }: Pick<Revision, 'change'>): boolean {
  return change !== 'retraction';
}

/** Readers of the earlier version learn that it changed, even to something that the filters leave out. */
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
