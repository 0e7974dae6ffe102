/** Spans as Telegram's plain text with entities: nothing is markup, so nothing needs escaping. */

import type { MessageEntity } from 'grammy/types';
import { memoise, onceFor } from '../../core/dossier/memoise.ts';
import { inQuotationMarks } from '../../core/reply/quotation-marks.ts';
import type { Span, Spans } from '../../core/reply/span.ts';

/** `entities` are in UTF-16 units from the beginning of `text`. */
export interface Styled {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** The style of a whole line, which its spans keep; code cannot be styled. */
export type LineStyle = 'bold' | 'italic';

/** Line breaks would end a block, and tabs and control characters are of no use in one. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** What Telegram would turn into a mention, which notifies people; at the end too, where a name may follow. */
const MENTION = /(?<!\w)@(?=\w|$)/gu;
/** Invisible; keeps `@name` from being read as a mention. */
const WORD_JOINER = '\u2060';
/** Characters of a link's address; a longer one is left out and its text stays. */
const MAX_URL = 2048;

/** One line, without space at its ends. */
export function toStyled(spans: Spans, style?: LineStyle): Styled {
  return styledAs(style)(spans);
}

/** A page is rendered many times before it is known what fits, mostly with the same spans. */
const styledAs = memoise((style: LineStyle | undefined) => onceFor((spans: Spans) => styled(spans, style)));

function styled(spans: Spans, style: LineStyle | undefined): Styled {
  let text = '';
  const entities: MessageEntity[] = [];
  let styledFrom = 0;
  const closeStyle = (end: number) => {
    if (style) entities.push(...entityOver(text, styledFrom, end, { type: style }));
  };
  for (const span of spans) {
    const from = text.length;
    text += shownText(span);
    const own = ownStyle(span);
    if (own === undefined || own.type === style) continue;
    if (own.type === 'code') {
      closeStyle(from);
      styledFrom = text.length;
    }
    entities.push(...entityOver(text, from, text.length, own));
  }
  closeStyle(text.length);
  return trim({ text, entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) });
}

/** A text that shows as it is, on one line, and notifies nobody. */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(BREAKS, ' ').replaceAll(MENTION, `@${WORD_JOINER}`);
}

/** Several pieces after one another, each with its own entities. */
export function concat(pieces: readonly (Styled | string)[]): Styled {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const piece of pieces) {
    const { text: added, entities: own } = typeof piece === 'string' ? { text: piece, entities: [] } : piece;
    entities.push(...own.map((entity) => ({ ...entity, offset: entity.offset + text.length })));
    text += added;
  }
  return { text, entities };
}

/** The first `max` UTF-16 units at most, without half a character at the end; entities that run further are cut too. */
export function cutAt({ text, entities }: Styled, max: number): Styled {
  const kept = text.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '');
  return { text: kept, entities: entities.flatMap((entity) => moved(entity, 0, kept.length)) };
}

function shownText(span: Span): string {
  if (typeof span === 'string') return oneLine(span);
  return span.kind === 'quote' ? inQuotationMarks(oneLine(span.text)) : oneLine(span.text);
}

type Style =
  | { readonly type: 'bold' | 'italic' | 'code' }
  | { readonly type: 'text_link'; readonly url: string }
  | { readonly type: 'date_time'; readonly unix_time: number; readonly date_time_format: '' };

function ownStyle(span: Span): Style | undefined {
  if (typeof span === 'string') return undefined;
  switch (span.kind) {
    case 'strong':
      return { type: 'bold' };
    case 'em':
      return { type: 'italic' };
    case 'code':
      return { type: 'code' };
    case 'quote':
    // Clients make a link of a command by themselves, but of none inside code.
    case 'command':
      return undefined;
    case 'instant':
      // Without a format the words stay as they are, so that all who read a chat read the same. A tap tells the time by
      // the reader's own clock. Clients that do not know it show the words.
      return { type: 'date_time', unix_time: Math.floor(span.at / 1000), date_time_format: '' };
    case 'link': {
      const url = URL.parse(span.url.toWellFormed());
      const isUsable = url !== null && /^https?:$/u.test(url.protocol) && url.href.length <= MAX_URL;
      return isUsable ? { type: 'text_link', url: url.href } : undefined;
    }
  }
}

/** Telegram drops space at the ends of an entity, and entities of nothing else. */
function entityOver(text: string, from: number, to: number, style: Style): readonly MessageEntity[] {
  const covered = text.slice(from, to);
  const offset = from + covered.length - covered.trimStart().length;
  const length = covered.trim().length;
  return length === 0 ? [] : [{ ...style, offset, length }];
}

function trim({ text, entities }: Styled): Styled {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, entities: entities.flatMap((entity) => moved(entity, start, trimmed.length)) };
}

/** The part of an entity that lies in the `length` units from `start`, counted from there. */
function moved(entity: MessageEntity, start: number, length: number): readonly MessageEntity[] {
  const offset = Math.max(entity.offset - start, 0);
  const end = Math.min(entity.offset + entity.length - start, length);
  return end > offset ? [{ ...entity, offset, length: end - offset }] : [];
}
