/** Reads a subscription's settings in plain words: "daily at 8 Paris, only clashes, quiet at night". Pure. */
import { sameJson } from '../../dossier/same-json.ts';
import { together } from '../../reply/user-error.ts';
import { ambiguousName } from '../../wording/ambiguous-name.ts';
import { matchNames } from '../../wording/match-names.ts';
import type { Named } from '../../wording/named.ts';
import { sideNames } from '../../wording/names.ts';
import type { NameContext } from '../../wording/wording-context.ts';
import type { Chosen } from '../choose-settings.ts';
import { toCron } from '../schedule.ts';
import { timezoneNames } from '../timezones.ts';
import { parseTopics, TOPICS } from '../topics.ts';
import { notUnderstood } from './misunderstood.ts';
import { RULES, saidTwice } from './rules.ts';

/** Words that say nothing about a setting. */
const FILLERS = new Set(
  'a an the and but or with in on at for to of me us please send post digest digests update updates news time timezone zone local subscribe'.split(
    ' ',
  ),
);
/** A name has no more words than this: "America/North_Dakota/New_Salem" is one, and its city two. */
const MOST_WORDS = 4;
/** Beyond this many words that no rule understands, none of them is looked up as a name. */
const MOST_UNKNOWN = 20;

/**
 * What `typed` says, setting by setting; what it leaves out is not there. Throws `UserError` for all that is not
 * understood, and for what is said twice and differently.
 */
export function readSettings(typed: string, context: NameContext): Chosen {
  const { heard, loose } = scan(typed, context);
  const zones = timezoneNames(context);
  const unknown = loose.flat().length > MOST_UNKNOWN;
  const named = loose.map((words) => ({
    typed: words.join(' '),
    read: () => (unknown ? refuse(words, zones) : readZone(words, zones)),
  }));
  let found: Chosen = {};
  const reads = [...heard, ...named].map((phrase) => () => {
    found = merged(found, phrase.read(), phrase.typed);
  });
  together([...reads, () => found.schedule !== undefined && toCron(found.schedule, found.at)]);
  return found;
}

interface Phrase {
  readonly typed: string;
  readonly read: () => Chosen;
}

/** What the rules understand, and the words in between, by phrases. */
function scan(typed: string, context: NameContext): { readonly heard: readonly Phrase[]; readonly loose: string[][] } {
  const heard: Phrase[] = [];
  const loose: string[][] = [[]];
  let at = 0;
  while (at < typed.length) {
    const between = matchAt(/[\s,;.]+/uy, typed, at)?.[0];
    if (between !== undefined) {
      if (/[^\s]/u.test(between)) loose.push([]);
      at += between.length;
      continue;
    }
    const rule = RULES.find(({ pattern }) => matchAt(pattern, typed, at));
    const match = rule && matchAt(rule.pattern, typed, at);
    if (rule === undefined || match === undefined) {
      const [word = ''] = matchAt(/[^\s,;]+/uy, typed, at) ?? [];
      loose.at(-1)?.push(word);
      at += word.length;
      continue;
    }
    loose.push([]);
    at += match[0].length;
    if (rule.names === undefined) heard.push({ typed: match[0], read: () => rule.read(match) });
    else {
      const { length, read } = readSide(typed.slice(at), rule.names, context);
      heard.push({ typed: match[0] + typed.slice(at, at + length), read });
      at += length;
    }
  }
  return { heard, loose: loose.map(withoutFillers).filter((words) => words.length > 0) };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** The side that `text` begins with, and how much of it that is. */
function readSide(text: string, what: 'side' | 'side or topic', context: NameContext) {
  const words = /^\s*([^,;]*)/u.exec(text)?.[1]?.match(/\S+/gu) ?? [];
  const sides = sideNames(context);
  const { count, names } = longestName(words, sides);
  const length = lengthOf(text, Math.max(count, 1));
  const [side, ...others] = names;
  const typed = words.slice(0, Math.max(count, 1)).join(' ');
  const read: Phrase['read'] = () => {
    if (side && others.length === 0) return { side: side.id };
    if (side) throw ambiguousName('side', typed, names);
    if (what === 'side or topic') return { topics: parseTopics(typed === '' ? 'only' : typed) };
    throw notUnderstood('side', typed, sides);
  };
  return { length, read };
}

/** How long the first `count` words of `text` are, with what is before them. */
function lengthOf(text: string, count: number): number {
  return new RegExp(String.raw`^(?:\s*[^\s,;]+){0,${count}}`, 'u').exec(text)?.[0].length ?? 0;
}

/** What the longest beginning of `words` names that names something. */
function longestName(words: readonly string[], all: readonly Named[]) {
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const names = matchNames(words.slice(0, count).join(' '), all, { isStrict: true });
    if (names.length > 0) return { count, names };
  }
  return { count: 0, names: [] };
}

/** A phrase that is the name of one time zone or of its city. */
function readZone(words: readonly string[], zones: readonly Named[]): Chosen {
  const { count, names } = longestName(words, zones);
  const [zone, ...others] = names;
  const rest = withoutFillers(words.slice(count));
  if (zone === undefined || rest.length > 0) return refuse(rest.length > 0 && zone ? rest : words, zones);
  if (others.length > 0) throw ambiguousName('timezone', words.join(' '), names);
  return { timezone: zone.id };
}

function refuse(words: readonly string[], zones: readonly Named[]): never {
  throw notUnderstood('words', words.join(' '), zones);
}

function withoutFillers(words: readonly string[]): string[] {
  const isFiller = (word: string) => FILLERS.has(word.toLowerCase());
  const first = words.findIndex((word) => !isFiller(word));
  const last = words.findLastIndex((word) => !isFiller(word));
  return first === -1 ? [] : words.slice(first, last + 1);
}

/** Topics add up, and days make "weekly" more particular. Throws where anything else is said twice. */
function merged(all: Chosen, part: Chosen, typed: string): Chosen {
  const { topics, schedule } = part;
  if (all.topics?.length && topics?.length) {
    const both = [...all.topics, ...topics];
    return { ...all, topics: TOPICS.filter((topic) => both.includes(topic)) };
  }
  const isDays = schedule !== undefined && /^[a-z]+day\b/u.test(schedule);
  if (all.schedule === 'weekly' && isDays) return { ...all, schedule };
  for (const [name, value] of Object.entries(part)) {
    const before = Object.entries(all).find(([other]) => other === name);
    if (before && !sameJson(before[1], value)) throw saidTwice(name, typed);
  }
  return { ...all, ...part };
}
