/** What a command answers: blocks, a footer, buttons, and who may see it. */
import type { FormPage } from './form-page.ts';
import type { Block } from './span.ts';

/** A button that runs another command. `args` are raw, as a person would have typed them. */
interface Action {
  readonly label: string;
  readonly command: string;
  readonly args: RawArguments;
  /** It answers the reply's question. Platforms that show the reply's form leave it out. */
  readonly isAnswer?: true;
}

/** A command with its arguments, as a button or a person gives it. */
export type CommandRequest = Pick<Action, 'command' | 'args'>;

/** Parameter name → what was typed. Adapters check nothing: `runCommand` refuses unknown names. */
export type RawArguments = Readonly<Record<string, string>>;

export interface Reply {
  readonly blocks: readonly Block[];
  /** Repeated at the end of every page: "as of", and caveats that must not be separated from figures (R3, R15). */
  readonly footer: readonly Block[];
  /**
   * `asker`: only the asker should see it, e.g. an error; platforms that cannot hide a message show it to everybody.
   * `asker-quietly`: those platforms do not send it as a message at all.
   */
  readonly audience: 'here' | 'asker' | 'asker-quietly';
  readonly actions: readonly Action[];
  /** The actions decide something, so they are on the last page only: nobody is to decide before seeing the whole. */
  readonly actionsAtEnd?: true;
  /** The command that turns this reply's pages, if the command that was given changes something each time. */
  readonly showAgain?: CommandRequest;
  /** The reply asks something, and the asker's next free text answers it; with `choice` so do the actions. */
  readonly ask?: 'text' | 'choice';
  /** The same question and those that follow it, for platforms with forms. */
  readonly form?: FormPage;
}

/** A reply with the usual defaults: for everybody in the chat, no footer, no buttons. */
export function reply(parts: Partial<Reply> & Pick<Reply, 'blocks'>): Reply {
  return { footer: [], audience: 'here', actions: [], ...parts };
}
