/** The servers of the fake Discord, their roles and members: each member has a role of their own. */

import type { LoopbackAnswer } from '../../loopback.ts';
import { createSnowflake } from '../../snowflake.ts';
import { discordFailures } from '../failures.ts';
import { personAsUser } from '../interaction-payload.ts';
import type { DiscordRoute } from './routes.ts';

export type DiscordGuilds = {
  /** What a member of the default server may do in general: permission bits. `null`: no member any more. */
  readonly member: (userId: string, permissions: bigint | null) => void;
  /** The person whose server it is may do everything. */
  readonly owner: (userId: string) => void;
  readonly routes: readonly DiscordRoute[];
};

const ok = (body: unknown): LoopbackAnswer => ({ status: 200, body });

/** Source: discord-api-docs, resources/guild.mdx "Get Guild" and "Get Guild Member". */
export function createDiscordGuilds(guildId: string): DiscordGuilds {
  const members = new Map<string, { readonly role: string; readonly permissions: bigint }>();
  let ownerId = createSnowflake();
  const role = (id: string, name: string, permissions: bigint) => ({ id, name, permissions: String(permissions) });
  const get = (path: string, answer: DiscordRoute['answer']): DiscordRoute => ({
    method: 'GET',
    path,
    auth: true,
    answer: (call) => (call.params['guild'] === guildId ? answer(call) : discordFailures.unknownGuild),
  });
  return {
    member(userId, permissions) {
      if (permissions === null) members.delete(userId);
      else members.set(userId, { role: members.get(userId)?.role ?? createSnowflake(), permissions });
    },
    owner(userId) {
      ownerId = userId;
    },
    routes: [
      get('/guilds/:guild', () => {
        const own = [...members.values()].map((one) => role(one.role, 'own', one.permissions));
        const everyone = role(guildId, '@everyone', 0n);
        return ok({ id: guildId, name: 'Newsroom', owner_id: ownerId, roles: [everyone, ...own] });
      }),
      get('/guilds/:guild/members/:user', ({ params }) => {
        const userId = params['user'] ?? '';
        const member = members.get(userId);
        if (member === undefined) return discordFailures.unknownMember;
        return ok({ user: personAsUser({ id: userId, name: 'member' }), roles: [member.role], nick: null });
      }),
    ],
  };
}
