/** Contents of messages as they are stored, and what their kinds say of them. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeContent, encodeContent } from '../../../src/core/messages/content.ts';
import { type DeliveryKey, newDeliveryId } from '../../../src/core/messages/delivery.ts';
import { kindSchema, kindsWith, MESSAGE_KINDS } from '../../../src/core/messages/kinds/index.ts';
import { instantKey } from '../../../src/core/messages/message-kind.ts';
import { smallDossier } from '../dossier/build-entries.ts';
import { arbitraryContent, arbitraryContentOf, arbitraryInstant } from './arbitrary-content.ts';
import { composed } from './composing.ts';

const words = readFileSync('src/language/en.ftl', 'utf8');

/** Of a kind that is written later, its own tests tell. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  digest: ['overtaken by a later one', 'shows entries', 'sent empty'],
  board: ['overtaken by a later one', 'sent empty'],
  alert: ['shows entries', 'with alerts'],
  correction: ['corrects'],
  notice: ['shows entries', 'corrects'],
  report: ['to the team', 'sent empty'],
  reminder: ['to the team'],
  drill: ['with alerts'],
  'own-drill': [],
  suspension: ['sent empty'],
  greeting: ['sent empty'],
};

/** The same, its keys the other way round. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toReversed());
}

describe('a content', () => {
  it('comes back from its text, and equal ones have the same text', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const text = encodeContent(content);
        expect(decodeContent(text)).toEqual(content);
        expect(text.startsWith(`{"kind":"${content.kind}",`)).toBe(true);
        expect(JSON.stringify(decodeContent(JSON.stringify(reversed(content))))).toBe(text);
      }),
    );
  });

  it('is nothing but what its kind has', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        expect(() => decodeContent(JSON.stringify({ ...content, more: 1 }))).toThrow('unrecognized_keys');
        expect(() => decodeContent(JSON.stringify({ ...content, kind: 'unheard-of' }))).toThrow('invalid_value');
      }),
    );
  });
});

describe('kinds of messages', () => {
  test('are registered under the name that they store', () => {
    expect(kindSchema.options.toSorted()).toEqual(Object.keys(MESSAGE_KINDS).toSorted());
  });

  test('each have a name in words, for /subscription do:why', () => {
    const names = words.split('delivery-kind = ')[1]?.split('\n  }')[0] ?? '';
    expect(kindSchema.options.filter((kind) => !names.includes(`[${kind}]`))).toEqual([]);
  });

  test.each(kindSchema.options)('%s: is put into words, whatever it is to show', (kind) => {
    fc.assert(
      fc.property(arbitraryContentOf[kind], (content) => {
        const { title = [], blocks } = composed(content, smallDossier([])).reply;
        expect(title.length + blocks.length).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });

  test.each(Object.entries(PROPERTIES))(
    '%s: says by its properties what storage and delivery go by',
    (kind, expected) => {
      const properties = {
        'overtaken by a later one': kindsWith(({ overtakenBy }) => overtakenBy === 'later'),
        'shows entries': kindsWith(({ shows }) => shows !== null),
        corrects: kindsWith(({ corrects }) => corrects !== null),
        'to the team': kindsWith(({ audience }) => audience === 'team'),
        'with alerts': kindsWith(({ wantedBy }) => wantedBy === 'alerts'),
        'sent empty': kindsWith(({ isSentEmpty }) => isSentEmpty),
      };
      expect(
        Object.entries(properties).flatMap(([property, kinds]) =>
          kinds.some((one) => one === kind) ? [property] : [],
        ),
      ).toEqual(expected);
    },
  );
});

test('later instants sort after earlier ones', () => {
  fc.assert(
    fc.property(arbitraryInstant, arbitraryInstant, (a, b) => {
      expect(Math.sign(a - b)).toBe(instantKey(a) < instantKey(b) ? -1 : instantKey(a) > instantKey(b) ? 1 : 0);
    }),
  );
});

test('different keys have different ids', () => {
  const key: fc.Arbitrary<DeliveryKey> = fc.record({
    kind: fc.constantFrom(...kindSchema.options),
    audience: fc.string({ maxLength: 3 }),
    about: fc.string({ maxLength: 3 }),
    position: fc.option(fc.integer({ min: 1, max: 3 })),
    repeat: fc.nat(2),
  });
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(newDeliveryId(a)).toMatch(/^[\w-]{22}$/u);
      expect(newDeliveryId(a) === newDeliveryId(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
