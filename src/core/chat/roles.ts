/** Who may give a command, looked up when it is given: what is kept of an earlier time could be of somebody removed since. */
import type { Moderators } from '../ports/moderators.ts';
import { UserError } from '../reply/user-error.ts';
import type { Asker, Place, Role } from './asker.ts';

/** Who moderates, and who says so. */
export interface Team {
  /** Ids of people, from the configuration. */
  readonly owners: ReadonlySet<string>;
  readonly moderators: Moderators;
  /** Whether an id is that of one person, not of a chat in whose name several may write. */
  readonly isPerson: (id: string) => boolean;
}

/** What of a command decides who may give it. */
interface Wanted {
  readonly name: string;
  readonly who: 'anyone' | Role;
  readonly isConfidential?: true;
}

/** True for commands that change what everybody is told, or who may. Channel admins are not asked for here. */
export function isModerating({ who }: Pick<Wanted, 'who'>): boolean {
  return who === 'moderator' || who === 'owner';
}

/**
 * The asker with the roles that matter for the command. Throws `UserError` where they may not give it, in the same words
 * whatever it would be about; and where what is for them alone would be read by others, to everybody alike, so that the
 * refusal does not tell who moderates.
 */
export async function admitTo(command: Wanted, asker: Asker, place: Place, team: Team): Promise<Asker> {
  const words = { command: command.name };
  if (command.isConfidential === true && !isAlone(place)) throw new UserError('error-in-private', words);
  const roles = await rolesFor(command, asker, team);
  if (!mayRun({ roles }, command)) {
    throw new UserError(isModerating(command) ? 'error-not-allowed' : 'error-not-admin', words);
  }
  return { ...asker, roles };
}

/** Whether `admitTo` would let them. A moderating command alone is looked into: what others offer is no secret. */
export async function mayGive(
  command: Wanted,
  { asker, place }: { readonly asker: Asker; readonly place: Place },
  team: Team,
): Promise<boolean> {
  if (!isModerating(command)) return true;
  if (command.isConfidential === true && !isAlone(place)) return false;
  return mayRun({ roles: await rolesFor(command, asker, team) }, command);
}

/** Whether what is for the asker alone stays with them there. */
function isAlone({ isPrivate, hidesAnswers }: Place): boolean {
  return isPrivate || hidesAnswers === true;
}

/** The platform and the store are asked only where it matters. */
async function rolesFor(command: Wanted, asker: Asker, team: Team): Promise<ReadonlySet<Role>> {
  if (isModerating(command)) return asker.isLed === true ? new Set() : rolesOf(asker, team);
  if (asker.isLed === true && command.who !== 'anyone') return new Set();
  if (mayRun(asker, command) || asker.rolesHere === undefined) return asker.roles;
  return asker.rolesHere();
}

/** Whether this person moderates or owns now. */
export async function isOfTeam(
  id: string,
  { owners, moderators }: { readonly owners: Team['owners']; readonly moderators: Pick<Moderators, 'has'> },
): Promise<boolean> {
  return owners.has(id) || moderators.has(id);
}

/** How many people may moderate, owners among them. */
export async function teamSize({ owners, moderators }: Omit<Team, 'isPerson'>): Promise<number> {
  const terms = await moderators.list();
  return new Set([...owners, ...terms.flatMap(({ id, removedAt }) => (removedAt === null ? id : []))]).size;
}

/** The roles that the question came with, and those of the team. Whoever writes in the name of a chat has none of the latter. */
export async function rolesOf(asker: Asker, { owners, moderators, isPerson }: Team): Promise<ReadonlySet<Role>> {
  const roles = new Set(asker.roles);
  if (!isPerson(asker.id)) return roles;
  if (owners.has(asker.id)) roles.add('owner');
  if (await moderators.has(asker.id)) roles.add('moderator');
  return roles;
}

/** True where the asker may. An owner may all that a moderator may; channel admins are not moderators. */
export function mayRun(asker: Pick<Asker, 'roles'>, { who }: Pick<Wanted, 'who'>): boolean {
  return who === 'anyone' || asker.roles.has(who) || (who === 'moderator' && asker.roles.has('owner'));
}
