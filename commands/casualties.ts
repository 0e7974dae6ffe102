/** /casualties: figures side by side, each with its claimant and as it was printed. The bot adds nothing up (R3). */

import { type Args, type CommandContext, command, type NamingContext } from '../src/core/chat/command.ts';
import { dateParams } from '../src/core/chat/date-params.ts';
import { type ClaimGroup, type Comparison, claimsOf, compareClaims } from '../src/core/dossier/casualties/compare.ts';
import { parseEdtf } from '../src/core/dossier/dates/edtf.ts';
import { reply } from '../src/core/reply/reply.ts';
import { asOf, asOfNote } from '../src/core/wording/as-of.ts';
import { claimBlocks } from '../src/core/wording/casualties/claim-blocks.ts';
import { chosenNotes } from '../src/core/wording/filter-notes.ts';
import { partiesOf, partyNames, sideNames } from '../src/core/wording/names.ts';
import { inFull } from '../src/core/wording/short-names.ts';

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
  ...dossier.conflict.victimGroups,
];
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

const params = {
  who: { kind: 'name', names: victims, rest: true },
  harm: {
    kind: 'choice',
    choices: ['killed', 'injured', 'captured', 'displaced', 'missing'],
    synonyms: { wounded: 'injured', dead: 'killed' },
  },
  claimant: { kind: 'name', names: claimants, also: otherParties },
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
    const { language } = context;
    const groups = select(args, context);
    const claims = groups.flatMap((group) => group.comparisons.flatMap(({ rows }) => rows.flatMap(claimsOf)));
    const leftOut = args.on === undefined ? 0 : countUnfinished(args, context);
    const claimant = args.claimant && inFull(context.dossier, args.claimant);
    const isSide = [...context.dossier.parties.values()].some(({ side }) => side === args.claimant?.id);
    return reply({
      blocks: [
        { kind: 'heading', spans: language.spans('casualties-title') },
        ...chosenNotes(
          {
            who: args.who?.label,
            ...(args.harm ? { [args.harm]: '' } : {}),
            claimant: groups.length === 0 ? claimant : undefined,
          },
          context,
        ),
        ...(groups.length === 0 ? [{ kind: 'text' as const, spans: language.spans('casualties-none') }] : []),
        ...(claimant === undefined || groups.length === 0
          ? []
          : [
              {
                kind: 'note' as const,
                spans: language.spans('casualties-claimant', { claimant, side: isSide ? 'yes' : 'no' }),
              },
            ]),
        ...groups.flatMap((group) => claimBlocks(group, context, args.on && asOf(args, context))),
      ],
      footer: [
        { kind: 'note', spans: language.spans('casualties-caveat') },
        ...(leftOut === 0
          ? []
          : [{ kind: 'note' as const, spans: language.spans('casualties-left-out', { count: leftOut }) }]),
        asOfNote(
          claims.map(({ reportedOn }) => reportedOn),
          args,
          context,
        ),
      ],
    });
  },
});

/**
 * Filters choose whole comparisons: a claimant's figure is still shown beside those that conflict with it. `on:` keeps
 * figures whose period had ended by that day; any other also counts what happened later.
 */
function select(args: Args<typeof params>, context: CommandContext): readonly ClaimGroup[] {
  const { dossier } = context;
  const day = asOf(args, context);
  const claims = [...dossier.claims.values()].filter(
    ({ period }) => args.on === undefined || parseEdtf(period).latest <= day,
  );
  return compareClaims(dossier, claims)
    .map((group) => ({ ...group, comparisons: group.comparisons.filter((one) => isWanted(one, args, context)) }))
    .filter(({ comparisons }) => comparisons.length > 0);
}

function isWanted(
  { harm, victims: group, rows }: Comparison,
  { who, harm: wanted, claimant }: Args<typeof params>,
  context: CommandContext,
): boolean {
  return (
    (wanted === undefined || harm === wanted) &&
    (who === undefined || group === who.id || statusOf(context, group) === who.id) &&
    (claimant === undefined || rows.some(({ claim }) => isFrom(context, claim.claimedBy, claimant.id)))
  );
}

/** A side includes its parties: a state's figures are also those of its army and its ministries. */
function isFrom({ dossier }: CommandContext, party: string, claimant: string): boolean {
  return party === claimant || dossier.parties.get(party)?.side === claimant;
}

function statusOf({ dossier }: CommandContext, group: string): string | undefined {
  return dossier.conflict.victimGroups.find(({ id }) => id === group)?.status;
}

/** Counts figures that are left out because their period had begun, but not ended, on the day that `on:` names. */
function countUnfinished(args: Args<typeof params>, context: CommandContext): number {
  const day = asOf(args, context);
  const later = [...context.dossier.claims.values()].filter(({ period }) => {
    const { earliest, latest } = parseEdtf(period);
    return earliest <= day && day < latest;
  });
  return compareClaims(context.dossier, later)
    .flatMap(({ comparisons }) => comparisons.filter((comparison) => isWanted(comparison, args, context)))
    .flatMap(({ rows }) => rows.flatMap(claimsOf)).length;
}
