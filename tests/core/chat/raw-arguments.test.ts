/** Typed text and raw arguments, there and back. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../../src/core/chat/command.ts';
import { formatCommand, paramNames, parseRawArguments } from '../../../src/core/chat/raw-arguments.ts';
import { UserError } from '../../../src/core/reply/user-error.ts';
import { visible } from '../../../src/core/reply/visible.ts';
import { cpuMs } from '../../cpu-time.ts';

const params = {
  speaker: { kind: 'text' },
  text: { kind: 'text', rest: true },
  on: { kind: 'date', clock: 'event' },
} as const satisfies Params;
const { on } = params;

/** What is said, in words of the error, where the text is refused. */
function refusalOf(text: string, taken: Params): { readonly id: string; readonly args: object } {
  try {
    parseRawArguments(text, taken);
  } catch (error) {
    if (error instanceof UserError) return { id: error.id, args: error.args };
    throw error;
  }
  throw new Error(`“${text}” was not refused`);
}

/** The arguments, or the refusal. */
function understoodOr(text: string): object {
  try {
    return parseRawArguments(text, params);
  } catch {
    return refusalOf(text, params);
  }
}

describe('visible', () => {
  it('cuts between characters, and drops what is not seen', () => {
    expect(visible(`x${'🕊'.repeat(150)}`)).toBe(`x${'🕊'.repeat(99)}`);
    expect(visible('a\u202eb\u0007\ud800c')).toBe('abc');
    expect(visible('می\u200cخواهم')).toBe('می\u200cخواهم');
  });
});

describe('parseRawArguments', () => {
  it.each([
    ['', {}],
    ['   ', {}],
    ['speaker:asif', { speaker: 'asif' }],
    ['speaker:asif on:2025-10-20', { speaker: 'asif', on: '2025-10-20' }],
    ['  speaker:asif \n on:today ', { speaker: 'asif', on: 'today' }],
    ['text:"open war"', { text: 'open war' }],
    ['text:“open war”', { text: 'open war' }],
    ['"open war"', { text: 'open war' }],
    ['“open war” soon', { text: 'open war soon' }],
    ['text:"it’s “over”"', { text: 'it’s “over”' }],
    ['open war', { text: 'open war' }],
    ['open   war  speaker:asif', { text: 'open war', speaker: 'asif' }],
    ['Speaker:asif TEXT:war', { speaker: 'asif', text: 'war' }],
    ['speaker:"asif"on:today', { speaker: 'asif', on: 'today' }],
    ['text:""', { text: '' }],
    // A name and its value are not torn apart: the missing value is asked for.
    ['speaker: asif', { speaker: '', text: 'asif' }],
    ['war speaker:', { speaker: '', text: 'war' }],
    ['at 10:30', { text: 'at 10:30' }],
    ['https://example.org/a?b=c:d', { text: 'https://example.org/a?b=c:d' }],
    ['text:https://example.org', { text: 'https://example.org' }],
    ['text:a:b', { text: 'a:b' }],
    ['text:جنگ', { text: 'جنگ' }],
    ['جنگ بندی', { text: 'جنگ بندی' }],
    // An unknown name is kept: what it is not is said where its meaning is known.
    ['weather:rain', { weather: 'rain' }],
  ])('“%s”', (typed, expected) => {
    expect(parseRawArguments(typed, params)).toEqual(expected);
  });

  it('refuses a name that is given twice, also as loose words', () => {
    expect(refusalOf('on:today on:2025', params)).toEqual({ id: 'error-argument-twice', args: { name: 'on' } });
    expect(refusalOf('peace text:war', params)).toEqual({ id: 'error-argument-twice', args: { name: 'text' } });
    expect(refusalOf('weather:rain Weather:sun', params).id).toBe('error-argument-twice');
  });

  it('asks for quotation marks where words follow a value', () => {
    const id = 'error-argument-quotes';
    const of = (words: string, example: string) => ({ id, args: { words, example } });
    expect(refusalOf('text:war and peace', params)).toEqual(of('and peace', 'text:"war and peace"'));
    expect(refusalOf('speaker:khawaja asif on:today', params)).toEqual(of('asif', 'speaker:"khawaja asif"'));
    expect(refusalOf('on:2025 October', params)).toEqual(of('October', 'text:October'));
    expect(refusalOf('on:9 November 2025ish', params)).toEqual(of('November 2025ish', 'on:"9 November 2025ish"'));
    expect(refusalOf('on:yesterday peace', params)).toEqual(of('peace', 'text:peace'));
    expect(refusalOf('who:pakistani soldiers', { who: params.speaker })).toEqual(
      of('soldiers', 'who:"pakistani soldiers"'),
    );
  });

  it('refuses loose words where no parameter takes them, and says which names there are', () => {
    expect(refusalOf('yesterday please', { on, known: on })).toEqual({
      id: 'error-argument-loose',
      args: { words: 'yesterday please', example: 'on:today', names: 'on: known:' },
    });
    expect(refusalOf('please yesterday', { on, known: on }).args).toMatchObject({ example: 'on:yesterday' });
  });

  it('gives back what formatCommand wrote', () => {
    // Without quotation marks: a value cannot carry the marks that stand around it.
    const value = fc
      .string({ unit: fc.constantFrom('a', 'É', '-', ':', '/', ' ', '\t', 'جنگ', '🕊️', '7', "'"), minLength: 1 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.record({ speaker: value, text: value, on: value }, { requiredKeys: [] }), (args) => {
        const line = formatCommand('quotes', args);
        expect(line.startsWith('/quotes')).toBe(true);
        expect(parseRawArguments(line.slice('/quotes'.length), params)).toEqual(args);
      }),
    );
  });

  it('understands any text or says what is wrong with it', () => {
    const unit = fc.constantFrom('on', 'text', ':', '"', '“', '”', ' ', 'x', '//', '__proto__');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (typed) => {
        expect(typeof understoodOr(typed)).toBe('object');
      }),
      { numRuns: 500 },
    );
  });

  it('refuses more than a message can carry', () => {
    expect(parseRawArguments('x'.repeat(4096), params)).toEqual({ text: 'x'.repeat(4096) });
    expect(refusalOf('x'.repeat(4097), params)).toEqual({ id: 'error-text-long', args: { limit: 4096 } });
  });

  it('repeats what was typed without characters that turn or hide the text around them', () => {
    expect(refusalOf('to\u202eday\u200b please\u0007', { on })).toMatchObject({ args: { words: 'today please' } });
    expect(refusalOf('x'.repeat(3000), { on })).toMatchObject({ args: { words: 'x'.repeat(100) } });
  });

  it('says so where a command takes nothing at all', () => {
    expect(refusalOf('you', {})).toEqual({ id: 'error-argument-none', args: {} });
  });

  it('is quick with very long text', () => {
    const ms = cpuMs(() => {
      for (const piece of ['a', '"', 'a:', '“', ' "', 'on:"', 'a ', '""']) {
        understoodOr(piece.repeat(4096 / piece.length));
      }
    });
    expect(ms).toBeLessThan(2000);
  });
});

describe('formatCommand', () => {
  it('writes a command as a person would type it', () => {
    expect(formatCommand('help', {})).toBe('/help');
    expect(formatCommand('quotes', { speaker: 'asif', text: 'open war' })).toBe('/quotes speaker:asif text:"open war"');
  });
});

describe('paramNames', () => {
  it('lists the names with their colons', () => {
    expect(paramNames(params)).toBe('speaker: text: on:');
    expect(paramNames({})).toBe('');
  });
});
