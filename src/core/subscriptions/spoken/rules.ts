/** The words that set up a subscription, one rule for each thing that can be said, the more particular ones first. */
import { UserError } from '../../reply/user-error.ts';
import { visible } from '../../reply/visible.ts';
import type { Chosen } from '../choose-settings.ts';
import { WEEKDAYS } from '../schedule.ts';
import { parseTopics, TOPIC_FORMS } from '../topics.ts';
import { ANY_CLOCK, PLAIN_CLOCK, QUIET, readClock, readQuiet, SILENT } from './clock.ts';

export interface Rule {
  /** Matches at the beginning of a word, where its `lastIndex` is, and to the end of one. */
  readonly pattern: RegExp;
  /** Throws `UserError` for what is said and cannot be. */
  readonly read: (match: readonly string[]) => Chosen;
  /** What the next words name. */
  readonly names?: 'side' | 'side or topic';
}

const BOUNDARY = String.raw`(?![\p{L}\p{N}])`;
const DAY =
  '(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';
const EVERY = '(?:(?:every|each|on) )?';
const BOARD = '(?:a |the |one )?(?:pinned |status )?board';
const TOPIC = `(?:${TOPIC_FORMS.map(([, form]) => form).join('|')})${BOUNDARY}`;
/** "Every other Monday" is not about other topics. */
const NOT_OTHER = String.raw`(?!other\b)`;
const AND = String.raw`(?:\s*,\s*|\s+)(?:(?:and|or|&|\+)\s+)?`;
const TOPIC_LIST = `${TOPIC}(?:${AND}${TOPIC})*`;
/** The first two fields are numbers, so that no other words are taken for a cron expression. */
const CRON = String.raw`[\d*][\d*,/-]*\s+[\d*][\d*,/-]*(?:\s+[^\s,;]+(?:,[^\s,;]+)*){3}`;

export const RULES: readonly Rule[] = [
  rule(`(${CRON})`, ([cron = '']) => ({ schedule: cron })),
  rule('hourly|(?:every|each) hour', { schedule: 'hourly' }),
  rule('every[ -](?:6|six)[ -]hours', { schedule: 'every-6-hours' }),
  rule('twice[ -](?:daily|a day)|every (?:12|twelve) hours', { schedule: 'twice-daily' }),
  rule(`${EVERY}(?:weekdays?|work(?:ing)? ?days?)`, { schedule: 'weekdays' }),
  rule(`${EVERY}weekends?`, { schedule: 'saturday,sunday' }),
  rule(`daily|(?:every|each|once a) day`, { schedule: 'daily' }),
  rule(`weekly|(?:every|each|once a) week`, { schedule: 'weekly' }),
  rule(`${EVERY}(${DAY}) ?(?:-|–|to|through|till) ?(${DAY})`, ([from = '', to = '']) => ({
    schedule: daysFrom(dayOf(from), dayOf(to)),
  })),
  rule(`${EVERY}(${DAY}(?:${AND}${EVERY}${DAY})*)`, ([days = '']) => ({ schedule: daysIn(days) })),

  rule(`(?:at )?(${PLAIN_CLOCK})`, ([clock = '']) => ({ at: readClock(clock) })),
  rule(`at (${ANY_CLOCK})`, ([clock = '']) => ({ at: readClock(clock) })),

  rule('(?:not|never) quiet(?: at night)?|(?:no|without) quiet(?: hours)?|quiet(?: hours)? (?:off|none)', {
    quiet: null,
  }),
  rule(`quiet(?: hours)? ((?:${SILENT} )?${QUIET})|(${SILENT} ${QUIET})`, ([hours, silent = '']) => ({
    quiet: readQuiet(hours ?? silent),
  })),
  rule(String.raw`quiet(?: hours)?(?:\s+([^\s,;]+))?`, ([hours]) => ({ quiet: readQuiet(hours ?? 'quiet') })),
  rule(`(${SILENT})`, ([word = '']) => ({ quiet: readQuiet(word) })),

  rule('(?:no|without)(?: a| the)? board|board off', { board: 'off' }),
  rule(`(?:with )?${BOARD} (?:instead|only)(?: of (?:the )?digests?)?|(?:only|just) ${BOARD}`, { board: 'instead' }),
  rule(`(?:with )?${BOARD}(?: (?:besides?|next to|too|also)(?: (?:the )?digests?)?)?`, { board: 'beside' }),

  rule('(?:no|without) alerts?|alerts? (?:off|none)|digests? only|only (?:the )?digests?', { alerts: 'off' }),
  rule('all alerts|breaking and major(?: news| alerts?)?|major(?: news)?(?: alerts?)?|alerts? all', { alerts: 'all' }),
  rule(
    '(?:(?:only|just) )?breaking(?: news)?(?: alerts?)?(?: only)?|alerts? (?:only )?(?:for |on )?breaking(?: news)?',
    {
      alerts: 'breaking',
    },
  ),

  rule('(?:also|even) (?:if|when|where) nothing(?: has| is)?(?: changed| new)|always', { when: 'always' }),
  rule('only (?:the )?changes|only (?:if|when|where) (?:something|anything)(?: has| is)? (?:changed|new)', {
    when: 'changes',
  }),

  rule('(?:all|every|any) topics?|everything', { topics: [] }),
  rule(`(?:only|just|topics?|also|with)(?: about| on)? (${TOPIC_LIST})`, ([topics = '']) => ({
    topics: parseTopics(topics),
  })),
  rule(`${NOT_OTHER}(${TOPIC_LIST})(?: only)?`, ([topics = '']) => ({ topics: parseTopics(topics) })),
  rule('(?:all|both|every) sides?', { side: null }),
  { ...rule('(?:(?:only|just) )?(?:(?:what |news )?(?:involves|involving|about)|side)', {}), names: 'side' },
  { ...rule('only|just', {}), names: 'side or topic' },
];

/** `read` gets what the groups of `source` matched. */
function rule(source: string, read: Chosen | ((groups: readonly string[]) => Chosen)): Rule {
  return {
    pattern: new RegExp(`(?:${source})${BOUNDARY}`, 'iuy'),
    read: ([, ...groups]) => (typeof read === 'function' ? read(groups) : read),
  };
}

function dayOf(word: string): number {
  return WEEKDAYS.findIndex((day) => day.slice(0, 3) === word.toLowerCase().slice(0, 3));
}

function daysIn(words: string): string {
  const typed = (words.toLowerCase().match(/\p{L}+/gu) ?? []).map(dayOf);
  return WEEKDAYS.filter((_, day) => typed.includes(day)).join();
}

function daysFrom(from: number, to: number): string {
  return WEEKDAYS.filter((_, day) => (from <= to ? from <= day && day <= to : day >= from || day <= to)).join();
}

/** What is said twice, and not the same. `typed` is how it was said the second time. */
export function saidTwice(name: string, typed: string): UserError {
  return new UserError('subscribe-twice', { name, typed: visible(typed) });
}
