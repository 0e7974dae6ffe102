/** What the parties agreed to, and what became of it, up to a day: what stands, and what has ended, when and how. */

import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import { agreedIn, type Ceasefire } from '../kinds/ceasefire.ts';

type Parties = Pick<Dossier, 'conflict' | 'parties'>;

export interface Agreement {
  /** The entry that it was agreed in. */
  readonly entry: Ceasefire;
  /** A truce or a pause stops the fighting; a declaration does not say so, and can stand where no truce does. */
  readonly type: 'truce' | 'pause' | 'declaration';
  /** What was recorded of it since, extensions too, the oldest first. */
  readonly course: readonly Ceasefire[];
  /** The agreed end, where one was agreed and no later extension did without. */
  readonly until: AgreedEnd | undefined;
  readonly status: 'stands' | 'suspended' | 'ended';
  /** Undefined unless it has ended. */
  readonly end: Ending | undefined;
}

/** Of a pause that no party is on record as having agreed to, each may have spoken for itself. */
export function whatItWas({ type, entry }: Agreement): 'agreement' | 'announcement' {
  return type === 'truce' || (entry.agreedBy ?? []).length > 0 ? 'agreement' : 'announcement';
}

export interface AgreedEnd {
  /** EDTF: the last day that belongs to it. */
  readonly date: string;
  /** How it was named, where the day alone would say something else: "midnight 23–24 March 2026". */
  readonly asNamed: string | undefined;
  /** Ids of the parties that named it, where not all did. */
  readonly by: readonly string[];
}

/** R19: how and when (EDTF) it ended, and the entry that says so; of what has run out it is the agreement's own. */
interface Ending {
  readonly how: 'fell' | 'ran out' | 'replaced';
  readonly on: string;
  readonly by: Ceasefire;
}

export interface Agreements {
  /** In the order in which they were agreed. */
  readonly all: readonly Agreement[];
  /** The last entry that left no truce standing: the truce fell by it, or it records that there is none. */
  readonly fall: Ceasefire | undefined;
}

/** An entry of one of these states ends what it is about. */
export const BROKEN: ReadonlySet<Ceasefire['state']> = new Set(['none', 'collapsed']);
/** An entry of one of these states lets what was suspended, or fell, stand again. */
const WHOLE_AGAIN: ReadonlySet<Ceasefire['state']> = new Set(['resumed', 'holding', 'in-force', 'extended']);

function stopsFighting({ type }: Agreement): boolean {
  return type !== 'declaration';
}

/** Suspended or not, it has not ended. */
export function isOpen({ status }: Agreement): boolean {
  return status !== 'ended';
}

function isOpenTruce(one: Agreement): boolean {
  return isOpen(one) && stopsFighting(one);
}

/** A fall counts as before what was agreed on its day: whoever agrees after a day of fighting ends that. */
export function isAfter(one: Agreement, fall: Ceasefire): boolean {
  return parseEdtf(one.entry.effectiveFrom).earliest >= parseEdtf(fall.effectiveFrom).earliest;
}

/** Whether how things stand is that it ran out. After a pause that has, what fell before it is as fallen as before. */
export function ranOutLast(one: Agreement, fall: Ceasefire | undefined): boolean {
  if (one.end?.how !== 'ran out' || !stopsFighting(one)) return false;
  return fall === undefined || (one.type === 'truce' && isAfter(one, fall));
}

/** Each field of an agreement that entries after the first one change. */
type Draft = { -readonly [Key in keyof Agreement]: Agreement[Key] };

/** `states` in the order of their dates; those that begin after `day` (`YYYY-MM-DD`) are left out. */
export function agreementsOn(states: readonly Ceasefire[], day: string): Agreements {
  const all: Draft[] = [];
  let fall: Ceasefire | undefined;
  for (const entry of states) {
    const began = parseEdtf(entry.effectiveFrom).earliest;
    if (began > day) continue;
    runOut(all, began);
    const what = agreedIn(entry);
    if (what === 'nothing') {
      change(all, entry, fall);
      if (BROKEN.has(entry.state) && leavesNone(all, entry, fall)) fall = entry;
    } else if (what === 'extension') {
      extend(all, entry, fall);
    } else {
      replace(all, entry, what);
      all.push(newAgreement(entry, what));
    }
  }
  runOut(all, day);
  return { all, fall };
}

function newAgreement(entry: Ceasefire, type: Agreement['type']): Draft {
  return { entry, type, course: [], until: agreedEnd(entry), status: 'stands', end: undefined };
}

function agreedEnd({ until, untilAsNamed, untilBy }: Ceasefire): AgreedEnd | undefined {
  return until === undefined ? undefined : { date: until, asNamed: untilAsNamed, by: untilBy ?? [] };
}

/** Whether the entry is what left no truce: one fell by it, or it is the first to say so since one was agreed. */
function leavesNone(all: readonly Draft[], entry: Ceasefire, fall: Ceasefire | undefined): boolean {
  if (all.some(isOpenTruce)) return false;
  if (fall === undefined || !all.some(({ end }) => end?.by === fall)) return true;
  return all.some((one) => (one.type === 'truce' && one.end?.by === entry) || ranOutLast(one, fall));
}

