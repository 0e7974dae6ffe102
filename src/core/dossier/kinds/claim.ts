/** A claim: one party's figure for the dead, the injured, the captured, the displaced or the missing. */
import { z } from 'zod';
import { incidentOf } from '../casualties/incident.ts';
import type { Conflict } from '../conflict.ts';
import { overlaps, parseEdtf } from '../dates/edtf.ts';
import { verbatim, words } from '../text/readable.ts';
import { type Development, isBreaking } from './development.ts';
import { edtf, idSchema, ids, someIds } from './field-schemas.ts';
import { entryOf, type FlawOf, type Kind, none } from './kind.ts';
import type { Party } from './party.ts';
import { one, several } from './reference.ts';

const number = z.int().nonnegative();

const countSchema = z.strictObject({
  low: number.nullable(),
  high: number.nullable(),
  qualifier: z.enum(['exact', 'at-least', 'more-than', 'about', 'up-to', 'words', 'denial']),
  asPrinted: verbatim,
});

export const claimSchema = z.strictObject({
  id: idSchema,
  period: edtf,
  victims: idSchema,
  harm: z.enum(['killed', 'injured', 'captured', 'displaced', 'missing']),
  count: countSchema,
  /** What is counted; absent: people. Figures in different units are never compared or converted (R21). */
  unit: z.enum(['people', 'families', 'households']).optional(),
  /** R1: who asserts it. `news-media-unattributed` is the explicit "nobody named"; there is no leaving it out. */
  claimedBy: idSchema,
  stance: z.enum(['asserts', 'acknowledges-own-loss', 'denies', 'reports']),
  attribution: words,
  places: ids,
  development: idSchema.nullable(),
  status: z.enum(['reported', 'disputed', 'superseded']),
  conflictsWith: ids,
  sources: someIds,
  reportedOn: edtf,
  /**
   * What the figure counts that its rivals do not, in a sentence. Not in the handed-over format: see docs/decisions.
   */
  scope: words.optional(),
});
export type Claim = z.infer<typeof claimSchema>;
export type Unit = NonNullable<Claim['unit']>;

export function unitOf({ unit = 'people' }: Pick<Claim, 'unit'>): Unit {
  return unit;
}

interface Around {
  readonly conflict: Conflict;
  readonly parties: ReadonlyMap<string, Party>;
  readonly developments: ReadonlyMap<string, Development>;
  readonly claims: ReadonlyMap<string, Claim>;
}

export const claimKind = {
  kind: 'claim',
  schema: claimSchema,
  entry: entryOf('claim', claimSchema),
  file: 'casualties.json',
  mayLackFile: false,
  map: 'claims',
  references: ({ claimedBy, places, development, conflictsWith, sources }) => [
    ...one('claimedBy', 'party', claimedBy),
    ...several('places', 'place', places),
    ...one('development', 'development', development),
    ...several('conflictsWith', 'claim', conflictsWith),
    ...several('sources', 'source', sources),
  ],
  links: ['conflictsWith'],
  correctedWhereNamed: false,
  // `scope` is not among them: the check has never read it.
  ownWords: none,
  vocabulary: ({ victims }, conflict) =>
    conflict.victimGroups.some(({ id }) => id === victims)
      ? []
      : [
          {
            field: 'victims',
            message: `“${victims}” is not a victim group: use one of conflict.json, or add it there`,
          },
        ],
  rules: (claims, around) => [
    ...claims.flatMap(misfitCount),
    ...claims.flatMap(misfitUnit),
    ...badConflicts(claims),
    ...othersLosses(claims, around),
  ],
  repeats: sameFigureTwice,
  likeness: {
    what: 'same-claim',
    isLike: (written, other) =>
      other.victims === written.victims &&
      other.harm === written.harm &&
      unitOf(other) === unitOf(written) &&
      other.claimedBy === written.claimedBy &&
      overlaps(parseEdtf(other.period), parseEdtf(written.period)),
  },
  news: {
    section: { name: 'figures', turn: 3 },
    nameTurn: 4,
    dated: ({ reportedOn }) => ({ field: 'reportedOn', date: reportedOn }),
    mayLieAhead: false,
    listedBy: ({ period }) => period,
    sides: ({ victims, claimedBy }, { conflict, parties }) => [
      ...(conflict.victimGroups.find(({ id }) => id === victims)?.sides ?? []),
      ...[claimedBy].flatMap((id) => parties.get(id)?.side ?? []),
    ],
    topic: ({ development }, { developments }) =>
      development === null ? undefined : developments.get(development)?.category,
    // Breaking where what it names, its incident, or those of its rivals are: whoever was told one side's figure is
    // told the other's.
    level: (claim, around, today) =>
      [claim, ...rivalsOf(claim, around)]
        .flatMap((figure) => happenings(figure, around))
        .some((happened) => isBreaking(happened, today))
        ? 'breaking'
        : 'major',
    rank: () => 0,
    alertsAgain: 'reinstated',
    reviewedAs: 'claims',
  },
} as const satisfies Kind<'claim', Claim, Around>;

