/** A page as a Telegram message: plain text, entities, and an inline keyboard. Pure. */

import type { InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import { answersInNewMessage } from '../../core/chat/button.ts';
import type { Button, Page } from '../../core/reply/page.ts';
import { inQuotationMarks } from '../../core/reply/quotation-marks.ts';
import type { Block } from '../../core/reply/span.ts';
import type { Fits } from '../../core/reply/split-blocks.ts';
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
/** A message that shows nothing is refused. */
const NOTHING = '…';

/** What every send and edit has in common. */
export interface Message {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup: InlineKeyboardMarkup;
}

export const fits: Fits = (blocks) => {
  const { text, entities } = describe(blocks);
  return text.length <= MAX_TEXT && entities.length <= MAX_ENTITIES;
};

/**
 * Within all limits, whatever the page: a page that does not pass `fits` is cut at the end. `bot` is the bot's name
 * without `@`: buttons that answer apart become links to it.
 */
export function render({ blocks, buttons }: Pick<Page, 'blocks' | 'buttons'>, bot: string): Message {
  const { text, entities } = clip(describe(blocks));
  const shows = /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
  return {
    text: shows ? text : NOTHING,
    entities: shows ? entities.slice(0, MAX_ENTITIES) : [],
    link_preview_options: { is_disabled: true },
    // Always there: an edit without it takes the buttons away, which is what an answer without buttons means.
    reply_markup: {
      inline_keyboard: buttons.flatMap((row) =>
        chunks(
          row.map((button) => toButton(button, bot)),
          MAX_PER_ROW,
        ),
      ),
    },
  };
}

/** The page's words alone, as short as the notice that a press can be answered with. */
export function renderNotice({ blocks }: Pick<Page, 'blocks'>): string {
  return shorten(describe(blocks).text, MAX_NOTICE) || NOTHING;
}

function describe(blocks: readonly Block[]): Styled {
  const shown = blocks
    .map((block) => ({ block, styled: styleBlock(block) }))
    .filter(({ styled }) => styled.text !== '');
  return concat(shown.flatMap(({ block, styled }, index) => [gap(shown[index - 1]?.block, block), styled]));
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
  const type = text.length > LONG_QUOTATION ? 'expandable_blockquote' : 'blockquote';
  return { text, entities: [{ type, offset: 0, length: text.length }] };
}

function prefixed(prefix: string, styled: Styled): Styled {
  return styled.text === '' ? styled : concat([prefix, styled]);
}

function lines(all: readonly Styled[]): Styled {
  const shown = all.filter(({ text }) => text !== '');
  return concat(shown.flatMap((line, index) => (index === 0 ? [line] : ['\n', line])));
}

function clip(styled: Styled): Styled {
  return styled.text.length <= MAX_TEXT ? styled : concat([cutAt(styled, MAX_TEXT - NOTHING.length), NOTHING]);
}

function toButton({ label, data }: Button, bot: string): InlineKeyboardButton {
  const text = shorten(label.toWellFormed(), MAX_LABEL) || NOTHING;
  const url = answersInNewMessage(data) ? deepLink(bot, data) : undefined;
  return url === undefined ? { text, callback_data: data } : { text, url };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return all.flatMap((_, index) => (index % size === 0 ? [all.slice(index, index + size)] : []));
}
