/** How the ceasefire stood on a day: state, since when, what each side said last, and the breaches that were reported. */
import type { Dossier } from './dossier.ts';
import { overlaps, parseEdtf } from './edtf.ts';
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
  /** The last agreement in force that the states since then speak of; undefined where none held. */
  readonly agreement: Ceasefire | undefined;
  /** States after the agreement, the oldest first, the newest last. */
  readonly course: readonly Ceasefire[];
  /** The last position of every side that stated one; a side without one is in `silent`. */
  readonly positions: readonly Position[];
  /** Parties that stand for a side of the conflict of which no position is known by that day (R13). */
  readonly silent: readonly Party[];
}

const BROKEN: ReadonlySet<Ceasefire['state']> = new Set(['none', 'collapsed']);

/** Undefined where no state is known by `on` (`YYYY-MM-DD`). Talks play no part: their end is not the ceasefire's (R18). */
export function ceasefireOn(dossier: Dossier, on: string): CeasefireView | undefined {
  const states = [...dossier.ceasefire.values()].filter((entry) => parseEdtf(entry.effectiveFrom).earliest <= on);
  const state = states.at(-1);
  if (!state) return undefined;
  const positions = lastPositions(dossier, states, on);
  const heard = new Set(positions.map(({ party }) => party.side));
  return {
    state,
    since: firstOfRun(states, state),
    ...agreementOf(states),
    positions,
    silent: dossier.conflict.sides
      .filter(({ side }) => !heard.has(side))
      .flatMap(({ party }) => dossier.parties.get(party) ?? []),
  };
}

function firstOfRun(states: readonly Ceasefire[], state: Ceasefire): Ceasefire {
  const before = states.findLastIndex((entry) => entry.state !== state.state);
  return states[before + 1] ?? state;
}

function agreementOf(states: readonly Ceasefire[]): Pick<CeasefireView, 'agreement' | 'course'> {
  const broken = states.findLastIndex((entry) => BROKEN.has(entry.state));
  const current = states.slice(broken + 1);
  const at = current.findLastIndex((entry) => entry.state === 'in-force');
  return { agreement: current[at], course: current.slice(at + 1) };
}

/** The newest position of each side, in the conflict's order of sides; mediators' and others' only from the newest state. */
function lastPositions(dossier: Dossier, states: readonly Ceasefire[], on: string): readonly Position[] {
  const newestFirst = states
    .toReversed()
    .flatMap((from) => from.positions.flatMap((p) => toPosition(dossier, from, p, on)));
  const sides = dossier.conflict.sides.flatMap(
    ({ side }) => newestFirst.find(({ party }) => party.side === side) ?? [],
  );
  const others = newestFirst.filter(
    ({ party, from }) => from === states.at(-1) && !dossier.conflict.sides.some(({ side }) => side === party.side),
  );
  return [...sides, ...others];
}

/** A position rests on its quotation: where that is not known yet, or was said after `on`, the position is left out too. */
function toPosition(dossier: Dossier, from: Ceasefire, stored: Ceasefire['positions'][number], on: string): Position[] {
  const party = dossier.parties.get(stored.party);
  if (!party) return [];
  const quote = stored.quote === null ? undefined : dossier.quotes.get(stored.quote);
  if (stored.quote !== null && (!quote || parseEdtf(quote.date).earliest > on)) return [];
  return [{ party, summary: stored.summary, quote, from }];
}

/** Reports that may be of one and the same breach, counted once. */
export interface Breach {
  /** The newest first. */
  readonly reports: readonly Development[];
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
  return breaches.map((found) => ({ reports: found }));
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
