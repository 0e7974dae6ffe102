/** Who gives a command and in which chat: the asker's roles, and the rights that the bot has there. */

export type Role = 'channel-admin' | 'moderator' | 'owner';

/**
 * The person who gives a command. `id` is unique across platforms (`telegram:42`) and is shown to nobody but owners.
 */
export interface Asker {
  readonly id: string;
  readonly roles: ReadonlySet<Role>;
  /** Asks the platform for the roles. Undefined where the command arrived with all of them. */
  readonly lookUpRoles?: () => Promise<ReadonlySet<Role>>;
  /**
   * Finds a channel by what the asker typed or picked, and asks the platform whether the asker is an admin of it.
   * Rejects with a `UserError` where the platform has advice of its own. Undefined where the only chat is this one.
   */
  readonly findChannel?: (typed: string) => Promise<Chat | 'unknown' | 'not an admin' | 'bot is no admin'>;
  /**
   * The asker followed a link that somebody else may have written: the bot runs only commands that are open to
   * everybody.
   */
  readonly isFromLink?: true;
}

/** A right that the bot may need in a chat: to see it and send, to pin, to read back what it sent. */
export type Right = 'send' | 'pin' | 'read-back';

/**
 * A channel, thread, group or private chat. `id` is unique across platforms (`discord:1234…`); a thread has its own.
 */
export interface Chat {
  readonly id: string;
  readonly isPrivate: boolean;
  /** What people call it, where the platform said: "Front line news". */
  readonly name?: string;
  /** The rights out of `rights` that the bot lacks in this chat. Undefined where it can lack none. */
  readonly missingRights?: (rights: readonly Right[]) => Promise<readonly Right[]>;
  /** Others are in the chat, but the platform can show an answer to the asker alone. */
  readonly hidesAnswers?: true;
}
