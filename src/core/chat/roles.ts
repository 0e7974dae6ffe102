/** Who may give a command, looked up when it is given: what is kept of an earlier time could be of somebody removed since. */
import type { Moderators } from '../ports/moderators.ts';
import { UserError } from '../reply/user-error.ts';
import type { Asker, Chat, Role } from './asker.ts';

/** Who moderates, and who says so. */
export interface Team {
  /** Ids of people, from the configuration. */
  readonly owners: ReadonlySet<string>;
  readonly moderators: Moderators;
  /** Whether an id is that of one person, not of a chat in whose name several may write. */
  readonly isPerson: (id: string) => boolean;
}

/** What of a command decides who may give it. */
interface AccessRule {
  readonly name: string;
  readonly who: 'anyone' | Role;
  readonly isConfidential?: true;
}

/** True for commands that change what everybody is told, or who may. Channel admins are not asked for here. */
export function isModerating({ who }: Pick<AccessRule, 'who'>): boolean {
  return who === 'moderator' || who === 'owner';
}

/**
 * The asker with the roles that matter for the command. Throws `UserError` where they may not give it, in the same words
 * whatever it would be about; and where what is for them alone would be read by others, to everybody alike, so that the
 * refusal does not tell who moderates.
 */
export async function authorise(command: AccessRule, asker: Asker, place: Chat, team: Team): Promise<Asker> {
  const words = { command: command.name };
  if (command.isConfidential === true && !keepsAnswersPrivate(place)) throw new UserError('error-in-private', words);
  const roles = await rolesToCheck(command, asker, team);
  if (!hasRoleFor({ roles }, command)) {
    throw new UserError(isModerating(command) ? 'error-not-allowed' : 'error-not-admin', words);
  }
  return { ...asker, roles };
}

/** Whether `admitTo` would let them. A moderating command alone is looked into: what others offer is no secret. */
export async function isAuthorised(
  command: AccessRule,
  { asker, place }: { readonly asker: Asker; readonly place: Chat },
  team: Team,
): Promise<boolean> {
  if (!isModerating(command)) return true;
  if (command.isConfidential === true && !keepsAnswersPrivate(place)) return false;
  return hasRoleFor({ roles: await rolesToCheck(command, asker, team) }, command);
}

/** Whether what is for the asker alone stays with them there. */
function keepsAnswersPrivate({ isPrivate, hidesAnswers }: Chat): boolean {
  return isPrivate || hidesAnswers === true;
}

/** The platform and the store are asked only where it matters. */
async function rolesToCheck(command: AccessRule, asker: Asker, team: Team): Promise<ReadonlySet<Role>> {
  if (isModerating(command)) return asker.isFromLink === true ? new Set() : currentRoles(asker, team);
  if (asker.isFromLink === true && command.who !== 'anyone') return new Set();
  if (hasRoleFor(asker, command) || asker.lookUpRoles === undefined) return asker.roles;
  return asker.lookUpRoles();
}

/** Whether this person moderates or owns now. */
export async function isTeamMember(
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
export async function currentRoles(asker: Asker, { owners, moderators, isPerson }: Team): Promise<ReadonlySet<Role>> {
  const roles = new Set(asker.roles);
  if (!isPerson(asker.id)) return roles;
  if (owners.has(asker.id)) roles.add('owner');
  if (await moderators.has(asker.id)) roles.add('moderator');
  return roles;
}

/** True where the asker may. An owner may all that a moderator may; channel admins are not moderators. */
export function hasRoleFor(asker: Pick<Asker, 'roles'>, { who }: Pick<AccessRule, 'who'>): boolean {
  return who === 'anyone' || asker.roles.has(who) || (who === 'moderator' && asker.roles.has('owner'));
}
