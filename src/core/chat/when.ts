/** `on:` and `known:`, and the line that every answer ends with: as of when, and how old its newest fact is (R15). */
import { daysBetween, type Edtf, isVague, parseEdtf } from '../dossier/edtf.ts';
import { dayOf } from '../dossier/knowledge.ts';
import type { CommandContext } from './command.ts';
import { type Block, joinSpans, type Spans } from './reply.ts';
import { UserError } from './user-error.ts';
import type { Language } from './words.ts';

/** The two clocks that every reading command takes. */
export const whenParams = {
  on: { kind: 'date', clock: 'event' },
  known: { kind: 'date', clock: 'knowledge' },
} as const;

type Telling = Pick<CommandContext, 'language' | 'now' | 'timezone'>;

/** The parsed values of `on:` and `known:`. */
export interface When {
  readonly on?: Edtf;
  readonly known?: Edtf;
}

/** The day, `YYYY-MM-DD`, that an answer is for: the last day that `on:` means, or of `known:`, but never after today. Throws `UserError` where `on:` had not come yet by `known:`. */
export function asOf(args: When, { now, timezone, language }: Telling): string {
  const { on, known } = args;
  if (on && known && on.earliest > known.latest) {
    throw new UserError('error-date-order', { on: language.date(on), known: language.date(known) });
  }
  const today = dayOf(now, timezone);
  return [today, args.on?.latest ?? today, args.known?.latest ?? today].sort()[0] ?? today;
}

export interface Age {
  readonly date: Edtf;
  /** Whole days from the last day that `date` can mean to the day of the answer; never negative. */
  readonly days: number;
  /** True where the date is itself approximate or coarser than a day. */
  readonly vague: boolean;
}

/** The age, on `day`, of the newest of `dates` (EDTF texts); undefined where there is none. */
export function newestOf(dates: readonly string[], day: string): Age | undefined {
  const newest = dates
    .map(parseEdtf)
    .reduce<Edtf | undefined>((a, b) => (a && reachOf(a) >= reachOf(b) ? a : b), undefined);
  return newest && { date: newest, days: Math.max(0, daysBetween(reachOf(newest), day)), vague: isVague(newest) };
}

/** The last day that is known of: of what has no end yet the beginning, or it would never grow old (R15). */
function reachOf(date: Edtf): string {
  return date.end === 'open' ? date.earliest : date.latest;
}

/** "As of …; newest fact here …, N days old." and, where they were given, what `on:` and `known:` mean for this answer. */
export function asOfNote(dates: readonly string[], args: When, context: Telling): Block {
  const { language, now, timezone } = context;
  const day = asOf(args, context);
  const age = newestOf(dates, day);
  const today = language.date(parseEdtf(dayOf(now, timezone)));
  const asked = { day: language.date(parseEdtf(day)), timezone };
  const sentences = [
    age
      ? language.spans('as-of-newest', { ...asked, newest: language.date(age.date), ...ageWords(age) })
      : language.spans('as-of-nothing', asked),
    ...clocks(args, today, language),
  ];
  return { kind: 'note', spans: joinSpans(sentences) };
}

function clocks({ on, known }: When, today: string, language: Language): readonly Spans[] {
  if (on && known) return [language.spans('as-of-on-known', { on: language.date(on), known: language.date(known) })];
  if (on) return [language.spans('as-of-on', { on: language.date(on), today })];
  return known ? [language.spans('as-of-known', { known: language.date(known) })] : [];
}

/** The variables that messages about an age share. */
export function ageWords(age: Age): { readonly days: number; readonly about: 'yes' | 'no' } {
  return { days: age.days, about: age.vague ? 'yes' : 'no' };
}
