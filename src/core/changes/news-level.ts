/** What an alert tells of: one rule for the message, for its preview, and for what is announced out of files. */
import { newestOf } from '../dossier/age.ts';
import { incidentOf } from '../dossier/claims.ts';
import type { Conflict } from '../dossier/conflict.ts';
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import { parseEdtf } from '../dossier/edtf.ts';
import type { AnyEntry, Ceasefire, Claim, Development, Quote } from '../dossier/entries.ts';
import { type Revision, type RevisionDraft, withAppended } from '../dossier/revision.ts';
import type { Change } from './change.ts';
import { changesOf, toldOf } from './changes.ts';
import { type Filters, NO_FILTERS } from './filters.ts';

/** Which levels an alert tells of. */
export type AlertLevels = 'breaking' | 'major' | 'all';
type Level = Development['significance'];

export interface Alerted {
  /** `new`, but for a development of which more is known. */
  readonly change: Change;
  readonly level: Exclude<Level, 'routine'>;
}

/** When it is told: the day (`YYYY-MM-DD`) of the alert, and how many days what is breaking makes news of more than major. */
export interface AlertDay {
  readonly day: string;
  readonly staleAfterDays: number;
}

/**
 * Of what changed from `from` to `to` (places in the ledger, both included) what is told at once, the ceasefire first.
 *
 * - A development that is new, or has become more significant: by its significance, routine ones never.
 * - A claim, a state of the ceasefire, talks or a quotation that is new, or stands again after a retraction: by `levelOf`. What more
 *   is known of it later is for the digests.
 * - Corrections never; what was corrected since it was published is told in its new wording.
 * - `told`: ids that were told by this already; they stay, whatever else made them breaking or major was corrected since.
 */
export function alertedIn(
  dossier: Dossier,
  span: { readonly from: number; readonly to: number },
  { alerts, ...filters }: Filters & { readonly alerts: AlertLevels },
  today: AlertDay,
  told: readonly string[] = [],
): readonly Alerted[] {
  return toldOf(changesOf(dossier, span, filters)).flatMap((change) => {
    const fresh = freshOf(change, span.from, dossier);
    if (fresh === undefined) return [];
    const level = levelOf(fresh.entry, dossier, today);
    const { before } = fresh;
    const was = before?.kind === 'development' ? before.fields.significance : 'routine';
    if (level === 'routine' || isWanted(was, alerts)) return [];
    return isWanted(level, alerts) || told.includes(change.id) ? [{ change: fresh, level }] : [];
  });
}

/** What would be told at once if `drafts` were appended to the ledger and announced. */
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

/**
 * How much it matters that an entry is published.
 *
 * - A development: by its significance.
 * - A claim: breaking where what it names, the incident that it belongs to, or those of the claims that it conflicts with (whichever
 *   names the other) are: whoever was told one side's figure is told the other's. Else major.
 * - A quotation: breaking where what it names is, or what that is related to: an answer is given in a statement of its own. Else major.
 * - Neither is breaking by what is over for longer than `staleAfterDays`.
 * - A state of the ceasefire: breaking where it is another one than before and the last that is known. Else major.
 * - Talks: major.
 */
export function levelOf({ kind, fields }: AnyEntry, dossier: Dossier, today: AlertDay): Level {
  const isBreaking = (one: Development) => one.significance === 'breaking' && isRecent(one, today);
  switch (kind) {
    case 'development':
      return fields.significance;
    case 'claim':
      return [fields, ...rivalsOf(fields, dossier)].flatMap((one) => toldOfBy(one, dossier)).some(isBreaking)
        ? 'breaking'
        : 'major';
    case 'quote':
      return aroundIt(fields, dossier).some(isBreaking) ? 'breaking' : 'major';
    case 'ceasefire':
      return isOtherState(fields, dossier) && laterState(fields, dossier, today.day) === undefined
        ? 'breaking'
        : 'major';
    case 'talks':
      return 'major';
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return 'routine';
  }
}

/** The last state of the ceasefire that had begun by `day` (`YYYY-MM-DD`), where that is not `state` but comes after it. */
export function laterState({ id }: Ceasefire, { ceasefire }: Dossier, day: string): Ceasefire | undefined {
  const states = [...ceasefire.values()];
  return states
    .slice(states.findIndex((one) => one.id === id) + 1)
    .findLast(({ effectiveFrom }) => parseEdtf(effectiveFrom).earliest <= day);
}

function isOtherState({ id, state }: Ceasefire, dossier: Dossier): boolean {
  const states = [...dossier.ceasefire.values()];
  return states[states.findIndex((one) => one.id === id) - 1]?.state !== state;
}

function isRecent({ date }: Development, { day, staleAfterDays }: AlertDay): boolean {
  const age = newestOf([date], day);
  return age !== undefined && age.days <= staleAfterDays;
}

function rivalsOf(claim: Claim, { claims }: Dossier): readonly Claim[] {
  return [...claims.values()].filter(
    ({ id, conflictsWith }) => claim.conflictsWith.includes(id) || conflictsWith.includes(claim.id),
  );
}

/** What a claim names, and the fighting that it is shown under. */
function toldOfBy(claim: Claim, dossier: Dossier): readonly Development[] {
  const incident = incidentOf(dossier, claim);
  return [...developmentsOf([claim.development], dossier), ...(incident === undefined ? [] : [incident])];
}

/** What a quotation names, and what that is related to. */
function aroundIt({ development }: Quote, dossier: Dossier): readonly Development[] {
  const named = developmentsOf([development], dossier);
  return [...named, ...named.flatMap(({ related }) => developmentsOf(related, dossier))];
}

function developmentsOf(ids: readonly (string | null)[], { developments }: Dossier): readonly Development[] {
  return ids.flatMap((id) => (id === null ? [] : (developments.get(id) ?? [])));
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
