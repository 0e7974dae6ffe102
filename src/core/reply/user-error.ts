/** The one kind of error that is written for the asker. Any other error is a bug and gets an id. */
import type { Words } from './language.ts';
import type { Choice, RawArguments } from './reply.ts';

/** The same command with other arguments: a button under the answer. */
export interface Offer {
  readonly label: string;
  readonly args: RawArguments;
}

/** More than fit in buttons: one value of a parameter to choose, all else as it was typed. */
export interface Choosing {
  readonly args: RawArguments;
  readonly param: string;
  readonly options: Choice['options'];
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
  readonly choosing: Choosing | undefined;

  constructor(id: string, args: Words = {}, isRepeated = false, offers: readonly Offer[] = [], choosing?: Choosing) {
    super(id);
    this.name = 'UserError';
    this.id = id;
    this.args = args;
    this.isRepeated = isRepeated;
    this.offers = offers;
    this.choosing = choosing;
  }
}

/** Several things were not understood: one answer says all of them. */
export class UserErrors extends UserError {
  /** Two at least. */
  readonly all: readonly UserError[];

  constructor(all: readonly UserError[]) {
    super('error-several', { count: all.length });
    this.name = 'UserErrors';
    this.all = all;
  }
}

/** Does all of `works`, in order. Throws what they refuse together, and any other error at once. */
export function together<T>(works: readonly (() => T)[]): readonly T[] {
  const done: T[] = [];
  const refused: UserError[] = [];
  for (const work of works) {
    try {
      done.push(work());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push(...(error instanceof UserErrors ? error.all : [error]));
    }
  }
  const [first, ...others] = refused;
  if (first) throw others.length === 0 ? first : new UserErrors(refused);
  return done;
}
