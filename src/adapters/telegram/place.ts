/** Places on Telegram: `telegram:<chat>`, `telegram:<chat>/<topic>` for a forum, `telegram:@<person>` for a person. */

export interface TelegramPlace {
  /** A person's is their private chat, which has their id. */
  readonly chat: number;
  /** Undefined in the topic "General" too: its number, 1, is refused. Source: tdlib/telegram-bot-api, Client.cpp. */
  readonly topic: number | undefined;
}

export function placeId(chat: number, topic?: number): string {
  return topic === undefined ? `telegram:${chat}` : `telegram:${chat}/${topic}`;
}

/** Undefined for what is not a place of Telegram's. Ids have 52 bits at most, so numbers hold them. */
export function readPlace(place: string): TelegramPlace | undefined {
  const [, chat, topic] = /^telegram:(?:@(?=\d))?(-?\d{1,16})(?:\/(\d{1,16}))?$/u.exec(place) ?? [];
  if (chat === undefined) return undefined;
  return { chat: Number(chat), topic: topic === undefined || topic === '1' ? undefined : Number(topic) };
}
