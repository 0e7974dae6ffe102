/** Makes a message that nobody asked for of a reply: one page, with a count of what it has no room for. */

import type { Store } from '../ports/store.ts';
import { markBlocks, markText } from '../reply/drill-mark.ts';
import type { Language } from '../reply/language.ts';
import { type Button, type Page, wholeOf, withoutTwins } from '../reply/page.ts';
import type { PageLimits, PageText } from '../reply/page-limits.ts';
import type { Reply } from '../reply/reply.ts';
import { fitsScreen } from '../reply/screen.ts';
import type { Block, Spans } from '../reply/span.ts';
import { splitBlocks, withoutHeadingsAtEnd } from '../reply/split-blocks.ts';
import { titleOf } from '../reply/title-of.ts';
import { encodePress, type Press } from './button.ts';
import { apart, cutTitle, foldDetails, inRows } from './to-page.ts';

/**
 * The first page of a reply. A note counts what does not fit, and a button gives it by the command `more`. Buttons are
 * answered in a new message; with `isForOne` (a message to one person) the answer replaces the message. With `mark`
 * every line begins with the mark of a drill, and no button leads to more: a drill is in no dossier. Choices are left
 * out: nobody has asked.
 */
export async function toPushedPage(
  reply: Reply,
  more: Omit<Press, 'page'> & { readonly label: string },
  limits: PageLimits,
  chat: { readonly store: Pick<Store, 'keep'>; readonly language: Language; readonly isForOne?: boolean },
  mark?: string,
): Promise<Page> {
  const { store, language, isForOne = false } = chat;
  const { label: named, ...whole } = more;
  const marked = (blocks: readonly Block[]) => (mark === undefined ? blocks : markBlocks(blocks, mark));
  const markedLine = (spans: Spans | undefined) => {
    const [block] = spans ? marked([{ kind: 'heading', spans }]) : [];
    return block?.kind === 'heading' ? block.spans : undefined;
  };
  const note = (count: number): Block => ({
    kind: 'note',
    spans: language.spans(mark === undefined ? 'pushed-more' : 'drill-more', { count, rest: named }),
  });
  // Where one thing is left, its sentence may be longer than that of many.
  const longestNote = [0, 1, 9999].map(note).reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  const { title: own, blocks: led } = titleOf(reply);
  const headline = markedLine(own);
  const title = cutTitle(headline);
  const text = (blocks: readonly Block[]): PageText => ({ ...title, blocks: marked(blocks), details: [], footer: [] });
  // A person in a chat looks at one screen. Moderators' own messages and drills are work, and are read whole.
  const isWork = isForOne || mark !== undefined;
  const isScreen = (all: PageText) => fitsScreen(wholeOf({ ...all, blocks: all.blocks.slice(reply.onTop ?? 0) }));
  const fits = (all: PageText) => limits.fits(all) && (isWork || isScreen(all));
  const [first = [], ...rest] = splitBlocks(led, reply.footer, (blocks) => fits(text([...blocks, longestNote])));
  const { blocks: begun, footer } = apart(first, reply.footer.length);
  const blocks = rest.length === 0 ? begun : withoutHeadingsAtEnd(begun);
  const left = rest.flat().reduce((count, block) => count + itemsIn(block, reply.footer), 0);
  const shown = { ...text(blocks), footer: marked([...footer, ...(rest.length > 0 ? [note(left)] : [])]) };
  const details = reply.details.map((one) => ({
    ...one,
    label: mark === undefined ? one.label : markText(one.label, mark),
    blocks: () => marked(one.blocks()),
  }));
  const folded = rest.length === 0 ? foldDetails(details, shown, limits) : [];
  const isWhole = rest.length === 0 && folded.length === reply.details.length;
  const button = async (label: string, to: Press, style?: Button['style']): Promise<Button> => ({
    label,
    data: await encodePress({ ...to, inNewMessage: !isForOne }, store),
    ...(style ? { style } : {}),
  });
  const all = await Promise.all([
    // Page 0, as the command's pages end elsewhere than this one does.
    ...(isWhole || mark !== undefined ? [] : [button(named, { ...whole, page: 0 }, 'primary')]),
    ...reply.actions.map(({ label, command, args, detail, style }) =>
      button(label, { command, args, page: 0, ...(detail === undefined ? {} : { detail }) }, style),
    ),
  ]);
  return {
    ...shown,
    tone: mark === undefined ? reply.tone : 'drill',
    details: folded,
    menus: [],
    buttons: inRows(withoutTwins(all), limits),
    audience: 'here',
    ...(headline ? { headline } : {}),
  };
}

function lengthOf(block: Block): number {
  return JSON.stringify(block).length;
}

/** Counts as a reader would: items of lists, and quotations, also those in a sentence. The rest does not count. */
function itemsIn(block: Block, footer: readonly Block[]): number {
  if (footer.includes(block)) return 0;
  if (block.kind === 'list' || block.kind === 'group') return block.items.length;
  if (block.kind === 'text')
    return block.spans.some((span) => typeof span === 'object' && span.kind === 'quote') ? 1 : 0;
  return block.kind === 'quotation' ? 1 : 0;
}
