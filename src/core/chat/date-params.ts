/** The parameters `on:` (how things stood that day) and `known:` (what was known by that day). */

export const dateParams = {
  on: { kind: 'date', clock: 'event' },
  known: { kind: 'date', clock: 'knowledge' },
} as const;
