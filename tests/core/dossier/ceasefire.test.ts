/** How the ceasefire stood on each day of the shipped dossier, and what must hold on any day. */

import { describe, expect, it } from 'vitest';
import { breachesBy, type CeasefireView, ceasefireOn } from '../../../src/core/dossier/ceasefire.ts';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { ceasefire, quote, smallDossier } from './build-entries.ts';
import { foldAutumnDossier } from './real-dossier.ts';

const dossier = await foldAutumnDossier();
const DAYS = Array.from({ length: 51 }, (_, index) =>
  Temporal.PlainDate.from('2025-10-01').add({ days: index }).toString(),
);

/** State, since when, the agreement, and from which state each side's position is. */
function inShort(view: CeasefireView | undefined): string {
  if (!view) return 'nothing known';
  const { state, since, agreement, positions, silent } = view;
  const says = positions.map(({ party, from }) => `${party.id} ${from.id}`);
  const nothing = silent.map(({ id }) => `${id} silent`);
  return [state.state, state.id, since.effectiveFrom, agreement?.id ?? '-', ...says, ...nothing].join(' | ');
}

describe('ceasefireOn, the shipped dossier', () => {
  it.each([
    ['2025-10-01', 'nothing known'],
    ['2025-10-10', 'nothing known'],
    ['2025-10-11', 'none | cf-none-11-oct | 2025-10-11 | - | afghanistan cf-none-11-oct | pakistan silent'],
    [
      '2025-10-12',
      'conditional | cf-halt-12-oct | 2025-10-12 | - | pakistan cf-halt-12-oct | afghanistan cf-halt-12-oct',
    ],
    [
      '2025-10-14',
      'collapsed | cf-collapsed-14-oct | 2025-10-14 | - | pakistan-military cf-collapsed-14-oct | afghanistan cf-halt-12-oct',
    ],
    [
      '2025-10-15',
      'in-force | cf-truce-48h | 2025-10-15 | cf-truce-48h | pakistan-foreign-office cf-truce-48h | afghanistan cf-truce-48h',
    ],
    [
      '2025-10-17',
      'strained | cf-strained-17-oct | 2025-10-17/2025-10-18 | cf-truce-48h | pakistan cf-extended-17-oct | afghanistan cf-strained-17-oct',
    ],
    [
      '2025-10-18',
      'strained | cf-strained-17-oct | 2025-10-17/2025-10-18 | cf-truce-48h | pakistan-information-ministry cf-strained-17-oct | afghanistan cf-strained-17-oct',
    ],
    [
      '2025-10-20',
      'in-force | cf-doha-19-oct | 2025-10-19 | cf-doha-19-oct | pakistan cf-doha-19-oct | afghanistan cf-doha-19-oct',
    ],
    [
      '2025-10-28',
      'strained | cf-strained-28-oct | 2025-10-28/2025-10-29 | cf-doha-19-oct | pakistan cf-doha-19-oct | afghanistan cf-strained-28-oct',
    ],
    [
      '2025-10-30',
      'extended | cf-extended-30-oct | 2025-10-30 | cf-doha-19-oct | pakistan-information-ministry cf-strained-28-oct | afghanistan cf-strained-28-oct | turkiye cf-extended-30-oct',
    ],
    [
      '2025-11-06',
      'strained | cf-strained-6-nov | 2025-11-06 | cf-doha-19-oct | pakistan-information-ministry cf-strained-6-nov | afghanistan cf-strained-6-nov',
    ],
    [
      '2025-11-07',
      'conditional | cf-conditional-7-nov | 2025-11-07 | cf-doha-19-oct | pakistan cf-conditional-7-nov | afghanistan cf-strained-6-nov',
    ],
    [
      '2025-11-08',
      'conditional | cf-conditional-7-nov | 2025-11-07 | cf-doha-19-oct | pakistan cf-conditional-7-nov | afghanistan cf-conditional-7-nov',
    ],
    [
      '2025-11-20',
      'conditional | cf-conditional-9-nov | 2025-11-07 | cf-doha-19-oct | pakistan-foreign-office cf-conditional-9-nov | afghanistan cf-conditional-7-nov | pakistan cf-conditional-7-nov | turkiye cf-conditional-9-nov',
    ],
  ])('on %s', (day, expected) => {
    expect(inShort(ceasefireOn(dossier, day))).toBe(expected);
  });

  it('stands from day to day until another state is recorded', () => {
    const states = DAYS.map((day) => ceasefireOn(dossier, day)?.state.id ?? '-');
    const runs = states.flatMap((id, index) => (id === states[index - 1] ? [] : [`${DAYS[index]?.slice(5)} ${id}`]));
    expect(runs).toEqual([
      '10-01 -',
      '10-11 cf-none-11-oct',
      '10-12 cf-halt-12-oct',
      '10-14 cf-collapsed-14-oct',
      '10-15 cf-truce-48h',
      '10-17 cf-strained-17-oct',
      '10-19 cf-doha-19-oct',
      '10-28 cf-strained-28-oct',
      '10-30 cf-extended-30-oct',
      '11-06 cf-strained-6-nov',
      '11-07 cf-conditional-7-nov',
      '11-09 cf-conditional-9-nov',
    ]);
  });

  it.each(DAYS)('on %s knows nothing of later days, and leaves no side out', (day) => {
    const view = ceasefireOn(dossier, day);
    for (const { quote: said, from } of view?.positions ?? []) {
      expect(said === undefined || parseEdtf(said.date).earliest <= day).toBe(true);
      expect(parseEdtf(from.effectiveFrom).earliest <= day).toBe(true);
    }
    for (const state of [view?.state, view?.since, view?.agreement, ...(view?.course ?? [])]) {
      expect(state === undefined || parseEdtf(state.effectiveFrom).earliest <= day).toBe(true);
    }
    const sides = [
      ...(view?.positions ?? []).map(({ party }) => party.side),
      ...(view?.silent ?? []).map(({ side }) => side),
    ];
    const main = new Set(sides.filter((side) => side === 'pakistan' || side === 'afghanistan'));
    expect(main).toEqual(new Set(view ? ['afghanistan', 'pakistan'] : []));
    const parties = (view?.positions ?? []).map(({ party }) => party.id);
    expect(new Set(parties).size).toBe(parties.length);
    for (const { report, others } of breachesBy(dossier, day)) {
      for (const { date } of [report, ...others]) expect(parseEdtf(date).earliest <= day).toBe(true);
    }
  });

  it('lists the states since the agreement, the oldest first', () => {
    expect(ceasefireOn(dossier, '2025-11-07')?.course.map(({ id }) => id)).toEqual([
      'cf-strained-28-oct',
      'cf-extended-30-oct',
      'cf-strained-6-nov',
      'cf-conditional-7-nov',
    ]);
    expect(ceasefireOn(dossier, '2025-10-14')?.course).toEqual([]);
  });

  it('is not moved by talks: without them it is the same', () => {
    const withoutTalks = { ...dossier, talks: new Map() };
    for (const day of DAYS) expect(ceasefireOn(withoutTalks, day)).toEqual(ceasefireOn(dossier, day));
  });
});

