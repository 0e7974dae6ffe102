/** The one kind of error that is written for the asker. Any other error is a bug and gets an id. */
import type { Words } from './language.ts';
import type { RawArguments } from './reply.ts';

/** The same command with other arguments: a button under the answer. */
export interface Offer {
  readonly label: string;
  readonly args: RawArguments;
}

/**
 * Says what was not understood and what to type instead. `id` is a message id of the language file, and `args` are its
 * variables. The text is made in `run-command.ts`, which knows the asker's language.
 */
export class UserError extends Error {
  readonly id: string;
  readonly args: Words;
  /** The asker was told already. It is not worth a message that everybody in the chat gets. */
  readonly isRepeated: boolean;
  /** What the asker may have meant. */
  readonly offers: readonly Offer[];

  constructor(id: string, args: Words = {}, isRepeated = false, offers: readonly Offer[] = []) {
    super(id);
    this.name = 'UserError';
    this.id = id;
    this.args = args;
    this.isRepeated = isRepeated;
    this.offers = offers;
  }
}
