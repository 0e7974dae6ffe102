/** Parses dates as askers type them (`on:`, `known:`, `since:`): days that have begun, none of them open at an end. */
import { parseEdtf } from '../dossier/dates/edtf.ts';
import { UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import type { NamingContext } from './command.ts';
import { readDate } from './dates/read-date.ts';

/** What parsing depends on. `today` is `YYYY-MM-DD` in the bot's time zone. */
export interface ParsingContext extends NamingContext {
  readonly today: string;
}

/** Throws `UserError` for what is no date or has no end, for the future, and for a date before the dossier begins. */
export function parseDate(
  name: string,
  typed: string,
  clock: 'event' | 'knowledge',
  { today, dossier, language }: ParsingContext,
) {
  const date = readDate(typed, today, language);
  const first = dossier.begins ?? today;
  if (!date || date.start === 'open' || date.end === 'open') {
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
  return date;
}
