/** Parses dates as askers type them (`on:`, `known:`, `since:`): a day or a month that is not in the future. */
import { parseEdtf, tryParseEdtf } from '../dossier/dates/edtf.ts';
import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import type { NamingContext } from './command.ts';

/** What parsing depends on. `today` is `YYYY-MM-DD` in the bot's time zone. */
export interface ParsingContext extends NamingContext {
  readonly today: string;
}

/** Throws `UserError` for what is no day or month, for the future, and for a date before the dossier begins. */
export function parseDate(
  name: string,
  typed: string,
  clock: 'event' | 'knowledge',
  { today, dossier, language }: ParsingContext,
) {
  const date = tryParseEdtf(relative(typed.toLowerCase(), today));
  const first = dossier.begins ?? today;
  if (!date || date.start !== date.end) {
    throw new UserError('error-date', {
      name,
      typed: visible(typed),
      examples: `${name}:${first} · ${name}:${first.slice(0, 7)} · ${name}:today`,
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
  return date;
}

function relative(typed: string, today: string): string {
  if (typed === 'today') return today;
  if (typed === 'yesterday') return Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return typed;
}
