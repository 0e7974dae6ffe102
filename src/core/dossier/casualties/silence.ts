/** Who could be expected to give a figure and gave none (R13): said once a group, and of nobody else. */
import { contains, daysBetween, overlaps, parseEdtf, sameDays } from '../dates/edtf.ts';
import { lengthOf } from '../dates/one-event.ts';
import type { Dossier } from '../dossier.ts';
import { type Claim, type Development, type Place, type Side, unitOf } from '../entries.ts';
import { claimsOfIncident, claimsOfSideAbout } from './claim-index.ts';
import { covers, incidentOf } from './incident.ts';

export interface Silence {
  /** Party ids, each of which stands for a side without a figure here. */
  readonly noFigureFrom: readonly string[];
  /** Whether the side of any of these gave a figure that shares days with these, too few to stand beside them. */
  readonly hasOtherDays: boolean;
  /** What sides without a figure here said of it in another unit, or to deny it, with other figures. */
  readonly saidElsewhere: readonly Claim[];
}

interface Around {
  readonly group: readonly Claim[];
  readonly incident: Development | undefined;
  readonly isAsked?: (claim: Claim) => boolean;
}

/**
 * `claim` is any of the figures that are compared, `group` are all that are shown with it, also of other victims and
 * harms. Whoever gave a figure for more or fewer days of the same incident is not silent. Nothing is looked for but
 * what `isAsked`.
 */
export function silenceAbout(
  dossier: Dossier,
  claim: Claim,
  { group, incident, isAsked = () => true }: Around,
): Silence {
  const near = incident === undefined ? [] : saidOf(dossier, incident, claim);
  const said = [...group, ...near.filter(isAsked)];
  const { own, opponents } = expectedParties(dossier, claim.victims, incident);
  const isSilent = (id: string) => !hasSpoken(dossier, id, claim, said);
  // Whoever fought them speaks for all who did.
  const silent = [...own.filter(isSilent), ...(opponents.every(isSilent) ? opponents : [])];
  const elsewhere = silent.map((id) => {
    const inPart = saidInPart(dossier, id, claim).filter(isAsked);
    const other = saidOtherwise(dossier, inPart, claim, incident);
    return { id, inPart, other };
  });
  const without = elsewhere.filter(({ other }) => other === undefined);
  return {
    noFigureFrom: without.map(({ id }) => id),
    hasOtherDays: without.some(({ inPart }) => inPart.some(isFigure)),
    saidElsewhere: [...new Set(elsewhere.flatMap(({ other }) => other ?? []))],
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

/** Whether the denial is of what `claim` counts: in the same report, of the same incident, or in general. */
function denies(dossier: Dossier, denial: Claim, claim: Claim, incident: Development | undefined): boolean {
  return (
    isOfOneReport(denial, claim) ||
    isOfIncident(dossier, denial, incident) ||
    deniesInGeneral(dossier, denial, claim) ||
    (samePlaces(denial, claim) && sameDays(parseEdtf(denial.period), parseEdtf(claim.period)))
  );
}

/**
 * Whether it is a denial of no one incident, of the same harm to the same victims, that covers the days of `claim`, or
 * of which `claim` covers the days: it stands beside that with the days it is of.
 */
export function deniesInGeneral(dossier: Dossier, denial: Claim, claim: Claim): boolean {
  if (isFigure(denial) || denial.victims !== claim.victims || denial.harm !== claim.harm) return false;
  const incident = incidentOf(dossier, denial);
  if (incident !== undefined && covers(incident, denial)) return false;
  const [theirs, days] = [parseEdtf(denial.period), parseEdtf(claim.period)];
  return (contains(theirs, days) || contains(days, theirs)) && reaches(dossier, denial, claim);
}

/** A denial for one province is none for another; one for a whole frontier, or for no place, can be of any. */
function reaches({ places }: Dossier, denial: Claim, claim: Claim): boolean {
  const isIn = (inner: Place | undefined, outer: Place | undefined) =>
    inner !== undefined &&
    outer?.kind === 'region' &&
    (outer.admin1 === '' || (outer.admin1 === inner.admin1 && outer.country === inner.country));
  return (
    denial.places.length === 0 ||
    claim.places.some((id) => denial.places.some((outer) => outer === id || isIn(places.get(id), places.get(outer))))
  );
}

function samePlaces(a: Claim, b: Claim): boolean {
  return a.places.length === b.places.length && a.places.every((id) => b.places.includes(id));
}

/**
 * What the party's side said of the same harm to the same victims in those days, and can stand beside it: a figure for
 * at least half of the days, or of the same incident; or a denial of it. Figures in the same unit for days of an
 * incident are rows beside it, or for others than its days.
 */
function saidOtherwise(
  dossier: Dossier,
  inPart: readonly Claim[],
  claim: Claim,
  incident: Development | undefined,
): Claim | undefined {
  const days = parseEdtf(claim.period);
  const said = inPart.filter((other) => {
    const theirs = parseEdtf(other.period);
    if (!isFigure(other)) return denies(dossier, other, claim, incident);
    if (unitOf(other) === unitOf(claim) && (incident !== undefined || !contains(days, theirs))) return false;
    return sharesHalf(other, claim) || isOfIncident(dossier, other, incident);
  });
  const figures = said.filter(isFigure);
  return figures.findLast(({ status }) => status !== 'superseded') ?? figures.at(-1) ?? said.at(-1);
}

/** What the party's side said of the same harm to the same victims in any of those days. */
function saidInPart(dossier: Dossier, party: string, claim: Claim): readonly Claim[] {
  const days = parseEdtf(claim.period);
  const side = dossier.parties.get(party)?.side;
  return claimsOfSideAbout(dossier, claim, side).filter(({ period }) => overlaps(parseEdtf(period), days));
}

function isFigure({ count }: Claim): boolean {
  return count.qualifier !== 'denial';
}

/** Whether the days that both count are at least half of those of each: three days' dead are no quarter's. */
function sharesHalf(a: Claim, b: Claim): boolean {
  const [one, other] = [parseEdtf(a.period), parseEdtf(b.period)];
  const first = one.earliest > other.earliest ? one.earliest : other.earliest;
  const last = one.latest < other.latest ? one.latest : other.latest;
  return (daysBetween(first, last) + 1) * 2 >= Math.max(lengthOf(one), lengthOf(other));
}

function isOfOneReport({ development }: Claim, claim: Claim): boolean {
  return development !== null && development === claim.development;
}

function isOfIncident(dossier: Dossier, other: Claim, incident: Development | undefined): boolean {
  return incident !== undefined && incidentOf(dossier, other)?.id === incident.id;
}
