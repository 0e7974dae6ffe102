/** Agreements and what became of them: R19, by example and over random histories. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementsOn } from '../../../../src/core/dossier/ceasefire/agreements.ts';
import { type CeasefireView, ceasefireOn } from '../../../../src/core/dossier/ceasefire/view.ts';
import { newestOf } from '../../../../src/core/dossier/dates/age.ts';
import { parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import { type Ceasefire, ceasefireSchema } from '../../../../src/core/dossier/entries.ts';
import { ceasefire, smallDossier } from '../build-entries.ts';

type Entry = readonly [date: string, fields: Partial<Ceasefire>];

function statesOf(entries: readonly Entry[]): readonly Ceasefire[] {
  const all = entries.map(([date, fields], index) => ceasefire(`f-${index}`, date, fields));
  return [...smallDossier(all).ceasefire.values()];
}

/** "f-0 truce stands", "f-1 pause ended: ran out 2025-10-05". */
function inShort(entries: readonly Entry[], day = '2025-12-31'): readonly string[] {
  return agreementsOn(statesOf(entries), day).all.map(({ entry, type, status, end }) =>
    `${entry.id} ${type} ${status}${end ? `: ${end.how} ${end.on}` : ''}`.trim(),
  );
}

const change = (state: Ceasefire['state'], fields: Partial<Ceasefire> = {}): Partial<Ceasefire> => ({
  state,
  agreed: 'nothing',
  ...fields,
});

describe('agreementsOn', () => {
  it.each<[string, readonly Entry[], readonly string[]]>([
    ['a truce stands', [['2025-10-01', {}]], ['f-0 truce stands']],
    [
      'strain and conditions end nothing',
      [
        ['2025-10-01', {}],
        ['2025-10-02', change('strained')],
        ['2025-10-03', change('conditional')],
      ],
      ['f-0 truce stands'],
    ],
    [
      'a collapse ends it, with the day',
      [
        ['2025-10-01', {}],
        ['2025-10-02/2025-10-03', change('collapsed')],
      ],
      ['f-0 truce ended: fell 2025-10-02/2025-10-03'],
    ],
    [
      'an agreed end that has passed ends it',
      [['2025-10-01', { until: '2025-10-05' }]],
      ['f-0 truce ended: ran out 2025-10-05'],
    ],
    [
      'an extension without an end does away with the end',
      [
        ['2025-10-01', { until: '2025-10-05' }],
        ['2025-10-05', { state: 'extended' }],
      ],
      ['f-0 truce stands'],
    ],
    [
      'what has run out can be extended, what fell cannot: that is a truce of its own',
      [
        ['2025-10-01', { until: '2025-10-02' }],
        ['2025-10-05', { state: 'extended' }],
        ['2025-10-06', change('collapsed')],
        ['2025-10-07', { state: 'extended' }],
      ],
      ['f-0 truce ended: fell 2025-10-06', 'f-3 truce stands'],
    ],
    [
      'a new truce takes the place of the one before, a declaration does not',
      [
        ['2025-10-01', {}],
        ['2025-10-02', { agreed: 'declaration' }],
        ['2025-10-03', {}],
      ],
      ['f-0 truce ended: replaced 2025-10-03', 'f-1 declaration stands', 'f-2 truce stands'],
    ],
    [
      'a truce and a declaration fall apart where the entry says which',
      [
        ['2025-10-01', {}],
        ['2025-10-02', { agreed: 'declaration' }],
        ['2025-10-03', change('collapsed', { concerns: ['f-0'] })],
      ],
      ['f-0 truce ended: fell 2025-10-03', 'f-1 declaration stands'],
    ],
    [
      'what has ended stays as it ended, whatever is told of it later',
      [
        ['2025-10-01', {}],
        ['2025-10-02', change('collapsed')],
        ['2025-10-03', change('strained', { concerns: ['f-0'] })],
        ['2025-10-04', change('collapsed', { concerns: ['f-0'] })],
      ],
      ['f-0 truce ended: fell 2025-10-02'],
    ],
    [
      'what is holding is what stands: it raises nothing that fell',
      [
        ['2025-10-01', {}],
        ['2025-10-02', change('collapsed')],
        ['2025-10-03', { agreed: 'declaration' }],
        ['2025-10-04', change('holding')],
      ],
      ['f-0 truce ended: fell 2025-10-02', 'f-2 declaration stands'],
    ],
    [
      'a declaration or a pause that names a truce takes its place as little as any',
      [
        ['2025-10-01', {}],
        ['2025-10-02', { agreed: 'declaration', concerns: ['f-0'] }],
        ['2025-10-03', { agreed: 'pause', concerns: ['f-0'] }],
      ],
      ['f-0 truce stands', 'f-1 declaration stands', 'f-2 pause stands'],
    ],
    [
      'an extension that names nothing extends what stands, not a pause that ran out',
      [
        ['2025-10-01', change('collapsed')],
        ['2025-10-02', { agreed: 'pause', until: '2025-10-03' }],
        ['2025-10-05', { agreed: 'declaration' }],
        ['2025-10-06', { state: 'extended' }],
      ],
      ['f-1 pause ended: ran out 2025-10-03', 'f-2 declaration stands'],
    ],
    [
      'what is told of an agreement that is not there yet ends no other',
      [
        ['2025-10-01', {}],
        ['2025-11', change('collapsed', { concerns: ['f-2'] })],
        ['2025-11-05', { agreed: 'declaration' }],
      ],
      ['f-0 truce stands', 'f-2 declaration stands'],
    ],
    [
      'suspended is not ended, and goes on when resumed',
      [
        ['2025-10-01', {}],
        ['2025-10-02', change('suspended')],
      ],
      ['f-0 truce suspended'],
    ],
    [
      'resumed: what was suspended stands',
      [
        ['2025-10-01', {}],
        ['2025-10-02', change('suspended')],
        ['2025-10-03', change('resumed')],
      ],
      ['f-0 truce stands'],
    ],
    [
      'resumed after a fall: what fell stands again, also beside a declaration',
      [
        ['2025-10-01', {}],
        ['2025-10-02', change('collapsed')],
        ['2025-10-03', { agreed: 'declaration' }],
        ['2025-10-04', change('resumed')],
      ],
      ['f-0 truce stands', 'f-2 declaration stands'],
    ],
  ])('%s', (_, entries, expected) => {
    expect(inShort(entries)).toEqual(expected);
  });

  it('stands on the last day that it was agreed for', () => {
    const pause: Entry = ['2025-10-01', { agreed: 'pause', until: '2025-10-05' }];
    expect(inShort([pause], '2025-10-05')).toEqual(['f-0 pause stands']);
    expect(inShort([pause], '2025-10-06')).toEqual(['f-0 pause ended: ran out 2025-10-05']);
  });

  it('reads files that do not say what was agreed: by the state', () => {
    const before = (state: Ceasefire['state']): Partial<Ceasefire> => ({ state });
    const entries: readonly Entry[] = [
      ['2025-10-01', before('in-force')],
      ['2025-10-02', before('extended')],
      ['2025-10-03', before('conditional')],
      ['2025-10-04', before('collapsed')],
    ];
    expect(inShort(entries)).toEqual(['f-0 truce ended: fell 2025-10-04']);
  });
});

