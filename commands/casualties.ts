/** /casualties: figures side by side, each with its claimant and as it was printed. The bot adds nothing up (R3). */

import { type Args, type CommandContext, command, type NamingContext } from '../src/core/chat/command.ts';
import { dateParams } from '../src/core/chat/date-params.ts';
import { figuresOf, type IncidentFigures } from '../src/core/dossier/casualties/incident-figures.ts';
import { firstIncidents } from '../src/core/dossier/casualties/rank.ts';
import { countLonger, countUnfinished, isFrom, selectFigures } from '../src/core/dossier/casualties/select.ts';
import type { Dossier } from '../src/core/dossier/dossier.ts';
import type { Claim } from '../src/core/dossier/entries.ts';
import { type Choice, type Reply, reply } from '../src/core/reply/reply.ts';
import { fitsScreen } from '../src/core/reply/screen.ts';
import type { Block } from '../src/core/reply/span.ts';
import { visible } from '../src/core/reply/visible.ts';
import { asOf, shortAsOf } from '../src/core/wording/as-of.ts';
import { fullName, incidentNames, isNamed, menuName } from '../src/core/wording/casualties/incident-name.ts';
import { incidentPage } from '../src/core/wording/casualties/incident-page.ts';
import { overviewOf } from '../src/core/wording/casualties/overview.ts';
import { casualtiesTitle } from '../src/core/wording/casualties/title.ts';
import { partiesOf, partyNames, sideNames } from '../src/core/wording/names.ts';
import { victimsAtStart } from '../src/core/wording/short-names.ts';

const STATUSES = ['civilian', 'combatant'] as const;

/** A side of the conflict has the names of the party that stands for it, so that party is not named a second time. */
const mainSides = (context: NamingContext) =>
  sideNames(context).filter(({ id }) => context.dossier.conflict.sides.some(({ side }) => side === id));
const otherParties = (context: NamingContext) =>
  partyNames(context).filter(({ id }) => !context.dossier.conflict.sides.some(({ party }) => party === id));

/** Victim groups, and the civilians or combatants of all sides. */
const victims = ({ dossier, language }: NamingContext) => [
  ...STATUSES.map((status) => ({
    id: status,
    label: language.text('victim-status', { status }),
    aliases: [`${status}s`],
  })),
  ...dossier.conflict.victimGroups.map((group) => ({ ...group, mentions: printedOf(dossier, group.id) })),
];
/** What the sources print with the figures of a group: “three children”. */
const printedOf = (dossier: Dossier, group: string) =>
  [...dossier.claims.values()].filter((claim) => claim.victims === group).map(({ count }) => count.asPrinted);

const claimants = (context: NamingContext) => [
  ...mainSides(context),
  ...partiesOf(
    context.dossier,
    new Set(
      [...context.dossier.claims.values()]
        .map(({ claimedBy }) => claimedBy)
        .filter((id) => !context.dossier.conflict.sides.some(({ party }) => party === id)),
    ),
  ),
];

const HARM_WORDS = Object.fromEntries(
  Object.entries({
    killed: 'kill kills killing dead death deaths die died deceased fatality fatalities kia',
    injured: 'injury injuries wound wounds wounded hurt',
    captured: 'capture captive captives captivity prisoner prisoners pow pows',
    displaced: 'displacement displacements',
  } as const).flatMap(([harm, words]) => words.split(' ').map((word) => [word, harm])),
);

const params = {
  incident: { kind: 'name', names: incidentNames },
  who: { kind: 'name', names: victims, beside: 'harm', rest: true },
  harm: { kind: 'choice', choices: ['killed', 'injured', 'captured', 'displaced', 'missing'], synonyms: HARM_WORDS },
  claimant: { kind: 'name', names: claimants, also: otherParties },
  period: { kind: 'date', clock: 'event' },
  ...dateParams,
} as const;

