/** Makes one page of a reply: the blocks that fit, buttons to the other pages, and the reply's actions as buttons. */

import type { Store } from '../ports/store.ts';
import { markBlocks } from '../reply/drill-mark.ts';
import type { Language } from '../reply/language.ts';
import type { Button, Page } from '../reply/page.ts';
import type { Reply } from '../reply/reply.ts';
import { fitsScreen } from '../reply/screen.ts';
import type { Block } from '../reply/span.ts';
import { type Fits, splitBlocks } from '../reply/split-blocks.ts';
import { encodePress, type Press } from './button.ts';

/**
 * The page that `press` asks for, or the last one if the reply has become shorter. `fits` is the platform's; a platform
 * without buttons passes one that is always true, and gets everything on one page.
 */
export async function toPage(
  reply: Reply,
  press: Press,
  fits: Fits,
  chat: { readonly store: Store; readonly language: Language },
): Promise<Page> {
  const { store, language } = chat;
  const detail = reply.details.find(({ name }) => name === press.detail);
  const pages = splitBlocks([...titleOf(reply), ...(detail?.blocks() ?? reply.blocks)], reply.footer, (blocks) =>
    fits([...blocks, pageNote(9999, 9999, language)]),
  );
  const index = Math.min(press.page, pages.length - 1);
  const isLast = index === pages.length - 1;
  const button = async (label: string, to: Press): Promise<Button> => ({ label, data: await encodePress(to, store) });
  const ways = [
    ...(index > 0 ? [button(language.text('page-previous'), { ...press, page: index - 1 })] : []),
    ...(isLast ? [] : [button(language.text('page-next'), { ...press, page: index + 1 })]),
  ];
  const first: Press = { command: press.command, args: press.args, page: 0 };
  const details = [
    ...(detail ? [button(language.text('page-answer'), first)] : []),
    ...reply.details
      .filter((one) => one !== detail)
      .map(({ name, label }) => button(label, { ...first, detail: name })),
  ];
  const choices = reply.choices.flatMap(({ param, options, chosen }) =>
    options
      .filter(({ value }) => value !== chosen)
      .map(({ value, label }) => button(label, { ...first, args: { ...press.args, [param]: value } })),
  );
  const shown = reply.actionsAtEnd && !isLast ? [] : reply.actions;
  const actions = shown.map(async ({ label, command, args, isAnswer }) => ({
    ...(await button(label, { command, args, page: 0 })),
    ...(isAnswer ? { isAnswer } : {}),
  }));
  const note = pages.length > 1 ? [pageNote(index + 1, pages.length, language)] : [];
  return {
    blocks: [...(pages[index] ?? []), ...note],
    buttons: [await Promise.all([...ways, ...details]), await Promise.all(choices), await Promise.all(actions)].filter(
      (row) => row.length > 0,
    ),
    audience: reply.audience,
    ...(reply.ask ? { ask: reply.ask } : {}),
    ...(reply.form ? { form: reply.form } : {}),
  };
}

/**
 * A pushed message: the first page of a reply. A note counts what does not fit, and a button gives it by the command
 * `more`. Buttons are answered in a new message; with `isForOne` (a message to one person) the answer replaces the
 * message. With `mark` every line begins with the mark of a drill, and no button leads to more: a drill is in no
 * dossier.
 */
export async function toPushedPage(
  reply: Reply,
  more: Omit<Press, 'page'>,
  fits: Fits,
  chat: { readonly store: Pick<Store, 'remember'>; readonly language: Language; readonly isForOne?: boolean },
  mark?: string,
): Promise<Page> {
  const { store, language, isForOne = false } = chat;
  const marked = (blocks: readonly Block[]) => (mark === undefined ? blocks : markBlocks(blocks, mark));
  // A person in a chat looks at one screen. Moderators' own messages and drills are work, and are read whole.
  const fitsFirst: Fits = (blocks) => fits(blocks) && (isForOne || mark !== undefined || fitsScreen(blocks));
  const note = (count: number): Block => ({
    kind: 'note',
    spans: language.spans(mark === undefined ? 'pushed-more' : 'drill-more', { count }),
  });
  const [first = [], ...rest] = splitBlocks([...titleOf(reply), ...reply.blocks], reply.footer, (blocks) =>
    fitsFirst(marked([...blocks, note(9999)])),
  );
  const left = rest.flat().reduce((count, block) => count + itemsIn(block, reply.footer), 0);
  const button = async (label: string, to: Press): Promise<Button> => ({
    label,
    data: await encodePress({ ...to, inNewMessage: !isForOne }, store),
  });
  const buttons = [
    // Page 0, as the command's pages end elsewhere than this one does.
    ...(rest.length > 0 && mark === undefined ? [button(language.text('pushed-rest'), { ...more, page: 0 })] : []),
    ...reply.actions.map(({ label, command, args }) => button(label, { command, args, page: 0 })),
  ];
  const all = await Promise.all(buttons);
  const row = all.filter(({ data }, index) => all.findIndex((other) => other.data === data) === index);
  return {
    blocks: marked([...first, ...(rest.length > 0 ? [note(left)] : [])]),
    buttons: row.length > 0 ? [row] : [],
    audience: 'here',
  };
}

function titleOf({ title }: Reply): readonly Block[] {
  return title ? [{ kind: 'heading', spans: title }] : [];
}

/** Counts as a reader would: items of lists, and quotations, also those in a sentence. The rest does not count. */
function itemsIn(block: Block, footer: readonly Block[]): number {
  if (footer.includes(block)) return 0;
  if (block.kind === 'list' || block.kind === 'group') return block.items.length;
  if (block.kind === 'text')
    return block.spans.some((span) => typeof span === 'object' && span.kind === 'quote') ? 1 : 0;
  return block.kind === 'quotation' ? 1 : 0;
}

function pageNote(page: number, pages: number, language: Language): Block {
  return { kind: 'note', spans: language.spans('page-of', { page, pages }) };
}
