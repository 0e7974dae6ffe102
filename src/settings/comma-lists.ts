/** Variables of the environment that are lists with commas: ids of people, and what a second moderator approves. */
import { z } from 'zod';
import { examplePeople, whyNoPerson } from '../people.ts';

/** What can be made to wait for a second moderator. */
export const REVIEWED = [
  'claims',
  'ceasefire',
  'retractions',
  'developments',
  'quotes',
  'talks',
  'corrections',
] as const;

/** `none` stands alone. A problem names a wrong word by its number in the list. */
export function reviewedList() {
  const known: readonly string[] = REVIEWED;
  return z
    .string()
    .superRefine((text, context) => {
      const words = lowerCaseWords(text);
      const cure = `must be words of ${REVIEWED.join(', ')} with commas between them, or none alone`;
      if (words.length === 0) context.addIssue({ code: 'custom', message: cure });
      for (const [index, word] of words.entries()) {
        if (known.includes(word) || (word === 'none' && words.length === 1)) continue;
        const why = word === 'none' ? 'is none, beside others' : 'is not one of them';
        context.addIssue({ code: 'custom', message: `${cure}: number ${index + 1} ${why}` });
      }
    })
    .transform((text) => {
      const words = lowerCaseWords(text);
      return REVIEWED.filter((one) => words.includes(one));
    });
}

/** One problem for each wrong id. It gives the id's number in the list and never repeats the id. */
export function peopleList() {
  return z
    .string()
    .superRefine((ids, context) => {
      for (const [index, id] of split(ids).entries()) {
        const why = whyNoPerson(id);
        if (why === undefined) continue;
        const message = `must be ids of people, e.g. ${examplePeople('short')}: number ${index + 1} ${why}`;
        context.addIssue({ code: 'custom', message });
      }
    })
    .transform(split);
}

function lowerCaseWords(text: string): readonly string[] {
  return split(text).map((word) => word.toLowerCase());
}

/** Empty items are left out. */
function split(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
