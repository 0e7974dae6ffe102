/** One page of a reply with its buttons: what an adapter renders and sends. */
import type { Reply } from './reply.ts';
import type { Block } from './span.ts';

export interface Button {
  readonly label: string;
  /** At most `MAX_BUTTON_BYTES`, or `MAX_LINK_BYTES` if the answer is a new message; see `encodePress`. */
  readonly data: string;
  /** It answers the question of `ask`; see the reply's actions. */
  readonly isAnswer?: true;
}

export interface Page {
  readonly blocks: readonly Block[];
  /** Rows of buttons: first the previous and next page, then other commands. No row is empty. */
  readonly buttons: readonly (readonly Button[])[];
  readonly audience: Reply['audience'];
  readonly ask?: Reply['ask'];
  readonly form?: Reply['form'];
}
