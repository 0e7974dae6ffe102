/** Who could be expected to give a figure and gave none (R13): said once a group, and of nobody else. */
import { contains, overlaps, parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import { type Claim, type Development, type Side, unitOf } from '../entries.ts';
import { claimsOfIncident, claimsOfSideAbout } from './claim-index.ts';

export interface Silence {
  /** Party ids, each of which stands for a side without a figure here. */
  readonly noFigureFrom: readonly string[];
  /** What sides without a figure here said of it in another unit, or to deny it, with other figures. */
  readonly saidElsewhere: readonly Claim[];
}

/**
 * `claim` is any of the figures that are compared, `group` are all that are shown with it, also of other victims and
 * harms. Whoever gave a figure for more or fewer days of the same incident is not silent.
 */
export function silenceAbout(
  dossier: Dossier,
  claim: Claim,
  group: readonly Claim[],
  incident: Development | undefined,
): Silence {
  const said = [...group, ...(incident === undefined ? [] : saidOf(dossier, incident, claim))];
  const { own, opponents } = expectedParties(dossier, claim.victims, incident);
  const isSilent = (id: string) => !hasSpoken(dossier, id, claim, said);
  // Whoever fought them speaks for all who did.
  const silent = [...own.filter(isSilent), ...(opponents.every(isSilent) ? opponents : [])];
  const elsewhere = new Map(silent.map((id) => [id, saidOtherwise(dossier, id, claim, incident)]));
  return {
    noFigureFrom: silent.filter((id) => elsewhere.get(id) === undefined),
    saidElsewhere: [...new Set(elsewhere.values())].filter((other) => other !== undefined),
  };
}

/**
 * The parties whose figure a reader would look for: the side whose people they are, and the side that fought them. An
 * armed group counts as that only where no side of the conflict did. Where the victims' side is not given, all who were
 * there are looked for. Nobody is expected to count the victims of an accident.
 */
function expectedParties(
  dossier: Dossier,
  victims: string,
  incident: Development | undefined,
): { readonly own: readonly string[]; readonly opponents: readonly string[] } {
  if (incident?.category === 'accident') return { own: [], opponents: [] };
  const involved = (incident?.parties ?? []).flatMap((id) => dossier.parties.get(id) ?? []);
  const armed = involved.filter(({ side }) => side === 'armed-group').map(({ id }) => id);
  const present = new Set<Side>(involved.map(({ side }) => side));
  const { sides: all, victimGroups } = dossier.conflict;
  const mayHaveBeenThere = all.filter(({ side }) => present.has(side) || involved.length === 0);
  const theirs = new Set<Side>(victimGroups.find(({ id }) => id === victims)?.sides);
  if (theirs.size === 0) {
    const states = armed.length === 0 ? all : mayHaveBeenThere;
    return { own: [...states.map(({ party }) => party), ...armed], opponents: [] };
  }
  const isState = all.some(({ side }) => theirs.has(side));
  const states = mayHaveBeenThere.filter(({ side }) => !theirs.has(side)).map(({ party }) => party);
  const others = theirs.has('armed-group') ? [] : armed;
  return {
    own: [
      ...all.filter(({ side }) => theirs.has(side)).map(({ party }) => party),
      ...(theirs.has('armed-group') ? armed : []),
    ],
    // Of an armed group's fight of which nothing is recorded, it is not known who fought it.
    opponents: !isState && involved.length === 0 ? [] : states.length > 0 ? states : others,
  };
}

/** The figures for any days of the incident that `claim` shares days with. */
function saidOf(dossier: Dossier, incident: Development, claim: Claim): readonly Claim[] {
  const days = parseEdtf(claim.period);
  return claimsOfIncident(dossier, incident.id).filter(({ period }) => overlaps(parseEdtf(period), days));
}

/**
 * Whether the party's side gave a figure for the same harm and victims. Where the victims' side is not given, a
 * figure for the same harm under another name counts too: it may be of the same people.
 */
function hasSpoken(dossier: Dossier, party: string, { victims, harm }: Claim, said: readonly Claim[]): boolean {
  const side = dossier.parties.get(party)?.side;
  const isVague = !dossier.conflict.victimGroups.some(({ id, sides }) => id === victims && sides.length > 0);
  return said.some(
    (claim) =>
      claim.harm === harm &&
      (isVague || claim.victims === victims) &&
      dossier.parties.get(claim.claimedBy)?.side === side,
  );
}

/**
 * What the party's side said of the same harm to the same victims in those days in another unit, for some days of a
 * period without an incident, or to deny it: a denial of one day is none of a month.
 */
function saidOtherwise(
  dossier: Dossier,
  party: string,
  claim: Claim,
  incident: Development | undefined,
): Claim | undefined {
  const side = dossier.parties.get(party)?.side;
  return claimsOfSideAbout(dossier, claim, side).findLast(
    (other) =>
      (unitOf(other) !== unitOf(claim) ||
        (other.count.qualifier === 'denial'
          ? contains(parseEdtf(other.period), parseEdtf(claim.period))
          : incident === undefined && contains(parseEdtf(claim.period), parseEdtf(other.period)))) &&
      overlaps(parseEdtf(other.period), parseEdtf(claim.period)),
  );
}
