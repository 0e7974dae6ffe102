/** Times of a day and quiet hours in words: "8 pm", "20:30", "noon"; "23-7", "at night". */
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
const EXCEPT = String.raw`(,? (?:except|but not|apart from)(?: for)? breaking(?: news| alerts)?)?`;
/** What stands after "quiet". */
export const QUIET_AT_NIGHT = `(?:at night|overnight|nights?)${EXCEPT}`;
export const QUIET_HOURS = `(?:from |between )?(${ANY_CLOCK}) ?(?:-|–|—|to|until|till|and) ?(${ANY_CLOCK})${EXCEPT}`;

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

/** The value of `quiet:`: "22:00-07:00", "23-7 except breaking", "at night", or `off`. Throws `UserError`. */
export function readQuiet(typed: string): Settings['quiet'] {
  const text = typed.trim().replaceAll(/\s+/gu, ' ');
  if (text.toLowerCase() === OFF) return null;
  const night = new RegExp(`^${QUIET_AT_NIGHT}$`, 'iu').exec(text);
  if (night) return { ...NIGHT, exceptBreaking: night[1] !== undefined };
  const [whole, start = '', end = '', except] = new RegExp(`^${QUIET_HOURS}$`, 'iu').exec(text) ?? [];
  if (whole === undefined) throw new UserError('subscribe-quiet', { typed: visible(typed) });
  const [from, to] = [readClock(start), readClock(end)];
  if (from === to) throw new UserError('subscribe-quiet-same', { time: from });
  return { from, to, exceptBreaking: except !== undefined };
}

/** The inverse of `readQuiet`. */
export function quietText(quiet: Settings['quiet']): string {
  return quiet === null ? OFF : `${quiet.from}-${quiet.to}${quiet.exceptBreaking ? ' except breaking' : ''}`;
}
