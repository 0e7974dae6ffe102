/** Which changes are breaking or major news, and so make an alert: one rule for messages, previews and imports. */
import type { Conflict } from '../dossier/conflict.ts';
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import type { Significance } from '../dossier/kinds/field-schemas.ts';
import { type Entry, type EntryKind, KINDS } from '../dossier/kinds/index.ts';
import type { AlertDay } from '../dossier/kinds/kind.ts';
import { type Revision, type RevisionDraft, withAppended } from '../dossier/revision.ts';
import type { Change } from './change.ts';
import { changesInOrder, changesOf } from './changes.ts';
import { type Filters, NO_FILTERS } from './filters.ts';

/** Which levels of news a subscription wants alerts for. */
export type AlertLevels = 'breaking' | 'major' | 'all';

export interface Alerted {
  /** `new`, but for a development of which more is known. */
  readonly change: Change;
  readonly level: Exclude<Significance, 'routine'>;
}

/**
 * The changes from position `from` to `to` of the ledger (both included) that make an alert, the ceasefire first.
 *
 * - A development that is new, or has become more significant: by its significance, routine ones never.
 * - A claim, a state of the ceasefire, talks or a quotation that is new, or stands again after a retraction: by
 *   `levelOf`. Later updates are for the digests.
 * - Corrections never. What was corrected since it was published has its new wording.
 * - `shownBefore`: ids of entries that this alert has already shown. They stay in it, even where a correction took away
 *   what made them breaking or major.
 */
export function alertedIn(
  dossier: Dossier,
  span: { readonly from: number; readonly to: number },
  { alerts, ...filters }: Filters & { readonly alerts: AlertLevels },
  today: AlertDay,
  shownBefore: readonly string[] = [],
): readonly Alerted[] {
  return changesInOrder(changesOf(dossier, span, filters)).flatMap((change) => {
    const fresh = freshOf(change, span.from, dossier);
    if (fresh === undefined) return [];
    const level = levelOf(fresh.entry, dossier, today);
    const was = fresh.before === undefined ? 'routine' : levelOf(fresh.before, dossier, today);
    if (level === 'routine' || isWanted(was, alerts)) return [];
    return isWanted(level, alerts) || shownBefore.includes(change.id) ? [{ change: fresh, level }] : [];
  });
}

/** The alert that would go out if `drafts` were appended to the ledger and announced. */
export function alertedBy(
  drafts: readonly RevisionDraft[],
  ledger: readonly Revision[],
  conflict: Conflict,
  today: AlertDay,
): readonly Alerted[] {
  const head = ledger.at(-1)?.seq ?? 0;
  const span = { from: head + 1, to: head + drafts.length };
  const after = foldDossier(withAppended(ledger, drafts), conflict);
  return alertedIn(after, span, { ...NO_FILTERS, alerts: 'all' }, today);
}

/** How much it matters that an entry is published: by the rule of its kind. `routine`: no alert tells of it. */
export function levelOf<K extends EntryKind>(
  { kind, fields }: Entry<K>,
  dossier: Dossier,
  today: AlertDay,
): Significance {
  return KINDS[kind].news?.level(fields, dossier, today) ?? 'routine';
}

/** The change as readers see it who did not know the entry; undefined where no alert is due. */
function freshOf(change: Change, from: number, dossier: Dossier): Change | undefined {
  const { what, entry, id } = change;
  // Published and corrected while alerts were held back: new to these readers.
  const isFirst = what === 'corrected' && (dossier.history(id)[0]?.seq ?? 0) >= from;
  if (what === 'new' || isFirst) return { ...change, what: 'new', before: undefined, reason: null };
  if (what !== KINDS[entry.kind].news?.alertsAgain) return undefined;
  return what === 'updated' ? change : { ...change, what: 'new', before: undefined, reason: null };
}

function isWanted(level: Significance, alerts: AlertLevels): boolean {
  return alerts === 'all' ? level !== 'routine' : level === alerts;
}
