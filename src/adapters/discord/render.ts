/** A page as a Discord message: one embed, its description in escaped markdown, and the buttons. Pure. */

import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { FormPage } from '../../core/reply/form-page.ts';
import type { Button, Page } from '../../core/reply/page.ts';
import { inQuotationMarks } from '../../core/reply/quotation-marks.ts';
import type { Block } from '../../core/reply/span.ts';
import type { Fits } from '../../core/reply/split-blocks.ts';
import { shorten } from '../shorten.ts';
import { formId } from './modal.ts';
import { escapeText, toMarkdown } from './spans.ts';

/**
 * UTF-16 units, after escaping. Source: discord-api-docs, resources/message.mdx:605. The message has no other text, so
 * it cannot reach the 6,000 for all embeds together.
 */
export const MAX_DESCRIPTION = 4096;
/** Source: discord-api-docs, components/reference.mdx:94-179. */
const MAX_LABEL = 80;
const MAX_PER_ROW = 5;
const MAX_ROWS = 5;
/** An embed without text is refused. */
const NOTHING = '…';

/** What every send and edit has in common. */
export interface Message {
  /** Links in an embed's description are never unfurled, unlike those in `content`; so there is no `content`. */
  readonly embeds: readonly [{ readonly description: string }];
  readonly components: readonly APIActionRowComponent<APIButtonComponent>[];
  /** On edits too: an edit without it pings by Discord's defaults. */
  readonly allowedMentions: { readonly parse: readonly [] };
}

export const fits: Fits = (blocks) => describe(blocks).length <= MAX_DESCRIPTION;

/** Within all limits, whatever the page: what `fits` would not have let through is cut at the end of a line. */
export function render({ blocks, buttons, form }: Pick<Page, 'blocks' | 'buttons' | 'form'>): Message {
  const description = clip(describe(form?.blocks ?? blocks));
  const shows = /[\p{L}\p{N}\p{P}\p{S}]/u.test(description);
  return {
    embeds: [{ description: shows ? description : NOTHING }],
    components: toRows(form ? formRows(form, buttons) : buttons),
    allowedMentions: { parse: [] },
  };
}

function describe(blocks: readonly Block[]): string {
  const shown = blocks.map((block) => ({ block, text: blockToMarkdown(block) })).filter(({ text }) => text !== '');
  return shown.map(({ block, text }, index) => gap(shown[index - 1]?.block, block) + text).join('');
}

/**
 * Headings bring their own space. Small print, and a list under its lead-in, stand close. All else has an empty line.
 */
function gap(before: Block | undefined, { kind }: Block): string {
  if (before === undefined) return '';
  const isClose =
    before.kind === 'heading' ||
    kind === 'heading' ||
    (kind === 'list' && (before.kind === 'text' || before.kind === 'note')) ||
    (kind === 'note' && before.kind === 'note');
  return isClose ? '\n' : '\n\n';
}

function blockToMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return prefixed('### ', toMarkdown(block.spans));
    case 'text':
      return toMarkdown(block.spans);
    case 'list':
      return block.items
        .map((item) => prefixed('- ', toMarkdown(item)))
        .filter((line) => line !== '')
        .join('\n');
    case 'group':
      return [toMarkdown(block.lead), ...block.items.map((item) => prefixed('- ', toMarkdown(item)))]
        .filter((line) => line !== '')
        .join('\n');
    case 'quotation':
      return [`> ${inQuotationMarks(escapeText(block.text))}`, prefixed('> — ', toMarkdown(block.by))]
        .filter((line) => line !== '')
        .join('\n');
    case 'note':
      return prefixed('-# ', toMarkdown(block.spans));
  }
}

function prefixed(prefix: string, line: string): string {
  return line === '' ? '' : prefix + line;
}

/** All formatting begins and ends within its line, so that a cut between lines leaves none open. */
function clip(description: string): string {
  if (description.length <= MAX_DESCRIPTION) return description;
  const kept = description.slice(0, MAX_DESCRIPTION - 2);
  const end = kept.lastIndexOf('\n');
  if (end > 0) return `${kept.slice(0, end).trimEnd()}\n…`;
  // One line too long for a message: half a character or half an escape at the cut goes too.
  return `${kept.replace(/[\uD800-\uDBFF]$/u, '').replace(/\\+$/u, '')}…`;
}

/** One button opens the form; the others that do not answer the question stay. */
function formRows({ draft, open }: FormPage, buttons: Page['buttons']): Page['buttons'] {
  const others = buttons.flat().filter(({ isAnswer }) => isAnswer !== true);
  return [[{ label: open, data: formId({ draft, unshown: [] }) }, ...others]];
}

/** Buttons that do the same would be refused: custom ids are unique in a message. */
function toRows(rows: Page['buttons']): Message['components'] {
  const seen = new Set<string>();
  const distinct = rows.map((row) =>
    row.filter(({ data }) => {
      const isNew = !seen.has(data);
      seen.add(data);
      return isNew;
    }),
  );
  const rowsOf = (some: Page['buttons']) => some.flatMap((row) => chunks(row, MAX_PER_ROW));
  // As many as there is room for: where rows of their own would leave some out, they stand close.
  const shown = rowsOf(distinct).length > MAX_ROWS ? rowsOf([distinct.flat()]) : rowsOf(distinct);
  return shown.slice(0, MAX_ROWS).map((row) => ({ type: ComponentType.ActionRow, components: row.map(toButton) }));
}

function toButton({ label, data }: Button): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: shorten(label.toWellFormed(), MAX_LABEL) || NOTHING,
    custom_id: data,
  };
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return all.flatMap((_, index) => (index % size === 0 ? [all.slice(index, index + size)] : []));
}
