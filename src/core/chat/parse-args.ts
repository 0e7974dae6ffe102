/** Raw arguments → typed arguments. Errors say what was not understood and what to type instead. */

import type { RawArguments } from '../reply/reply.ts';
import { together, UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { ambiguousName } from '../wording/ambiguous-name.ts';
import type { Named } from '../wording/named.ts';
import { matchNames, nearest, nearestNames } from '../wording/nearest.ts';
import type { Args, ChoiceParam, NameParam, Param, Params } from './command.ts';
import { type ParsingContext, parseDate } from './parse-date.ts';
import { paramNames } from './raw-arguments.ts';

/**
 * Longest value of a parameter without a limit of its own, in UTF-16 units. Discord allows 6000; no name or date needs
 * that.
 */
const MAX_VALUE = 200;

/** `raw`: all arguments, so that a button can give them again with one of them put right. */
type ValueContext = ParsingContext & { readonly raw: RawArguments };

/** Throws `UserError` for all unknown names, and for all values that are empty, too long or not understood. */
export function parseArgs<P extends Params>(raw: RawArguments, params: P, context: ParsingContext): Args<P> {
  const works = Object.entries(raw).map(([name, typed]) => () => {
    // `hasOwn`, or `constructor:` would count as a parameter.
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (param === undefined) {
      const [suggestion] = nearest(name, Object.keys(params), 1);
      if (suggestion !== undefined) throw new UserError('error-argument-near', { name: visible(name), suggestion });
      if (Object.keys(params).length === 0) throw new UserError('error-argument-none');
      throw new UserError('error-argument-unknown', { name: visible(name), names: paramNames(params) });
    }
    const limit = (param.kind === 'text' ? param.longest : undefined) ?? MAX_VALUE;
    if (typed.length > limit) throw new UserError('error-argument-long', { name, limit });
    if (typed.trim() === '') throw new UserError('error-argument-empty', { name });
    return [name, parseValue(name, typed.trim(), param, { ...context, raw })] as const;
  });
  // Each value was parsed by the parameter of its name; the type system cannot follow that through `fromEntries`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(together(works)) as Args<P>;
}

function parseValue(name: string, typed: string, param: Param, context: ValueContext) {
  switch (param.kind) {
    case 'text':
      param.check?.(typed, context, context.raw);
      return typed;
    case 'choice':
      return parseChoice(name, typed, param);
    case 'name':
      return parseName(name, typed, param, context);
    case 'date':
      return parseDate(name, typed, param.clock, context);
  }
}

function parseChoice(name: string, typed: string, { choices, synonyms = {} }: ChoiceParam): string {
  const word = typed.toLowerCase();
  const chosen = choices.find(
    (choice) => choice === word || (Object.hasOwn(synonyms, word) && synonyms[word] === choice),
  );
  if (chosen !== undefined) return chosen;
  const [suggestion = choices[0] ?? ''] = nearest(typed, choices, 1);
  throw new UserError('error-choice', { name, typed: visible(typed), choices: choices.join(', '), suggestion });
}

/** The bot asks back what an ambiguous or unknown name means and never guesses (R22). */
function parseName(name: string, typed: string, param: NameParam, context: ValueContext): Named {
  const names = param.names(context);
  const offered = new Set(names.map(({ id }) => id));
  const all = [...names, ...(param.also?.(context) ?? []).filter(({ id }) => !offered.has(id))];
  const [first, ...others] = matchNames(typed, all);
  if (first && others.length === 0) return first;
  const offers = (some: readonly Named[]) =>
    some.map(({ id, label }) => ({ label, args: { ...context.raw, [name]: id } }));
  if (first) throw ambiguousName(name, typed, [first, ...others], offers);
  const isShort = param.strict === true && typed.length <= 3;
  const near = isShort ? [] : nearestNames(typed, all, 3, param.strict ? 1 : undefined);
  const examples = [...new Set([...near, ...names])].slice(0, 3).map((option) => `${name}:${option.id}`);
  const words = { name, typed: visible(typed), suggestion: examples[0] ?? '', examples: examples.join(' · ') };
  throw new UserError(near.length > 0 ? 'error-name-near' : 'error-name-unknown', words, false, offers(near));
}
