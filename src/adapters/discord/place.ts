/** Places on Discord: `discord:<channel>`, threads included, or `discord:@<user>` for a person's direct messages. */

export type DiscordPlace =
  | { readonly kind: 'channel'; readonly id: string }
  /** The channel has to be opened before it can be written to. */
  | { readonly kind: 'person'; readonly id: string };

/** Undefined for what is not a place of Discord's. */
export function readPlace(place: string): DiscordPlace | undefined {
  const [, person, id] = /^discord:(@?)(\d{1,20})$/u.exec(place) ?? [];
  return id === undefined ? undefined : { kind: person === '@' ? 'person' : 'channel', id };
}
