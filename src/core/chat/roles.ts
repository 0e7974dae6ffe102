/** Who may give a command. Roles are looked up for each command, as a moderator may have been removed meanwhile. */
import type { Moderators } from '../ports/moderators.ts';
import { UserError } from '../reply/user-error.ts';
import type { Asker, Chat, Role } from './asker.ts';

/** Owners and moderators. */
export interface Team {
  /** Ids of people, from the configuration. Owners appoint moderators. */
  readonly owners: ReadonlySet<string>;
  readonly moderators: Moderators;
  /** Whether an id belongs to one person, not to a channel or group in whose name several people may write. */
  readonly isPerson: (id: string) => boolean;
}

/** The parts of a command that decide who may give it. */
interface AccessRule {
  readonly name: string;
  readonly who: 'anyone' | Role;
  readonly isConfidential?: true;
}

/** True for the commands of moderators and owners. */
export function isModerating({ who }: Pick<AccessRule, 'who'>): boolean {
  return who === 'moderator' || who === 'owner';
}

/**
 * Resolves to the asker with the roles that matter for the command. Throws `UserError` if the asker may not give it,
 * and if the command is confidential and others would read the answer. That comes first and everybody gets it, so that
 * the refusal does not reveal who moderates.
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

/**
 * Whether `authorise` would let the asker give a moderating command. True for all others: their values are no secret.
 */
export async function isAuthorised(
  command: AccessRule,
  { asker, place }: { readonly asker: Asker; readonly place: Chat },
  team: Team,
): Promise<boolean> {
  if (!isModerating(command)) return true;
  if (command.isConfidential === true && !keepsAnswersPrivate(place)) return false;
  return hasRoleFor({ roles: await rolesToCheck(command, asker, team) }, command);
}

/** Whether a confidential answer in this chat is read by the asker alone. */
function keepsAnswersPrivate({ isPrivate, hidesAnswers }: Chat): boolean {
  return isPrivate || hidesAnswers === true;
}

/** Asks the platform and the store only if the command depends on it. */
async function rolesToCheck(command: AccessRule, asker: Asker, team: Team): Promise<ReadonlySet<Role>> {
  if (isModerating(command)) return asker.isFromLink === true ? new Set() : currentRoles(asker, team);
  if (asker.isFromLink === true && command.who !== 'anyone') return new Set();
  if (hasRoleFor(asker, command) || asker.lookUpRoles === undefined) return asker.roles;
  return asker.lookUpRoles();
}

/** Whether this person is an owner or a moderator now. */
export async function isTeamMember(
  id: string,
  { owners, moderators }: { readonly owners: Team['owners']; readonly moderators: Pick<Moderators, 'has'> },
): Promise<boolean> {
  return owners.has(id) || moderators.has(id);
}

/** How many people may moderate, owners included. */
export async function teamSize({ owners, moderators }: Omit<Team, 'isPerson'>): Promise<number> {
  const terms = await moderators.list();
  return new Set([...owners, ...terms.flatMap(({ id, removedAt }) => (removedAt === null ? id : []))]).size;
}

/** The roles that the asker arrived with, plus owner and moderator. Whoever writes in a channel's name is neither. */
export async function currentRoles(asker: Asker, { owners, moderators, isPerson }: Team): Promise<ReadonlySet<Role>> {
  const roles = new Set(asker.roles);
  if (!isPerson(asker.id)) return roles;
  if (owners.has(asker.id)) roles.add('owner');
  if (await moderators.has(asker.id)) roles.add('moderator');
  return roles;
}

/** Whether the roles suffice. Owners may do all that moderators may; channel admins are not moderators. */
export function hasRoleFor(asker: Pick<Asker, 'roles'>, { who }: Pick<AccessRule, 'who'>): boolean {
  return who === 'anyone' || asker.roles.has(who) || (who === 'moderator' && asker.roles.has('owner'));
}
