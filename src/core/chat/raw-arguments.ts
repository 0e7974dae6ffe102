/** Typed text → raw arguments: `/quotes speaker:asif text:"open war"`, or words without a name for the `rest` parameter. */

import { tryParseEdtf } from '../dossier/edtf.ts';
import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';
import { quoted, visible } from '../reply/visible.ts';
import type { Params } from './command.ts';

/** `name:value`, `name:"several words"`, `name:` without a value, or a word; straight and curly quotation marks. */
const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"|“([^”]*)”)|([a-z]+):(?=\s|$)|(?:([a-z]+):)?(\S+)/giu;
/** Longest text after a command, in UTF-16 units: what one message can carry on the platforms. */
const MAX_TEXT = 4096;

/**
 * Splits `text` (all after the command's name) into arguments. Words without a name go to the parameter marked `rest`,
 * joined by spaces. Throws `UserError` where a command takes no such words, a name is given twice, or `text` is too long.
 */
export function parseRawArguments(text: string, params: Params): RawArguments {
  if (text.length > MAX_TEXT) throw new UserError('error-text-long', { limit: MAX_TEXT });
  const named = new Map<string, string>();
  const loose: string[] = [];
  let stray: { readonly after: string; readonly words: string[] } | undefined;
  let last: string | undefined;
  for (const [whole, quotedName, straight, curly, emptyName, bareName, bare] of text.matchAll(TOKEN)) {
    const key = (quotedName ?? emptyName ?? bareName)?.toLowerCase();
    const value = straight ?? curly ?? bare ?? '';
    // "https://…" is a word that has a colon in it, not a misnamed argument.
    if (key === undefined || (!Object.hasOwn(params, key) && value.startsWith('//'))) {
      const word = key === undefined ? value : whole;
      loose.push(word);
      if (last !== undefined && (stray === undefined || stray.after === last)) {
        stray = { after: last, words: [...(stray?.words ?? []), word] };
      }
    } else if (named.has(key)) throw new UserError('error-argument-twice', { name: visible(key) });
    else {
      named.set(key, value);
      last = value === '' ? undefined : key;
    }
  }
  const rest = Object.keys(params).find((key) => {
    const param = params[key];
    return param !== undefined && 'rest' in param && param.rest;
  });
  if (stray && (rest !== undefined || mayHaveSpaces(stray.after, params))) {
    const words = stray.words.join(' ');
    const example = mayHaveSpaces(stray.after, params)
      ? formatArgument(stray.after, `${named.get(stray.after) ?? ''} ${words}`)
      : formatArgument(rest ?? '', words);
    throw new UserError('error-argument-quotes', { words: visible(words), example: visible(example) });
  }
  if (loose.length > 0) {
    if (rest === undefined) throw notUnderstood(loose.join(' '), params);
    if (named.has(rest)) throw new UserError('error-argument-twice', { name: rest });
    named.set(rest, loose.join(' '));
  }
  return Object.fromEntries(named);
}

/** A day is one word, and so is a choice. Words after any other value are most likely its rest. */
function mayHaveSpaces(name: string, params: Params): boolean {
  const kind = Object.hasOwn(params, name) ? params[name]?.kind : undefined;
  return kind === 'text' || kind === 'name';
}

function notUnderstood(words: string, params: Params): UserError {
  const [first] = Object.keys(params);
  if (first === undefined) return new UserError('error-argument-none');
  const word = words.split(' ').at(-1) ?? '';
  const isOdd = params[first]?.kind === 'date' && tryParseEdtf(word) === undefined;
  const example = formatArgument(first, isOdd ? 'today' : word);
  return new UserError('error-argument-loose', {
    words: visible(words),
    example: visible(example),
    names: paramNames(params),
  });
}

function formatArgument(name: string, value: string): string {
  return `${name}:${quoted(value)}`;
}

/** The inverse, for showing a command as text: values with spaces are quoted. */
export function formatCommand(command: string, args: RawArguments): string {
  const parts = Object.entries(args).map(([name, value]) => formatArgument(name, value));
  return [`/${command}`, ...parts].join(' ');
}

/** `on:, known:` — the names that a command takes, for error messages. */
export function paramNames(params: Params): string {
  return Object.keys(params)
    .map((name) => `${name}:`)
    .join(' ');
}
