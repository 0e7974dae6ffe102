/** Times of a day and quiet hours in words: "8 pm", "20:30", "noon"; "23-7", "at night", "22-7 silent". */
import { UserError } from '../../reply/user-error.ts';
import { visible } from '../../reply/visible.ts';
import { parseClock } from '../schedule.ts';
import type { Settings } from '../subscription.ts';

/** The value that ends quiet hours. */
export const OFF = 'off';

const WITH_MINUTES = String.raw`\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?`;
const HALF_DAY = String.raw`\d{1,2} ?[ap]\.?m\.?`;
const HOUR = String.raw`\d{1,2}(?: o['’]?clock)?`;
const NAMED = 'noon|midday|midnight';
/** What can be a time without "at" before it, and with it. Sources of regular expressions, without groups. */
export const PLAIN_CLOCK = `(?:${WITH_MINUTES}|${HALF_DAY}|${NAMED})`;
export const ANY_CLOCK = `(?:${WITH_MINUTES}|${HALF_DAY}|${HOUR}|${NAMED})`;

const NIGHT = { from: '22:00', to: '07:00' } as const;
const EXCEPT = '(?:except|but not|apart from)(?: for)? breaking(?: news| alerts)?';
export const SILENT = '(?:silent(?:ly)?|muted|(?:without|with no|no) sound)';
/** In any order, as in "22-7 silent except breaking" and "at night, but silently". */
const EXTRAS = `(?:,? (?:${EXCEPT}|(?:but |and )?${SILENT}))*`;
const AT_NIGHT = '(?:at night|overnight|nights?)';
const HOURS = (clock: string) => `(?:from |between )?${clock} ?(?:-|–|—|to|until|till|and) ?${clock}`;
/** What stands after "quiet" or "silent". */
export const QUIET = `(?:${AT_NIGHT}|${HOURS(ANY_CLOCK)})${EXTRAS}`;

const QUIET_PARTS = new RegExp(`^(?:(${SILENT}) )?(?:(${AT_NIGHT})|${HOURS(`(${ANY_CLOCK})`)})(${EXTRAS})$`, 'iu');

/** "8", "8 pm", "8:30", "20.30", "noon" → `HH:MM`. Throws `UserError` for what is not a time of day. */
export function readClock(typed: string): string {
  const text = typed.trim().toLowerCase();
  if (text === 'midnight') return '00:00';
  if (text === 'noon' || text === 'midday') return '12:00';
  const [, hour = '', minute = '00', half] =
    /^(\d{1,2})(?:[:.](\d\d))? ?(?:([ap])\.?m\.?|o['’]?clock)?$/u.exec(text) ?? [];
  const [twelve, isHalf] = [Number(hour), half !== undefined];
  if (hour === '' || (isHalf && (twelve < 1 || twelve > 12)) || twelve > 23 || Number(minute) > 59) {
    throw new UserError('subscribe-clock', { typed: visible(typed) });
  }
  return parseClock(`${isHalf ? (twelve % 12) + (half === 'p' ? 12 : 0) : twelve}:${minute}`);
}

/** The value of `quiet:`: "22:00-07:00", "23-7 except breaking", "silent at night", or `off`. Throws `UserError`. */
export function readQuiet(typed: string): Settings['quiet'] {
  const text = typed.trim().replaceAll(/\s+/gu, ' ');
  if (text.toLowerCase() === OFF) return null;
  const [whole, first, atNight, start = '', end = '', extras = ''] = QUIET_PARTS.exec(text) ?? [];
  if (whole === undefined) throw new UserError('subscribe-quiet', { typed: visible(typed) });
  const { from, to } = atNight === undefined ? { from: readClock(start), to: readClock(end) } : NIGHT;
  if (from === to) throw new UserError('subscribe-quiet-same', { time: from });
  const says = (words: string) => new RegExp(words, 'iu').test(extras);
  const how = first !== undefined || says(SILENT) ? 'silent' : 'hold';
  return { from, to, exceptBreaking: says(EXCEPT), how };
}

/** The inverse of `readQuiet`. */
export function quietText(quiet: Settings['quiet']): string {
  if (quiet === null) return OFF;
  const { from, to, exceptBreaking, how } = quiet;
  return `${from}-${to}${how === 'silent' ? ' silent' : ''}${exceptBreaking ? ' except breaking' : ''}`;
}
