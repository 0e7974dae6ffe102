/** The one kind of error that is written for the asker. Any other error is a bug and gets an id. */
import type { Words } from './language.ts';

/**
 * Says what was not understood and what to type instead. `id` is a message id of the language file, and `args` are its
 * variables. The text is made in `run-command.ts`, which knows the asker's language.
 */
export class UserError extends Error {
  readonly id: string;
  readonly args: Words;
  /** The asker was told already. It is not worth a message that everybody in the chat gets. */
  readonly isRepeated: boolean;

  constructor(id: string, args: Words = {}, isRepeated = false) {
    super(id);
    this.name = 'UserError';
    this.id = id;
    this.args = args;
    this.isRepeated = isRepeated;
  }
}
