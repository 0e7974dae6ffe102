/** Spans in Discord's markdown: our own formatting, and every character of a text that could be formatting escaped. */
import { onceFor } from '../../core/dossier/memoise.ts';
import { inQuotationMarks } from '../../core/reply/quotation-marks.ts';
import type { Span, Spans } from '../../core/reply/span.ts';

/** Characters of a link's address, as in a button on Discord. A longer address is left out; the link's text stays. */
const MAX_URL = 512;
/**
 * Between two formatted spans that touch: `**a****b**` would not be read as two. Invisible, and forbids a line break.
 */
const WORD_JOINER = '\u2060';
/** Line breaks would end a block, and tabs and control characters are of no use in one. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/**
 * What Discord's markdown can read as formatting, mention, emoji, timestamp, quotation, list, heading, link or spoiler.
 * A backslash before each of them shows the character itself, also where it would have meant nothing.
 */
const SPECIAL = /[\\*_~`|>#+\-[\]()<@]|:(?! \S)/gu;
/** A number with a dot begins a list, but only at the beginning of a line. */
const NUMBERED = /^(\d+)\./u;

/** Ids of the registered commands by name: only with its id can a command be tapped. */
export type CommandIds = Pick<ReadonlyMap<string, string>, 'get'>;

/** Where no ids are known, commands are shown as code. */
export const NO_COMMANDS: CommandIds = new Map();

/** A page is rendered many times before it is known what fits, mostly with the same spans. */
export function toMarkdown(spans: Spans, commands: CommandIds = NO_COMMANDS): string {
  return markdownWith(commands)(spans);
}

const markdownWith = onceFor((commands: CommandIds) =>
  onceFor((spans: Spans): string => {
    let line = '';
    let touches = false;
    for (const span of spans) {
      const text = spanToMarkdown(span, commands);
      if (text === '') continue;
      const isFormatted = typeof span !== 'string' && span.kind !== 'quote';
      line += touches && isFormatted ? WORD_JOINER + text : text;
      touches = isFormatted;
    }
    return line.trim().replace(NUMBERED, '$1\\.');
  }),
);

/** The words alone, for places without formatting; not escaped. */
export function toPlain(spans: Spans): string {
  return spans
    .map((span) => {
      const text = (typeof span === 'string' ? span : span.text).toWellFormed();
      return typeof span === 'object' && span.kind === 'quote' ? inQuotationMarks(text) : text;
    })
    .join('');
}

/** A text that Discord shows as it is, on one line. */
export function escapeText(text: string): string {
  return oneLine(text).replaceAll(SPECIAL, '\\$&');
}

function spanToMarkdown(span: Span, commands: CommandIds): string {
  if (typeof span === 'string') return escapeText(span);
  switch (span.kind) {
    case 'strong':
      return wrap(span.text, '**');
    case 'em':
      return wrap(span.text, '*');
    case 'code':
      return code(span.text);
    case 'quote':
      return inQuotationMarks(escapeText(span.text));
    case 'link':
      return link(span.text, span.url);
    case 'instant':
      return instant(span.at);
    case 'command': {
      const id = commands.get(span.name);
      return id === undefined ? code(span.text) : `</${span.name}:${id}>`;
    }
  }
}

/** Markers hold only where they touch what they mark: spaces go outside. */
function wrap(text: string, marker: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(escapeText(text)) ?? [];
  return inner === '' ? before : `${before}${marker}${inner}${marker}${after}`;
}

/** Nothing can be escaped inside code, so a text with a backtick is shown as text. */
function code(text: string): string {
  const line = oneLine(text).trim();
  return line === '' || line.includes('`') ? escapeText(line) : `\`${line}\``;
}

/** A masked link. Nothing in the address can end the angle brackets around it. The text has no square brackets. */
function link(text: string, url: string): string {
  const label = escapeText(text.replaceAll('[', '(').replaceAll(']', ')')).trim();
  const address = encodeUrl(url);
  return label === '' || address === undefined ? label : `[${label}](<${address}>)`;
}

/** Each reader's client shows it by its own clock and language: "28 November 2026 23:19". It counts in seconds. */
function instant(at: number): string {
  return `<t:${Math.floor(at / 1000)}:f>`;
}

function encodeUrl(url: string): string | undefined {
  const parsed = URL.parse(url.toWellFormed());
  if (!parsed || !/^https?:$/u.test(parsed.protocol)) return undefined;
  const encode = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  const address = parsed.href.replaceAll(/[\s\\()<>[\]"'`|]/gu, encode);
  return address.length > MAX_URL ? undefined : address;
}

function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(BREAKS, ' ');
}
