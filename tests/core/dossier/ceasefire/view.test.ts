/** How the ceasefire stood on each day of the shipped dossier, and what must hold on any day. */

import { describe, expect, it } from 'vitest';
import { incidentsBy } from '../../../../src/core/dossier/ceasefire/incidents.ts';
import { type CeasefireView, ceasefireOn } from '../../../../src/core/dossier/ceasefire/view.ts';
import { parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import { ceasefire, quote, smallDossier } from '../build-entries.ts';
import { foldAutumnDossier, foldRealDossier } from '../real-dossier.ts';

const dossier = await foldAutumnDossier();
const whole = await foldRealDossier();
const DAYS = Array.from({ length: 51 }, (_, index) =>
  Temporal.PlainDate.from('2025-10-01').add({ days: index }).toString(),
);

/** How it stands, since when, the truce, and from which entry each side's position is. */
function inShort(view: CeasefireView | undefined): string {
  if (!view) return 'nothing known';
  const { standing, state, since, truce, positions, silent } = view;
  const says = positions.map(({ party, from, isOlder }) => `${party.id} ${from.id}${isOlder ? ' (older)' : ''}`);
  const nothing = silent.map(({ id }) => `${id} silent`);
  return [standing, state.id, since.effectiveFrom, truce?.entry.id ?? '-', ...says, ...nothing].join(' | ');
}

describe('ceasefireOn, the shipped dossier', () => {
  it.each([
    ['2025-10-01', 'nothing known'],
    ['2025-10-10', 'nothing known'],
    ['2025-10-11', 'fell | cf-none-11-oct | 2025-10-11 | - | afghanistan cf-none-11-oct | pakistan silent'],
    ['2025-10-12', 'fell | cf-none-11-oct | 2025-10-11 | - | pakistan cf-halt-12-oct | afghanistan cf-halt-12-oct'],
    [
      '2025-10-14',
      'fell | cf-collapsed-14-oct | 2025-10-14 | - | pakistan-military cf-collapsed-14-oct | afghanistan cf-halt-12-oct (older)',
    ],
    [
      '2025-10-15',
      'stands | cf-truce-48h | 2025-10-15 | cf-truce-48h | pakistan-foreign-office cf-truce-48h | afghanistan cf-truce-48h',
    ],
    [
      '2025-10-17',
      'stands | cf-strained-17-oct | 2025-10-17/2025-10-18 | cf-truce-48h | pakistan cf-extended-17-oct | afghanistan cf-strained-17-oct',
    ],
    [
      '2025-10-18',
      'stands | cf-strained-17-oct | 2025-10-17/2025-10-18 | cf-truce-48h | pakistan-information-ministry cf-strained-17-oct | afghanistan cf-strained-17-oct',
    ],
    [
      '2025-10-20',
      'stands | cf-doha-19-oct | 2025-10-19 | cf-doha-19-oct | pakistan cf-doha-19-oct | afghanistan cf-doha-19-oct',
    ],
    [
      '2025-10-28',
      'stands | cf-strained-28-oct | 2025-10-28/2025-10-29 | cf-doha-19-oct | pakistan cf-doha-19-oct | afghanistan cf-strained-28-oct',
    ],
    [
      '2025-10-30',
      'stands | cf-extended-30-oct | 2025-10-30 | cf-doha-19-oct | pakistan-information-ministry cf-strained-28-oct | afghanistan cf-strained-28-oct | turkiye cf-extended-30-oct',
    ],
    [
      '2025-11-06',
      'stands | cf-strained-6-nov | 2025-11-06 | cf-doha-19-oct | pakistan-information-ministry cf-strained-6-nov | afghanistan cf-strained-6-nov',
    ],
    [
      '2025-11-07',
      'stands | cf-conditional-7-nov | 2025-11-07 | cf-doha-19-oct | pakistan cf-conditional-7-nov | afghanistan cf-strained-6-nov',
    ],
    [
      '2025-11-08',
      'stands | cf-conditional-7-nov | 2025-11-07 | cf-doha-19-oct | pakistan cf-conditional-7-nov | afghanistan cf-conditional-7-nov',
    ],
    [
      '2025-11-20',
      'stands | cf-conditional-9-nov | 2025-11-07 | cf-doha-19-oct | pakistan-foreign-office cf-conditional-9-nov | afghanistan cf-conditional-7-nov | pakistan cf-conditional-7-nov (older) | turkiye cf-conditional-9-nov',
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
    for (const state of [view?.state, view?.since, view?.newest, view?.truce?.entry, ...(view?.truce?.course ?? [])]) {
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
    for (const { report, others } of incidentsBy(dossier, day)) {
      for (const { date } of [report, ...others]) expect(parseEdtf(date).earliest <= day).toBe(true);
    }
  });

  it.each([
    ['2025-11-27', 'stands | cf-strained-25-nov | cf-doha-19-oct | - | - | - | cf-strained-25-nov'],
    ['2026-02-20', 'stands | cf-strained-5-dec | cf-doha-19-oct | - | - | - | cf-strained-5-dec'],
    ['2026-02-25', 'stands | cf-strained-22-feb | cf-doha-19-oct | - | - | - | cf-strained-22-feb'],
    ['2026-02-26', 'stands | cf-strained-22-feb | cf-doha-19-oct | - | - | - | cf-strained-22-feb'],
    ['2026-02-28', 'fell | cf-collapsed-27-feb | - | cf-collapsed-27-feb | cf-doha-19-oct | - | cf-collapsed-27-feb'],
    ['2026-03-17', 'fell | cf-collapsed-27-feb | - | cf-collapsed-27-feb | cf-doha-19-oct | - | cf-collapsed-27-feb'],
    ['2026-03-18', 'stands | cf-eid-pause | cf-eid-pause | cf-collapsed-27-feb | cf-doha-19-oct | - | cf-eid-pause'],
    ['2026-03-20', 'stands | cf-eid-pause | cf-eid-pause | cf-collapsed-27-feb | cf-doha-19-oct | - | cf-eid-pause'],
    ['2026-03-23', 'stands | cf-eid-pause | cf-eid-pause | cf-collapsed-27-feb | cf-doha-19-oct | - | cf-eid-pause'],
    [
      '2026-03-24',
      'fell | cf-collapsed-27-feb | - | cf-collapsed-27-feb | cf-doha-19-oct | cf-eid-pause ended | cf-eid-pause',
    ],
    [
      '2026-03-28',
      'fell | cf-collapsed-27-feb | - | cf-collapsed-27-feb | cf-doha-19-oct | cf-eid-pause ended | cf-eid-pause',
    ],
    [
      '2026-04-08',
      'fell | cf-collapsed-27-feb | - | cf-collapsed-27-feb | cf-doha-19-oct | cf-eid-pause ended, cf-urumqi-7-apr stands | cf-urumqi-7-apr',
    ],
    [
      '2026-04-27',
      'fell | cf-collapsed-27-feb | - | cf-collapsed-27-feb | cf-doha-19-oct | cf-eid-pause ended, cf-urumqi-7-apr stands | cf-strained-27-apr',
    ],
    [
      '2026-11-28',
      'fell | cf-collapsed-27-feb | - | cf-collapsed-27-feb | cf-doha-19-oct | cf-eid-pause ended, cf-urumqi-7-apr stands | cf-strained-27-apr',
    ],
  ])('on %s, with the facts of the spring after: %s', (day, expected) => {
    const view = ceasefireOn(whole, day);
    const since = view?.agreedSince.map(({ entry, status }) => `${entry.id} ${status}`).join(', ');
    const fallen = view?.fallen.map(({ entry }) => entry.id).join(' ');
    const parts = [view?.standing, view?.state.id, view?.truce?.entry.id, view?.fall?.id, fallen, since];
    expect([...parts, view?.newest.id].map((part) => part || '-').join(' | ')).toBe(expected);
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

  it('dates a state from the first of an unbroken run of its kind', () => {
    const kinds = ['in-force', 'strained', 'in-force', 'strained', 'strained', 'strained'] as const;
    const states = kinds.map((state, index) => ceasefire(`f-${index}`, `2025-10-0${index + 1}`, { state }));
    expect(ceasefireOn(smallDossier(states), '2025-10-09')?.since.id).toBe('f-3');
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
