/** What an alert tells of: one rule for the message, for its preview, and for what is announced out of files. */
import type { Conflict } from '../dossier/conflict.ts';
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import type { AnyEntry, Ceasefire, Development } from '../dossier/entries.ts';
import type { Revision, RevisionDraft } from '../dossier/revision.ts';
import { type Change, changesOf, toldOf } from './changes.ts';
import type { Content } from './delivery.ts';
import { type Filters, NO_FILTERS } from './filters.ts';

/** Which levels an alert tells of. */
export type AlertLevels = Extract<Content, { kind: 'alert' }>['alerts'];
type Level = Development['significance'];

export interface Alerted {
  /** `new`, but for a development of which more is known. */
  readonly change: Change;
  readonly level: Exclude<Level, 'routine'>;
}

/**
 * Of what changed from `from` to `to` (places in the ledger, both included) what is told at once, the ceasefire first.
 *
 * - A development that is new, or has become more significant: by its significance, routine ones never.
 * - A claim, a state of the ceasefire, talks or a quotation that is new, or stands again after a retraction: by `levelOf`. What more
 *   is known of it later is for the digests.
 * - Corrections never; what was corrected since it was published is told in its new wording.
 */
export function alertedIn(
  dossier: Dossier,
  span: { readonly from: number; readonly to: number },
  { alerts, ...filters }: Filters & { readonly alerts: AlertLevels } = { ...NO_FILTERS, alerts: 'all' },
): readonly Alerted[] {
  return toldOf(changesOf(dossier, span, filters)).flatMap((change) => {
    const fresh = freshOf(change, span.from, dossier);
    if (fresh === undefined) return [];
    const level = levelOf(fresh.entry, dossier);
    const { before } = fresh;
    const was = before?.kind === 'development' ? before.fields.significance : 'routine';
    return level === 'routine' || !isWanted(level, alerts) || isWanted(was, alerts) ? [] : [{ change: fresh, level }];
  });
}

/** What would be told at once if `drafts` were appended to the ledger and announced. */
export function alertedBy(
  drafts: readonly RevisionDraft[],
  ledger: readonly Revision[],
  conflict: Conflict,
): readonly Alerted[] {
  const head = ledger.at(-1)?.seq ?? 0;
  const after = [...ledger, ...drafts.map((draft, index) => ({ ...draft, seq: head + 1 + index }))];
  return alertedIn(foldDossier(after, conflict), { from: head + 1, to: head + drafts.length });
}

/**
 * How much it matters that an entry is published. A claim and a quotation matter as much as the development that they name, where that
 * is breaking or major; else they are major, as talks are. A state of the ceasefire is breaking where it is another one than before,
 * whichever it is, else major.
 */
export function levelOf({ kind, fields }: AnyEntry, dossier: Dossier): Level {
  switch (kind) {
    case 'development':
      return fields.significance;
    case 'claim':
    case 'quote': {
      const development = fields.development === null ? undefined : dossier.developments.get(fields.development);
      return development?.significance === 'breaking' ? 'breaking' : 'major';
    }
    case 'ceasefire':
      return isOtherState(fields, dossier) ? 'breaking' : 'major';
    case 'talks':
      return 'major';
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return 'routine';
  }
}

function isOtherState({ id, state }: Ceasefire, dossier: Dossier): boolean {
  const states = [...dossier.ceasefire.values()];
  return states[states.findIndex((one) => one.id === id) - 1]?.state !== state;
}

/** As it is told where it was not told before; undefined for what is no news to anybody. */
function freshOf(change: Change, from: number, dossier: Dossier): Change | undefined {
  const { what, entry, id } = change;
  // Published and corrected while alerts were held: it was not told here yet.
  const isFirst = what === 'corrected' && (dossier.history(id)[0]?.seq ?? 0) >= from;
  if (what === 'new' || isFirst) return { ...change, what: 'new', before: undefined, reason: null };
  if (entry.kind === 'development') return what === 'updated' ? change : undefined;
  return what === 'reinstated' ? { ...change, what: 'new', before: undefined, reason: null } : undefined;
}

function isWanted(level: Level, alerts: AlertLevels): boolean {
  return alerts === 'all' ? level !== 'routine' : level === alerts;
}
