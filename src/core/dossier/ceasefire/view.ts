/** The ceasefire on a day: what stands, what has ended and how, and what each side says under it. */

import { newestOf } from '../dates/age.ts';
import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Ceasefire, Party } from '../entries.ts';
import { type Agreement, agreementsOn, isAfter, isOpen, ranOutLast, whatItWas } from './agreements.ts';
import { lastPositions, type Position } from './positions.ts';

/**
 * `stands`: a truce or pause stands. `suspended`: it is. `fell`: the last one did, or it was recorded that there is
 * none. `ran out`: its agreed end has passed. `described`: nothing was ever agreed, the state is what was reported.
 */
type Standing = 'stands' | 'suspended' | 'fell' | 'ran out' | 'described';

export interface CeasefireView {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly standing: Standing;
  /** The entry that says how it stands: the truce's newest, the one by which it fell, or the newest of all. */
  readonly state: Ceasefire;
  /** The first of the unbroken run of entries of that state: "since when" it has been described so. */
  readonly since: Ceasefire;
  /** The truce or pause that it is about: the newest that stands, else the last one, ended. */
  readonly truce: Agreement | undefined;
  /** What else stands, the newest first. */
  readonly beside: readonly Agreement[];
  /** The entry by which the last truce fell, or that records none, unless a truce stands. A pause is none. */
  readonly fall: Ceasefire | undefined;
  /** The truces and pauses that fell by it. */
  readonly fallen: readonly Agreement[];
  /** The truce that had run out before the fall, where none fell by it. */
  readonly lapsed: Agreement | undefined;
  /** The agreement that the newest entry is about, where its end has passed: that is then the last that is known. */
  readonly overLast: Agreement | undefined;
  /** What was agreed after the fall, standing or not, the oldest first, without `truce`. */
  readonly agreedSince: readonly Agreement[];
  /** Whether an entry after the fall may tell of an agreement, and does not say whether it does. */
  readonly maybeAgreedSince: boolean;
  /** The newest entry of all. */
  readonly newest: Ceasefire;
  /** What incidents are counted from, and from which day: an agreement, or a fall. Undefined: from the beginning. */
  readonly from: Turn | undefined;
  /** The last word of each party in the newest run of entries, and of a side without one the last before. */
  readonly positions: readonly Position[];
  /** What was said when the truce fell, the same words not twice. */
  readonly positionsAtFall: readonly Position[];
  /** Parties that stand for a side of the conflict of which no position is known by that day (R13). */
  readonly silent: readonly Party[];
}

interface Turn {
  /** `announcement`: of less than a truce or pause, and perhaps by others than the parties. */
  readonly what: 'agreement' | 'announcement' | 'fall';
  readonly entry: Ceasefire;
}

/**
 * Undefined where nothing is known by `on` (`YYYY-MM-DD`). Talks play no part: their end is not the ceasefire's
 * (R18).
 */
