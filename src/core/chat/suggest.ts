/** Suggests values while somebody types: for Discord's autocomplete and the terminal's completion. */

import { complete } from '../wording/match-names.ts';
import type { Named } from '../wording/named.ts';
import type { NamingContext, Param } from './command.ts';
import { readDate } from './dates/read-date.ts';
import { datedNames } from './names/dated-names.ts';

interface SuggestingContext extends NamingContext {
  /** `YYYY-MM-DD`. Without it, no date is read in words. */
  readonly today?: string;
}

/** At most `limit` values that fit what is `typed` so far. `id` is the value to send, `label` what to show. */
export function suggest(param: Param, typed: string, context: SuggestingContext, limit: number): readonly Named[] {
  switch (param.kind) {
    case 'name':
      return nameTyped(typed, param.names(context), context, limit);
    case 'choice':
      return complete(typed, param.choices.map(toNamed), limit);
    case 'date': {
      const { begins } = context.dossier;
      const days = ['today', 'yesterday', ...(begins === undefined ? [] : [begins, begins.slice(0, 7)])];
      const begun = days.filter((day) => day.startsWith(typed)).map(toNamed);
      return (begun.length > 0 ? begun : dateRead(typed, context)).slice(0, limit);
    }
    case 'channel':
      return [];
    case 'text':
      return complete(typed, (param.offered ?? []).map(toNamed), limit);
  }
}

/** Names with words that begin so; else what the day, the place and the words so far fit: “harbour 13 march”. */
function nameTyped(
  typed: string,
  names: readonly Named[],
  { today, language }: SuggestingContext,
  limit: number,
): readonly Named[] {
  const begun = complete(typed, names, limit);
  if (begun.length > 0 || today === undefined || names.every(({ days }) => days === undefined)) return begun;
  const { found, near } = datedNames(typed, names, { today, language });
  return (found.length > 0 ? found : near).slice(0, limit);
}

/** What is typed as the bot would understand it: “9 nov” is offered as “9 November 2026”. */
function dateRead(typed: string, { today, language }: SuggestingContext): readonly Named[] {
  const date = today === undefined ? undefined : readDate(typed, today, language);
  if (today === undefined || !date || date.start === 'open' || date.end === 'open' || date.earliest > today) return [];
  return [{ id: date.text, label: language.date(date), aliases: [] }];
}

function toNamed(word: string): Named {
  return { id: word, label: word, aliases: [] };
}
