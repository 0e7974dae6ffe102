/** Splits what was typed after a command into named arguments, and formats arguments as text again. */

import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';
import { quoted, visible } from '../reply/visible.ts';
import type { Params } from './command.ts';
import { readAsked } from './dates/read-date.ts';
import { PERIOD } from './parse-date.ts';

/**
 * `name:value`, `name:"several words"`, `name:` without a value, or a word. Quotation marks may be straight or curly.
 */
const TOKEN = /(?:([a-z]+):)?(?:"([^"]*)"|“([^”]*)”)|([a-z]+):(?=\s|$)|(?:([a-z]+):)?(\S+)/giu;
/** Longest text after a command, in UTF-16 units. Source: a Telegram message has 4096 at most. */
const MAX_TEXT = 4096;

/** Words without a name that follow a value. */
interface Run {
  readonly after: string;
  /** Index of the first among all words without a name. */
  readonly from: number;
  readonly words: readonly string[];
}

/**
 * `text` is all that follows the command's name, e.g. `speaker:lee text:"at dawn"`. Words without a name are joined by
 * spaces and go to the parameter marked `rest`; where they are a date, to `on:` or `period:`, see `dateParamFor`.
 * Throws `UserError` if the command has no such parameter, if a name is given twice, if a value lacks its quotation
 * marks, or if `text` is too long.
 */
export function parseRawArguments(text: string, params: Params): RawArguments {
  if (text.length > MAX_TEXT) throw new UserError('error-text-long', { limit: MAX_TEXT });
  const named = new Map<string, string>();
  const loose: string[] = [];
  const runs = new Map<string, Run>();
  let last: string | undefined;
  for (const [whole, quotedName, straight, curly, emptyName, bareName, bare] of text.matchAll(TOKEN)) {
    const key = (quotedName ?? emptyName ?? bareName)?.toLowerCase();
    const value = straight ?? curly ?? bare ?? '';
    // "https://…" is a word with a colon in it, not an argument named `https`.
    if (key === undefined || (!Object.hasOwn(params, key) && value.startsWith('//'))) {
      const word = key === undefined ? value : whole;
      loose.push(word);
      if (last !== undefined) {
        const { from, words } = runs.get(last) ?? { from: loose.length - 1, words: [] };
        runs.set(last, { after: last, from, words: [...words, word] });
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
  // The last first, so that the others stay where they are.
  for (const { after, from, words } of [...runs.values()].toReversed()) {
    const date = dateGoingOn(after, [named.get(after) ?? '', ...words], params);
    if (date === undefined) continue;
    named.set(after, date);
    loose.splice(from, words.length);
    runs.delete(after);
  }
  const [stray] = runs.values();
  const mayGoOn = stray !== undefined && mayHaveSpaces(stray.after, named.get(stray.after) ?? '', params);
  if (stray && (rest !== undefined || mayGoOn)) {
    const words = stray.words.join(' ');
    const example = mayGoOn
      ? formatArgument(stray.after, `${named.get(stray.after) ?? ''} ${words}`)
      : formatArgument(rest ?? '', words);
    throw new UserError('error-argument-quotes', { words: visible(words), example: visible(example) });
  }
  if (loose.length > 0) {
    const words = loose.join(' ');
    const takes = dateParamFor(words, rest, params, named) ?? rest;
    if (takes === undefined) throw notUnderstood(words, params, Object.fromEntries(named));
    if (named.has(takes)) throw new UserError('error-argument-twice', { name: takes });
    named.set(takes, words);
  }
  return Object.fromEntries(named);
}

/** Words after a text or a name probably belong to it, and words after what is only part of a date: “9 November”. */
function mayHaveSpaces(name: string, value: string, params: Params): boolean {
  const kind = Object.hasOwn(params, name) ? params[name]?.kind : undefined;
  return kind === 'text' || kind === 'channel' || kind === 'name' || (kind === 'date' && !isDate(value));
}

/** “on:9 November 2025”: the value is no date, and with the words after it, it is. */
function dateGoingOn(name: string, words: readonly string[], params: Params): string | undefined {
  const kind = Object.hasOwn(params, name) ? params[name]?.kind : undefined;
  const [value = ''] = words;
  const whole = words.join(' ');
  return (kind === 'date' || kind === 'text') && !isDate(value) && isDate(whole) ? whole : undefined;
}

/**
 * Where nothing else takes words, a date is the day of the answer; where quotations are searched for words, or victims
 * are named, it is the time that is asked about: nobody is called “march”.
 */
function dateParamFor(
  words: string,
  rest: string | undefined,
  params: Params,
  named: ReadonlyMap<string, string>,
): string | undefined {
  const name = rest === undefined ? 'on' : PERIOD;
  if (params[name]?.kind !== 'date' || named.has(name) || (rest !== undefined && named.has(rest))) return undefined;
  return isDate(words) ? name : undefined;
}

/** Whether words are a date is the same on each day. */
const ANY_DAY = '2000-01-01';

function isDate(words: string): boolean {
  return readAsked(words, ANY_DAY, undefined) !== undefined;
}

function notUnderstood(words: string, params: Params, given: RawArguments): UserError {
  const [first] = Object.keys(params);
  if (first === undefined) return new UserError('error-argument-none');
  const word = words.split(' ').at(-1) ?? '';
  const date = [words, word].find((one) => isDate(one)) ?? 'today';
  const isDay = params[first]?.kind === 'date';
  const example = formatArgument(first, isDay ? date : word);
  // The answer to what stands alone is one press away where it is a day, and the day was to be one of these.
  const ways = isDay && isDate(words) ? Object.keys(params).filter((name) => params[name]?.kind === 'date') : [];
  return new UserError(
    'error-argument-loose',
    { words: visible(words), example: visible(example), names: paramNames(params) },
    false,
    ways.map((name) => ({ label: formatArgument(name, words), args: { ...given, [name]: words } })),
  );
}

function formatArgument(name: string, value: string): string {
  return `${name}:${quoted(value)}`;
}

/** The inverse of `parseRawArguments`: `/quotes speaker:lee text:"at dawn"`. */
export function formatCommand(command: string, args: RawArguments): string {
  const parts = Object.entries(args).map(([name, value]) => formatArgument(name, value));
  return [`/${command}`, ...parts].join(' ');
}

/** Those of the arguments that were given. */
export function givenArguments(all: Readonly<Record<string, string | undefined>>): RawArguments {
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The names that a command takes, for error messages: `on: known:`. */
export function paramNames(params: Params): string {
  return Object.keys(params)
    .map((name) => `${name}:`)
    .join(' ');
}
