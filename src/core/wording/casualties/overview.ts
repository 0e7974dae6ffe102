/** The overview of figures: a few incidents, the rival figures of each side by side, on one screen (V1). */
import type { Comparison } from '../../dossier/casualties/compare.ts';
import type { IncidentFigures } from '../../dossier/casualties/incident-figures.ts';
import {
  byDay,
  distanceOf,
  groupsFor,
  latestOf,
  type Picked,
  pickIncidents,
  type Wish,
} from '../../dossier/casualties/pick.ts';
import { HARM, isAtIssue, sidesOf } from '../../dossier/casualties/rank.ts';
import { onceFor } from '../../dossier/memoise.ts';
import type { Block } from '../../reply/span.ts';
import { victimsName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';
import { type Brief, briefGroup, FEWEST, NOTE_SIZES, type NoteSize, noteBlocks } from './brief-group.ts';
import { headingOf, menuName, placeFirst, shortName } from './incident-name.ts';

/** Incidents that are looked at, and harms to groups of victims of each. More is a tap away. */
const MOST_INCIDENTS = 8;
const MOST_GROUPS = 3;
/** Incidents that are only named. */
const MOST_NAMED = 3;

/** Claimants of a group, tried from the most on; with none, the group says how many there are. */
export const CLAIMANTS = [8, 5, 4, 3, 2, 0] as const;

/** An incident, its groups that are shown, and the others. */
interface Part {
  readonly one: IncidentFigures;
  readonly groups: readonly Comparison[];
  readonly left: readonly Comparison[];
}

export interface Wanted extends Wish {
  readonly fits: (blocks: readonly Block[]) => boolean;
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
  /** Those that are not shown, but named. */
  readonly named: readonly IncidentFigures[];
}

/**
 * `all` are incidents with figures, at least one. Those shown are the first that are picked, in the order of their
 * days, but what is near the day that was asked about before others, and of that what is at issue. Each has one group
 * before any has more, but for those that belong together, such as the dead of both sides. Then, as long as `fits`
 * accepts it, it says whose figures are left out, names other incidents, and shows more groups and more claimants. The
 * notes of groups become shorter for it.
 */
export function overviewOf(all: readonly IncidentFigures[], wanted: Wanted, context: NameContext): Overview {
  const picked = pickIncidents(context.dossier, all, wanted, MOST_INCIDENTS);
  const groupsOf = groupsInTurns(picked, wanted, context);
  const picks = [...groupsOf.keys()];
  const needed = new Set(picked.flatMap(({ one, isNeeded }) => (isNeeded === true ? one : [])));
  const [first] = picks;
  if (!first) throw new Error('an overview needs at least one incident');
  const inOrder = picks.toSorted(
    // Near a day that was asked about, what is at issue leads, and not what happened first.
    (a, b) =>
      distanceOf(a, wanted) - distanceOf(b, wanted) ||
      (wanted.day === undefined ? 0 : Number(isAtIssue(b)) - Number(isAtIssue(a))) ||
      byDay(a, b),
  );
  const latest = latestOf(all);
  const ofLatest = latest.isCertain ? latest.one : undefined;
  const headings = headingsOf(ofLatest, context);
  const compose = ({ counts, named, ...brief }: Plan): readonly Block[] => {
    const parts = inOrder
      .filter((one) => counts.has(one))
      .map((one) => {
        const { groups } = groupsOf.get(one) ?? { groups: [] };
        return { one, groups: groups.slice(0, counts.get(one)), left: groups.slice(counts.get(one)) };
      });
    const { isAskedFor } = wanted;
    return [
      ...blocksOf(parts, headings, { ...brief, isAskedFor, leads: isAskedFor !== undefined }, context),
      ...alsoBlock(named, ofLatest, context),
    ];
  };
  const fitting = (plans: readonly Plan[]) => plans.find((plan) => wanted.fits(compose(plan)));
  const grown = (plan: Plan, change: Partial<Plan>) => fitting(withShorterNotes({ ...plan, ...change })) ?? plan;
  const withOneMore = (plan: Plan, one: IncidentFigures, named = plan.named) => {
    const count = (plan.counts.get(one) ?? 0) + 1;
    const counts = new Map([...plan.counts, [one, count]]);
    return grown(plan, { counts, named });
  };

  let plan = fitting(leastPlans(first)) ?? leastOf(first);
  for (const one of needed) plan = withOneMore(plan, one);
  for (const one of picks) {
    const before = plan;
    // Whoever is shown several learns of one more that there is.
    const next = picks.find((other) => other !== one && !plan.counts.has(other));
    if (!plan.counts.has(one)) plan = withOneMore(plan, one, next ? [next] : []);
    if (plan.counts.get(one) === 1 && groupsOf.get(one)?.least === 2) plan = withOneMore(plan, one);
    if (!plan.counts.has(one)) continue;
    // The dead of one side alone would tell half: of the other side's, it says at least that there are figures.
    const whole = fitting(withShorterNotes({ ...plan, others: new Set([...plan.others, one]), named: [] }));
    if (whole) plan = whole;
    else if (one !== first && !needed.has(one)) plan = before;
  }
  const shown = inOrder.filter((one) => plan.counts.has(one));
  plan = { ...plan, named: [] };
  for (const one of picks) {
    const isMore = !plan.counts.has(one) && plan.named.length < MOST_NAMED;
    if (isMore) plan = grown(plan, { named: [...plan.named, one] });
  }
  for (let count = 2; count <= MOST_GROUPS; count += 1) {
    for (const one of picks) {
      if ((plan.counts.get(one) ?? count) < Math.min(count, one.comparisons.length)) plan = withOneMore(plan, one);
    }
  }
  if (plan.most > 0) {
    for (const most of CLAIMANTS.toReversed()) if (most > plan.most) plan = grown(plan, { most });
  }
  return {
    blocks: compose(plan),
    shown,
    isInPart: shown.some((one) => (plan.counts.get(one) ?? 0) < one.comparisons.length),
  };
}

/** One group of one incident, in the ways that are tried from the fullest on. */
function leastPlans(first: IncidentFigures): readonly Plan[] {
  const plans = [FEWEST, 0].flatMap((most) =>
    NOTE_SIZES.map((noteSize): Plan => ({ ...leastOf(first), most, noteSize, hasOnePlace: false })),
  );
  return [...plans, ...plans.map((plan) => ({ ...plan, hasOnePlace: true }))];
}

function leastOf(first: IncidentFigures): Plan {
  const counts = new Map([[first, 1]]);
  return { counts, most: 0, noteSize: 'one', hasOnePlace: true, others: new Set(), named: [] };
}

function withShorterNotes(plan: Plan): readonly Plan[] {
  return NOTE_SIZES.slice(NOTE_SIZES.indexOf(plan.noteSize)).map((noteSize) => ({ ...plan, noteSize }));
}

/** The groups of each, the first of all incidents in turns by the side whose people they are. */
function groupsInTurns(all: readonly Picked[], wish: Wish, { dossier }: NameContext) {
  const told = new Map<string, number>();
  return new Map(
    all.map((pick) => {
      const groups = groupsFor(dossier, pick, wish, told);
      const [first] = groups.groups;
      if (first) told.set(sidesOf(dossier, first), (told.get(sidesOf(dossier, first)) ?? 0) + 1);
      return [pick.one, groups] as const;
    }),
  );
}

type Headings = (one: IncidentFigures, hasOnePlace: boolean) => Block;

/** The same objects each time that a screen is tried. */
function headingsOf(latest: IncidentFigures | undefined, context: NameContext): Headings {
  const named = (nameOf: typeof shortName) =>
    onceFor((one: IncidentFigures): Block => {
      const name = nameOf(one, context);
      return { kind: 'heading', spans: one === latest ? context.language.spans('claims-latest', { name }) : [name] };
    });
  const [short, withOnePlace] = [named(shortName), named(menuName)];
  return (one, hasOnePlace) => (hasOnePlace ? withOnePlace(one) : short(one));
}

function blocksOf(
  parts: readonly Part[],
  headings: Headings,
  { hasOnePlace, others, ...brief }: Pick<Brief, 'isAskedFor' | 'leads'> & Omit<Plan, 'counts' | 'named'>,
  context: NameContext,
): readonly Block[] {
  const notes: string[] = [];
  const blocks = parts.flatMap(({ one, groups, left }) => [
    headings(one, hasOnePlace),
    ...groups.map((group) => briefGroup(group, { ...brief, ...headingOf(one), notes }, context)),
    ...(others.has(one) ? othersOf(groups, left, context) : []),
  ]);
  return [...blocks, ...noteBlocks(notes, context)];
}

/**
 * Where no group shown is about the people of a side, but another of the incident is: a line with the people of each
 * side that others are about, the dead before the injured.
 */
function othersOf(
  groups: readonly Comparison[],
  left: readonly Comparison[],
  { dossier, language }: NameContext,
): readonly Block[] {
  const shown = new Set(groups.map(({ victims }) => victims));
  const told = new Set(groups.map((group) => sidesOf(dossier, group)));
  const others = left.filter((group) => !shown.has(group.victims) && sidesOf(dossier, group) !== '');
  if (others.every((group) => told.has(sidesOf(dossier, group)))) return [];
  const gravest = others.toSorted((a, b) => HARM[a.harm] - HARM[b.harm]);
  const bySide = Map.groupBy(gravest, (group) => sidesOf(dossier, group));
  const victims = language.list(
    [...bySide.values()].flatMap(([first]) => (first ? victimsName(dossier, first.victims) : [])),
  );
  return [{ kind: 'text', spans: language.spans('claims-brief-others', { victims }) }];
}

/** A line with others that match: whoever asked would miss them. */
function alsoBlock(
  some: readonly IncidentFigures[],
  latest: IncidentFigures | undefined,
  context: NameContext,
): readonly Block[] {
  if (some.length === 0) return [];
  const { language } = context;
  const names = some.map((one) => {
    const name = placeFirst(one, context);
    return one === latest ? language.text('claims-latest', { name }) : name;
  });
  return [{ kind: 'text', spans: language.spans('claims-also-incidents', { names: names.join('; ') }) }];
}
