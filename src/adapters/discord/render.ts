/** A page as a Discord message: one embed, its description in escaped markdown, and the components. Pure. */

import { onceFor } from '../../core/dossier/memoise.ts';
import { type Page, wholeOf } from '../../core/reply/page.ts';
import type { PageLimits, PageText } from '../../core/reply/page-limits.ts';
import { inQuotationMarks } from '../../core/reply/quotation-marks.ts';
import type { Block } from '../../core/reply/span.ts';
import { shorten } from '../shorten.ts';
import { MAX_OPTIONS, MAX_PER_ROW, type Row, toComponents } from './components.ts';
import { type CommandIds, escapeText, NO_COMMANDS, toMarkdown, toPlain } from './spans.ts';
import { TONE_COLOURS } from './tone-colours.ts';

/**
 * UTF-16 units, after escaping. Source: discord-api-docs, resources/message.mdx:605. The title and the description
 * together cannot reach the 6,000 for all embeds.
 */
export const MAX_DESCRIPTION = 4096;
const MAX_TITLE = 256;
/** UTF-16 units of the line above an embed, before escaping: more than telephones show. Discord's limit is 2,000. */
const MAX_HEADLINE = 300;
/** An embed without text is refused. */
const NOTHING = '…';

/** As long as an id can be, for measuring: ids have up to 20 digits. */
const ANY_COMMAND: CommandIds = { get: () => '0'.repeat(20) };

/** What every send and edit has in common. */
export interface Message {
  /**
   * What a telephone shows in its notification, on pushed messages alone; empty elsewhere, which also takes it away in
   * an edit. Links in it would be unfurled, unlike those of an embed, so it has none.
   */
  readonly content: string;
  readonly embeds: readonly [{ readonly title?: string; readonly description: string; readonly color: number }];
  readonly components: readonly Row[];
  /** On edits too: an edit without it pings by Discord's defaults. */
  readonly allowedMentions: { readonly parse: readonly [] };
}

export const pageLimits: PageLimits = {
  fits: (text) => describe(blocksOf(text), ANY_COMMAND).length <= MAX_DESCRIPTION,
  folds: false,
  menu: MAX_OPTIONS,
  options: MAX_OPTIONS,
  perRow: MAX_PER_ROW,
  longLabel: Number.POSITIVE_INFINITY,
};

/** Within all limits, whatever the page: what does not pass `pageLimits` is cut at the end of a line. */
export function render(page: Page, commands: CommandIds = NO_COMMANDS): Message {
  return rendered(page)(commands);
}

/** A page that is kept is sent again and again. */
const rendered = onceFor((page: Page) => onceFor((commands: CommandIds) => toMessage(page, commands)));

function toMessage(page: Page, commands: CommandIds): Message {
  const { form, headline, tone } = page;
  const { title: _told, ...untitled } = page;
  // The line above the embed is the title then, and two of them are one too many.
  const shown: Page = headline ? untitled : page;
  const title = titleOf(shown);
  const description = clip(describe(form?.blocks ?? blocksOf(shown), commands));
  const shows = /[\p{L}\p{N}\p{P}\p{S}]/u.test(description);
  return {
    content: headline ? escapeLine(toPlain(headline)) : '',
    embeds: [{ ...(title ? { title } : {}), description: shows ? description : NOTHING, color: TONE_COLOURS[tone] }],
    components: toComponents(page),
    allowedMentions: { parse: [] },
  };
}

function escapeLine(text: string): string {
  return toMarkdown([shorten(text, MAX_HEADLINE)]);
}

/** Undefined where there is none, or where it is too long for an embed's: the description begins with it then. */
function titleOf({ title }: Pick<Page, 'title'>): string | undefined {
  const text = title ? toMarkdown([toPlain(title)]) : '';
  return text === '' || text.length > MAX_TITLE ? undefined : text;
}

/** What the description shows. */
function blocksOf(text: PageText): readonly Block[] {
  if (titleOf(text) === undefined) return wholeOf(text);
  const { title: _inItsPlace, ...rest } = text;
  return wholeOf(rest);
}

function describe(blocks: readonly Block[], commands: CommandIds): string {
  const shown = blocks
    .map((block) => ({ block, text: blockToMarkdown(block, commands) }))
    .filter(({ text }) => text !== '');
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

function blockToMarkdown(block: Block, commands: CommandIds): string {
  switch (block.kind) {
    case 'heading':
      return prefixed('### ', toMarkdown(block.spans, commands));
    case 'text':
      return toMarkdown(block.spans, commands);
    case 'list':
      return block.items
        .map((item) => prefixed('- ', toMarkdown(item, commands)))
        .filter((line) => line !== '')
        .join('\n');
    case 'group':
      return [
        toMarkdown(block.lead, commands),
        ...block.items.map((item) => prefixed('- ', toMarkdown(item, commands))),
      ]
        .filter((line) => line !== '')
        .join('\n');
    case 'quotation':
      return [`> ${inQuotationMarks(escapeText(block.text))}`, prefixed('> — ', toMarkdown(block.by, commands))]
        .filter((line) => line !== '')
        .join('\n');
    case 'note':
      return prefixed('-# ', toMarkdown(block.spans, commands));
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