/** What was agreed until a day before `day` has ended. The day itself belongs to it. */
function runOut(all: readonly Draft[], day: string): void {
  for (const one of all) {
    if (!isOpen(one) || one.until === undefined) continue;
    const { latest, end } = parseEdtf(one.until.date);
    if (end !== 'open' && latest < day) finish(one, { how: 'ran out', on: one.until.date, by: one.entry });
  }
}

function finish(one: Draft, end: Ending): void {
  one.status = 'ended';
  one.end = end;
}

/** A truce takes the place of the truce or pause before it; the others only of their own kind, where they name it. */
function replace(all: readonly Draft[], entry: Ceasefire, type: Agreement['type']): void {
  for (const one of all.filter(isOpen)) {
    const isReplaced =
      type === 'truce' ? isNamed(one, entry) || stopsFighting(one) : isNamed(one, entry) && one.type === type;
    if (!isReplaced) continue;
    finish(one, { how: 'replaced', on: entry.effectiveFrom, by: entry });
  }
}

function isNamed({ entry: { id } }: Agreement, { concerns = [] }: Ceasefire): boolean {
  return concerns.includes(id);
}

/**
 * Of what the entry names, else of what stands, a truce first, else of what ran out last. What fell or was replaced
 * cannot be extended: that is an agreement of its own.
 */
function extend(all: Draft[], entry: Ceasefire, fall: Ceasefire | undefined): void {
  const named = all.filter((one) => isNamed(one, entry));
  const target =
    named.find(isOpen) ??
    named.at(-1) ??
    all.findLast(isOpenTruce) ??
    all.findLast(isOpen) ??
    all.findLast((one) => ranOutLast(one, fall));
  if (target === undefined || target.end?.how === 'fell' || target.end?.how === 'replaced') {
    const type = target?.type ?? 'truce';
    replace(all, entry, type);
    all.push(newAgreement(entry, type));
    return;
  }
  target.course = [...target.course, entry];
  goOn(target, entry);
  target.until = agreedEnd(entry);
}

/** What the entry names, else what it can be about: all that is open, or the truce that fell and goes on. */
function change(all: readonly Draft[], entry: Ceasefire, fall: Ceasefire | undefined): void {
  const named = all.filter((one) => isNamed(one, entry));
  // It names what is not agreed yet: what else stands is not meant.
  if (named.length === 0 && (entry.concerns?.length ?? 0) > 0) return;
  const isWhole = WHOLE_AGAIN.has(entry.state);
  // What is “holding” is what stands; “resumed” is what did not, also beside a declaration.
  const fallen = all.some(entry.state === 'resumed' ? isOpenTruce : isOpen)
    ? []
    : all.filter((one) => fall !== undefined && one.end?.by === fall);
  const others = isWhole && fallen.length > 0 ? fallen : all.filter(isOpen);
  for (const one of named.length > 0 ? named : others) {
    // What has ended stays ended, unless the entry says that it goes on.
    if (!isOpen(one) && !isWhole) continue;
    one.course = [...one.course, entry];
    if (BROKEN.has(entry.state)) finish(one, { how: 'fell', on: entry.effectiveFrom, by: entry });
    else if (entry.state === 'suspended') one.status = 'suspended';
    else if (isWhole) goOn(one, entry);
  }
}

function goOn(one: Draft, entry: Ceasefire): void {
  if (!isOpen(one)) one.until = agreedEnd(entry);
  one.status = 'stands';
  one.end = undefined;
}

/** Ends that somebody reported of what was agreed last: of its last extension, else of itself. */
export function endsReported({ entry, course }: Agreement): NonNullable<Ceasefire['reportedEnds']> {
  const last = course.findLast((one) => agreedIn(one) === 'extension') ?? entry;
  return last.reportedEnds ?? [];
}

/**
 * The parties that stand for the sides which have agreed by the entry, and of which no word on it is recorded that was
 * said since it and by `day` (`YYYY-MM-DD`): a mediator announced it, or the other side alone.
 */
export function sidesUnheard(
  { conflict, parties, quotes }: Parties & Pick<Dossier, 'quotes'>,
  { agreedBy = [], positions, effectiveFrom }: Ceasefire,
  day: string,
): readonly string[] {
  const began = parseEdtf(effectiveFrom).earliest;
  const isOnIt = (quote: string | null) => {
    const said = quote === null ? effectiveFrom : quotes.get(quote)?.date;
    return said !== undefined && parseEdtf(said).latest >= began && parseEdtf(said).earliest <= day;
  };
  const sidesOf = (ids: readonly string[]) => new Set(ids.map((id) => parties.get(id)?.side));
  const heard = sidesOf(positions.filter(({ quote }) => isOnIt(quote)).map(({ party }) => party));
  const agreed = sidesOf(agreedBy);
  return conflict.sides
    .filter(({ side }) => !heard.has(side) && (agreed.size === 0 || agreed.has(side)))
    .map(({ party }) => party);
}

/** The parties that stand for the sides of the conflict which did not name an end that only `by` (party ids) named. */
export function sidesWithout({ conflict, parties }: Parties, by: readonly string[]): readonly string[] {
  if (by.length === 0) return [];
  const named = new Set(by.map((id) => parties.get(id)?.side));
  return conflict.sides.filter(({ side }) => !named.has(side)).map(({ party }) => party);
}
