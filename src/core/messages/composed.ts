/** What composing takes and gives; each kind of content has its own file beside compose.ts. */
import type { Announcement } from '../dossier/revision.ts';
import type { CommandRequest, Reply } from '../reply/reply.ts';
import type { WordingContext } from '../wording/wording-context.ts';

export interface Composing extends Pick<WordingContext, 'dossier' | 'language' | 'now' | 'staleAfterDays'> {
  /** What was published with alerts, in ledger order; left out: nothing. Only alerts that were held look at it. */
  readonly announced?: readonly Announcement[];
  /** Ids of the entries that the message showed when it was first sent; left out where it is new. */
  readonly shownBefore?: readonly string[];
}

/** With the time zone that decides what "today" is: that of the subscription. */
export type MessageContext = Composing & WordingContext;

export interface Composed {
  readonly reply: Reply;
  /** The command that gives the whole of it, where one message is too small; the label says what that is. */
  readonly more: CommandRequest & { readonly label: string };
  /** There is nothing to send. */
  readonly isEmpty: boolean;
  /** Ids of the entries that it shows as news. */
  readonly shown: readonly string[];
  /** Ids of the entries that it shows whether they are news or not: the state of the ceasefire. */
  readonly states?: readonly string[];
  /** Drills: what every line of it begins with, however it is cut into pages. */
  readonly mark?: string;
  /** Corrections: the position in the ledger of the newest one that is material; left out where none is. */
  readonly materialSeq?: number;
}
