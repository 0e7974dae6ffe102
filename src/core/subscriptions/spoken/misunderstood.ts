/** What is said of words about a subscription that were not understood, and what to type instead. */
import { UserError } from '../../reply/user-error.ts';
import { visible } from '../../reply/visible.ts';
import type { Named } from '../../wording/named.ts';
import { nearest, nearestNames } from '../../wording/nearest.ts';
import { SCHEDULES, WEEKDAYS } from '../schedule.ts';

/** Words that are understood, for whoever mistypes one of them. */
const KNOWN = [...SCHEDULES, ...WEEKDAYS, 'weekends', 'always', 'quiet at night', 'no alerts', 'all alerts'] as const;

/** `what` is a side, or words that may have meant anything; then `names` are the time zones. */
export function notUnderstood(what: 'side' | 'words', typed: string, names: readonly Named[]): UserError {
  const words = { typed: visible(typed) };
  const [near] = what === 'words' ? nearest(typed, KNOWN, 1, 2) : [];
  // In three letters, as with EST, any two zones are near each other.
  const [name] = typed.length > 3 ? nearestNames(typed, names, 1, what === 'words' ? 1 : undefined) : [];
  const suggestion = near ?? (what === 'side' && name ? `only about ${name.id}` : name?.id);
  if (suggestion !== undefined) return new UserError('subscribe-words-near', { ...words, suggestion });
  if (what === 'side') {
    return new UserError('subscribe-side-unknown', { ...words, sides: names.map(({ id }) => id).join(', ') });
  }
  return new UserError('subscribe-words-unknown', words);
}
