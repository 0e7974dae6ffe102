/** Finds what happened by its day, its places and words of its title, in any order: “harbour 13 march”. */
import { daysBetween, type Edtf, overlaps, sameDays } from '../../dossier/dates/edtf.ts';
import { lengthOf, ONE_EVENT_DAYS } from '../../dossier/dates/one-event.ts';
import type { Language } from '../../reply/language.ts';
import { bareWords, exactNames, hasAmong, isPlain, spellings, wordsIn } from '../../wording/match-names.ts';
import type { Named } from '../../wording/named.ts';
import { nearestNames } from '../../wording/nearest.ts';
import { inYear, namesNoYear } from '../dates/any-year.ts';
import { readDate } from '../dates/read-date.ts';

interface Reading {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly language: Language;
}

/** What was typed: the days that it may mean, and the words around them. */
interface Asked {
  /** Undefined where no date was typed. */
  readonly dates: readonly Edtf[] | undefined;
  /** Folded; empty where only a date was typed. */
  readonly words: readonly string[];
}

/** Most typed words in which a date is looked for. */
const MOST_WORDS = 12;
const AROUND = /^[\s,;:()“”"]+|[\s,;:()“”"]+$/gu;

/**
 * `found`: several are to be asked back. `near`: where nothing was found, what has the typed words or the typed day
 * only, or words spelt nearly so.
 */
export function datedNames(
  typed: string,
  names: readonly Named[],
  reading: Reading,
): { readonly found: readonly Named[]; readonly near: readonly Named[] } {
  const { dates, words } = asked(typed, names, reading);
  const exact = exactNames(typed, names);
  // From when to when as answers print it names what is called so; a day alone names all that was then.
  if (exact.length > 0 && dates?.some(({ start, end }) => start !== end)) return { found: exact, near: [] };
  if (dates === undefined) {
    const found = exact.length > 0 ? exact : withWords(words, names);
    return { found, near: found.length > 0 ? [] : nearestNames(typed, names) };
  }
  const then = names.filter(({ days = [] }) => days.some((day) => dates.some((date) => overlaps(day, date))));
  const found = withWords(words, then);
  if (found.length > 0) return { found: mostlyThen(found, dates), near: [] };
  const rest = words.join(' ');
  const near = [
    ...nearestNames(rest, then),
    ...byDistance(withWords(words, names), dates),
    ...nearestNames(rest, names),
  ];
  return { found: [], near: near.length > 0 ? near : mostlyThen(then, dates) };
}

/** The longest run of words that is a date, and the others. A date that names no year may be of any. */
function asked(typed: string, names: readonly Named[], reading: Reading): Asked {
  const tokens = typed.trim().split(/\s+/u);
  const years = [...new Set(names.flatMap(({ days = [] }) => days.flatMap(yearsOf)))];
  for (let length = Math.min(tokens.length, MOST_WORDS); length > 0; length -= 1) {
    for (let from = 0; from + length <= tokens.length; from += 1) {
      const run = tokens
        .slice(from, from + length)
        .join(' ')
        .replaceAll(AROUND, '');
      const dates = datesOf(run, years, reading);
      if (dates.length === 0) continue;
      const rest = tokens.toSpliced(from, length).join(' ');
      return { dates, words: bareWords(rest).filter((word) => !isPlain(word)) };
    }
  }
  return { dates: undefined, words: bareWords(typed) };
}

function datesOf(run: string, years: readonly number[], { today, language }: Reading): readonly Edtf[] {
  const read = (day: string) => readDate(run, day, language);
  const date = read(today);
  if (date === undefined) return [];
  return namesNoYear(read) ? years.flatMap((year) => inYear(read, year) ?? []) : [date];
}

function yearsOf({ earliest, latest }: Edtf): readonly number[] {
  return [earliest, latest].map((day) => Number(day.slice(0, 4)));
}

/** Those whose places have all the words, else those that have them anywhere; all where there are none. */
function withWords(words: readonly string[], names: readonly Named[]): readonly Named[] {
  if (words.length === 0) return names;
  const there = names.filter(({ places = [] }) => hasAmong(words, wordsIn(places)));
  if (there.length > 0) return there;
  return names.filter((name) => hasAmong(words, wordsIn([...spellings(name), ...(name.places ?? [])])));
}

/**
 * What was of just those days, where several were typed; else without what took much longer, unless nothing is left. Of
 * more days than one event has, what was of just those is only the first.
 */
function mostlyThen(names: readonly Named[], dates: readonly Edtf[]): readonly Named[] {
  const spans = dates.filter(({ start, end }) => start !== end);
  const same = names.filter(({ days = [] }) => days.some((day) => spans.some((span) => sameDays(day, span))));
  if (same.length > 0 && spans.every((span) => lengthOf(span) <= ONE_EVENT_DAYS)) return same;
  const most = Math.max(ONE_EVENT_DAYS, ...dates.map(lengthOf));
  const isShort = (day: Edtf) => lengthOf(day) <= most && dates.some((date) => overlaps(day, date));
  const short = names.filter(({ days = [] }) => days.some(isShort));
  return [...new Set([...same, ...(short.length > 0 ? short : names)])];
}

/** Those nearest to the typed day first. */
function byDistance(names: readonly Named[], dates: readonly Edtf[]): readonly Named[] {
  const far = ({ days = [] }: Named) =>
    Math.min(...days.flatMap((day) => dates.map((date) => Math.abs(daysBetween(day.earliest, date.earliest)))));
  return names.toSorted((a, b) => far(a) - far(b));
}
