/** What a reader would find wrong with a message, checked without the renderers: pings, foreign markup, stray words. */

import type { Page } from '../../src/core/reply/page.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import type { Block, Spans } from '../../src/core/reply/span.ts';
import { readMarkdown, squeeze } from '../adapters/discord/read-markdown.ts';
import { textOf } from '../core/reply/text-of.ts';
import { type Json, record, records, text } from '../fakes/json.ts';
import type { TelegramMessage } from '../fakes/telegram/answer.ts';
import { isContained } from './hostile-posting.ts';

/** A plain text without spaces, bullets, dashes and what is not seen: only its words and signs, in order. */
const words = (one: string) => squeeze(one).replaceAll(/[•—]/gu, '');

function allSpans(blocks: readonly Block[]): Spans {
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.flat()
      : block.kind === 'group'
        ? [...block.lead, ...block.items.flat()]
        : block.kind === 'quotation'
          ? block.by
          : block.spans,
  );
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][^]*[A-Za-z0-9]/u;

/** Lines in which a text that runs right to left would reorder the words or figures after it: it is not isolated. */
export function turned(blocks: readonly Block[]): readonly string[] {
  const lines = blocks.flatMap((block) =>
    textOf([block.kind === 'quotation' ? { kind: 'text', spans: block.by } : block]).split('\n'),
  );
  const outside = (line: string): string => {
    const rest = line.replaceAll(/\u2068[^\u2068\u2069]*\u2069/gu, '');
    return rest === line ? line : outside(rest);
  };
  return lines.filter((line) => RIGHT_TO_LEFT.test(outside(line))).map((line) => `turned: ${line}`);
}

/** `raw` is the message as Discord has it. */
export function wrongOnDiscord(raw: Json, page: Page): readonly string[] {
  const [embed, ...more] = records(raw['embeds']).map((one) => record(one));
  const content = text(raw['content']);
  const sent = [content, text(embed?.['title']), text(embed?.['description'])].filter((one) => one !== '').join('\n');
  const description = withTimesInWords(sent, page);
  const { shown, stray } = readMarkdown(description);
  const { title: _stands, ...untitled } = page;
  // What stands above the embed is its title.
  const all = page.headline ? [{ kind: 'text' as const, spans: page.headline }, ...wholeOf(untitled)] : wholeOf(page);
  const whole = textOf(all);
  const labels = records(raw['components'])
    .flatMap((row) => records(row['components']))
    .map(({ label }) => text(label));
  return [
    ...(content === '' || page.headline ? [] : ['words above an embed that nobody is notified of']),
    ...(/https?:\/\//u.test(content) ? ['an address that would be unfurled'] : []),
    ...more.map(() => 'a second embed'),
    ...stray.map((one) => `could be markup: ${one}`),
    ...(words(shown) === words(whole) ? [] : [`shows ${words(shown)} instead of ${words(whole)}`]),
    // What is in backticks or escaped is plain; these would be mentions wherever else they stood.
    ...(/(?<!\\)<(?:@|#|a?:|t:|\/)/u.test(description.replaceAll(/`[^`]+`/gu, '')) ? ['a mention'] : []),
    ...[description, ...labels].filter((one) => !isContained(one)).map((one) => `not contained: ${one}`),
    ...records(raw['mentions']).map(() => 'somebody is mentioned'),
    ...turned(wholeOf(page)),
  ];
}

/** The page's own points in time as their words; what else looks like one stays. */
function withTimesInWords(markdown: string, page: Page): string {
  const instants = allSpans(wholeOf(page)).filter((span) => typeof span === 'object' && span.kind === 'instant');
  const escaped = (one: string) => one.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&');
  return instants.reduce(
    (rest, { at, text: told }) => rest.replace(`<t:${Math.floor(at / 1000)}:f>`, () => escaped(told)),
    markdown,
  );
}

/** As TDLib finds them in a text whose sender marked none: `@` and a name, where no letter or digit stands before. */
const MENTION = /(?<![\p{L}\p{N}_])@[A-Za-z0-9_]{2,}/u;
const STYLES: Readonly<Record<string, readonly string[]>> = {
  bold: ['strong'],
  italic: ['em'],
  code: ['code'],
  text_link: ['link'],
  date_time: ['instant'],
};

export function wrongOnTelegram(
  { text: told, entities, buttons }: Pick<TelegramMessage, 'text' | 'entities' | 'buttons'>,
  page: Page,
): readonly string[] {
  const spans = allSpans(wholeOf(page));
  const lines = wholeOf(page).map((block) => words(textOf([block])));
  const covered = entities.map((entity) => ({
    type: text(entity['type']),
    url: text(entity['url']),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the fake checked that these are numbers
    words: words(told.slice(entity['offset'] as number, (entity['offset'] as number) + (entity['length'] as number))),
  }));
  const isOfSpan = ({ type, url, words: marked }: (typeof covered)[number]) =>
    spans.some(
      (span) =>
        typeof span === 'object' &&
        STYLES[type]?.includes(span.kind) === true &&
        words(span.text) === marked &&
        (span.kind !== 'link' || (new URL(span.url).href === url && /^https?:/u.test(url))),
    );
  const isOfBlock = ({ type, words: marked }: (typeof covered)[number]) =>
    wholeOf(page).some((block, index) => {
      if (block.kind === 'heading') return type === 'bold' && lines[index]?.includes(marked);
      if (block.kind === 'note') return type === 'italic' && lines[index]?.includes(marked);
      return block.kind === 'quotation' && type.endsWith('blockquote') && words(`“${block.text}”`) === marked;
    });
  const isDetail = ({ type, words: marked }: (typeof covered)[number]) =>
    type === 'expandable_blockquote' && page.details.some(({ blocks }) => words(textOf(blocks)) === marked);
  return [
    ...covered
      .filter((one) => !isOfSpan(one) && !isOfBlock(one) && !isDetail(one))
      .map((one) => `not ours: ${JSON.stringify(one)}`),
    ...(words(told) === words(textOf(wholeOf(page)))
      ? []
      : [`shows ${words(told)} instead of ${words(textOf(wholeOf(page)))}`]),
    ...(MENTION.test(told) ? [`a mention: ${MENTION.exec(told)?.[0]}`] : []),
    ...[told, ...buttons.map(({ label }) => label)]
      .filter((one) => !isContained(one))
      .map((one) => `not contained: ${one}`),
  ];
}

/** Only styles are sent to a terminal, and none is open at the end of a line; plain, nothing at all. */
export function wrongOnTerminal(screen: string, page: Page): readonly string[] {
  // oxlint-disable-next-line no-control-regex -- the escape sequences of styles
  const plain = screen.replaceAll(/\u001b\[\d{1,2}m/gu, '');
  // Half of a character, where the cut falls within one, is nowhere on the screen.
  const begin = words(textOf(wholeOf(page)))
    .slice(0, 40)
    .replace(/[\ud800-\udbff]$/u, '');
  return [
    ...(isContained(plain) ? [] : ['a control character or an open direction']),
    ...(words(plain).startsWith(begin) ? [] : [`begins otherwise than ${begin}`]),
  ];
}
