/** A page as text for a terminal: wrapped and styled where somebody reads it, plain where a program does. */

import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Language } from '../../core/reply/language.ts';
import { type Button, wholeOf } from '../../core/reply/page.ts';
import type { PageText } from '../../core/reply/page-limits.ts';
import { inQuotationMarks } from '../../core/reply/quotation-marks.ts';
import type { Block, Spans } from '../../core/reply/span.ts';

export interface TerminalLook {
  /** Columns to wrap at; undefined leaves every block on one line, for programs that read us. */
  readonly columns: number | undefined;
  readonly isStyled: boolean;
}

/** Escape sequences in a source's words must not drive the reader's terminal. */
// oxlint-disable-next-line no-control-regex -- removing control characters is what it is for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]+/gu;
/** The widest line that reads well, in columns. */
const MAX_COLUMNS = 100;

/** Of a narrower screen the terminal itself breaks the lines. */
const LEAST_COLUMNS = 20;

type Style = Parameters<typeof styleText>[0];

/** Between two buttons. */
const GAP = '   ';

/**
 * The page's text, without a line end. Addresses stand at the end, numbered: terminals cannot hide them in words.
 * `buttons` are by their numbers.
 */
export function renderPage(page: PageText, buttons: ReadonlyMap<number, Button>, look: TerminalLook): string {
  const addresses: string[] = [];
  const body = wholeOf(page).map((block, index) => renderBlock(block, index === 0, look, addresses));
  const notes = addresses.map((url, index) => paint(`[${index + 1}] ${clean(url)}`, 'dim', look));
  return [
    ...body,
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...(buttons.size > 0 ? ['', ...renderButtons(buttons, look)] : []),
  ].join('\n');
}

/** As many in a line as the screen has room for. */
function renderButtons(buttons: ReadonlyMap<number, Button>, look: TerminalLook): readonly string[] {
  const lines: string[][] = [];
  let room = 0;
  for (const [number, { label }] of buttons) {
    const width = `${number} ${clean(label)}${GAP}`.length;
    const shown = `${paint(`${number}`, 'bold', look)} ${clean(label)}`;
    if (width <= room) lines.at(-1)?.push(shown);
    else {
      lines.push([shown]);
      room = look.columns === undefined ? Number.POSITIVE_INFINITY : widthOf(look.columns) + GAP.length;
    }
    room -= width;
  }
  return lines.map((line) => wrap(line.join(GAP), '', '', look));
}

/**
 * A message that nobody asked for: between rules where somebody reads it, and marked where it changes an earlier one.
 */
export function renderPushed(
  page: PageText,
  buttons: ReadonlyMap<number, Button>,
  look: TerminalLook,
  language: Language,
  isUpdated: boolean,
): string {
  const mark = isUpdated ? [paint(language.text('terminal-updated'), 'dim', look)] : [];
  const rule = look.columns === undefined ? [] : [paint('─'.repeat(Math.min(look.columns, MAX_COLUMNS)), 'dim', look)];
  return [...rule, ...mark, renderPage(page, buttons, look), ...rule].join('\n');
}

function renderBlock(block: Block, isFirst: boolean, look: TerminalLook, addresses: string[]): string {
  const words = (spans: Spans) => renderSpans(spans, look, addresses);
  switch (block.kind) {
    case 'heading':
      return (isFirst ? '' : '\n') + wrap(paint(words(block.spans), ['bold', 'cyan'], look), '', '', look);
    case 'text':
      return wrap(words(block.spans), '', '', look);
    case 'list':
      return block.items.map((item) => wrap(words(item), '  • ', '    ', look)).join('\n');
    case 'group':
      return [
        wrap(words(block.lead), '', '', look),
        ...block.items.map((item) => wrap(words(item), '  • ', '    ', look)),
      ].join('\n');
    case 'quotation':
      return `${wrap(inQuotationMarks(clean(block.text)), '  ', '  ', look)}\n${wrap(words(block.by), '    — ', '      ', look)}`;
    case 'note':
      return wrap(paint(words(block.spans), 'dim', look), '', '', look);
  }
}

function renderSpans(spans: Spans, look: TerminalLook, addresses: string[]): string {
  return spans
    .map((span) => {
      if (typeof span === 'string') return clean(span);
      switch (span.kind) {
        case 'strong':
          return paint(clean(span.text), 'bold', look);
        case 'em':
          return paint(clean(span.text), 'italic', look);
        case 'code':
        case 'command':
          return paint(clean(span.text), 'green', look);
        case 'quote':
          return inQuotationMarks(clean(span.text));
        case 'instant':
          return clean(span.text);
        case 'link':
          return `${clean(span.text)} [${numberOf(span.url, addresses)}]`;
      }
    })
    .join('');
}

/** One number for an address, however often it is cited on the page. */
function numberOf(url: string, addresses: string[]): number {
  const found = addresses.indexOf(url);
  return found === -1 ? addresses.push(url) : found + 1;
}

function clean(text: string): string {
  return text.replace(CONTROLS, ' ');
}

function paint(text: string, style: Style, { isStyled }: TerminalLook): string {
  // `validateStream: false`: whether to style was decided by whoever made the look.
  return isStyled ? styleText(style, text, { validateStream: false }) : text;
}

function wrap(text: string, first: string, next: string, { columns }: TerminalLook): string {
  if (columns === undefined) return first + text;
  const width = Math.max(LEAST_COLUMNS, widthOf(columns) - next.length);
  const lines = wrapAnsi(text, width, { hard: true }).split('\n');
  return lines.map((line, index) => (index === 0 ? first : next) + line).join('\n');
}

function widthOf(columns: number): number {
  return Math.max(LEAST_COLUMNS, Math.min(columns, MAX_COLUMNS));
}