export function ceasefireOn(dossier: Dossier, on: string): CeasefireView | undefined {
  const states = [...dossier.ceasefire.values()].filter((entry) => parseEdtf(entry.effectiveFrom).earliest <= on);
  const newest = states.at(-1);
  if (!newest) return undefined;
  const { all, fall: lastFall } = agreementsOn(states, on);
  const open = all.filter(isOpen).toReversed();
  const standingTruce = newestTruce(open);
  // A pause after a fall does not undo it.
  const fall = standingTruce?.type === 'truce' ? undefined : lastFall;
  const truce =
    standingTruce ??
    all.findLast((one) => ranOutLast(one, fall)) ??
    // Where there was never more than a declaration, and that has ended too.
    (fall === undefined && open.length === 0 ? all.findLast(({ end }) => end?.how === 'ran out') : undefined);
  const standing = standingOf(truce, fall);
  const course = truce ? [truce.entry, ...truce.course] : fall && standing === 'fell' ? [fall] : states;
  const suspending =
    truce?.status === 'suspended' ? course.findLast((entry) => entry.state === 'suspended') : undefined;
  const state = suspending ?? course.at(-1) ?? newest;
  const beside = open.filter((one) => one !== truce);
  const from = turnFrom(truce, fall, beside);
  const turned = lastTurn(standingTruce ? [] : all, from);
  const fallen = all.filter(({ end }) => fall !== undefined && end?.by === fall);
  const run = currentRun(states, newest, beside);
  const positions = lastPositions(dossier, { states, run, on, turned });
  const heard = new Set(positions.map(({ party }) => party.side));
  const said = new Set(positions.map(({ quote, summary }) => quote?.id ?? summary));
  return {
    day: on,
    standing,
    state,
    since: suspending ?? course.slice(course.findLastIndex((entry) => entry.state !== state.state) + 1)[0] ?? state,
    truce,
    beside,
    fall,
    fallen,
    lapsed:
      fall === undefined || fallen.length > 0
        ? undefined
        : all.findLast((one) => one.type === 'truce' && one.end?.how === 'ran out' && !isAfter(one, fall)),
    agreedSince:
      fall === undefined ? [] : all.filter((one) => one !== truce && !fallen.includes(one) && isAfter(one, fall)),
    maybeAgreedSince:
      fall !== undefined &&
      states
        .slice(states.indexOf(fall) + 1)
        .some((entry) => entry.agreed === undefined && entry.state === 'conditional'),
    overLast: all.find(({ entry, course: told, end }) => end?.how === 'ran out' && [entry, ...told].includes(newest)),
    newest,
    from,
    positions,
    positionsAtFall:
      fall === undefined || run.includes(fall)
        ? []
        : lastPositions(dossier, { states: [fall], run: [fall], on, turned: undefined }).filter(
            ({ quote, summary }) => !said.has(quote?.id ?? summary),
          ),
    silent: dossier.conflict.sides
      .filter(({ side }) => !heard.has(side))
      .flatMap(({ party }) => dossier.parties.get(party) ?? []),
  };
}

/** The last entries of one state; after a declaration that stands beside no truce, all since it. */
function currentRun(
  states: readonly Ceasefire[],
  newest: Ceasefire,
  beside: readonly Agreement[],
): readonly Ceasefire[] {
  const declared = beside[0] ? states.indexOf(beside[0].entry) : states.length;
  return states.slice(Math.min(declared, states.findLastIndex((entry) => entry.state !== newest.state) + 1));
}

/** `open` the newest first. A pause in a truce is beside it. */
function newestTruce(open: readonly Agreement[]): Agreement | undefined {
  const truces = open.filter(({ type }) => type === 'truce');
  const pauses = open.filter(({ type }) => type === 'pause');
  return [...truces, ...pauses].find(({ status }) => status === 'stands') ?? truces[0] ?? pauses[0];
}

function standingOf(truce: Agreement | undefined, fall: Ceasefire | undefined): Standing {
  if (truce?.status === 'stands') return 'stands';
  if (truce?.status === 'suspended') return 'suspended';
  if (truce) return 'ran out';
  return fall ? 'fell' : 'described';
}

/** Whether the sentence on how it stands is of an end, with its day. */
export function isOver({ standing }: Pick<CeasefireView, 'standing'>): boolean {
  return standing === 'fell' || standing === 'ran out';
}

/**
 * R15: whether nobody knows how it stands: the newest entry is older than the threshold, or the agreed end has passed
 * and nothing followed, however recent that is.
 */
export function isStale({ newest, day, standing, overLast }: CeasefireView, staleAfterDays: number): boolean {
  const age = newestOf([newest.effectiveFrom], day);
  return age !== undefined && (age.days > staleAfterDays || (standing !== 'stands' && overLast !== undefined));
}

function turnFrom(
  truce: Agreement | undefined,
  fall: Ceasefire | undefined,
  beside: readonly Agreement[],
): Turn | undefined {
  if (truce) return { what: whatItWas(truce), entry: truce.entry };
  const declared = beside.find((one) => fall === undefined || isAfter(one, fall));
  if (declared) return { what: 'announcement', entry: declared.entry };
  return fall && { what: 'fall', entry: fall };
}

/**
 * The first day (`YYYY-MM-DD`) of what holds now, or of the time after the last agreed end: words of before it were
 * said under something else.
 */
function lastTurn(all: readonly Agreement[], from: Turn | undefined): string | undefined {
  const ranOut = all.flatMap(({ end }) =>
    end?.how === 'ran out' ? [Temporal.PlainDate.from(parseEdtf(end.on).latest).add({ days: 1 }).toString()] : [],
  );
  const began = from === undefined ? [] : [parseEdtf(from.entry.effectiveFrom).earliest];
  return [...ranOut, ...began].sort().at(-1);
}
