/** The one kind of error that is written for the asker. Everything else thrown is a bug and gets an id. */
import type { Words } from './language.ts';

/**
 * Says what was not understood and what to type instead. `message` is a message id of the language file and `args` its
 * variables; the words are made where the asker's language is known.
 */
export class UserError extends Error {
  readonly id: string;
  readonly args: Words;
  /** Said already: not worth a message that everybody gets. */
  readonly isRepeated: boolean;

  constructor(id: string, args: Words = {}, isRepeated = false) {
    super(id);
    this.name = 'UserError';
    this.id = id;
    this.args = args;
    this.isRepeated = isRepeated;
  }
}
