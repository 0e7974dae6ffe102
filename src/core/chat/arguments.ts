/** Typed text → raw arguments: `/quotes speaker:asif text:"open war"`, or words without a name for the `rest` parameter. */
import type { Params } from './command.ts';
import type { RawArguments } from './reply.ts';
import { UserError } from './user-error.ts';

/** The quotation marks that people's keyboards make, straight and curly. */
const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"|“([^”]*)”|(\S+))/giu;

/**
 * Splits `text` (all after the command's name) into arguments. Words without a name go to the parameter marked `rest`,
 * joined by spaces. Throws `UserError` where a command takes no such words or a name is given twice.
 */
export function parseArguments(text: string, params: Params): RawArguments {
  const named = new Map<string, string>();
  const loose: string[] = [];
  for (const [whole, name, straight, curly, bare] of text.matchAll(TOKEN)) {
    const value = straight ?? curly ?? bare ?? '';
    const key = name?.toLowerCase();
    // "10:30" or "https:…" are words that have a colon in them, not a misnamed argument.
    if (key === undefined || (params[key] === undefined && value.startsWith('//')))
      loose.push(key === undefined ? value : whole);
    else if (named.has(key)) throw new UserError('error-argument-twice', { name: key });
    else named.set(key, value);
  }
  const rest = Object.keys(params).find((key) => {
    const param = params[key];
    return param !== undefined && 'rest' in param && param.rest;
  });
  if (loose.length > 0) {
    if (rest === undefined)
      throw new UserError('error-argument-loose', { words: loose.join(' '), names: paramNames(params) });
    if (named.has(rest)) throw new UserError('error-argument-twice', { name: rest });
    named.set(rest, loose.join(' '));
  }
  return Object.fromEntries(named);
}

/** The inverse, for showing a command as text: values with spaces are quoted. */
export function formatCommand(command: string, args: RawArguments): string {
  const parts = Object.entries(args).map(([name, value]) => `${name}:${/\s/u.test(value) ? `"${value}"` : value}`);
  return [`/${command}`, ...parts].join(' ');
}

/** `on:, known:` — the names that a command takes, for error messages. */
export function paramNames(params: Params): string {
  return Object.keys(params)
    .map((name) => `${name}:`)
    .join(' ');
}
