/** /casualties: figures side by side, each with its claimant and as it was printed. The bot adds nothing up (R3). */

import { type Args, type CommandContext, command, type NamingContext } from '../src/core/chat/command.ts';
import { dateParams } from '../src/core/chat/date-params.ts';
import { givenArguments } from '../src/core/chat/raw-arguments.ts';
import { figuresOf, type IncidentFigures } from '../src/core/dossier/casualties/incident-figures.ts';
import { newestReports } from '../src/core/dossier/casualties/order.ts';
import { isFrom, selectFigures, selectLonger, selectUnfinished } from '../src/core/dossier/casualties/select.ts';
import { withoutFigures } from '../src/core/dossier/casualties/without-figures.ts';
import type { Claim } from '../src/core/dossier/entries.ts';
import { type RawArguments, type Reply, reply } from '../src/core/reply/reply.ts';
import { fitsScreen } from '../src/core/reply/screen.ts';
import type { Block } from '../src/core/reply/span.ts';
import { visible } from '../src/core/reply/visible.ts';
import { asOf, shortAsOf } from '../src/core/wording/as-of.ts';
import { casualtyChoices } from '../src/core/wording/casualties/casualty-choices.ts';
import { HARM_WORDS } from '../src/core/wording/casualties/harm-words.ts';
import { fullName, incidentNames, isNamed } from '../src/core/wording/casualties/incident-name.ts';
import { incidentPage } from '../src/core/wording/casualties/incident-page.ts';
import {
  figuresOfOtherDays,
  inWordsOnly,
  ofOtherDays,
  sideNotStated,
} from '../src/core/wording/casualties/left-out.ts';
import { oneFigure } from '../src/core/wording/casualties/one-figure.ts';
import { overviewOf } from '../src/core/wording/casualties/overview.ts';
import { casualtiesTitle } from '../src/core/wording/casualties/title.ts';
import { victimsAsked } from '../src/core/wording/casualties/victims-asked.ts';
import {
  namesWithoutFigures,
  pageWithoutFigures,
  periodActions,
  titleWithoutFigures,
} from '../src/core/wording/casualties/without-figures.ts';
import { partiesOf, partyNames, sideNames } from '../src/core/wording/names.ts';
import { roughlyKnownNotes } from '../src/core/wording/roughly-known.ts';
import { partyName } from '../src/core/wording/short-names.ts';

/** Every figure, by its id: what the menu of an incident opens in full. */
const figureNames = ({ dossier }: NamingContext) =>
  [...dossier.claims.values()].map(({ id, claimedBy, count }) => ({
    id,
    label: `${count.asPrinted} · ${partyName(dossier, claimedBy)}`,
    aliases: [],
  }));

/** A side of the conflict has the names of the party that stands for it, so that party is not named a second time. */
const mainSides = (context: NamingContext) =>
  sideNames(context).filter(({ id }) => context.dossier.conflict.sides.some(({ side }) => side === id));
const otherParties = (context: NamingContext) =>
  partyNames(context).filter(({ id }) => !context.dossier.conflict.sides.some(({ party }) => party === id));

/** Who gave it for them is mentioned: a spokesman has no figures of his own. */
const claimants = (context: NamingContext) => {
  const { claims, conflict } = context.dossier;
  const byParty = Map.groupBy(claims.values(), ({ claimedBy }) => claimedBy);
  const mentions = (id: string) => byParty.get(id)?.map(({ attribution }) => attribution) ?? [];
  const partyOf = (id: string) => conflict.sides.find(({ side }) => side === id)?.party ?? id;
  const others = [...byParty.keys()].filter((id) => !conflict.sides.some(({ party }) => party === id));
  return [...mainSides(context), ...partiesOf(context.dossier, new Set(others))].map((one) => ({
    ...one,
    mentions: mentions(partyOf(one.id)),
  }));
};

const params = {
  incident: { kind: 'name', names: incidentNames, silent: namesWithoutFigures, isFilter: true },
  who: { kind: 'name', names: victimsAsked, beside: 'harm', rest: true, isFilter: true },
  harm: {
    kind: 'choice',
    choices: ['killed', 'injured', 'captured', 'displaced', 'missing'],
    synonyms: HARM_WORDS,
    isFilter: true,
  },
  claimant: { kind: 'name', names: claimants, also: otherParties, isFilter: true },
  period: { kind: 'date', clock: 'event' },
  id: { kind: 'name', names: figureNames },
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
    return args.id === undefined ? figures(args, context) : oneOf(args.id.id, args, context);
  },
});

