/** A platform as the outbox sees it: what it is asked to do, what became of that, and what it allows. */
import type { Page } from '../reply/page.ts';
import type { PageLimits } from '../reply/page-limits.ts';

/** What became of a call to a platform: failures are data. `reason` is one line without secrets. */
export type SendOutcome =
  /** `message` is the platform's id of it, needed to edit it. */
  | { readonly kind: 'sent'; readonly message: string }
  /**
   * Certainly not done; worth another try. `waitMs`: asked for by the platform, for this chat or for the whole
   * platform.
   */
  | {
      readonly kind: 'retry';
      readonly reason: string;
      readonly waitMs?: number;
      readonly scope: 'chat' | 'platform';
    }
  /** It may have been done. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** The place is no more, or nobody there wants us. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The bot lacks a right there; somebody can give it back. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** This message is refused, not the place: a bug of ours, or a filter of theirs. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** The message to edit is no longer there. */
  | { readonly kind: 'message gone'; readonly reason: string }
  /** The chat has another id now. */
  | { readonly kind: 'moved'; readonly place: string; readonly reason: string }
  /** The token is refused: nothing can be sent at all. */
  | { readonly kind: 'stop'; readonly reason: string };

/** How a new message arrives. */
interface Manner {
  /** A message of the same place, under which it is put where that is still there. */
  readonly replyTo?: string | undefined;
  /** Its readers are notified without sound. */
  readonly isSilent?: boolean;
}

/** One platform as the outbox sees it. Its methods never reject. Checked by `tests/contracts/messenger.ts`. */
export interface Messenger {
  readonly platform: string;
  readonly limits: MessengerLimits;
  /** What a message may be. */
  readonly pageLimits: PageLimits;
  /** `key` is the delivery's id: dedupe key and read-back marker, where the platform has such. */
  send(place: string, page: Page, key: string, manner?: Manner): Promise<SendOutcome>;
  /** Success where the message shows this already. No platform makes a sound at an edit. */
  edit(place: string, message: string, page: Page, key: string): Promise<SendOutcome>;
  /**
   * The message sent with `key` at or after `since` (Unix time in ms): its id, that it is not there, that this cannot
   * be known, or that the platform could not be asked just now.
   */
  find(
    place: string,
    key: string,
    since: number,
  ): Promise<{ readonly message: string } | 'absent' | 'unreadable' | 'unreachable'>;
  pin(place: string, message: string): Promise<SendOutcome>;
}

/** What a platform allows, as data. */
export interface MessengerLimits {
  /** Sends and edits in a second, over all chats. */
  readonly perSecond: number;
  /** For the chat of a place: no more than `count` in `ms`, all of these. */
  readonly perChat: (place: string) => readonly { readonly count: number; readonly ms: number }[];
  /** Edits of one chat beside that; left out where there is no such rule. */
  readonly editsPerChat?: { readonly count: number; readonly ms: number };
  /** A send repeated with its key within this many ms makes no second message. 0: never. */
  readonly dedupeMs: number;
  /**
   * Refusals in ten minutes beyond which the platform bans the bot's address; undefined where there is no such rule.
   */
  readonly refusalsPer10Minutes: number | undefined;
}
