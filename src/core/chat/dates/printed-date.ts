/** Reads dates as the bot prints them, in the words of its language: “18–19 October 2025”, “c. 8 Nov 2025”. */
import { type Edtf, parseEdtf, tryParseEdtf } from '../../dossier/dates/edtf.ts';
import { onceFor } from '../../dossier/memoise.ts';
import type { Language } from '../../reply/language.ts';

/** A number or the name of a month in what was typed. */
type Part = { readonly is: 'day' | 'month' | 'year'; readonly digits: string };

/** The names of the months as the language prints them beside a year, in lower case: twelve long ones, twelve short. */
export const monthsOf = onceFor((language: Language): readonly string[] => {
  const year = Array.from({ length: 12 }, (_, index) => parseEdtf(`2000-${two(index + 1)}`));
  const printed = [...year.map((month) => language.date(month)), ...year.map((month) => language.shortDate(month))];
  return printed.map((text) => plain(text.replace('2000', '')));
});

/**
 * Undefined for what the bot would print for no date. Every date that the typed parts can make is printed, and the one
 * that reads the same is meant: so this knows the words of no language, and never reads a date finer than it was (R8).
 */
export function printedDate(typed: string, language: Language): Edtf | undefined {
  const wanted = plain(typed);
  const parts = partsOf(wanted, monthsOf(language));
  if (parts.length === 0 || parts.length > 6) return undefined;
  return candidates(parts)
    .flatMap((text) => tryParseEdtf(text) ?? [])
    .find((date) => isPrinted(date, wanted, language) || isInstant(date, wanted, language));
}

function isPrinted(date: Edtf, wanted: string, language: Language): boolean {
  return [language.date(date), language.shortDate(date)].some((printed) => plain(printed) === wanted);
}

/** The day of “22 November 2026, 18:19 UTC”. */
function isInstant({ text }: Edtf, wanted: string, language: Language): boolean {
  const [, hour, minute] = /(\d\d):(\d\d)/u.exec(wanted) ?? [];
  if (hour === undefined || minute === undefined || !/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const at = Date.parse(`${text}T${hour}:${minute}Z`);
  return !Number.isNaN(at) && plain(language.instant(at)) === wanted;
}

function partsOf(text: string, months: readonly string[]): readonly Part[] {
  const words = text.replace(/\d\d:\d\d/gu, ' ').match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  return words.flatMap((word): readonly Part[] => {
    if (/^\d/u.test(word)) return [{ is: word.length > 2 ? 'year' : 'day', digits: word.padStart(2, '0') }];
    const month = months.indexOf(word);
    return month === -1 ? [] : [{ is: 'month', digits: two((month % 12) + 1) }];
  });
}

/** All dates of these parts as EDTF: one point, or two at every cut, each exactly or about, also with an open end. */
function candidates(parts: readonly Part[]): readonly string[] {
  const whole = about(pointOf(parts));
  const spans = parts.slice(1).flatMap((_, index) => {
    const [first, second] = [parts.slice(0, index + 1), parts.slice(index + 1)];
    return about(pointOf(first, second)).flatMap((from) => about(pointOf(second)).map((to) => `${from}/${to}`));
  });
  return [...whole, ...whole.flatMap((point) => [`${point}/..`, `../${point}`]), ...spans];
}

/** What the first of two ends lacks, it has in common with the second: “18–19 October 2025”. */
function pointOf(parts: readonly Part[], shared: readonly Part[] = []): string | undefined {
  const own = (is: Part['is']) => parts.filter((part) => part.is === is).map(({ digits }) => digits);
  const ofBoth = (is: Part['is']) =>
    [...own(is), ...shared.filter((part) => part.is === is).map((one) => one.digits)][0];
  if ((['day', 'month', 'year'] as const).some((is) => own(is).length > 1)) return undefined;
  const [day] = own('day');
  const month = day === undefined ? own('month')[0] : ofBoth('month');
  const year = ofBoth('year');
  if (year === undefined || (day !== undefined && month === undefined)) return undefined;
  return [year, month, day].filter((part) => part !== undefined).join('-');
}

function about(point: string | undefined): readonly string[] {
  return point === undefined ? [] : [point, `${point}~`];
}

/** In lower case, with one kind of dash without spaces around it, and single spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*[-‐–—]\s*/gu, '–')
    .replace(/\s+/gu, ' ')
    .trim();
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
