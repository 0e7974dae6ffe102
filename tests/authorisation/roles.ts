/** Roles of people, and an account on each platform for each of them. */

export const ROLES = ['nobody', 'channel-admin', 'moderator', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** What everybody with `role` is told there who gives the command; empty where nothing is said. */
export type Ask = (name: string) => Promise<string>;

/** One account for each role, on each platform. */
export const onDiscord = (role: Role) => `10000000000000000${ROLES.indexOf(role) + 1}`;
export const onTelegram = (role: Role) => 9001 + ROLES.indexOf(role);
/** The group of each. */
export const groupOf = (role: Role) => -1_000_000_000_000 - onTelegram(role);