describe('ceasefireOn, made-up states', () => {
  const positions = (party: string, cited: string | null) => ({
    positions: [{ party, summary: `says ${party}`, quote: cited }],
  });

  it('goes back to the last agreement, and not behind a collapse', () => {
    const states = [
      ceasefire('f-1', '2025-10-01'),
      ceasefire('f-2', '2025-10-02', { state: 'collapsed' }),
      ceasefire('f-3', '2025-10-03', { state: 'conditional' }),
    ];
    const view = ceasefireOn(smallDossier(states), '2025-10-04');
    expect(view?.agreement).toBeUndefined();
    expect(view?.course.map(({ id }) => id)).toEqual(['f-3']);
  });

  it('tells when the truce began from what was agreed last, and keeps the terms of both and of all since', () => {
    const terms = (text: string) => ({ terms: [text] });
    const states = [
      ceasefire('f-1', '2025-10-01', { state: 'conditional', ...terms('before any truce') }),
      ceasefire('f-2', '2025-10-02', terms('48 hours')),
      ceasefire('f-3', '2025-10-03', { state: 'strained' }),
      ceasefire('f-4', '2025-10-04', terms('immediate ceasefire')),
      ceasefire('f-5', '2025-10-05', { state: 'extended', ...terms('to be continued') }),
    ];
    const view = (day: string) => ceasefireOn(smallDossier(states), day);
    const idsOf = (day: string) => [
      view(day)?.truce?.id,
      view(day)?.agreement?.id,
      view(day)?.terms.map(({ id }) => id),
    ];
    expect(idsOf('2025-10-05')).toEqual(['f-2', 'f-4', ['f-4', 'f-5']]);
    expect(idsOf('2025-10-03')).toEqual(['f-2', 'f-2', ['f-2']]);
    expect(idsOf('2025-10-01')).toEqual([undefined, undefined, ['f-1']]);
  });

  it('without an agreement has the terms of the newest state alone', () => {
    const states = ['2025-10-01', '2025-10-02'].map((day) =>
      ceasefire(`f-${day}`, day, { state: 'conditional', terms: [day] }),
    );
    expect(ceasefireOn(smallDossier(states), '2025-10-09')?.terms.map(({ id }) => id)).toEqual(['f-2025-10-02']);
  });

  it('dates a state from the first of an unbroken run of its kind', () => {
    const kinds = ['strained', 'in-force', 'strained', 'strained', 'strained'] as const;
    const states = kinds.map((state, index) => ceasefire(`f-${index}`, `2025-10-0${index + 1}`, { state }));
    expect(ceasefireOn(smallDossier(states), '2025-10-09')?.since.id).toBe('f-2');
  });

  it('leaves out a position whose quotation is not known yet', () => {
    const states = [
      ceasefire('f-1', '2025-10-01', positions('north', null)),
      ceasefire('f-2', '2025-10-02', positions('north', 'q-1')),
    ];
    const [without, withQuote] = [
      smallDossier(states),
      smallDossier([...states, quote('q-1', { date: '2025-10-03' })]),
    ];
    expect(ceasefireOn(without, '2025-10-09')?.positions.map(({ from }) => from.id)).toEqual(['f-1']);
    expect(ceasefireOn(withQuote, '2025-10-02')?.positions.map(({ from }) => from.id)).toEqual(['f-1']);
    expect(ceasefireOn(withQuote, '2025-10-03')?.positions.map(({ from }) => from.id)).toEqual(['f-2']);
    expect(ceasefireOn(withQuote, '2025-10-03')?.silent.map(({ id }) => id)).toEqual(['south']);
  });
});
