/** Raw arguments to typed ones: what each kind takes, and the words for what it does not. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Params } from '../../../src/core/chat/command.ts';
import { parseArgs } from '../../../src/core/chat/parse-args.ts';
import type { RawArguments } from '../../../src/core/reply/reply.ts';
import { UserError } from '../../../src/core/reply/user-error.ts';
import type { Named } from '../../../src/core/wording/named.ts';
import { development, smallDossier } from '../dossier/build-entries.ts';
import { oddText } from '../odd-text.ts';
import { english } from './chat-for-tests.ts';

const named: readonly Named[] = [
  { id: 'khawaja-asif', label: 'Khawaja Asif', aliases: [] },
  { id: 'afghanistan', label: 'Afghanistan (Taliban government)', aliases: [] },
  { id: 'ttp', label: 'Tehreek-e-Taliban Pakistan', aliases: [] },
];
const params = {
  text: { kind: 'text' },
  harm: { kind: 'choice', choices: ['killed', 'injured'], synonyms: { wounded: 'injured' } },
  who: { kind: 'name', names: () => named },
  on: { kind: 'date', clock: 'event' },
  known: { kind: 'date', clock: 'knowledge' },
} as const satisfies Params;

const context = {
  dossier: smallDossier([development('d-1', '2025-10-11'), development('d-2', '2025-10-01')]),
  language: english,
  commands: [],
  today: '2026-11-22',
};

/** What the asker reads where the arguments are refused. */
function refusalOf(raw: RawArguments, taken: Params = params): string {
  try {
    parseArgs(raw, taken, context);
  } catch (error) {
    if (error instanceof UserError) return english.text(error.id, error.args);
    throw error;
  }
  throw new Error(`${JSON.stringify(raw)} was not refused`);
}

/** As `refusalOf`, or that it was understood. */
function understoodOr(raw: RawArguments): string {
  try {
    parseArgs(raw, params, context);
    return 'understood';
  } catch {
    return refusalOf(raw);
  }
}

describe('parseArgs', () => {
  it('gives each value its type', () => {
    const args = parseArgs({ text: ' open war ', harm: 'Killed', who: 'asif', on: '2025-10' }, params, context);
    expect(args).toMatchObject({
      text: 'open war',
      harm: 'killed',
      who: { id: 'khawaja-asif' },
      on: { text: '2025-10' },
    });
    expect('known' in args).toBe(false);
  });

  it('refuses an empty value: what was asked for must not be passed over', () => {
    for (const raw of [{ text: '' }, { harm: ' ' }, { who: '' }, { on: '\t' }]) {
      expect(refusalOf(raw)).toBe(
        `${Object.keys(raw)[0]}: has no value. Write it right after the colon, or leave ${Object.keys(raw)[0]}: out.`,
      );
    }
  });

  it.each(['constructor', 'toString', '__proto__'])('does not take %s for a parameter', (name) => {
    expect(refusalOf(JSON.parse(`{"${name}": "x"}`))).toContain(`There is no “${name}:” here.`);
  });

  it('refuses a name that the command does not have, and offers the nearest or all', () => {
    expect(refusalOf({ knon: '2025' })).toBe('There is no “knon:” here. Did you mean known:?');
    expect(refusalOf({ weather: 'rain' })).toBe(
      'There is no “weather:” here. You can give text: harm: who: on: known:.',
    );
  });

  it('refuses what is too long', () => {
    expect(parseArgs({ text: 'x'.repeat(200) }, params, context).text).toHaveLength(200);
    expect(refusalOf({ text: 'x'.repeat(201) })).toBe('What you gave for text: is longer than 200 characters.');
  });

  it('understands another word for a choice, in any case, and nothing that every object has', () => {
    expect(parseArgs({ harm: 'Wounded' }, params, context).harm).toBe('injured');
    expect(refusalOf({ harm: 'constructor' })).toContain('is not one of the choices');
    expect(refusalOf({ constructor: 'x' })).toContain('There is no “constructor:” here.');
    expect(refusalOf({ ['__proto__']: 'x' })).toContain('There is no “__proto__:” here.');
  });

  it('repeats what was typed without characters that turn or hide the text around them', () => {
    expect(refusalOf({ who: 'zan\u202ezi\u2066bar\u0000' })).toContain('“zanzibar” was not understood');
  });

  it('refuses a choice that there is not, and says which there are', () => {
    expect(refusalOf({ harm: 'kiled' })).toBe(
      '“kiled” is not one of the choices for harm: killed, injured. For example harm:killed.',
    );
    expect(refusalOf({ harm: 'injred' })).toContain('For example harm:injured.');
    expect(refusalOf({ harm: 'x' })).toContain('For example harm:killed.');
  });

  it('asks back what an ambiguous name means, and guesses nothing', () => {
    expect(refusalOf({ who: 'taliban' })).toBe(
      '“taliban” could be several things for who. Please choose: who:afghanistan (Afghanistan (Taliban government)) · who:ttp (Tehreek-e-Taliban Pakistan)',
    );
  });

  it('offers the nearest names for a mistyped one, and examples for an unknown one', () => {
    expect(refusalOf({ who: 'assif' })).toMatch(
      /^“assif” was not understood for who\. Did you mean who:khawaja-asif\?/u,
    );
    expect(refusalOf({ who: 'zanzibar' })).toBe(
      '“zanzibar” was not understood for who. For example who:khawaja-asif · who:afghanistan · who:ttp.',
    );
  });
});

