/** Where a name is none that the parameter takes, and another parameter of the command takes it: which one (R22). */
import type { RawArguments } from '../../reply/reply.ts';
import { UserError } from '../../reply/user-error.ts';
import { quoted, visible } from '../../reply/visible.ts';
import type { Param, Params } from '../command.ts';
import { readDate } from '../dates/read-date.ts';
import { type ParsingContext, PERIOD } from '../parse-date.ts';
import { parseName } from './parse-name.ts';

/** Ids come from menus. What else is typed is words of nearly everything. */
const ID = 'id';

/** `typed` was not understood for `name`. Undefined where no parameter that was not given takes it. */
export function takenElsewhere(
  name: string,
  typed: string,
  params: Params,
  context: ParsingContext & { readonly raw: RawArguments },
): UserError | undefined {
  const id = Object.hasOwn(params, name) ? 'error-name-elsewhere' : 'error-argument-elsewhere';
  const others = Object.fromEntries(Object.entries(context.raw).filter(([key]) => key !== name));
  const all = Object.entries(params).filter(
    ([key, param]) => ![name, ID].includes(key) && !Object.hasOwn(others, key) && takes(key, typed, param, context),
  );
  // Words are looked for in texts where they are no name of anything.
  const named = all.filter(([, { kind }]) => kind !== 'text');
  const taking = named.length > 0 ? named : all;
  if (taking.length === 0) return undefined;
  const ways = taking.map(([key]) => ({ label: `${key}:${quoted(typed)}`, args: { ...others, [key]: typed } }));
  const words = {
    name: visible(name),
    typed: visible(typed),
    ways: context.language.either(ways.map(({ label }) => visible(label))),
  };
  return new UserError(id, words, false, ways);
}

function takes(key: string, typed: string, param: Param, context: ParsingContext & { readonly raw: RawArguments }) {
  switch (param.kind) {
    case 'text':
      return param.finds?.(typed, context) === true;
    case 'channel':
    case 'choice':
      return false;
    case 'date': {
      const date = readDate(typed, context.today, context.language);
      return date !== undefined && (date.start === date.end || key === PERIOD);
    }
    case 'name':
      try {
        // Nothing is on file for the names that are only understood: that would be a dead end.
        parseName(key, typed, { ...param, also: () => [], silent: () => [] }, context);
        return true;
      } catch (error) {
        if (error instanceof UserError) return error.id === 'error-name-ambiguous';
        throw error;
      }
  }
}
