/** The ceasefire on a day: its state, since when, each side’s last word, and the reported breaches. */

import { isIncident } from './casualties/incident.ts';
import { overlaps, parseEdtf } from './dates/edtf.ts';
import type { Dossier } from './dossier.ts';
import type { Ceasefire, Development, Party, Quote, Talks } from './entries.ts';

export interface Position {
  readonly party: Party;
  readonly summary: string;
  readonly quote: Quote | undefined;
  /** The state that the position was recorded with; it can be older than the newest one. */
  readonly from: Ceasefire;
}

export interface CeasefireView {
  readonly state: Ceasefire;
  /** The first of the unbroken run of states of the same kind: "since when" it has been described so. */
  readonly since: Ceasefire;
  /** The first state in force since the fighting: when the truce began. Undefined where none holds. */
  readonly truce: Ceasefire | undefined;
  /**
   * The last state in force: the agreement that later states speak of. The same as `truce` where it was agreed once.
   */
  readonly agreement: Ceasefire | undefined;
  /** States after the agreement, the oldest first, the newest last. */
  readonly course: readonly Ceasefire[];
  /** States whose recorded terms bear on the newest one: the agreement and all since, the oldest first. */
  readonly terms: readonly Ceasefire[];
  /**
   * The last position of every party in the present run of states, and of a side that stated none in it the last
   * before.
   */
  readonly positions: readonly Position[];
  /** Parties that stand for a side of the conflict of which no position is known by that day (R13). */
  readonly silent: readonly Party[];
}

const BROKEN: ReadonlySet<Ceasefire['state']> = new Set(['none', 'collapsed']);

/**
 * Undefined where no state is known by `on` (`YYYY-MM-DD`). Talks play no part: their end is not the ceasefire's
 * (R18).
 */
export function ceasefireOn(dossier: Dossier, on: string): CeasefireView | undefined {
  const states = [...dossier.ceasefire.values()].filter((entry) => parseEdtf(entry.effectiveFrom).earliest <= on);
  const state = states.at(-1);
  if (!state) return undefined;
  const run = states.slice(states.findLastIndex((entry) => entry.state !== state.state) + 1);
  const sinceBroken = states.slice(states.findLastIndex((entry) => BROKEN.has(entry.state)) + 1);
  const agreed = sinceBroken.findLastIndex((entry) => entry.state === 'in-force');
  const positions = lastPositions(dossier, states, run, on);
  const heard = new Set(positions.map(({ party }) => party.side));
  return {
    state,
    since: run[0] ?? state,
    truce: sinceBroken.find((entry) => entry.state === 'in-force'),
    agreement: sinceBroken[agreed],
    course: sinceBroken.slice(agreed + 1),
    terms: (agreed === -1 ? [state] : sinceBroken.slice(agreed)).filter((entry) => entry.terms.length > 0),
    positions,
    silent: dossier.conflict.sides
      .filter(({ side }) => !heard.has(side))
      .flatMap(({ party }) => dossier.parties.get(party) ?? []),
  };
}

/**
 * What is said last by each party while the state is described as it is: an army's and a ministry's word are two. The
 * last word of each side comes first, before what else either said; a side that said nothing in this run is heard
 * with its last word before.
 */
function lastPositions(
  dossier: Dossier,
  states: readonly Ceasefire[],
  run: readonly Ceasefire[],
  on: string,
): readonly Position[] {
  const stated = (among: readonly Ceasefire[]) =>
    among.toReversed().flatMap((from) => from.positions.flatMap((one) => toPosition(dossier, from, one, on)));
  const inRun = stated(run).filter(({ party }, index, all) => all.findIndex((one) => one.party === party) === index);
  const sides = dossier.conflict.sides.map(({ side }) => {
    const now = inRun.filter(({ party }) => party.side === side);
    return now.length > 0
      ? now
      : stated(states)
          .filter(({ party }) => party.side === side)
          .slice(0, 1);
  });
  const firsts = sides.flatMap((side) => side.slice(0, 1));
  return [
    ...firsts,
    ...sides.flatMap((side) => side.slice(1)),
    ...inRun.filter(({ party }) => !isSide(dossier, party)),
  ];
}

function isSide({ conflict }: Dossier, party: Party): boolean {
  return conflict.sides.some(({ side }) => side === party.side);
}

/**
 * A position rests on its quotation: where that is not known yet, or was said after `on`, the position is left out
 * too.
 */
function toPosition(dossier: Dossier, from: Ceasefire, stored: Ceasefire['positions'][number], on: string): Position[] {
  const party = dossier.parties.get(stored.party);
  if (!party) return [];
  const quote = stored.quote === null ? undefined : dossier.quotes.get(stored.quote);
  if (stored.quote !== null && (!quote || parseEdtf(quote.date).earliest > on)) return [];
  return [{ party, summary: stored.summary, quote, from }];
}

/** Reports that may be of one and the same breach, counted once. */
export interface Breach {
  /** The fighting itself where a report of it is known, else the earliest report. */
  readonly report: Development;
  /** The other reports, the newest first. */
  readonly others: readonly Development[];
}

/** Breaches reported by `on`, the newest first: developments in which somebody holds somebody responsible. */
export function breachesBy(dossier: Dossier, on: string): readonly Breach[] {
  const reports = [...dossier.developments.values()]
    .filter((entry) => (entry.accusations?.length ?? 0) > 0 && parseEdtf(entry.date).earliest <= on)
    .toReversed();
  const breaches: Development[][] = [];
  for (const report of reports) {
    const same = breaches.find((others) => others.some((other) => possiblySame(dossier, report, other)));
    if (same) same.push(report);
    else breaches.push([report]);
  }
  return breaches.flatMap((found) => {
    const report = found.findLast(isIncident) ?? found.at(-1);
    return report ? [{ report, others: found.filter((other) => other !== report) }] : [];
  });
}

/** Meeting or adjoining days, a shared place (or province), and one of the two names the other as related. */
export function possiblySame(dossier: Dossier, a: Development, b: Development): boolean {
  if (!a.related.includes(b.id) && !b.related.includes(a.id)) return false;
  if (!overlaps(adjoining(a), parseEdtf(b.date))) return false;
  const provinces = new Set(a.places.map((id) => provinceOf(dossier, id)));
  return b.places.some((id) => provinces.has(provinceOf(dossier, id)));
}

function adjoining(development: Development) {
  const { earliest, latest } = parseEdtf(development.date);
  const day = (text: string, days: number) => Temporal.PlainDate.from(text).add({ days }).toString();
  return parseEdtf(`${day(earliest, -1)}/${day(latest, 1)}`);
}

function provinceOf(dossier: Dossier, place: string): string {
  const entry = dossier.places.get(place);
  return entry?.admin1 ? `${entry.country}/${entry.admin1}` : place;
}

/** The newest round of talks that had begun by `on`. */
export function talksBy(dossier: Dossier, on: string): Talks | undefined {
  return [...dossier.talks.values()].filter((round) => parseEdtf(round.date).earliest <= on).at(-1);
}
