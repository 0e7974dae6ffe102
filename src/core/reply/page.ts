/** One page of a reply with its buttons: what an adapter renders and sends. */
import type { Reply } from './reply.ts';
import type { Block } from './span.ts';

export interface Button {
  readonly label: string;
  /** At most 64 bytes; see `encodePress`. What answers apart has 48 at most. */
  readonly data: string;
  /** See the reply's actions. */
  readonly isAnswer?: true;
}

export interface Page {
  readonly blocks: readonly Block[];
  /** Rows of buttons: the way through the pages, then other commands. No empty rows. */
  readonly buttons: readonly (readonly Button[])[];
  readonly audience: Reply['audience'];
  readonly ask?: Reply['ask'];
  readonly form?: Reply['form'];
}