/** An overview of what was asked for, or an incident where only one is. */
function figures(args: Args<typeof params>, context: CommandContext): Reply {
  const { dossier, language } = context;
  const { incident, claimant, harm, period } = args;
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
  const uncounted = only === undefined ? withoutFigures(dossier).find(({ id }) => id === incident?.id) : undefined;
  const name = isOne
    ? fullName(only, context)
    : uncounted
      ? titleWithoutFigures(uncounted, context)
      : incident && visible(incident.label);
  const title = casualtiesTitle(args, name, context);
  const { endedBy } = filter;
  const unfinished = endedBy === undefined ? [] : selectUnfinished(dossier, { ...filter, endedBy }, isAsked);
  const longer = period ? selectLonger(dossier, { ...filter, period }, isAsked) : [];
  const leftOut = [
    figuresOfOtherDays('unfinished', unfinished, context),
    figuresOfOtherDays('longer', longer, context),
  ];
  const raw = rawOf(args);
  const unstated = sideNotStated(filter, { isAsked, raw }, context);
  const inWords =
    harm !== undefined && only === undefined
      ? inWordsOnly(harm, { ...filter, harm: undefined, isAsked, raw }, context)
      : { notes: [], actions: [] };
  const otherDays =
    harm !== undefined && period && only === undefined && inWords.notes.length === 0
      ? ofOtherDays(filter, { isAsked, raw }, context)
      : { notes: [], actions: [] };
  const claims = matching.flatMap(figuresOf);
  const beside = matching.flatMap(({ comparisons }) => comparisons.flatMap(({ saidElsewhere }) => saidElsewhere));
  const dates = newestReports([...claims, ...beside]);
  const footer: readonly Block[] = [
    ...(isOne ? [{ kind: 'note' as const, spans: language.spans('casualties-not-added') }] : []),
    ...leftOut.flatMap(({ notes }) => notes),
    ...unstated.notes,
    ...inWords.notes,
    ...otherDays.notes,
    ...roughlyKnownNotes(
      claims.map(({ id }) => id),
      context,
    ),
    uncounted ? shortAsOf([uncounted.date], args, context) : shortAsOf(dates, args, context, 'figure'),
  ];
  const fits = (blocks: readonly Block[]) => fitsScreen([{ kind: 'heading', spans: title }, ...blocks, ...footer]);
  const isAskedFor = claimant && (({ claimedBy }: Claim) => isFrom(dossier, claimedBy, claimant.id));
  const { actions = [], ...page } = pageOf();
  return reply({
    title,
    ...page,
    details: [...page.details, ...leftOut.flatMap(({ details }) => details)],
    footer,
    choices: casualtyChoices(all, matching, args, context),
    actions: [...actions, ...unstated.actions, ...inWords.actions, ...otherDays.actions],
  });

  function pageOf(): Pick<Reply, 'blocks' | 'details'> & Partial<Pick<Reply, 'actions'>> {
    if (uncounted) return pageWithoutFigures(uncounted, { day: asOf(args, context), fits, raw }, context);
    return only === undefined ? nothing(context) : isOne ? incidentOf(only) : overview();
  }

  function incidentOf(one: IncidentFigures): Pick<Reply, 'blocks' | 'details' | 'actions'> {
    const day = asOf(args, context);
    return {
      ...incidentPage(one, { day, askedDay: args.on && day }, { fits, isAskedFor }, context),
      actions: periodActions(one, all, raw, context),
    };
  }

  function overview(): Pick<Reply, 'blocks' | 'details'> {
    const filtered = [args.who, harm, claimant, period, incident].some((one) => one !== undefined) ? 'yes' : 'no';
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
      { fits: (some) => fits([note(matching.length, true), ...some]), isAskedFor, period, day: endedBy },
      context,
    );
    return { blocks: [note(shown.length, isInPart), ...blocks], details: [] };
  }
}

/** The arguments as a person could have typed them. */
function rawOf({ incident, who, harm, claimant, period, on, known }: Args<typeof params>): RawArguments {
  return givenArguments({
    incident: incident?.id,
    who: who?.id,
    harm,
    claimant: claimant?.id,
    period: period?.text,
    on: on?.text,
    known: known?.text,
  });
}

function nothing({ language }: CommandContext): Pick<Reply, 'blocks' | 'details'> {
  return { blocks: [{ kind: 'text', spans: language.spans('casualties-none') }], details: [] };
}

/** One figure with all that there is of it, and the ways to the others and to its versions. */
function oneOf(id: string, args: Args<typeof params>, context: CommandContext): Reply {
  const { dossier, language } = context;
  const day = args.on && asOf(args, context);
  const claim = dossier.claims.get(id);
  const all = claim ? selectFigures(dossier, { endedBy: day }) : [];
  const one = all.find((some) => figuresOf(some).some((figure) => figure === claim));
  const name = one && language.text('casualties-one-figure', { name: fullName(one, context) });
  const { on, known } = args;
  return reply({
    title: casualtiesTitle({ on, known }, name, context),
    ...(claim && one ? { blocks: oneFigure(claim, one, day, context) } : nothing(context)),
    footer: [
      ...roughlyKnownNotes(claim && one ? [id] : [], context),
      shortAsOf(claim && one ? [claim.reportedOn] : [], args, context, 'figure'),
    ],
    actions: one
      ? [
          {
            label: language.text('casualties-back'),
            command: 'casualties',
            args: { ...rawOf(args), incident: one.id },
          },
          { label: language.text('casualties-versions'), command: 'history', args: { id } },
        ]
      : [],
  });
}
