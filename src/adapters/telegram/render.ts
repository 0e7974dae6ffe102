/** A page as a Telegram message: plain text, entities, and an inline keyboard. Pure. */

import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import { answersInNewMessage } from '../../core/chat/button.ts';
import { memoise, onceFor } from '../../core/dossier/memoise.ts';
import type { Button, Folded, Page } from '../../core/reply/page.ts';
import type { PageLimits, PageText } from '../../core/reply/page-limits.ts';
import { inQuotationMarks } from '../../core/reply/quotation-marks.ts';
import type { Block } from '../../core/reply/span.ts';
import { shorten } from '../shorten.ts';
import { deepLink } from './deep-link.ts';
import { concat, cutAt, oneLine, type Styled, toStyled } from './spans.ts';

/**
 * Source: core.telegram.org/bots/api, sendMessage. Telegram counts code points; UTF-16 units are never fewer, and what
 * entities are counted in.
 */
export const MAX_TEXT = 4096;
/** The commonly quoted cap; what is beyond it loses its formatting. */
const MAX_ENTITIES = 100;
/** Source: core.telegram.org/bots/api, answerCallbackQuery. */
const MAX_NOTICE = 200;
/** Not stated anywhere; longer labels cannot be read on a telephone. */
const MAX_LABEL = 80;
const MAX_PER_ROW = 8;
/** A quotation longer than this is shown folded, with its beginning. */
const LONG_QUOTATION = 600;
/** Clients show about three lines of it, and all of it at a tap. */
const FOLDED = 'expandable_blockquote';
/** A message that shows nothing is refused. */
const NOTHING = '…';

/** What every send and edit has in common. */
export interface Message {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup: InlineKeyboardMarkup;
}

export const pageLimits: PageLimits = {
  fits(page) {
    const { text, entities } = describe(page);
    return text.length <= MAX_TEXT && entities.length <= MAX_ENTITIES;
  },
  folds: true,
  menu: 0,
  // Four rows of two, or eight of one: more would hide the answer above them.
  options: 8,
  perRow: 2,
  // A telephone shows about so many letters on half of its width.
  longLabel: 18,
};

/**
 * Within all limits, whatever the page: a page that does not pass `pageLimits` is cut at the end. `bot` is the bot's
 * name without `@`: buttons that answer apart become links to it.
 */
export function render(page: Page, bot: string): Message {
  return rendered(page)(bot);
}

/** A page that is kept is sent again and again. */
const rendered = onceFor((page: Page) => memoise((bot: string) => toMessage(page, bot)));

function toMessage(page: Page, bot: string): Message {
  const { text, entities } = clip(describe(page));
  const shows = /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
  return {
    text: shows ? text : NOTHING,
    entities: shows ? entities.slice(0, MAX_ENTITIES) : [],
    link_preview_options: { is_disabled: true },
    // Always there: an edit without it takes the buttons away, which is what an answer without buttons means.
    reply_markup: {
      inline_keyboard: page.buttons.flatMap((row) =>
        chunks(
          row.map((button) => toButton(button, bot)),
          MAX_PER_ROW,
        ),
      ),
    },
  };
}

/** The page's words alone, as short as the notice that a press can be answered with. */
export function renderNotice(page: PageText): string {
  return shorten(describe(page).text, MAX_NOTICE) || NOTHING;
}

function describe({ title, blocks, details, footer }: PageText): Styled {
  const heading: readonly Block[] = title ? [{ kind: 'heading', spans: title }] : [];
  if (details.length === 0) return styleBlocks([...heading, ...blocks, ...footer], styleBlock);
  const parts = [
    styleBlocks([...heading, ...blocks], styleBlock),
    ...details.map(styleDetail),
    styleBlocks(footer, styleBlock),
  ];
  return lines(parts, '\n\n');
}

function styleBlocks(blocks: readonly Block[], style: (block: Block) => Styled): Styled {
  const shown = blocks.map((block) => ({ block, styled: style(block) })).filter(({ styled }) => styled.text !== '');
  return concat(shown.flatMap(({ block, styled }, index) => [gap(shown[index - 1]?.block, block), styled]));
}

/** Its label, and the rest folded: quotations do not nest, and code cannot be in one. */
function styleDetail({ label, blocks }: Folded): Styled {
  const { text, entities } = styleBlocks(blocks, styleFolded);
  const kept = entities.filter(({ type }) => type !== 'code' && !type.endsWith('blockquote'));
  const folded: Styled =
    text === ''
      ? { text, entities: [] }
      : { text, entities: [{ type: FOLDED, offset: 0, length: text.length }, ...kept] };
  return lines([toStyled([label], 'bold'), folded]);
}

function styleFolded(block: Block): Styled {
  return block.kind === 'quotation'
    ? lines([toStyled([{ kind: 'quote', text: block.text }]), prefixed('— ', toStyled(block.by))])
    : styleBlock(block);
}

/** Text under its heading, small print, and a list under its lead-in stand close. All else has an empty line. */
function gap(before: Block | undefined, { kind }: Block): string {
  if (before === undefined) return '';
  const isClose =
    before.kind === 'heading' ||
    (kind === 'list' && (before.kind === 'text' || before.kind === 'note')) ||
    (kind === 'note' && before.kind === 'note');
  return isClose ? '\n' : '\n\n';
}

function styleBlock(block: Block): Styled {
  switch (block.kind) {
    case 'heading':
      return toStyled(block.spans, 'bold');
    case 'text':
      return toStyled(block.spans);
    case 'list':
      return lines(block.items.map((item) => prefixed('• ', toStyled(item))));
    case 'group':
      return lines([toStyled(block.lead), ...block.items.map((item) => prefixed('• ', toStyled(item)))]);
    case 'quotation':
      return lines([quotation(block.text), prefixed('— ', toStyled(block.by))]);
    case 'note':
      return toStyled(block.spans, 'italic');
  }
}

function quotation(words: string): Styled {
  const text = inQuotationMarks(oneLine(words));
  const type = text.length > LONG_QUOTATION ? FOLDED : 'blockquote';
  return { text, entities: [{ type, offset: 0, length: text.length }] };
}

function prefixed(prefix: string, styled: Styled): Styled {
  return styled.text === '' ? styled : concat([prefix, styled]);
}

function lines(all: readonly Styled[], between = '\n'): Styled {
  const shown = all.filter(({ text }) => text !== '');
  return concat(shown.flatMap((line, index) => (index === 0 ? [line] : [between, line])));
}

function clip(styled: Styled): Styled {
  return styled.text.length <= MAX_TEXT ? styled : concat([cutAt(styled, MAX_TEXT - NOTHING.length), NOTHING]);
}

/** Clients of before 2026 leave its style out. */
function toButton({ label, data, style }: Button, bot: string): InlineKeyboardButton {
  const text = shorten(label.toWellFormed(), MAX_LABEL) || NOTHING;
  const url = answersInNewMessage(data) ? deepLink(bot, data) : undefined;
  return { text, ...(style ? { style } : {}), ...(url === undefined ? { callback_data: data } : { url }) };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return all.flatMap((_, index) => (index % size === 0 ? [all.slice(index, index + size)] : []));
}
