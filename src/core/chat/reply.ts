/** What a command answers: blocks of spans, never markup. Each adapter's renderer escapes and splits them. */
import type { FormPage } from './form-page.ts';

/** A run of text with at most one meaning. Texts are plain: a `*` in them is a `*` to the reader on every platform. */
export type Span =
  | string
  | { readonly kind: 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Words printed by a source, byte for byte (R14). The renderer puts the quotation marks; they are not in `text`. */
  | { readonly kind: 'quote'; readonly text: string };

export type Spans = readonly Span[];

/** Renderers split a reply between blocks, and a list between its items, but never inside a span (see the renderers). */
export type Block = Kept &
  (
    | { readonly kind: 'heading'; readonly spans: Spans }
    | { readonly kind: 'text'; readonly spans: Spans }
    | { readonly kind: 'list'; readonly items: readonly Spans[] }
    /** A quotation that stands on its own, with the line that says who, where, when and from which source. */
    | { readonly kind: 'quotation'; readonly text: string; readonly by: Spans }
    /** Small print: caveats, "as of", single-source marks. */
    | { readonly kind: 'note'; readonly spans: Spans }
  );

interface Kept {
  /** Not the last on its page, where that can be: one side's words do not stand without the other's. */
  readonly staysWithNext?: true;
}

/** A button that runs another command. `args` are raw, as a person would have typed them. */
interface Action {
  readonly label: string;
  readonly command: string;
  readonly args: RawArguments;
  /** It gives the answer to the question: not needed where the reply's form is shown. */
  readonly isAnswer?: true;
}

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
  readonly again?: Pick<Action, 'command' | 'args'>;
  /** A question that the asker's next free words answer: in words of their own (`text`), or by one of the actions too. */
  readonly ask?: 'text' | 'choice';
  /** The same question, and what else can be asked with it, for platforms with forms. */
  readonly form?: FormPage;
}

/** A reply with the usual defaults: for everybody here, no footer, no buttons. */
export function reply(parts: Partial<Reply> & Pick<Reply, 'blocks'>): Reply {
  return { footer: [], audience: 'here', actions: [], ...parts };
}

/** Sentences one after another, with a space between. */
export function joinSpans(sentences: readonly Spans[]): Spans {
  return sentences.flatMap((spans, index) => (index === 0 ? spans : [' ', ...spans]));
}
