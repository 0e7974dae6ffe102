/**
 * How much one entry of a file may hold: its alert is one message, and whatever shows it reads all of it. What is
 * stored already is not asked; what is written in chat is bounded by the platforms.
 */

/** UTF-16 units of one text. */
const MOST_UNITS = 3000;
const MOST_IN_A_LIST = 500;

/** One line for each text and list that is too long: the field, and what to do. */
export function tooMuchIn(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') {
    return value.length > MOST_UNITS
      ? [`${field}: has ${value.length} characters, and ${MOST_UNITS} at most are allowed: shorten it`]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.length > MOST_IN_A_LIST) {
    return [`${field}: has ${value.length} items, and ${MOST_IN_A_LIST} at most are allowed: shorten it`];
  }
  return Object.entries(value).flatMap(([key, part]) => tooMuchIn(part, field === '' ? key : `${field}.${key}`));
}
