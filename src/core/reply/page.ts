/** One page of a reply with its buttons: what an adapter renders and sends. */
import type { ButtonStyle, Reply, Tone } from './reply.ts';
import type { Block, Spans } from './span.ts';

export interface Button {
  readonly label: string;
  /** At most `MAX_BUTTON_BYTES`, or `MAX_LINK_BYTES` if the answer is a new message; see `encodePress`. */
  readonly data: string;
  /** Left out: an ordinary button. */
  readonly style?: ButtonStyle;
  /** It shows another part of the same answer. Left out: it runs a command. */
  readonly part?: 'previous' | 'next' | 'answer' | 'detail' | 'options';
  /** It answers the question of `ask`; see the reply's actions. */
  readonly isAnswer?: true;
}

export interface Menu {
  /** What to choose. */
  readonly label: string;
  /** At least one, each with other data. `data` is at most `MAX_OPTION_BYTES`. */
  readonly options: readonly { readonly label: string; readonly data: string; readonly isChosen?: true }[];
}

/** A detail that is shown in place. */
export interface Folded {
  readonly label: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  /** The same on every page. At most `MAX_TITLE` UTF-16 units. */
  readonly title?: Spans;
  readonly tone: Tone;
  readonly blocks: readonly Block[];
  /** Only on platforms that fold; all other details are among the buttons. */
  readonly details: readonly Folded[];
  readonly footer: readonly Block[];
  /** Only on platforms that have menus. */
  readonly menus: readonly Menu[];
  /** Rows of buttons: the previous and next page, details, options, then other commands. No row is empty. */
  readonly buttons: readonly (readonly Button[])[];
  readonly audience: Reply['audience'];
  /** Messages that nobody asked for: what a telephone shows of them in its notification. */
  readonly headline?: Spans;
  readonly ask?: Reply['ask'];
  readonly form?: Reply['form'];
}

/** A page with the usual defaults: of no special tone, for everybody, with nothing beside its blocks. */
export function pageOf(parts: Partial<Page> & Pick<Page, 'blocks'>): Page {
  return { tone: 'normal', details: [], footer: [], menus: [], buttons: [], audience: 'here', ...parts };
}

/** Of buttons or options that do the same, the first. */
export function withoutTwins<T extends { readonly data: string }>(all: readonly T[]): readonly T[] {
  return all.filter(({ data }, index) => all.findIndex((other) => other.data === data) === index);
}

/** All words of a page in reading order, for platforms that show nothing in a place of its own. */
export function wholeOf({ title, blocks, details, footer }: Pick<Page, 'title' | 'blocks' | 'details' | 'footer'>) {
  return [
    ...(title ? [{ kind: 'heading' as const, spans: title }] : []),
    ...blocks,
    ...details.flatMap((one): readonly Block[] => [{ kind: 'heading', spans: [one.label] }, ...one.blocks]),
    ...footer,
  ] satisfies readonly Block[];
}
