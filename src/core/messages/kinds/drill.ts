/** A drill for subscribers: the alert that made-up entries would be. */
import { z } from 'zod';
import { composeDrill, DRILL_FOR_MS, drillFields } from '../compose-drill.ts';
import type { MessageKind } from '../message-kind.ts';

const schema = z.strictObject({ kind: z.literal('drill'), ...drillFields });

/** About the draft that it was written as, by its id. */
export const drill = {
  content: schema,
  // Beside boards: after whatever is true and urgent.
  lane: 2,
  audience: 'subscription',
  lifetimeMs: DRILL_FOR_MS,
  about: (draft) => draft,
  overtakenBy: null,
  corrects: null,
  shows: null,
  isSentEmpty: false,
  wantedBy: 'alerts',
  compose: composeDrill,
} as const satisfies MessageKind<z.infer<typeof schema>, string>;
