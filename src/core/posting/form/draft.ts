/** A draft: what a moderator has answered so far to the questions of a form. Kept from the first answer on. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FORM_KINDS } from '../../wording/forms/form-kinds.ts';

/** `drill`: an exercise, which changes nothing. */
export const PURPOSES = ['post', 'update', 'correct', 'retract', 'drill'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const draftSchema = z.strictObject({
  id: z.string().regex(/^d[0-9a-f]{10}$/u),
  form: z.enum(FORM_KINDS),
  purpose: z.enum(PURPOSES),
  /** Who writes it, as an asker's id. Never shown. */
  author: z.string().min(1),
  /** The entry that is changed and the last revision of it that was read then; null for a new one. */
  changes: z.strictObject({ entry: z.string(), seq: z.int() }).nullable(),
  /** By field: as the entry stores it where it was understood, else as it was typed. Empty: left out. */
  answers: z.record(z.string(), z.string()),
  /** The field that is asked although it has an answer, or `CHOOSE`; null: the first one without a sound answer. */
  step: z.string().nullable(),
  /** True for the one draft of its author that free words are an answer to. */
  isAsked: z.boolean(),
  /** `waiting`: for a second moderator. `returned`: sent back by one, with `note`. */
  state: z.enum(['open', 'waiting', 'returned']),
  note: z.string().nullable(),
  /** Unix time in ms. */
  updatedAt: z.int().nonnegative(),
  /** How often it was saved. Saving an older version would undo what others did. */
  version: z.int().nonnegative().default(0),
});

export type Draft = Readonly<z.infer<typeof draftSchema>>;

/** The step in which a field to change is chosen. */
export const CHOOSE = '*';

/** A new draft. `now` is Unix time in ms: nobody begins two drafts of one kind within the same one. */
export function newDraft(
  parts: Pick<Draft, 'form' | 'purpose' | 'author'> & Partial<Pick<Draft, 'changes' | 'answers' | 'step'>>,
  now: number,
): Draft {
  const hash = createHash('sha256').update(`${parts.author}\n${parts.form}\n${parts.purpose}\n${now}`).digest('hex');
  return {
    changes: null,
    answers: {},
    step: null,
    ...parts,
    id: `d${hash.slice(0, 10)}`,
    isAsked: true,
    state: 'open',
    note: null,
    updatedAt: now,
    version: 0,
  };
}

/**
 * Names what a preview showed: a button under it does nothing once the draft is another one. 132 bits, so that no
 * author can search for two drafts with one stamp.
 */
export function stampOf({ answers, changes, purpose }: Draft): string {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([purpose, changes, sorted]))
    .digest('base64url')
    .slice(0, 22);
}