const DAY = fc
  .integer({ min: 0, max: 60 })
  .map((days) => Temporal.PlainDate.from('2025-10-01').add({ days }).toString());

const ENTRY = fc
  .record({
    at: DAY,
    state: fc.constantFrom(...ceasefireSchema.shape.state.options),
    agreed: fc.constantFrom(undefined, ...ceasefireSchema.shape.agreed.unwrap().options),
    lasts: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    concerns: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  })
  .map(({ at, state, agreed, lasts, concerns }): Entry => {
    const until = lasts === undefined ? {} : { until: Temporal.PlainDate.from(at).add({ days: lasts }).toString() };
    const about = concerns === undefined ? {} : { concerns: [`f-${concerns}`] };
    return [at, { state, ...(agreed && { agreed }), ...until, ...about }];
  });

const HISTORY = fc.tuple(fc.array(ENTRY, { minLength: 1, maxLength: 10 }), DAY);

/** Every agreement that the view has a place for. */
function placed({ truce, beside, agreedSince, fallen }: CeasefireView) {
  return [...(truce ? [truce] : []), ...beside, ...agreedSince, ...fallen];
}

describe('any history', () => {
  it('shows nothing ended as standing, and hides nothing that stands', () => {
    fc.assert(
      fc.property(HISTORY, ([entries, day]) => {
        const states = statesOf(entries);
        const view = ceasefireOn(smallDossier(states.map((fields) => ({ kind: 'ceasefire', fields }))), day);
        const { all } = agreementsOn(states, day);
        fc.pre(view !== undefined);
        const isShown = all.map(({ entry, status }) =>
          status === 'ended' ? true : placed(view).some((one) => one.entry === entry),
        );
        expect(isShown).not.toContain(false);
        const overdue = all.filter(({ until }) => until !== undefined && parseEdtf(until.date).latest < day);
        expect(overdue.every(({ status }) => status === 'ended')).toBe(true);
        const stands = all.some(({ type, status }) => type !== 'declaration' && status === 'stands');
        expect(view.standing === 'stands').toBe(stands);
        expect(view.truce?.status === 'stands').toBe(stands);
        expect(view.beside.every(({ status }) => status !== 'ended')).toBe(true);
        expect(view.fallen.every(({ status, end }) => status === 'ended' && end?.by === view.fall)).toBe(true);
        expect(newestOf([view.newest.effectiveFrom], day)?.days ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('knows nothing of later days: what comes after changes nothing', () => {
    fc.assert(
      fc.property(HISTORY, ([entries, day]) => {
        const states = statesOf(entries);
        const until = states.filter(({ effectiveFrom }) => effectiveFrom <= day);
        expect(agreementsOn(states, day)).toEqual(agreementsOn(until, day));
      }),
    );
  });
});
