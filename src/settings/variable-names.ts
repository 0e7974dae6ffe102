/** Finds variables that are set to no effect: misspelt ones, and those of a platform without its token. */
import { distance } from 'fastest-levenshtein';
import { platforms } from '../adapters/index.ts';
import type { BotSettings } from '../adapters/platform.ts';
import { settings } from '../settings.ts';

/** One problem for each variable of `set` that does nothing, because its platform has no token. */
export function withoutToken(set: ReadonlyMap<string, string>): readonly string[] {
  return platforms.flatMap(({ bot }) => (bot === undefined || set.has(bot.token) ? [] : idle(set, bot)));
}

function idle(set: ReadonlyMap<string, string>, { token, connection, pace }: BotSettings): readonly string[] {
  return Object.keys({ ...connection, ...pace })
    .filter((name) => set.has(name))
    .map((name) => `${name} does nothing without ${token}: set that too, or unset this`);
}

/** One problem for each variable like `X_TOEKN` or `X_BOT_TOKEN` (X: a platform), where the one meant is not set. */
export function misspelt(set: ReadonlyMap<string, string>): readonly string[] {
  const known = settings.map(({ name }) => name);
  const prefixes = platforms.flatMap(({ name, bot }) => (bot ? `${name.toUpperCase()}_` : []));
  return [...set.keys()].flatMap((name) => {
    const upper = name.toUpperCase();
    if (known.includes(name) || !prefixes.some((prefix) => upper.startsWith(prefix))) return [];
    const words = upper.split('_');
    const meant = known
      .filter((other) => !set.has(other))
      .filter((other) => distance(upper, other) <= 2 || other.split('_').every((word) => words.includes(word)))
      .toSorted((a, b) => distance(upper, a) - distance(upper, b))[0];
    return meant === undefined ? [] : [`${name} is not a variable of this bot: did you mean ${meant}?`];
  });
}
