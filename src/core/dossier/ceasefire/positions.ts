/** What each side says of the ceasefire, in its last words. */

import { newestFirst, parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Ceasefire, Party, Quote } from '../entries.ts';

export interface Position {
  readonly party: Party;
  readonly summary: string;
  readonly quote: Quote | undefined;
  /** The entry that the position was recorded with; it can be older than the newest one. */
  readonly from: Ceasefire;
  /** Said before what holds now was agreed, or fell, or ran out. */
  readonly isOlder: boolean;
  /** What the side last said of whether it holds, where its last word of all is of an incident. */
  readonly isStandpoint?: true;
}

interface Within {
  /** All entries by the day, in their order; `run` are the last ones, of the same state. */
  readonly states: readonly Ceasefire[];
  readonly run: readonly Ceasefire[];
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** The first day (`YYYY-MM-DD`) of what holds now; undefined: nothing came before. */
  readonly turned: string | undefined;
}

/** What is recorded under this state is an incident, and what the sides say of that. */
const OF_AN_INCIDENT: Ceasefire['state'] = 'strained';
/** Under these, the sides say whether it holds. */
const WHETHER_IT_HOLDS: ReadonlySet<Ceasefire['state']> = new Set(['conditional', 'holding']);

/**
 * What is said last by each party while the state is described as it is: an army's and a ministry's word are two. The
 * last word of each side comes first, before what else either said; a side that said nothing in this run is heard
 * with its last word before, also where only those spoke in this run who cannot speak for it. Words that were said by
 * `on` count where a later entry has them. Beside what a side says of an incident stands what it last said of
 * whether that holds which stands now.
 */
export function lastPositions(dossier: Dossier, { states, run, on, turned }: Within): readonly Position[] {
  const stated = (among: readonly Ceasefire[]) =>
    among.toReversed().flatMap((from) => from.positions.flatMap((one) => toPosition(dossier, from, one, on, turned)));
  const inRun = stated(run).filter(({ party }, index, all) => all.findIndex((one) => one.party === party) === index);
  const ever = stated(states);
  const later = [...dossier.ceasefire.values()].filter(({ effectiveFrom }) => parseEdtf(effectiveFrom).earliest > on);
  const early = stated(later)
    .filter(({ quote }) => quote !== undefined)
    .toSorted((a, b) => newestFirst(saidOn(a), saidOn(b)));
  const sides = dossier.conflict.sides.map(({ side, party: standing }): readonly Position[] => {
    const isOfSide = ({ party }: Position) => party.side === side;
    const canSpeak = (one: Position) => isOfSide(one) && speaksFor(dossier, standing, one.party);
    const recorded = inRun.filter(isOfSide);
    const now = recorded.length > 0 ? recorded : ever.filter(isOfSide).slice(0, 1);
    const newer = early.filter(isOfSide).find((one) => now.every((other) => isSaidAfter(one, other)));
    const [first] = newer ? [newer] : now;
    const all = newer ? [newer, ...now] : now;
    const own = recorded.length === 0 || all.some(canSpeak) ? undefined : ever.find(canSpeak);
    const standpoint =
      first?.from.state === OF_AN_INCIDENT
        ? ever.find((one) => canSpeak(one) && !one.isOlder && one.quote && WHETHER_IT_HOLDS.has(one.from.state))
        : undefined;
    const others = [...all.slice(1), ...(own ? [own] : [])].filter(
      ({ quote }) => !quote || quote !== standpoint?.quote,
    );
    return [
      ...(first ? [first] : []),
      ...(standpoint ? [{ ...standpoint, isStandpoint: true as const }] : []),
      ...others,
    ];
  });
  const firsts = sides.flatMap((side) => side.slice(0, 1));
  return [
    ...firsts,
    // Behind what the side has said since, it is no longer its last word.
    ...sides.flatMap(([first, ...others]) =>
      others.map((one) => ({ ...one, isOlder: one.isOlder || one.from !== first?.from })),
    ),
    ...inRun.filter(({ party }) => !isSide(dossier, party)),
  ];
}

/** EDTF. */
export function saidOn({ quote, from }: Pick<Position, 'quote' | 'from'>): string {
  return quote?.date ?? from.effectiveFrom;
}

function isSaidAfter(one: Position, other: Position): boolean {
  return parseEdtf(saidOn(one)).earliest > parseEdtf(saidOn(other)).latest;
}

/** A government is not heard in a district's officials: whoever is of the kind of the party that stands for it is. */
export function speaksFor({ parties }: Pick<Dossier, 'parties'>, standing: string, { kind }: Party): boolean {
  return parties.get(standing)?.kind === kind;
}

function isSide({ conflict }: Dossier, party: Party): boolean {
  return conflict.sides.some(({ side }) => side === party.side);
}

/**
 * A position rests on its quotation: where that is not known yet, or was said after `on`, the position is left out
 * too.
 */
function toPosition(
  dossier: Dossier,
  from: Ceasefire,
  stored: Ceasefire['positions'][number],
  on: string,
  turned: string | undefined,
): Position[] {
  const party = dossier.parties.get(stored.party);
  if (!party) return [];
  const quote = stored.quote === null ? undefined : dossier.quotes.get(stored.quote);
  if (stored.quote !== null && (!quote || parseEdtf(quote.date).earliest > on)) return [];
  const said = parseEdtf(saidOn({ quote, from })).latest;
  return [{ party, summary: stored.summary, quote, from, isOlder: turned !== undefined && said < turned }];
}
