/** A drill for its author alone, who needs no subscription. */
import { z } from 'zod';
import { composeDrill, DRILL_FOR_MS, drillFields } from '../compose-drill.ts';
import type { MessageKind } from '../message-kind.ts';

const schema = z.strictObject({ kind: z.literal('own-drill'), ...drillFields });

/** About the draft that it was written as, by its id. */
export const ownDrill = {
  content: schema,
  // Beside boards: after whatever is true and urgent.
  lane: 2,
  audience: 'author',
  lifetimeMs: DRILL_FOR_MS,
  about: (draft) => draft,
  overtakenBy: null,
  corrects: null,
  shows: null,
  isSentEmpty: false,
  wantedBy: null,
  compose: composeDrill,
} as const satisfies MessageKind<z.infer<typeof schema>, string>;
