/** Who may give which command. Checked for every command at run time: menus that hide a command protect nothing. */
import type { AnyCommand, Asker } from './command.ts';

/** True where the asker may. An owner may all that a moderator may; channel admins are not moderators. */
export function mayRun(asker: Pick<Asker, 'roles'>, { who }: Pick<AnyCommand, 'who'>): boolean {
  return who === 'anyone' || asker.roles.has(who) || (who === 'moderator' && asker.roles.has('owner'));
}
