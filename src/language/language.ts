/** Makes a language from a Fluent file: messages as spans, dates, numbers and lists. The text of the file is given. */

import { FluentBundle } from '@fluent/bundle';
import { memoise } from '../core/dossier/memoise.ts';
import type { Language, Words } from '../core/reply/language.ts';
import { plainText } from '../core/reply/quotation-marks.ts';
import type { Span, Spans } from '../core/reply/span.ts';
import { createDateFormat } from './format-date.ts';
import { alwaysIsolate, isolateSpans, isolateText, isRightToLeft } from './isolate.ts';
import { createKeptSentences } from './kept-sentences.ts';
import { parseMessages } from './parse-messages.ts';
import { escapePlaceholders, fillPlaceholders, joinTexts, placeholder } from './placeholder.ts';

/** Numbers in words, and lengths of lists, that are kept: Intl takes its time, and people may ask for any. */
const MOST_NUMBERS = 2000;
const MOST_LENGTHS = 100;

/**
 * `tag` is a BCP 47 tag, `ftl` the text of its Fluent file.
 *
 * Throws where the file has errors; its functions throw where a message or one of its variables is missing.
 * A string variable can be selected on (`{ $kind -> [claim] … *[other] … }`), a span variable cannot.
 */
export function createLanguage(tag: string, ftl: string): Language {
  const locale = formattingLocale(tag);
  const rightToLeft = isRightToLeft(tag);
  // Fluent would isolate every variable and fill English with invisible characters. In a left-to-right language only
  // right-to-left variables are isolated, below.
  const bundle = new FluentBundle(locale, { useIsolating: rightToLeft });
  const [duplicate] = bundle.addResource(parseMessages(tag, ftl));
  if (duplicate) throw new Error(`${tag}.ftl: ${duplicate.message}`);
  const numbers = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const conjunction = partsFor(new Intl.ListFormat(locale, { type: 'conjunction' }));
  const disjunction = partsFor(new Intl.ListFormat(locale, { type: 'disjunction' }));

  function formatted(id: string, words: Words): Spans {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === undefined || pattern === null) throw new Error(`${tag}.ftl has no message “${id}”`);
    const kept: Spans[] = [];
    const args: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(words)) {
      if (typeof value === 'number') args[name] = value;
      else if (typeof value === 'string') args[name] = escapePlaceholders(rightToLeft ? value : isolateText(value));
      else {
        const spansOfValue = isList(value) ? value : [value];
        args[name] = placeholder(kept.length);
        kept.push(rightToLeft ? spansOfValue : isolateSpans(spansOfValue));
      }
    }
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, args, errors);
    const [error] = errors;
    if (error) throw new Error(`${tag}.ftl: message “${id}”: ${error.message}`, { cause: error });
    return fillPlaceholders(text, kept);
  }

  function listed(partsOf: ListParts, items: readonly Span[]): Spans {
    const isolate = rightToLeft ? alwaysIsolate : isolateSpans;
    return joinTexts(
      partsOf(items.length).flatMap((part): Spans => {
        const item = part.type === 'element' ? items[Number(part.value)] : part.value;
        return item === undefined ? [] : part.type === 'element' ? isolate([item]) : [item];
      }),
    );
  }

  /** The same few thousand sentences are said again and again, in answers and in each rendering of a page. */
  const kept = createKeptSentences();
  const spans: Language['spans'] = (id, words = {}) => kept.of(id, words, () => formatted(id, words));

  const text: Language['text'] = (id, words) => plainText(spans(id, words));
  const dates = createDateFormat(locale, text);

  return {
    tag,
    has: (id) => Boolean(bundle.getMessage(id)?.value),
    text,
    spans,
    ...dates,
    number: memoise((value) => numbers.format(value), MOST_NUMBERS),
    country: (code) => countries.of(code) ?? code,
    list: (items) => listed(conjunction, items),
    either: (items) => listed(disjunction, items),
  };
}

type ListParts = (length: number) => readonly { readonly type: 'element' | 'literal'; readonly value: string }[];

/** What stands between items follows from how many they are; each is the number of an item. */
function partsFor(format: Intl.ListFormat): ListParts {
  return memoise(
    (length: number) => format.formatToParts(Array.from({ length }, (_, index) => String(index))),
    MOST_LENGTHS,
  );
}

/**
 * The locale that formats dates and numbers. English is British, so that the day comes first. The extension gives
 * Pashto and Dari the Gregorian calendar and Latin digits, as the sources have them; their defaults are others.
 */
function formattingLocale(tag: string): string {
  const base = tag === 'en' ? 'en-GB' : tag;
  return new Intl.Locale(base, { calendar: 'gregory', numberingSystem: 'latn' }).toString();
}

function isList(value: Span | Spans): value is Spans {
  return Array.isArray(value);
}
