/** The schemas of fields that several kinds of entries share. */
import { z } from 'zod';
import { tryParseEdtf } from '../dates/edtf.ts';
import { words } from '../text/readable.ts';

/** Ids are slugs, unique over all kinds. */
export const idSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a lower-case slug such as q-minister-enough');
export const ids = z.array(idSchema).readonly();
export const someIds = z.array(idSchema).min(1, 'needs at least one source').readonly();

export const edtf = z.string().refine((text) => tryParseEdtf(text) !== undefined, {
  error: (issue) =>
    `“${String(issue.input)}” is not a date: write 2025-10-18, 2025-10, 2025-10-15~ or 2025-10-18/2025-10-19`,
});

export const aliases = z.array(words).readonly();

/** A side of the conflict by its word in `conflict.json`, or one of `ROLES`. */
export type Side = string;

/** What a development is about: the topics that a subscription can choose. */
export const developmentCategorySchema = z.enum([
  'talks',
  'ceasefire',
  'clash',
  'airstrike',
  'attack',
  'accident',
  'statement',
  'humanitarian',
  'border',
  'diplomacy',
  'other',
]);
export type Topic = z.infer<typeof developmentCategorySchema>;

/** How much news matters: an alert can go out for `breaking` and `major`. */
export const significanceSchema = z.enum(['routine', 'major', 'breaking']);
export type Significance = z.infer<typeof significanceSchema>;
