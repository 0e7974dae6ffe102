/** Makes one page of a reply: the blocks that fit, buttons to its other parts, and the reply's actions as buttons. */

import type { Store } from '../ports/store.ts';
import { cutTo } from '../reply/cut-to-fit.ts';
import type { Language } from '../reply/language.ts';
import type { Button, Folded, Page } from '../reply/page.ts';
import type { PageLimits, PageText } from '../reply/page-limits.ts';
import type { Detail, Reply } from '../reply/reply.ts';
import type { Block, Spans } from '../reply/span.ts';
import { splitBlocks } from '../reply/split-blocks.ts';
import { encodePress, type Press } from './button.ts';
import { offerChoices } from './offer-choices.ts';

/** UTF-16 units. Longer than any title of ours; what people typed, which a title restates, may be longer. */
export const MAX_TITLE = 240;

/**
 * The page that `press` asks for, or the last one if the reply has become shorter. An unknown detail shows the answer.
 * Of the details only what is shown is composed.
 */
export async function toPage(
  reply: Reply,
  press: Press,
  limits: PageLimits,
  chat: { readonly store: Pick<Store, 'keep'>; readonly language: Language },
): Promise<Page> {
  const { store, language } = chat;
  const title = cutTitle(reply.title);
  const detail = reply.details.find(({ name }) => name === press.detail);
  const own = detail ? [headingOf(detail), ...detail.blocks()] : reply.blocks;
  const longestNote = pageNote(9999, 9999, language);
  const pages = splitBlocks(own, reply.footer, (blocks) =>
    limits.fits({ ...title, blocks: [...blocks, longestNote], details: [], footer: [] }),
  );
  const index = Math.min(press.page, pages.length - 1);
  const isLast = index === pages.length - 1;
  const note = pages.length > 1 ? [pageNote(index + 1, pages.length, language)] : [];
  const { blocks, footer } = apart(pages[index] ?? [], reply.footer.length);
  const folded =
    detail === undefined && pages.length === 1
      ? foldDetails(reply.details, { ...title, blocks, details: [], footer }, limits)
      : [];

  const encode = (to: Press, room?: number) => encodePress(to, store, room);
  const part = async (kind: NonNullable<Button['part']>, label: string, to: Press): Promise<Button> => ({
    label,
    data: await encode(to),
    part: kind,
    ...(kind === 'next' ? { style: 'primary' } : {}),
  });
  const first: Press = { command: press.command, args: press.args, page: 0 };
  const ways = [
    ...(index > 0 ? [part('previous', language.text('page-previous'), { ...press, page: index - 1 })] : []),
    ...(isLast ? [] : [part('next', language.text('page-next'), { ...press, page: index + 1 })]),
  ];
  const details = [
    ...(detail ? [part('answer', language.text('page-answer'), first)] : []),
    ...reply.details
      .slice(folded.length)
      .filter((one) => one !== detail)
      .map(({ name, label }) => part('detail', label, { ...first, detail: name })),
  ];
  const choices = await offerChoices(reply.choices, { press, limits, language, encode });
  const shown = reply.actionsAtEnd && !isLast ? [] : reply.actions;
  const actions = shown.map(async ({ label, command, args, detail: opened, isAnswer, style }) => ({
    label,
    data: await encode({ command, args, page: 0, ...(opened === undefined ? {} : { detail: opened }) }),
    ...(style ? { style } : {}),
    ...(isAnswer ? { isAnswer } : {}),
  }));
  return {
    ...title,
    tone: reply.tone,
    blocks,
    details: folded,
    footer: [...footer, ...note],
    menus: choices.menus,
    buttons: [
      ...inRows(await Promise.all(ways), limits),
      ...inRows(await Promise.all(details), limits),
      ...inRows(choices.buttons, limits),
      ...inRows(await Promise.all(actions), limits),
    ],
    audience: reply.audience,
    ...(reply.ask ? { ask: reply.ask } : {}),
    ...(reply.form ? { form: reply.form } : {}),
  };
}

/** The title as a page has it, at most `MAX_TITLE` long; nothing where there is none. */
export function cutTitle(title: Spans | undefined): Pick<Page, 'title'> {
  return title ? { title: cutTo(title, MAX_TITLE) } : {};
}

/** A page of `splitBlocks` without the footer at its end, and that. */
export function apart(page: readonly Block[], footers: number): Pick<Page, 'blocks' | 'footer'> {
  return { blocks: page.slice(0, page.length - footers), footer: page.slice(page.length - footers) };
}

/** The first ones that fit beside `text`, in order. */
export function foldDetails(
  details: readonly Detail[],
  text: PageText,
  { folds, fits }: Pick<PageLimits, 'folds' | 'fits'>,
): readonly Folded[] {
  const folded: Folded[] = [];
  for (const { label, blocks } of folds ? details : []) {
    const next = { label, blocks: blocks() };
    if (!fits({ ...text, details: [...folded, next] })) break;
    folded.push(next);
  }
  return folded;
}

/** In order; a button with a long label alone. */
export function inRows(
  buttons: readonly Button[],
  { perRow, longLabel }: Pick<PageLimits, 'perRow' | 'longLabel'>,
): readonly (readonly Button[])[] {
  const rows: Button[][] = [];
  let room = 0;
  for (const button of buttons) {
    const isLong = button.label.length > longLabel;
    if (room === 0 || isLong) rows.push([button]);
    else rows.at(-1)?.push(button);
    room = isLong ? 0 : room === 0 ? perRow - 1 : room - 1;
  }
  return rows;
}

function headingOf({ label }: Detail): Block {
  return { kind: 'heading', spans: [label] };
}

function pageNote(page: number, pages: number, language: Language): Block {
  return { kind: 'note', spans: language.spans('page-of', { page, pages }) };
}