describe('dates', () => {
  it.each([
    ['2025-10-20', '2025-10-20'],
    ['2025-10', '2025-10'],
    ['2025', '2025'],
    ['2025-10-15~', '2025-10-15~'],
    ['today', '2026-11-22'],
    ['Yesterday', '2026-11-21'],
    ['2026-11', '2026-11'],
    ['20.10.2025', '2025-10-20'],
    ['2025-10-18/2025-10-19', '2025-10-18/2025-10-19'],
    ['around 15 October 2025', '2025-10-15~'],
    ['october', '2026-10'],
    ['last week', '2026-11-09/2026-11-15'],
    ['end of october', '2026-10-21~/2026-10-31'],
    ['q3', '2026-07/2026-09'],
    ['before october', '../2026-09-30'],
  ])('“%s” is %s', (typed, text) => {
    expect(parseArgs({ on: typed, known: typed }, params, context)).toMatchObject({ on: { text }, known: { text } });
  });

  it.each([
    ['18–19 October 2025', '18–19 October 2025', 'on:2025-10-18 or on:2025-10-19'],
    ['between 18 and 24 october', '18–24 October 2026', 'on:2026-10-18 or on:2026-10-24'],
    ['august to october', 'August–October 2026', 'on:2026-08-01 or on:2026-10-31'],
    ['august to november', 'August–November 2026', 'on:2026-08-01 or on:2026-11-22'],
  ])('from when to when is no day: “%s”', (typed, date, ways) => {
    expect(refusalOf({ on: typed })).toBe(`“${typed}” is ${date}, and on: takes one day. Write ${ways}.`);
  });

  it.each(['since 18 October 2025', '2025-10-18/..', 'after 17 October 2025'])('“%s” has no last day', (typed) => {
    expect(refusalOf({ on: typed })).toBe(
      `“${typed}” goes on until today, and on: takes one day. Write on:2025-10-18 or on:2026-11-22.`,
    );
  });

  it.each(['soon', '2025-02-30', 'the 9th', '10:30'])('refuses “%s” and says how to write one', (typed) => {
    expect(refusalOf({ on: typed })).toBe(
      `I don’t understand “${typed}” as a date for on. For example on:2025-10-01 · on:"1 October 2025" · on:yesterday.`,
    );
  });

  it.each([
    ['sometime october', 'October 2026'],
    ['18 Octuber 2025', '18 October 2025'],
  ])('asks back what “%s” may mean', (typed, date) => {
    expect(refusalOf({ on: typed })).toBe(`I don’t understand “${typed}” as a date for on. Did you mean on:"${date}"?`);
  });

  it('refuses what has not come yet', () => {
    expect(refusalOf({ on: '2026-11-23' })).toBe('23 November 2026 has not come yet; on: takes a day up to today.');
    expect(refusalOf({ on: 'tomorrow' })).toBe('23 November 2026 has not come yet; on: takes a day up to today.');
    expect(refusalOf({ known: '2027' })).toBe('2027 has not come yet; known: takes a day up to today.');
  });

  it('refuses what is before the dossier, in the words of each clock', () => {
    expect(refusalOf({ on: '2025-09-30' })).toBe(
      'The dossier begins on 1 October 2025; nothing is known here of what was before (30 September 2025). For example on:2025-10-01.',
    );
    expect(refusalOf({ known: '2025-09' })).toBe(
      'The dossier begins on 1 October 2025; nothing was known here before (September 2025). For example known:2025-10-01.',
    );
  });

  it('say something also where the dossier is empty', () => {
    const empty = { ...context, dossier: smallDossier([]) };
    expect(() => parseArgs({ on: 'soon' }, params, empty)).toThrow(UserError);
    expect(parseArgs({ on: 'today' }, params, empty).on?.text).toBe('2026-11-22');
  });
});

describe('anything at all', () => {
  it('is understood or refused in words', () => {
    const value = fc.oneof(oddText(), fc.string({ unit: fc.constantFrom(...'0123456789-~/.'.split('')) }));
    const name = fc.oneof(fc.constantFrom(...Object.keys(params)), oddText(12));
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 3 }), (raw) => {
        expect(understoodOr(raw)).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
