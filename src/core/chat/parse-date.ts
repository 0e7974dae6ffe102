/** Parses dates as askers type them (`on:`, `known:`, `since:`): days that have begun. */
import { type Edtf, parseEdtf, tryParseEdtf } from '../dossier/dates/edtf.ts';
import type { Language } from '../reply/language.ts';
import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import type { NamingContext } from './command.ts';
import { nearDate } from './dates/near-date.ts';
import { namesPart, readAsked } from './dates/read-date.ts';

/** What parsing depends on. `today` is `YYYY-MM-DD` in the bot's time zone. */
export interface ParsingContext extends NamingContext {
  readonly today: string;
}

/** What else the asker gave or can give: where a stretch was typed for a day, the refusal says where it belongs. */
export interface Beside {
  /** The names of all parameters of the command. */
  readonly params: readonly string[];
  readonly raw: RawArguments;
}

const NOTHING_BESIDE: Beside = { params: [], raw: {} };

/**
 * Throws `UserError` for what is no date, for the future, and for a date before the dossier begins; also for from when
 * to when where one day is wanted, as one of its ends would be left out. “Before april” has a last day, and “since
 * march” has a first: only `period:` takes both, and is open at an end then.
 */
export function parseDate(
  name: string,
  typed: string,
  clock: 'event' | 'knowledge',
  { today, dossier, language }: ParsingContext,
  beside: Beside = NOTHING_BESIDE,
) {
  const date = readAsked(typed, today, language);
  const first = dossier.begins ?? today;
  if (!date || (name === SINCE && date.start === 'open')) {
    const near = nearDate(typed, today, language);
    if (near && near.earliest <= today && near.latest >= first) throw nearlyDate(name, typed, near, language, beside);
    throw new UserError('error-date', {
      name,
      typed: visible(typed),
      examples: `${name}:${first} · ${name}:"${language.date(parseEdtf(first))}" · ${name}:yesterday`,
    });
  }
  if (date.earliest > today) throw new UserError('error-date-future', { name, date: language.date(date) });
  if (date.latest < first) {
    const id = clock === 'event' ? 'error-date-before' : 'error-date-before-known';
    throw new UserError(id, {
      name,
      date: language.date(date),
      first: language.date(parseEdtf(first)),
      example: first,
    });
  }
  if (name !== PERIOD && isSpan(name, typed, date, { today, language }))
    throw notOneDay(name, typed, date, { first, today, language }, beside);
  return date;
}

function nearlyDate(name: string, typed: string, near: Edtf, language: Language, { raw }: Beside): UserError {
  const label = `${name}:"${language.date(near)}"`;
  const offers = [{ label, args: { ...raw, [name]: near.text } }];
  return new UserError('error-date-near', { name, typed: visible(typed), suggestion: label }, false, offers);
}

/** The parameter that takes from when to when. */
export const PERIOD = 'period';

/** Takes its first day. The others take their last. */
const SINCE = 'since';

/**
 * A week, a month or a part of one has a name and is known by its last day, and so is what was before a day. EDTF is
 * what buttons have in them, and whoever types it knows what it means.
 */
function isSpan(
  name: string,
  typed: string,
  { start, end }: Edtf,
  { today, language }: Pick<Known, 'today' | 'language'>,
): boolean {
  if (start === 'open' || end === 'open') return end === 'open' && name !== SINCE;
  return start !== end && tryParseEdtf(typed) === undefined && !namesPart(typed, today, language);
}

interface Known {
  /** `YYYY-MM-DD`: the dossier begins then. */
  readonly first: string;
  readonly today: string;
  readonly language: Language;
}

function notOneDay(
  name: string,
  typed: string,
  date: Edtf,
  { first: begins, today, language }: Known,
  { params, raw }: Beside,
): UserError {
  // Only days that would be taken.
  const first = date.earliest < begins ? begins : date.earliest;
  const last = date.latest > today ? today : date.latest;
  const others = Object.fromEntries(Object.entries(raw).filter(([key]) => key !== name));
  const both = { since: first, until: last };
  const ways: readonly RawArguments[] =
    Object.hasOwn(both, name) && params.includes('since') && params.includes('until')
      ? [both]
      : [
          ...(name === 'on' && params.includes(PERIOD) ? [{ [PERIOD]: date.text }] : []),
          ...[first, last].map((day) => ({ [name]: day })),
        ];
  const words = (way: RawArguments) =>
    Object.entries(way)
      .map(([key, value]) => `${key}:${value}`)
      .join(' ');
  return new UserError(
    'error-date-span',
    {
      name,
      typed: visible(typed),
      date: language.date(date),
      open: date.end === 'open' ? 'yes' : 'no',
      ways: language.either(ways.map(words)),
    },
    false,
    ways.map((way) => ({ label: words(way), args: { ...others, ...way } })),
  );
}
