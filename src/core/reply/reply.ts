/** What a command answers: a title, what leads, details, choices, buttons, a footer, and who may see it. */
import type { FormPage } from './form-page.ts';
import type { Block, Spans } from './span.ts';

/** A button that runs another command. `args` are raw, as a person would have typed them. */
interface Action {
  readonly label: string;
  readonly command: string;
  readonly args: RawArguments;
  /** The detail of the answer that it opens. Left out: the answer itself. */
  readonly detail?: string;
  /** It answers the reply's question. Platforms that show the reply's form leave it out. */
  readonly isAnswer?: true;
  /** Left out: nothing special. */
  readonly style?: ButtonStyle;
}

/** How a button looks: the next step, what brings something about, and what takes something away. */
export type ButtonStyle = 'primary' | 'success' | 'danger';

/** A command with its arguments, as a button or a person gives it. */
export type CommandRequest = Pick<Action, 'command' | 'args' | 'detail'>;

/** Parameter name → what was typed. Adapters check nothing: `runCommand` refuses unknown names. */
export type RawArguments = Readonly<Record<string, string>>;

/** What a reply is in one word. Renderers choose colours by it, never a side's colour and never a flag. */
export type Tone = 'normal' | 'unknown' | 'breaking' | 'correction' | 'drill';

/**
 * What supports an answer and is not the answer: terms, breaches, sources. Folded in place where the platform folds,
 * behind a button elsewhere.
 */
export interface Detail {
  /** `[a-z]{1,16}`, unique in the reply. It is the same whatever the facts, so that an old button opens it. */
  readonly name: string;
  /** The label of its button, e.g. "Breaches (3)". */
  readonly label: string;
  /** Called only where it is shown, so that nothing is composed in vain. Not empty. */
  readonly blocks: () => readonly Block[];
}

/** A parameter whose value can be chosen instead of typed; all others stay as they are. */
export interface Choice {
  /** Of the command that gave the reply. */
  readonly param: string;
  /** What to choose, e.g. "Choose an incident". */
  readonly label: string;
  /**
   * The most wanted first. `value` is what a person could have typed for the parameter. A label that takes time can be
   * a getter: of ten thousand options, those that are shown are asked for theirs.
   */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /**
   * So many of the first options belong to what the reply shows. Where options are buttons, the others come after
   * "more". Left out: as many as there is room for.
   */
  readonly first?: number;
  /** The value that is chosen now; an option without it gives all again. */
  readonly chosen?: string;
  /** One of the options always holds: there is none that gives all. */
  readonly isRequired?: true;
}

export interface Reply {
  /** What was asked, with every filter, date and clock as it was understood. Left out: a reply without a title. */
  readonly title?: Spans;
  readonly tone: Tone;
  /** What leads. */
  readonly blocks: readonly Block[];
  /** Pushed messages: how many of the first blocks come on top of one screen. Left out: none. */
  readonly onTop?: number;
  readonly details: readonly Detail[];
  readonly choices: readonly Choice[];
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

/** A reply with the usual defaults: for everybody in the chat, of no special tone, with nothing beside its blocks. */
export function reply(parts: Partial<Reply> & Pick<Reply, 'blocks'>): Reply {
  return { tone: 'normal', details: [], choices: [], footer: [], audience: 'here', actions: [], ...parts };
}

/** A choice of what an answer is narrowed to; none where there is nothing to choose between, and none to take back. */
export function filterChoice(
  { param, label, options }: Pick<Choice, 'param' | 'label' | 'options'>,
  chosen: string | undefined,
): readonly Choice[] {
  if (options.length < 2 && chosen === undefined) return [];
  return [{ param, label, options, ...(chosen === undefined ? {} : { chosen }) }];
}
