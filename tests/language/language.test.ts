import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/core/reply/span.ts';
import { createLanguage } from '../../src/language/language.ts';
import { anyCharacter } from '../any-character.ts';

const FTL = `
# A comment
hello = Hello, { $name }!
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
kind = { $kind ->
    [claim] a claim
   *[other] something
}
says = { $who } says { $what } on
    { $when }.
both = { hello } And { $other }
`;
const en = createLanguage('en', FTL);
const quote: Span = { kind: 'quote', text: 'we * will' };
/** Any string, and often one made of the characters that placeholders and isolates are made of. */
const nasty = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.string({ unit: fc.constantFrom('\uE000', '\uE001', '0', '1', 'a', '{', '$', '\u2068') }),
);
const span = fc.oneof(
  nasty,
  fc.record({
    kind: fc.constantFrom('strong' as const, 'em' as const, 'code' as const, 'quote' as const),
    text: nasty,
  }),
  fc.record({ kind: fc.constant('link' as const), text: nasty, url: fc.webUrl() }),
);

describe('messages', () => {
  test('text and spans', () => {
    expect(en.text('hello', { name: 'Ayesha' })).toBe('Hello, Ayesha!');
    expect(en.spans('says', { who: { kind: 'strong', text: 'ISPR' }, what: quote, when: 'Monday' })).toEqual([
      { kind: 'strong', text: 'ISPR' },
      ' says ',
      quote,
      ' on\nMonday.',
    ]);
    expect(en.text('says', { who: { kind: 'link', text: 'A', url: 'https://a' }, what: quote, when: 'x' })).toBe(
      'A says “we * will” on\nx.',
    );
  });

  test('a list of spans stays in place, and a message inside a message gets its variables', () => {
    expect(en.spans('both', { name: ['a', quote], other: [] })).toEqual(['Hello, a', quote, '! And ']);
  });

  test('numbers choose the plural and are formatted; texts can be selected on', () => {
    expect(en.text('days', { days: 1 })).toBe('1 day');
    expect(en.text('days', { days: 12_345 })).toBe('12,345 days');
    expect(en.text('kind', { kind: 'claim' })).toBe('a claim');
    expect(en.text('kind', { kind: 'rumour' })).toBe('something');
  });

  test('has says what text would not throw for', () => {
    expect([en.has('hello'), en.has('goodbye'), en.has('toString')]).toEqual([true, false, false]);
  });

  test('a missing message or variable throws, naming it', () => {
    expect(() => en.text('goodbye')).toThrow('en.ftl has no message “goodbye”');
    expect(() => en.spans('hello')).toThrow('message “hello”: Unknown variable: $name');
    expect(() => createLanguage('en', 'a = { b }').text('a')).toThrow('message “a”: Unknown message: b');
  });

  test.each([
    ['hello = Hello, { $name', 'message “hello”'],
    ['empty =', 'message “empty”'],
    ['a = x }', 'message “a”'],
    ['a = x\na = y', '"a"'],
    ['a = x\nforgotten indent', 'en.ftl:2'],
    ['a = x\n    *bold* line', 'en.ftl:2'],
    ['a = x\n    .attribute = y', 'en.ftl:2'],
    ['a = {"\\uE000"}', 'en.ftl:1'],
    ['a = \uE001', 'en.ftl:1'],
  ])('a file with an error is refused: %j', (ftl, where) => {
    expect(() => createLanguage('en', ftl)).toThrow(where);
  });
});

describe('placeholders', () => {
  const words = createLanguage('en', 'pair = <{ $a }|{ $b }>');
  const flat = (value: Span | readonly Span[]) =>
    (Array.isArray(value) ? value : [value]).filter((item) => item !== '');

  test('whatever is in texts and spans comes out in its place, nothing lost and nothing confused', () => {
    const argument = fc.oneof(span, fc.array(span, { maxLength: 3 }));
    fc.assert(
      fc.property(argument, argument, (a, b) => {
        const joined = (items: readonly (Span | undefined)[]) =>
          items
            .map((item) => (typeof item === 'string' ? item.replace(/[\u2068\u2069]/g, '') : JSON.stringify(item)))
            .join('');
        expect(joined(words.spans('pair', { a, b }))).toBe(joined(['<', ...flat(a), '|', ...flat(b), '>']));
      }),
    );
  });

  test('a text without right-to-left characters comes out byte for byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\uE000', '\uE001', '0', '1', 'é', '”') }), (a) => {
        expect(words.spans('pair', { a, b: quote })).toEqual([`<${a}|`, quote, '>']);
      }),
    );
  });

  test('the words of a quotation are never changed, whatever their script (R14)', () => {
    fc.assert(
      fc.property(nasty, (printed) => {
        expect(words.spans('pair', { a: { kind: 'quote', text: printed }, b: 'علی' })).toContainEqual({
          kind: 'quote',
          text: printed,
        });
      }),
    );
  });
});

describe('direction', () => {
  test('English has no invisible characters, unless a text runs right to left', () => {
    expect(en.text('hello', { name: 'Ayesha 12' })).not.toMatch(/[\u2066-\u2069]/);
    expect(en.text('hello', { name: 'عائشہ' })).toBe('Hello, \u2068عائشہ\u2069!');
    expect(en.spans('hello', { name: { kind: 'quote', text: 'امن' } })).toEqual([
      'Hello, \u2068',
      { kind: 'quote', text: 'امن' },
      '\u2069!',
    ]);
  });

  test('every right-to-left variable is isolated exactly once, a list inside a sentence too', () => {
    const letters = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ש', 'a', ' '), minLength: 1 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), (items) => {
        const text = en.text('hello', { name: en.list(items) });
        const expected = items.filter((item) => /[ابש]/.test(item)).length;
        expect(text.match(/\u2068[^\u2068\u2069]*\u2069/g)?.length ?? 0).toBe(expected);
        expect(text.split('\u2068').length - 1, 'none inside another').toBe(expected);
      }),
    );
  });

  test('a right-to-left language isolates every variable and every item', () => {
    const ur = createLanguage('ur', 'hello = سلام { $name } اور { $when }');
    expect(ur.text('hello', { name: 'ISPR', when: quote })).toBe('سلام \u2068ISPR\u2069 اور \u2068“we * will”\u2069');
    expect(ur.list(['ISPR', 'MoD'])).toEqual(['\u2068ISPR\u2069 اور \u2068MoD\u2069']);
  });
});

describe('numbers and lists', () => {
  test('numbers are grouped for the reader and lose nothing', () => {
    expect(en.number(1_234_567)).toBe('1,234,567');
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const text = en.number(value);
        expect(Number(text.replaceAll(',', ''))).toBe(value);
        expect(text).toMatch(/^-?\d{1,3}(,\d{3})*$/);
      }),
    );
  });

  test('Latin digits where the locale would choose others', () => {
    for (const tag of ['ps', 'fa-AF', 'ur']) expect(createLanguage(tag, '').number(2026)).toMatch(/^[\d.,]+$/);
  });

  test('a country has its name in the language, and one without a name its code', () => {
    expect(en.country('AF')).toBe('Afghanistan');
    expect(createLanguage('fr', '').country('DE')).toBe('Allemagne');
    expect(en.country('XX')).toBe('XX');
  });

  test('lists keep their spans', () => {
    expect(en.list([])).toEqual([]);
    expect(en.list(['a'])).toEqual(['a']);
    expect(en.list(['a', 'b'])).toEqual(['a and b']);
    expect(en.list(['a', quote, 'c'])).toEqual(['a, ', quote, ' and c']);
    expect(en.either(['a', quote])).toEqual(['a or ', quote]);
  });
});
