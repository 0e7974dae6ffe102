/** Fields that the contents of several kinds of messages share. */
import { z } from 'zod';
import { developmentCategorySchema, idSchema } from '../dossier/entries.ts';

/** What a subscription lets through, and the zone of its days. */
export const filterFields = {
  topics: z.array(developmentCategorySchema).readonly(),
  side: idSchema.nullable(),
  timezone: z.string(),
};

/** A message that was sent, as what corrects it needs it. */
export const originalFields = {
  timezone: z.string(),
  /** The content of the message, as text. */
  original: z.string(),
  /** The last position of the ledger that it was composed from. */
  head: z.int(),
  /** The quarter of an hour in which it was sent (Unix time in ms), so that its ages stay those of then. */
  at: z.int(),
};