export default command({
  name: 'casualties',
  who: 'anyone',
  isKept: true,
  params,
  example: ({ dossier }) => {
    const ofSides = new Set(dossier.conflict.victimGroups.flatMap(({ id, sides }) => (sides.length > 0 ? id : [])));
    const claims = [...dossier.claims.values()];
    const newest = claims.findLast(({ victims: group }) => ofSides.has(group)) ?? claims.at(-1);
    return newest === undefined ? {} : { who: newest.victims, harm: newest.harm };
  },
  run(args, context) {
    const { dossier, language } = context;
    const { incident, claimant, period } = args;
    const filter = {
      who: args.who?.id,
      harm: args.harm,
      claimant: claimant?.id,
      period,
      endedBy: args.on && asOf(args, context),
    };
    const all = selectFigures(dossier, filter);
    const isAsked = (one: IncidentFigures) => incident === undefined || isNamed(one, incident);
    const matching = all.filter(isAsked);
    const [only, ...others] = matching;
    const isOne = only !== undefined && others.length === 0;
    const name = isOne ? fullName(only, context) : incident && visible(incident.label);
    const title = casualtiesTitle(args, name, context);
    const { endedBy } = filter;
    const unfinished = endedBy === undefined ? 0 : countUnfinished(dossier, { ...filter, endedBy }, isAsked);
    const longer = period === undefined ? 0 : countLonger(dossier, { ...filter, period }, isAsked);
    const dates = matching.flatMap(figuresOf).map(({ reportedOn }) => reportedOn);
    const footer: readonly Block[] = [
      ...(isOne ? [{ kind: 'note' as const, spans: language.spans('casualties-not-added') }] : []),
      ...(unfinished === 0
        ? []
        : [{ kind: 'note' as const, spans: language.spans('casualties-left-out', { count: unfinished }) }]),
      ...(longer === 0
        ? []
        : [{ kind: 'note' as const, spans: language.spans('casualties-left-out-longer', { count: longer }) }]),
      shortAsOf(dates, args, context, 'figure'),
    ];
    const fits = (blocks: readonly Block[]) => fitsScreen([{ kind: 'heading', spans: title }, ...blocks, ...footer]);
    const isAskedFor = claimant && (({ claimedBy }: Claim) => isFrom(dossier, claimedBy, claimant.id));
    const page = only === undefined ? nothing(context) : isOne ? incidentOf(only) : overview();
    return reply({ title, ...page, footer, choices: choicesOf(all, matching, args, context) });

    function incidentOf(one: IncidentFigures): Pick<Reply, 'blocks' | 'details'> {
      const day = asOf(args, context);
      return incidentPage(one, { day, askedDay: args.on && day }, { fits, isAskedFor }, context);
    }

    function overview(): Pick<Reply, 'blocks' | 'details'> {
      const { who, harm } = args;
      const filtered = [who, harm, claimant, period, incident].some((one) => one !== undefined) ? 'yes' : 'no';
      const note = (shown: number, part: boolean): Block => ({
        kind: 'note',
        spans: language.spans('casualties-on-file', {
          count: matching.length,
          shown: shown === matching.length ? 0 : shown,
          part: part ? 'yes' : 'no',
          filtered,
        }),
      });
      // Of the words of the note only the longest are sure to leave room for the others.
      const { blocks, shown, isInPart } = overviewOf(
        matching,
        { fits: (some) => fits([note(matching.length, true), ...some]), isAskedFor },
        context,
      );
      return { blocks: [note(shown.length, isInPart), ...blocks], details: [] };
    }
  },
});

function nothing({ language }: CommandContext): Pick<Reply, 'blocks' | 'details'> {
  return { blocks: [{ kind: 'text', spans: language.spans('casualties-none') }], details: [] };
}

/** Incidents, those of most significance and rivalry first, and victims, those of most incidents first. */
function choicesOf(
  all: readonly IncidentFigures[],
  matching: readonly IncidentFigures[],
  { incident, who }: Args<typeof params>,
  context: CommandContext,
): readonly Choice[] {
  const { dossier, language } = context;
  const first = firstIncidents(dossier, all, 3);
  const incidents = [...first, ...all.filter((one) => !first.includes(one))];
  const chosen = incident && matching.find((one) => isNamed(one, incident));
  return [
    {
      param: 'incident',
      label: language.text('casualties-choose-incident'),
      options: incidents.map((one) => menuOption(one, context)),
      ...(chosen ? { chosen: chosen.id } : {}),
    },
    {
      param: 'who',
      label: language.text('casualties-choose-who'),
      options: victimsOf(matching, context),
      ...(who ? { chosen: who.id } : {}),
    },
  ].filter(({ options }) => options.length > 1);
}

function menuOption(one: IncidentFigures, context: CommandContext): Choice['options'][number] {
  return {
    value: one.id,
    get label() {
      return menuName(one, context);
    },
  };
}

function victimsOf(matching: readonly IncidentFigures[], { dossier }: CommandContext): Choice['options'] {
  const counts = new Map<string, number>();
  for (const { comparisons } of matching) {
    for (const group of new Set(comparisons.map(({ victims: id }) => id)))
      counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([id]) => ({ value: id, label: victimsAtStart(dossier, id) }));
}
