/** What a command answers: blocks, a footer, buttons, and for whose eyes it is. */
import type { FormPage } from './form-page.ts';
import type { Block } from './span.ts';

/** A button that runs another command. `args` are raw, as a person would have typed them. */
interface Action {
  readonly label: string;
  readonly command: string;
  readonly args: RawArguments;
  /** It gives the answer to the question: not needed where the reply's form is shown. */
  readonly isAnswer?: true;
}

/** A command with its arguments, as a button or a person gives it. */
export type CommandRequest = Pick<Action, 'command' | 'args'>;

/** Arguments as they came: parameter name → what was typed. Unknown names are refused by `runCommand`, not by adapters. */
export type RawArguments = Readonly<Record<string, string>>;

export interface Reply {
  readonly blocks: readonly Block[];
  /** Repeated at the end of every page: "as of", age, and caveats that must never be separated from the figures (R3, R15). */
  readonly footer: readonly Block[];
  /**
   * `asker`: only the asker should see it, where the platform can do that (errors, refusals). `asker-quietly`: only there,
   * and nowhere as a message that everybody gets.
   */
  readonly audience: 'here' | 'asker' | 'asker-quietly';
  readonly actions: readonly Action[];
  /** The actions decide something: only on its last page, as nobody decides on what they have not seen the whole of. */
  readonly actionsAtEnd?: true;
  /** Shows it again, where the command that was given does more than that: what turns its pages. */
  readonly showAgain?: CommandRequest;
  /** A question that the asker's next free words answer: in words of their own (`text`), or by one of the actions too. */
  readonly ask?: 'text' | 'choice';
  /** The same question, and what else can be asked with it, for platforms with forms. */
  readonly form?: FormPage;
}

/** A reply with the usual defaults: for everybody here, no footer, no buttons. */
export function reply(parts: Partial<Reply> & Pick<Reply, 'blocks'>): Reply {
  return { footer: [], audience: 'here', actions: [], ...parts };
}
