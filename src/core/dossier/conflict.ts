/** What is peculiar to one conflict: its two sides, its topics, and the groups of victims. */
import { z } from 'zod';
import { idSchema, sideSchema } from './kinds/field-schemas.ts';

const aliases = z.array(z.string().min(1)).readonly();

export const conflictSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  /**
   * The sides that fight, each with the party that stands for it. Where one gives a figure, the other gets a row
   * (R13).
   */
  sides: z
    .array(z.strictObject({ side: sideSchema, party: idSchema }))
    .min(2)
    .readonly(),
  /** The claimants that mean "nobody was named" (R1). */
  unattributed: z.array(idSchema).readonly(),
  topics: z.array(z.strictObject({ id: idSchema, label: z.string().min(1), aliases })).readonly(),
  /** `sides` is empty where the sources do not say, and has several where a claimant counts several together. */
  victimGroups: z
    .array(
      z.strictObject({
        id: idSchema,
        label: z.string().min(1),
        sides: z.array(sideSchema).readonly(),
        status: z.enum(['civilian', 'combatant', 'mixed', 'unknown']),
        aliases,
      }),
    )
    .readonly(),
});

export type Conflict = z.infer<typeof conflictSchema>;
