/** The line that every answer ends with: as of when, and how old its newest fact is (R15). */
import { type Age, newestOf } from '../dossier/dates/age.ts';
import { daysBetween, type Edtf, parseEdtf } from '../dossier/dates/edtf.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import { periodKind } from '../dossier/dates/one-event.ts';
import type { Language, Words } from '../reply/language.ts';
import { type Block, joinSpans, type Spans } from '../reply/span.ts';
import { UserError } from '../reply/user-error.ts';
import type { WordingContext } from './wording-context.ts';

type DayContext = Pick<WordingContext, 'language' | 'now' | 'timezone'>;

/** The parsed values of `on:` and `known:`. */
export interface When {
  readonly on?: Edtf | undefined;
  readonly known?: Edtf | undefined;
}

/**
 * The day, `YYYY-MM-DD`, that an answer is for: the last day that `on:` or `known:` means, of a vague one the middle,
 * but never after today.
 * Throws `UserError` where `on:` begins after `known:` ends.
 */
export function asOf(args: When, { now, timezone, language }: DayContext): string {
  const { on, known } = args;
  if (on && known && on.earliest > known.latest) {
    throw new UserError('error-date-order', { on: language.date(on), known: language.date(known) });
  }
  const today = dayOf(now, timezone);
  return [today, args.on ? meantDay(args.on) : today, args.known?.latest ?? today].sort()[0] ?? today;
}

/** “Mid-March” is no name for the 20th. */
function meantDay({ start, end, earliest, latest }: Edtf): string {
  if (start === end || end === 'open' || !end.approximate || end.day === undefined) return latest;
  return Temporal.PlainDate.from(earliest)
    .add({ days: Math.floor(daysBetween(earliest, latest) / 2) })
    .toString();
}

/** Whether a day before today was named, so that ages are counted from it. */
export function isPast(args: When, context: DayContext): boolean {
  return asOf(args, context) < dayOf(context.now, context.timezone);
}

/** "As of …; newest fact here …, N days old.", and what `on:` and `known:` mean for this answer if given. */
export function asOfNote(dates: readonly string[], args: When, context: DayContext): Block {
  const { language, now, timezone } = context;
  const day = asOf(args, context);
  const age = newestOf(dates, day);
  const today = language.date(parseEdtf(dayOf(now, timezone)));
  const asked = { day: language.date(parseEdtf(day)), timezone };
  const sentences = [newestWords(age, day, asked, args, language), ...clocks(args, today, language)];
  return { kind: 'note', spans: joinSpans(sentences) };
}

/** What an answer is made of, as its last line names it. */
type Facts = 'fact' | 'figure' | 'remark';

/**
 * The same in one short line, with short dates: "As of 28 Nov 2026 (UTC) · newest figure reported c. 8 Nov 2025, about
 * 385 days ago". What `on:` and `known:` mean follows, as above.
 */
export function shortAsOf(dates: readonly string[], args: When, context: DayContext, what: Facts = 'fact'): Block {
  const { language, now, timezone } = context;
  const day = asOf(args, context);
  const today = dayOf(now, timezone);
  const short = (date: string) => language.shortDate(parseEdtf(date));
  const parts = [
    language.spans('as-of-short', { day: short(day), timezone, ...spanWords(args, day, language) }),
    shortNewest(newestOf(dates, day), { day, isToday: day === today, what }, args, language),
    ...shortClocks(args, short(today), language),
  ];
  return { kind: 'note', spans: joinSpans(parts, ' · ') };
}

/** Shorter still, where the title has `on:` and `known:` and the first line how old that is. */
export function briefAsOf(dates: readonly string[], args: When, context: DayContext): Block {
  const { language, timezone } = context;
  const day = asOf(args, context);
  const age = newestOf(dates, day);
  if (!age || (args.on && age.date.earliest > day)) return shortAsOf(dates, args, context);
  const spans = language.spans('as-of-brief', {
    day: language.shortDate(parseEdtf(day)),
    timezone,
    ...spanWords(args, day, language),
    newest: language.shortDate(age.date),
    clock: args.on && !args.known ? 'now' : 'same',
  });
  return { kind: 'note', spans };
}

/** Of more days than one, as `on:` takes them, the answer is for the last: which ones were understood is said (V4). */
function spanWords({ on }: When, day: string, language: Language): Words {
  if (!on || periodKind(on) !== 'span') return { span: 'day', asked: '' };
  const span = meantDay(on) !== day ? 'going' : on.latest === day ? 'ended' : 'middle';
  return { span, asked: language.shortDate(on) };
}

function shortNewest(
  age: Age | undefined,
  { day, isToday, what }: { readonly day: string; readonly isToday: boolean; readonly what: Facts },
  { on }: When,
  language: Language,
): Spans {
  if (!age) return language.spans('as-of-short-nothing');
  const newest = { newest: language.shortDate(age.date), what };
  if (on && age.date.earliest > day) return language.spans('as-of-short-later', newest);
  return language.spans('as-of-short-newest', { ...newest, ...ageWords(age), since: isToday ? 'today' : 'day' });
}

function shortClocks({ on, known }: When, today: string, language: Language): readonly Spans[] {
  if (known) return [language.spans('as-of-short-known', { known: language.shortDate(known) })];
  return on ? [language.spans('as-of-short-on', { today })] : [];
}

/** "today", "yesterday", "9 days ago"; counted from a day in the past "that day", "the day before" … */
export function agoText(age: Age, isFromToday: boolean, language: Language): string {
  return language.text('ago', { ...ageWords(age), from: isFromToday ? 'today' : 'then' });
}

/** How old the newest fact is. One from after the day that was asked about has no age on that day. */
function newestWords(age: Age | undefined, day: string, asked: Words, { on }: When, language: Language): Spans {
  if (!age) return language.spans('as-of-nothing', asked);
  const newest = language.date(age.date);
  if (on && age.date.earliest > day) return language.spans('as-of-later', { ...asked, newest });
  return language.spans('as-of-newest', { ...asked, newest, ...ageWords(age) });
}

function clocks({ on, known }: When, today: string, language: Language): readonly Spans[] {
  if (on && known) return [language.spans('as-of-on-known', { on: language.date(on), known: language.date(known) })];
  if (on) return [language.spans('as-of-on', { on: language.date(on), today })];
  return known ? [language.spans('as-of-known', { known: language.date(known) })] : [];
}

/** The variables that messages about an age share. */
export function ageWords(age: Age): { readonly days: number; readonly about: 'yes' | 'no' | 'year' } {
  return { days: age.days, about: age.ofYear ? 'year' : age.vague ? 'yes' : 'no' };
}
