/** Raw arguments → typed arguments. Errors say what was not understood and what to type instead. */

import type { RawArguments } from '../reply/reply.ts';
import { together, UserError } from '../reply/user-error.ts';
import { visible } from '../reply/visible.ts';
import { matchNames } from '../wording/match-names.ts';
import { nearest } from '../wording/nearest.ts';
import type { Args, ChoiceParam, NameParam, Param, Params } from './command.ts';
import { takenElsewhere } from './names/elsewhere.ts';
import { parseName } from './names/parse-name.ts';
import { type Beside, type ParsingContext, parseDate } from './parse-date.ts';
import { paramNames } from './raw-arguments.ts';

/**
 * Longest value of a parameter without a limit of its own, in UTF-16 units. Discord allows 6000; no name or date needs
 * that.
 */
const MAX_VALUE = 200;

/** With all arguments, so that a button can give them again with one of them put right. */
type ValueContext = ParsingContext & Pick<Beside, 'raw'>;

/** Throws `UserError` for all unknown names, and for all values that are empty, too long or not understood. */
export function parseArgs<P extends Params>(typedArgs: RawArguments, params: P, context: ParsingContext): Args<P> {
  const raw = withChoicesApart(withoutAll(typedArgs, params, context), params, context);
  const works = Object.entries(raw).map(([name, typed]) => () => {
    // `hasOwn`, or `constructor:` would count as a parameter.
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (param === undefined) {
      const [suggestion] = nearest(name, Object.keys(params), 1);
      if (suggestion !== undefined) throw new UserError('error-argument-near', { name: visible(name), suggestion });
      const elsewhere = takenElsewhere(name, typed.trim().slice(0, MAX_VALUE), params, { ...context, raw });
      if (elsewhere) throw elsewhere;
      if (Object.keys(params).length === 0) throw new UserError('error-argument-none');
      throw new UserError('error-argument-unknown', { name: visible(name), names: paramNames(params) });
    }
    const limit = (param.kind === 'text' ? param.longest : undefined) ?? MAX_VALUE;
    if (typed.length > limit) throw new UserError('error-argument-long', { name, limit });
    if (typed.trim() === '') throw new UserError('error-argument-empty', { name });
    return [name, parseValue(name, typed.trim(), param, params, { ...context, raw })] as const;
  });
  // Each value was parsed by the parameter of its name; the type system cannot follow that through `fromEntries`.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(together(works)) as Args<P>;
}

function parseValue(name: string, typed: string, param: Param, params: Params, context: ValueContext) {
  switch (param.kind) {
    case 'text':
      param.check?.(typed, context, context.raw);
      return typed;
    case 'channel':
      return typed;
    case 'choice':
      return parseChoice(name, typed, param);
    case 'name':
      return parseNameOrSay(name, typed, param, params, context);
    case 'date':
      return parseDate(name, typed, param.clock, context, { params: Object.keys(params), raw: context.raw });
  }
}

/** What is near no name may be for another parameter: `/casualties harbour` asks for an incident, not for victims. */
function parseNameOrSay(name: string, typed: string, param: NameParam, params: Params, context: ValueContext) {
  try {
    return parseName(name, typed, param, context);
  } catch (error) {
    const isUnknown = error instanceof UserError && error.id === 'error-name-unknown';
    throw (isUnknown ? takenElsewhere(name, typed, params, context) : undefined) ?? error;
  }
}

function parseChoice(name: string, typed: string, param: ChoiceParam): string {
  const { choices } = param;
  const chosen = choiceOf(typed, param);
  if (chosen !== undefined) return chosen;
  const [suggestion = choices[0] ?? ''] = nearest(typed, choices, 1);
  throw new UserError('error-choice', { name, typed: visible(typed), choices: choices.join(', '), suggestion });
}

function choiceOf(typed: string, { choices, synonyms = {} }: ChoiceParam): string | undefined {
  const word = typed.toLowerCase();
  return choices.find((choice) => choice === word || (Object.hasOwn(synonyms, word) && synonyms[word] === choice));
}

/** No filter, in the words of whoever thinks that there has to be one. */
const ALL: ReadonlySet<string> = new Set(['all', 'any', 'anyone', 'both', 'everybody', 'everyone']);

/** Without what asks for all there is, where nothing is called so: the answer says that nothing was left out. */
function withoutAll(raw: RawArguments, params: Params, context: ParsingContext): RawArguments {
  const isAll = (name: string, typed: string) => {
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    if (!ALL.has(typed.trim().toLowerCase())) return false;
    if (param?.kind !== 'name' && param?.kind !== 'choice') return false;
    if (param.kind === 'choice') return param.isFilter === true && choiceOf(typed, param) === undefined;
    return param.isFilter === true && matchNames(typed, param.names(context)).length === 0;
  };
  return Object.fromEntries(Object.entries(raw).filter(([name, typed]) => !isAll(name, typed)));
}

/** “Civilians killed” is `who:civilians harm:killed`, where nobody is called so and `harm:` was not given. */
function withChoicesApart(raw: RawArguments, params: Params, context: ParsingContext): RawArguments {
  for (const [name, param] of Object.entries(params)) {
    const typed = raw[name];
    if (typed === undefined || param.kind !== 'name' || param.beside === undefined) continue;
    const beside = params[param.beside];
    if (beside?.kind !== 'choice' || raw[param.beside] !== undefined) continue;
    if (matchNames(typed, param.names(context)).length > 0) continue;
    const words = typed.split(/\s+/u);
    const chosen = [...new Set(words.flatMap((word) => choiceOf(word, beside) ?? []))];
    const others = words.filter((word) => choiceOf(word, beside) === undefined).join(' ');
    const [choice] = chosen;
    if (choice === undefined || chosen.length > 1) continue;
    const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => key !== name));
    return { ...rest, ...(others === '' ? {} : { [name]: others }), [param.beside]: choice };
  }
  return raw;
}
