/** Reads a name that somebody typed. The bot asks back what an ambiguous one means and never guesses (R22). */
import type { RawArguments } from '../../reply/reply.ts';
import { type Offer, UserError } from '../../reply/user-error.ts';
import { visible } from '../../reply/visible.ts';
import { ambiguousName } from '../../wording/ambiguous-name.ts';
import { bareWords, exactNames, hasAmong, matchNames, wordsIn } from '../../wording/match-names.ts';
import { matchRoles } from '../../wording/match-roles.ts';
import type { Named } from '../../wording/named.ts';
import { nearestNames } from '../../wording/nearest.ts';
import type { NameParam } from '../command.ts';
import type { ParsingContext } from '../parse-date.ts';
import { datedNames } from './dated-names.ts';

/** Names that are suggested where none is understood. */
const SUGGESTED = 3;

const PLAIN = { near: 'error-name-near', unknown: 'error-name-unknown' } as const;
const DATED = { near: 'error-dated-near', unknown: 'error-dated-unknown' } as const;

interface Found {
  /** One where it is clear. */
  readonly found: readonly Named[];
  /** The nearest first, where nothing was found. */
  readonly near: readonly Named[];
}

/** `raw`: all arguments, for a button that gives them again with this one put right. */
export function parseName(
  name: string,
  typed: string,
  param: NameParam,
  context: ParsingContext & { readonly raw: RawArguments },
): Named {
  const names = param.names(context);
  const all = added(names, param.also?.(context) ?? []);
  const isDated = names.some(({ days }) => days !== undefined);
  const { found, near } = isDated ? datedFor(typed, all, param, context) : namesFor(typed, all, param, context);
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  const offers = (some: readonly Named[]): readonly Offer[] =>
    some.map(({ id, label }) => ({ label, args: { ...context.raw, [name]: id } }));
  if (first) throw ambiguousName(name, typed, found, context.raw);
  const mentioned = all.filter(({ mentions = [] }) => hasAmong(bareWords(typed), wordsIn(mentions)));
  const isWhole = ({ mentions = [] }: Named) =>
    exactNames(typed, [{ id: '', label: '', aliases: mentions }]).length > 0;
  if (mentioned.length > 0 && (near.length === 0 || mentioned.some(isWhole)))
    throw onlyMentioned(name, typed, mentioned, offers);
  const nearest = [...new Set(near)].slice(0, SUGGESTED);
  const suggested = nearest.length > 0 ? nearest : names.slice(0, SUGGESTED);
  // The id of an incident is not what anybody would call it.
  const isLabelled = isDated && nearest.length > 0;
  const examples = suggested.map(({ id, label }) => (isLabelled ? `${name}:${id} (${label})` : `${name}:${id}`));
  const words = { name, typed: visible(typed), examples: examples.join(' · ') };
  const ids = isDated ? DATED : PLAIN;
  throw new UserError(nearest.length > 0 ? ids.near : ids.unknown, words, false, offers(nearest));
}

/** Those of whom most is said first. */
function onlyMentioned(
  name: string,
  typed: string,
  names: readonly Named[],
  offers: (some: readonly Named[]) => readonly Offer[],
): UserError {
  const times = ({ mentions = [] }: Named) =>
    mentions.filter((text) => hasAmong(bareWords(typed), wordsIn([text]))).length;
  const some = names.toSorted((a, b) => times(b) - times(a)).slice(0, SUGGESTED);
  const options = some.map(({ id, label }) => `${name}:${id} (${label})`).join(' · ');
  return new UserError('error-name-mentioned', { name, typed: visible(typed), options }, false, offers(some));
}

/** What happened, else what happened of which nothing is on file. */
function datedFor(typed: string, all: readonly Named[], param: NameParam, context: ParsingContext): Found {
  const dated = datedNames(typed, all, context);
  if (dated.found.length > 0 || !param.silent) return dated;
  const silent = datedNames(typed, added(all, param.silent(context)).slice(all.length), context);
  return silent.found.length > 0 ? silent : dated;
}

function namesFor(typed: string, all: readonly Named[], param: NameParam, context: ParsingContext): Found {
  const isStrict = param.strict === true;
  const silent = added(all, param.silent?.(context) ?? []).slice(all.length);
  const roles = matchRoles(typed, [...all, ...silent]);
  const exact = exactNames(typed, all);
  const named = exact.length > 0 ? exact : matchNames(typed, all, { isStrict });
  // “Prime Minister” is in the name of an office and begins the role of a person.
  const meant = exact.length > 0 ? exact : added(named, named.length > 0 ? roles.begun : roles.whole);
  const found = meant.length > 0 ? meant : matchNames(typed, silent);
  if (found.length > 0) return { found, near: [] };
  // Nothing is near to three letters: EST is not Estonia.
  const isShort = isStrict && typed.length <= 3;
  const spelt = isShort ? [] : nearestNames(typed, [...all, ...silent], SUGGESTED, isStrict ? 1 : undefined);
  // Whoever follows a suggestion gets an answer.
  const offered = new Set(param.names(context).map(({ id }) => id));
  return { found, near: [...roles.near, ...spelt].filter(({ id }) => offered.has(id)) };
}

/** Without those of `more` that are there already. */
function added(names: readonly Named[], more: readonly Named[]): readonly Named[] {
  const ids = new Set(names.map(({ id }) => id));
  return [...names, ...more.filter(({ id }) => !ids.has(id))];
}
