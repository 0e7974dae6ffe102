/** What is peculiar to one conflict: its sides, topics and groups of victims, its loaded words, zones and lines. */
import { z } from 'zod';
import { idSchema } from './kinds/field-schemas.ts';
import { words } from './text/readable.ts';

/**
 * What a party can be that is no side of the conflict. The word for the parties and victims of a side is in
 * `conflict.json`.
 */
const ROLES = ['mediator', 'armed-group', 'observer'] as const;

const list = z.array(words).readonly();

/** R16: the words to look for in one language. Each is found as a whole word, in any case. */
const watchedWordsSchema = z.strictObject({
  /** They judge whoever speaks: never in words of our own. */
  judging: list,
  /** Only in a sentence that says whose word it is. */
  loaded: list,
  /** They say so: "said", "according". */
  attributing: list,
  /** They say so in front of a name, which begins with a capital letter: "per". */
  beforeNames: list.optional(),
});
export type WatchedWords = z.infer<typeof watchedWordsSchema>;

/** A name that could be that of several parties, and the words before or after it that say which one is meant. */
const ambiguousNameSchema = z.strictObject({
  name: words,
  parties: z.array(idSchema).min(2).readonly(),
  before: list,
  after: list,
});
export type AmbiguousName = z.infer<typeof ambiguousNameSchema>;

/** The parts by themselves: what they have to do with each other is in `conflictSchema`. */
export const conflictParts = z.strictObject({
  id: idSchema,
  name: words,
  /**
   * The sides that fight, each with the party that stands for it. Where one gives a figure, the other gets a row
   * (R13).
   */
  sides: z
    .array(z.strictObject({ side: idSchema, party: idSchema }))
    .min(2)
    .readonly(),
  /** The claimants that mean "nobody was named" (R1). */
  unattributed: z.array(idSchema).readonly(),
  topics: z.array(z.strictObject({ id: idSchema, label: words, aliases: list })).readonly(),
  /** `sides` is empty where the sources do not say, and has several where a claimant counts several together. */
  victimGroups: z
    .array(
      z.strictObject({
        id: idSchema,
        label: words,
        /** For one line of a phone, where the label is longer. It says all that the label does to tell groups apart. */
        short: words.optional(),
        sides: z.array(idSchema).readonly(),
        status: z.enum(['civilian', 'combatant', 'mixed', 'unknown']),
        aliases: list,
      }),
    )
    .readonly(),
  /** The tag of the language that our own words in the dossier are in; left out: English. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'must be the tag of a language, such as en')
    .optional(),
  /** By the tag of a language. A text in a language without words here is not checked. */
  watchedWords: z.record(z.string(), watchedWordsSchema).optional(),
  ambiguousNames: z.array(ambiguousNameSchema).readonly().optional(),
  /** IANA names, offered before all others; the first one counts where nobody chose one. */
  timezones: z
    .array(
      z.strictObject({
        id: z.string().refine(isTimezone, 'must be an IANA time zone, such as Europe/Paris'),
        aliases: list,
      }),
    )
    .readonly()
    .optional(),
  /** Agencies whose text others print, by the word in brackets after a publisher: "Daily (Agency)" (R11). */
  agencies: list.optional(),
  /** Lines of /about on this conflict and on how good these sources are. */
  about: list.optional(),
});

export const conflictSchema = conflictParts.superRefine(({ sides, victimGroups }, context) => {
  const known = sides.map(({ side }) => side);
  for (const [index, side] of known.entries()) {
    if (known.indexOf(side) < index || isRole(side)) {
      const message = `“${side}” is ${isRole(side) ? 'a role, which any conflict has' : 'there twice'}: name it otherwise`;
      context.addIssue({ code: 'custom', path: ['sides', index, 'side'], message });
    }
  }
  for (const [index, group] of victimGroups.entries()) {
    for (const side of group.sides.filter((one) => !known.includes(one) && !isRole(one))) {
      context.addIssue({ code: 'custom', path: ['victimGroups', index, 'sides'], message: noSide(side, known) });
    }
  }
});

export type Conflict = z.infer<typeof conflictSchema>;

/** What is wrong with this word for a side; undefined where it is one. */
export function whyNoSide(side: string, { sides }: Pick<Conflict, 'sides'>): string | undefined {
  const known = sides.map((one) => one.side);
  return known.includes(side) || isRole(side) ? undefined : noSide(side, known);
}

function noSide(side: string, known: readonly string[]): string {
  return `“${side}” is neither a side of conflict.json nor a role: write ${[...known, ...ROLES].join(', ')}`;
}

function isRole(side: string): boolean {
  return ROLES.some((role) => role === side);
}

function isTimezone(name: string): boolean {
  try {
    return /^[A-Za-z]/u.test(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}
