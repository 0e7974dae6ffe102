/** `on:` and `known:`, the two clocks that every reading command takes. */

export const dateParams = {
  on: { kind: 'date', clock: 'event' },
  known: { kind: 'date', clock: 'knowledge' },
} as const;
