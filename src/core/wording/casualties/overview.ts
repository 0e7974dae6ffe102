/** The overview of figures: a few incidents, the rival figures of each side by side, on one screen (V1). */
import type { Comparison } from '../../dossier/casualties/compare.ts';
import { figuresOf, type IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import { firstIncidents, rankComparisons, sidesOf } from '../../dossier/casualties/rank.ts';
import type { Block } from '../../reply/span.ts';
import { victimsName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { type Brief, briefGroup, NOTE_SIZES, type NoteSize, noteBlocks } from './brief-group.ts';
import { headingOf, menuName, shortName } from './incident-name.ts';

/** Incidents in an overview, and harms to groups of victims of each. More is a tap away. */
const MOST_INCIDENTS = 3;
const MOST_GROUPS = 2;

/** Claimants of a group, tried from the most on; with none, the group says how many there are. */
export const CLAIMANTS = [8, 5, 4, 3, 2, 0] as const;

/** An incident, its groups that are shown, and the others. */
interface Part {
  readonly one: IncidentFigures;
  readonly groups: readonly Comparison[];
  readonly left: readonly Comparison[];
}

export interface Wanted {
  readonly fits: (blocks: readonly Block[]) => boolean;
  /** Whether a figure is of the claimant that was asked for, if any was. */
  readonly isAskedFor?: Brief['isAskedFor'];
}

export interface Overview {
  readonly blocks: readonly Block[];
  readonly shown: readonly IncidentFigures[];
  /** Whether figures of the incidents shown are left out. */
  readonly isInPart: boolean;
}

/** What is shown: how many groups of each incident, how many claimants of each, and how much notes say. */
interface Plan {
  readonly counts: ReadonlyMap<IncidentFigures, number>;
  readonly most: number;
  readonly noteSize: NoteSize;
  /** Whether headings name the first place alone: for names that fill a screen. */
  readonly hasOnePlace: boolean;
  /** Of which the people of a side are named that no group shown is about. */
  readonly others: ReadonlySet<IncidentFigures>;
}

/**
 * `all` are incidents with figures, the newest first, at least one. Those shown are the first by their rank, and
 * always the latest; in the order of their days, the latest at the end. Where `fits` refuses them, the groups' notes
 * become shorter, then second groups are left out, then the third incident, then claimants beyond one of each side.
 */
export function overviewOf(
  all: readonly IncidentFigures[],
  { fits, isAskedFor }: Wanted,
  context: NameContext,
): Overview {
  const [latest] = all;
  if (!latest) throw new Error('an overview needs at least one incident');
  const others = all.filter((one) => one !== latest);
  const [first = latest, ...next] = firstIncidents(context.dossier, others, MOST_INCIDENTS - 1);
  const groupsOf = groupsInTurns(new Set([first, ...next, latest]), context);
  // Picked once: there can be ten thousand, and every plan is composed.
  const picked = all.filter((one) => groupsOf.has(one));
  const compose = ({ counts, ...brief }: Plan): readonly Block[] => {
    const parts = picked
      .filter((one) => counts.has(one))
      .toReversed()
      .map((one) => {
        const groups = groupsOf.get(one) ?? [];
        return { one, groups: groups.slice(0, counts.get(one)), left: groups.slice(counts.get(one)) };
      });
    return blocksOf(parts, latest, { ...brief, isAskedFor }, context);
  };
  const firstThatFits = (plans: readonly Plan[]) => plans.find((plan) => fits(compose(plan)));
  const plansFor = (some: readonly IncidentFigures[], claimants: readonly number[]): readonly Plan[] => {
    const counts = new Map(some.map((one) => [one, 1]));
    return claimants.flatMap((most) =>
      NOTE_SIZES.map((noteSize) => ({ counts, most, noteSize, hasOnePlace: false, others: new Set() })),
    );
  };
  // One incident with its figures says more than two without.
  const least = [
    ...plansFor(
      [latest, first],
      CLAIMANTS.filter((most) => most > 0),
    ),
    ...plansFor(
      [latest],
      CLAIMANTS.filter((most) => most > 0),
    ),
    ...plansFor([latest, first], [0]),
    ...plansFor([latest], CLAIMANTS).map((plan) => ({ ...plan, hasOnePlace: true })),
  ];
  let plan = firstThatFits(least) ?? {
    counts: new Map([[latest, 1]]),
    most: 0,
    noteSize: 'one' as const,
    hasOnePlace: true,
    others: new Set(),
  };
  for (const one of [...next, first, ...next, latest]) {
    const count = (plan.counts.get(one) ?? 0) + 1;
    if (count > Math.min(MOST_GROUPS, one.comparisons.length)) continue;
    const more = { ...plan, counts: new Map([...plan.counts, [one, count]]) };
    plan = firstThatFits(withShorterNotes(more)) ?? plan;
  }
  // The dead of one side alone would tell half: of the other side's, it says at least that there are figures.
  for (const one of [first, ...next, latest]) {
    plan = firstThatFits(withShorterNotes({ ...plan, others: new Set([...plan.others, one]) })) ?? plan;
  }
  const shown = picked.filter((one) => plan.counts.has(one));
  return {
    blocks: compose(plan),
    shown,
    isInPart: shown.some((one) => (plan.counts.get(one) ?? 0) < one.comparisons.length),
  };
}

function withShorterNotes(plan: Plan): readonly Plan[] {
  return NOTE_SIZES.slice(NOTE_SIZES.indexOf(plan.noteSize)).map((noteSize) => ({ ...plan, noteSize }));
}

/** The groups of each, the first of all incidents in turns by the side whose people they are. */
function groupsInTurns(
  all: ReadonlySet<IncidentFigures>,
  { dossier }: NameContext,
): ReadonlyMap<IncidentFigures, readonly Comparison[]> {
  const told = new Map<string, number>();
  return new Map(
    [...all].map((one) => {
      const groups = rankComparisons(dossier, one.comparisons, told);
      const [first] = groups;
      if (first) told.set(sidesOf(dossier, first), (told.get(sidesOf(dossier, first)) ?? 0) + 1);
      return [one, groups];
    }),
  );
}

function blocksOf(
  parts: readonly Part[],
  latest: IncidentFigures,
  { hasOnePlace, others, ...brief }: Pick<Brief, 'isAskedFor'> & Omit<Plan, 'counts'>,
  context: NameContext,
): readonly Block[] {
  const { language } = context;
  const notes: string[] = [];
  const onScreen = new Set(parts.flatMap(({ groups }) => figuresOf({ comparisons: groups })));
  const blocks = parts.flatMap(({ one, groups, left }): readonly Block[] => {
    const name = hasOnePlace ? menuName(one, context) : shortName(one, context);
    return [
      { kind: 'heading', spans: one === latest ? language.spans('claims-latest', { name }) : [name] },
      ...groups.map((group) => briefGroup(group, { ...brief, ...headingOf(one), onScreen, notes }, context)),
      ...(others.has(one) ? othersOf(groups, left, context) : []),
    ];
  });
  return [...blocks, ...noteBlocks(notes, context)];
}

/** A line with the people of each side that no group shown is about, but another of the incident is. */
function othersOf(
  groups: readonly Comparison[],
  left: readonly Comparison[],
  { dossier, language }: NameContext,
): readonly Block[] {
  const told = new Set(groups.map((group) => sidesOf(dossier, group)));
  const firsts = new Map(
    left
      .toReversed()
      .filter((group) => !told.has(sidesOf(dossier, group)) && sidesOf(dossier, group) !== '')
      .map((group) => [sidesOf(dossier, group), group.victims]),
  );
  if (firsts.size === 0) return [];
  const victims = language.list([...firsts.values()].map((id) => victimsName(dossier, id)));
  return [{ kind: 'text', spans: language.spans('claims-brief-others', { victims }) }];
}
