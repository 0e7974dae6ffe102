/** What the core needs from a language: words by id, and the formatting of dates, numbers and lists. */

import type { Edtf } from '../dossier/dates/edtf.ts';
import type { Span, Spans } from './span.ts';

/** Variables of a message. Numbers are formatted by the language; spans keep their kind inside the sentence. */
export type Words = Readonly<Record<string, string | number | Span | Spans>>;

export interface Language {
  /** BCP 47 tag of the language file, e.g. `en`. */
  readonly tag: string;
  /** True where the file has the message: `command-ceasefire-summary`. */
  has(id: string): boolean;
  /** The message as plain text. Throws if the file has no such message: a missing message is a bug. */
  text(id: string, words?: Words): string;
  /** The message as spans, with its variables filled in. Throws like `text`. */
  spans(id: string, words?: Words): Spans;
  /** A date, no finer than it is stored (R8): "around 8 November 2025", "October 2025", "18–19 October 2025". */
  date(date: Edtf): string;
  /**
   * The same with short names of months: "c. 8 Nov 2025", "18–19 Oct 2025". `year` is one that readers have just been
   * told, and is left out: "18–19 Oct".
   */
  shortDate(date: Edtf, year?: number): string;
  /** An instant in UTC to the minute: "22 November 2026, 18:19 UTC". `at` is Unix time in ms. */
  instant(at: number): string;
  number(value: number): string;
  /** The name of a country by its ISO 3166-1 alpha-2 code; the code where it has none. */
  country(code: string): string;
  /** "a, b and c"; span items keep their kind. */
  list(items: readonly Span[]): Spans;
  /** "a, b or c", as `list`. */
  either(items: readonly Span[]): Spans;
}

/** An instant as a span. `at` is Unix time in ms. */
export function instantSpan(at: number, language: Pick<Language, 'instant'>): Span {
  return { kind: 'instant', text: language.instant(at), at };
}

/** The language with short dates wherever it would give long ones. */
export function withShortDates(language: Language): Language {
  return { ...language, date: (date) => language.shortDate(date) };
}
