/** Who asks, and where: their roles, and what the bot may do in that place. */

export type Role = 'channel-admin' | 'moderator' | 'owner';

/** Who asks. `id` is unique over platforms (`telegram:42`) and is never shown. */
export interface Asker {
  readonly id: string;
  readonly roles: ReadonlySet<Role>;
  /** The roles as the platform tells them when asked, where the question itself does not tell all. */
  readonly lookUpRoles?: () => Promise<ReadonlySet<Role>>;
  /**
   * Another place that the asker names, where a place cannot be spoken for from inside it. Asks the platform for the
   * rights of the asker there. Undefined on platforms where every place can be spoken for.
   */
  readonly findChannel?: (typed: string) => Promise<Chat | 'unknown' | 'not an admin' | 'bot is no admin'>;
  /** What they ask was worded by somebody else, in a link that they followed: only what is open to everybody is done for it. */
  readonly isFromLink?: true;
}

/** What the bot may need in a place: to see it and send there, to pin, to read back what it sent. */
export type Right = 'send' | 'pin' | 'read-back';

/** Where it is asked: `id` is unique over platforms (`discord:1234…`); a thread or topic is a place of its own. */
export interface Chat {
  readonly id: string;
  readonly isPrivate: boolean;
  /** Which of these rights the bot lacks there. Undefined where it can lack none. */
  readonly missingRights?: (rights: readonly Right[]) => Promise<readonly Right[]>;
  /** What is for the asker alone is seen by nobody else, although others are there. */
  readonly hidesAnswers?: true;
}
