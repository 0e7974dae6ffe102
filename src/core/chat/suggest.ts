/** Suggests values while somebody types: for Discord's autocomplete and the terminal's completion. */
import type { Named } from '../wording/named.ts';
import { complete } from '../wording/nearest.ts';
import type { NamingContext, Param } from './command.ts';

/** At most `limit` values that fit what is `typed` so far. `id` is the value to send, `label` what to show. */
export function suggest(param: Param, typed: string, context: NamingContext, limit: number): readonly Named[] {
  switch (param.kind) {
    case 'name':
      return complete(typed, param.names(context), limit);
    case 'choice':
      return complete(typed, param.choices.map(toNamed), limit);
    case 'date': {
      const { begins } = context.dossier;
      const days = ['today', 'yesterday', ...(begins === undefined ? [] : [begins, begins.slice(0, 7)])];
      return days
        .filter((day) => day.startsWith(typed))
        .map((day) => ({ id: day, label: day, aliases: [] }))
        .slice(0, limit);
    }
    case 'text':
      return complete(typed, (param.offered ?? []).map(toNamed), limit);
  }
}

function toNamed(word: string): Named {
  return { id: word, label: word, aliases: [] };
}
