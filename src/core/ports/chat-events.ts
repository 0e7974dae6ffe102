/** What a platform tells of the chats that the bot is in, for whoever keeps their subscriptions. */

/** A chat that the bot was just added to; never a private one. */
export interface AddedChat {
  readonly place: string;
  /** What people call it; null where the platform did not say. */
  readonly name: string | null;
  /** What `channel:` takes, of a chat that takes no commands itself; null of all others. */
  readonly channel: string | null;
  /** The id of whoever added the bot; null where that is nobody in particular. */
  readonly addedBy: string | null;
}

/** Each may be told twice. All reject with the store's errors. */
export interface ChatEvents {
  /** The bot may write in this chat, as of now: it was added, or given a right. */
  mayWrite(chat: string): Promise<void>;
  added(chat: AddedChat): Promise<void>;
  /** The chat has another id now. */
  moved(from: string, to: string): Promise<void>;
}
