/** What is to be known of a kind of message, so that nothing else needs a list of kinds. */
import type { z } from 'zod';
import type { Composed, Composing, MessageContext } from './composed.ts';

/** What storage and delivery ask of a kind, as data. */
export interface MessageTraits {
  /** What goes first when there is more to send than may be sent: 0 before 1. Stored with each delivery. */
  readonly lane: number;
  /**
   * Who `audience` names, and who reads the message:
   * - `subscription`: a subscription, read by its chat
   * - `subscriber`: a subscription, read by whoever set it up
   * - `team`: a person of the team, in their private chat
   * - `author`: the person who had it sent
   * - `chat`: a chat by its place, subscribed or not, or whoever speaks for it
   */
  readonly audience: 'subscription' | 'subscriber' | 'team' | 'author' | 'chat';
  /** Milliseconds for which it is worth sending; null where whoever queues it decides. */
  readonly lifetimeMs: number | null;
  /**
   * What makes one that waits obsolete:
   * - `later`: one for the same audience that is about a later instant, as `instantKey` writes it
   * - `position`: one about the same message for a later position in the ledger
   */
  readonly overtakenBy: 'later' | 'position' | null;
  /**
   * Whether it corrects the delivery whose id is its `about`: by an edit (`in place`), owed whatever became of the
   * subscription, or by a message under it (`by notice`).
   */
  readonly corrects: 'in place' | 'by notice' | null;
  /** What it shows that a later correction has to reach. Corrections of what shows `corrections` are not announced. */
  readonly shows: 'entries' | 'corrections' | null;
  /** Whether it is sent although it is empty: that nothing happened is then what it says. */
  readonly isSentEmpty: boolean;
  /** The setting of the subscription without which nothing of the kind is sent. */
  readonly wantedBy: 'alerts' | 'board' | null;
}

/** Composes another message by its content, as text: the one that a correction is of. */
export type ComposeText = (content: string, composing: Composing) => Composed;

/** `Content` is what the message is to show; `Subject` is what it is about. */
export interface MessageKind<Content, Subject> extends MessageTraits {
  /** Fields in the order in which they are stored, `kind` first. */
  readonly content: z.ZodType<Content>;
  /** The text that tells it from all others of its kind, audience and position. */
  about(subject: Subject): string;
  compose(content: Content, context: MessageContext, composeText: ComposeText): Composed;
}

/** An instant (Unix time in ms) as `about`: later ones sort after earlier ones. */
export function instantKey(instant: number): string {
  return new Date(instant).toISOString();
}