/** R5, R6: a qualifier and its numbers fit each other; words and denials have none. */
function misfitCount({ id, count, stance }: Claim): readonly FlawOf[] {
  const flaw = (message: string): readonly FlawOf[] => [{ id, field: 'count', message }];
  const wordless = count.qualifier === 'words' || count.qualifier === 'denial';
  if (wordless && (count.low !== null || count.high !== null))
    return flaw(`“${count.qualifier}” carries no numbers: set low and high to null (R6)`);
  if (!wordless && count.low === null)
    return flaw('low is missing: give it, or make the qualifier “words” or “denial” (R4)');
  if (count.low !== null && count.high !== null && count.high < count.low)
    return flaw('high is below low: exchange them');
  if (count.qualifier === 'exact' && count.high === null)
    return flaw('an exact count needs high as well as low: give both (R5)');
  if ((stance === 'denies') !== (count.qualifier === 'denial'))
    return flaw('“denies” and “denial” go together: use both or neither (R4)');
  return [];
}

/** R21: only the displaced are counted in families or households; an export has columns for those alone. */
function misfitUnit({ id, unit, harm }: Claim): readonly FlawOf[] {
  if (unit === undefined || unit === 'people' || harm === 'displaced') return [];
  const message = `only the displaced are counted in ${unit}; leave the unit out, and let the figure as printed say it (R21)`;
  return [{ id, field: 'unit', message }];
}

/** A conflict is mutual, and between figures for the same harm, in one unit, in meeting periods. */
function badConflicts(claims: readonly Claim[]): readonly FlawOf[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return claims.flatMap((claim) =>
    claim.conflictsWith.flatMap((id): readonly FlawOf[] => {
      const other = byId.get(id);
      if (!other) return [];
      const flaw = (message: string): readonly FlawOf[] => [{ id: claim.id, field: 'conflictsWith', message }];
      if (!other.conflictsWith.includes(claim.id)) return flaw(`${id} does not name this claim in turn: add it there`);
      if (other.harm !== claim.harm) return flaw(`${id} is about another harm (${other.harm}): take it out`);
      if (unitOf(other) !== unitOf(claim))
        return flaw(
          `${id} counts ${unitOf(other)}, not ${unitOf(claim)}: leave it out, as they cannot be compared (R21)`,
        );
      return overlaps(parseEdtf(claim.period), parseEdtf(other.period))
        ? []
        : flaw(`${id} is about other days: take it out`);
    }),
  );
}

/** R7: a side acknowledges its own losses, not those of others. */
function othersLosses(claims: readonly Claim[], { conflict, parties }: Around): readonly FlawOf[] {
  return claims.flatMap(({ id, stance, claimedBy, victims }): readonly FlawOf[] => {
    const side = parties.get(claimedBy)?.side;
    const group = conflict.victimGroups.find(({ id: known }) => known === victims);
    if (stance !== 'acknowledges-own-loss' || side === undefined || group?.sides.includes(side) === true) return [];
    const message =
      group?.sides.length === 0
        ? `“${victims}” have no side: give their side in conflict.json, or use “asserts” where the sources do not say whose they were (R7)`
        : `“${victims}” are not of the claimant’s side: nobody acknowledges the losses of others, use “asserts” (R7)`;
    return [{ id, field: 'stance', message }];
  });
}

/** R11: the same figure of the same claimant in ten outlets is one claim with ten sources. */
function sameFigureTwice(claims: readonly Claim[]): readonly FlawOf[] {
  const first = new Map<string, string>();
  return claims.flatMap(({ id, claimedBy, victims, harm, period, places, count, unit }): readonly FlawOf[] => {
    const { low, high, qualifier } = count;
    const key = JSON.stringify([claimedBy, victims, harm, period, places, low, high, qualifier, unitOf({ unit })]);
    const earlier = first.get(key);
    if (count.low === null || earlier === undefined) {
      first.set(key, id);
      return [];
    }
    return [
      { id, field: 'count', message: `says what ${earlier} says: make it one claim with the sources of both (R11)` },
    ];
  });
}

/** The claims that say otherwise, whichever of the two names the other. */
function rivalsOf(claim: Claim, { claims }: Around): readonly Claim[] {
  return [...claims.values()].filter(
    ({ id, conflictsWith }) => claim.conflictsWith.includes(id) || conflictsWith.includes(claim.id),
  );
}

/** What a claim names, and the fighting that it is shown under. */
function happenings(claim: Claim, { developments }: Around): readonly Development[] {
  const named = claim.development === null ? undefined : developments.get(claim.development);
  return [named, incidentOf({ developments }, claim)].filter((happened) => happened !== undefined);
}
