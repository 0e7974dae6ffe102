/** What a member of a server may do in one of its channels, computed as Discord documents it. Pure. */
import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { z } from 'zod';

const bits = z.string().regex(/^\d+$/u).transform(BigInt);

export const guildSchema = z.object({
  id: z.string(),
  name: z.string(),
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: bits })),
});
export const memberSchema = z.object({ user: z.object({ id: z.string() }), roles: z.array(z.string()) });
export const overwritesSchema = z.array(z.object({ id: z.string(), allow: bits, deny: bits }));

/** Source: discord-api-docs, topics/permissions.mdx, "Permission Overwrites" and "Implicit Permissions". */
export function permissionsIn(
  { id: everyone, owner_id: owner, roles }: z.infer<typeof guildSchema>,
  { user, roles: own }: z.infer<typeof memberSchema>,
  overwrites: z.infer<typeof overwritesSchema>,
): PermissionsBitField {
  const base = roles.filter(({ id }) => id === everyone || own.includes(id)).map(({ permissions }) => permissions);
  const given = new PermissionsBitField(base.reduce((all, one) => all | one, 0n));
  if (user.id === owner || given.has(PermissionFlagsBits.Administrator))
    return new PermissionsBitField(PermissionsBitField.All);
  // Each step outranks the one before: everybody, all of the member's roles together, the member.
  const steps = [[everyone], own.filter((id) => id !== everyone), [user.id]];
  const inChannel = steps.reduce((before, ids) => {
    const some = overwrites.filter(({ id }) => ids.includes(id));
    const denied = some.reduce((all, { deny }) => all | deny, 0n);
    const allowed = some.reduce((all, { allow }) => all | allow, 0n);
    return (before & ~denied) | allowed;
  }, given.bitfield);
  const isSeen = (inChannel & PermissionFlagsBits.ViewChannel) !== 0n;
  return new PermissionsBitField(isSeen ? inChannel : 0n);
}
