/** Random contents of every kind of message, for fast-check. A kind without one does not compile. */
import * as fc from 'fast-check';
import type { Content, ContentOf, DeliveryKind } from '../../../src/core/messages/kinds/index.ts';
import { development, place } from '../dossier/build-entries.ts';

/** Unix time in ms, of this century. */
export const arbitraryInstant = fc.integer({ min: 1_000_000_000_000, max: 3_000_000_000_000 });
export const arbitraryPosition = fc.integer({ min: 1, max: 100_000 });
const arbitraryText = fc.string({ unit: 'grapheme', maxLength: 20 });

const timezone = fc.constantFrom('UTC', 'Asia/Karachi', 'Asia/Kabul');
const filters = {
  topics: fc.subarray(['ceasefire' as const, 'talks' as const, 'clash' as const]),
  side: fc.constantFrom(null, 'pakistan' as const, 'afghanistan' as const),
  timezone,
};
const of = <K extends DeliveryKind>(kind: K) => fc.constant(kind);
const arbitraryDigest = fc.record({
  kind: of('digest'),
  ...filters,
  from: fc.option(arbitraryPosition),
  to: arbitraryPosition,
  slot: arbitraryInstant,
  isLate: fc.boolean(),
  doubtfulSlot: fc.option(arbitraryInstant),
});
const original = {
  timezone,
  original: arbitraryDigest.map((digest) => JSON.stringify(digest)),
  head: arbitraryPosition,
  at: arbitraryInstant,
};
const drill = { timezone, entries: fc.subarray([place('torkham'), development('dev-x', '2025-10-15', {})]) };
const count = fc.nat(9);

export const arbitraryContentOf: { readonly [K in DeliveryKind]: fc.Arbitrary<ContentOf<K>> } = {
  digest: arbitraryDigest,
  alert: fc.record({
    kind: of('alert'),
    ...filters,
    alerts: fc.constantFrom('breaking' as const, 'major' as const, 'all' as const),
    from: arbitraryPosition,
    to: fc.option(arbitraryPosition),
    heldUntil: fc.option(arbitraryInstant),
    repeats: fc.nat(3),
  }),
  board: fc.record({ kind: of('board'), ...filters }),
  correction: fc.record({ kind: of('correction'), ...original }),
  notice: fc.record({ kind: of('notice'), ...original }),
  suspension: fc.record(
    {
      kind: of('suspension'),
      timezone,
      place: arbitraryText,
      reason: arbitraryText,
      willRetry: fc.boolean(),
      chat: arbitraryText,
    },
    { requiredKeys: ['kind', 'timezone', 'place', 'reason', 'willRetry'] },
  ),
  report: fc.record({
    kind: of('report'),
    timezone,
    coverage: fc.record({
      seq: arbitraryPosition,
      messages: count,
      edited: count,
      noticed: count,
      notices: count,
      pending: count,
      failed: fc.array(fc.record({ reason: arbitraryText, count }), { maxLength: 2 }),
    }),
    isFinished: fc.boolean(),
  }),
  reminder: fc.record({ kind: of('reminder'), timezone, newsAfterDays: count, ceasefireAfterDays: count }),
  drill: fc.record({ kind: of('drill'), ...drill }),
  'own-drill': fc.record({ kind: of('own-drill'), ...drill }),
  greeting: fc.record({
    kind: of('greeting'),
    timezone,
    to: fc.constantFrom('chat' as const, 'adder' as const),
    chat: fc.option(arbitraryText),
    channel: fc.option(arbitraryText),
    adder: fc.option(arbitraryText),
  }),
};

export const arbitraryContent: fc.Arbitrary<Content> = fc.oneof(...Object.values(arbitraryContentOf));
