/** Incidents that bear on the ceasefire, grouped and in order. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Incident, incidentsBy, possiblySame } from '../../../../src/core/dossier/ceasefire/incidents.ts';
import { parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import type { AnyEntry, Development } from '../../../../src/core/dossier/entries.ts';
import { development, place, smallDossier } from '../build-entries.ts';
import { foldAutumnDossier, foldRealDossier } from '../real-dossier.ts';

const dossier = await foldAutumnDossier();

describe('incidentsBy', () => {
  const accused = (id: string, date: string, fields: Partial<Development> = {}): AnyEntry =>
    development(id, date, {
      places: ['chaman'],
      accusations: [{ by: 'north', against: ['south'], quote: null }],
      ...fields,
    });
  const statement = (id: string, date: string, fields: Partial<Development> = {}): AnyEntry =>
    accused(id, date, { category: 'statement', ...fields });
  const incidents = (entries: readonly AnyEntry[], day = '2025-12-01') =>
    incidentsBy(smallDossier([place('chaman'), place('torkham'), ...entries]), day).map(({ report, others }) =>
      [report, ...others].map(({ id }) => id),
    );

  it('has every clash, air strike and attack of the shipped dossier, and all that accuses, each once', () => {
    const ids = incidentsBy(dossier, '2025-11-20').map(({ report, others }) => [report, ...others].map(({ id }) => id));
    expect(new Set(ids.flat()).size).toBe(ids.flat().length);
    const fighting = new Set(['clash', 'airstrike', 'attack']);
    const bearing = [...dossier.developments.values()].filter(
      ({ category, accusations = [] }) => fighting.has(category) || accusations.length > 0,
    );
    expect(ids.flat().toSorted()).toEqual(bearing.map(({ id }) => id).toSorted());
  });

  it('counts two kinds of fighting, or fighting on other days, as two, even where one led to the other', () => {
    const related = { related: ['d-1'] };
    expect(incidents([accused('d-1', '2025-10-11'), accused('d-2', '2025-10-12', related)])).toEqual([
      ['d-2'],
      ['d-1'],
    ]);
    const strike = accused('d-2', '2025-10-11', { ...related, category: 'airstrike' });
    expect(incidents([accused('d-1', '2025-10-11', { category: 'clash' }), strike])).toHaveLength(2);
    expect(incidents([accused('d-1', '2025-10-11'), accused('d-2', '2025-10-11', related)])).toHaveLength(1);
  });

  it('leads with the fighting itself, and else with the earliest report', () => {
    const said = { category: 'statement' as const, related: ['d-2'] };
    const reports = [
      accused('d-1', '2025-10-10', said),
      accused('d-2', '2025-10-11'),
      accused('d-3', '2025-10-12', said),
    ];
    expect(incidents(reports)).toEqual([['d-2', 'd-3', 'd-1']]);
    const told = [accused('d-2', '2025-10-11', { category: 'statement' }), accused('d-3', '2025-10-12', said)];
    expect(incidents(told)).toEqual([['d-2', 'd-3']]);
  });

  it('has the newest first, and none that is later than the day', () => {
    expect(incidents([accused('d-1', '2025-10-11'), accused('d-2', '2025-10-15')])).toEqual([['d-2'], ['d-1']]);
    expect(incidents([accused('d-1', '2025-10-11'), accused('d-2', '2025-10-15')], '2025-10-14')).toEqual([['d-1']]);
    expect(incidents([development('d-1', '2025-10-11', { category: 'diplomacy' })])).toEqual([]);
    expect(incidents([development('d-1', '2025-10-11', { category: 'clash' })])).toEqual([['d-1']]);
  });

  it('does not make two clashes one because a statement is about both, nor one clash two', () => {
    const clash = (id: string, date: string) => accused(id, date, { category: 'clash' });
    const both = statement('d-3', '2025-10-12', { related: ['d-1', 'd-2'] });
    expect(incidents([clash('d-1', '2025-10-11'), clash('d-2', '2025-10-12'), both])).toHaveLength(2);
    const said = (id: string) => statement(id, '2025-10-11', { related: ['d-1'] });
    expect(incidents([clash('d-1', '2025-10-11'), said('d-2'), said('d-3')])).toHaveLength(1);
  });

  it('takes fighting of which no end is known', () => {
    const open = accused('d-1', '2025-10-11/..', { category: 'clash' });
    expect(incidents([open, statement('d-2', '2025-10-12', { related: ['d-1'] })])).toHaveLength(1);
  });

  it.each([
    ['adjoining days, one place, one names the other', '2025-10-12', ['d-1'], ['chaman'], true],
    ['another place of the same province', '2025-10-12', ['d-1'], ['torkham'], true],
    ['days apart', '2025-10-13', ['d-1'], ['chaman'], false],
    ['no mention of each other', '2025-10-12', [], ['chaman'], false],
    ['no place in common', '2025-10-12', ['d-1'], [], false],
  ])('%s', (_, date, related, places, same) => {
    expect(incidents([accused('d-1', '2025-10-11'), statement('d-2', date, { related, places })])).toHaveLength(
      same ? 1 : 2,
    );
  });

  it('does not depend on which of two reports is asked about', () => {
    const all = [...dossier.developments.values()];
    for (const a of all) for (const b of all) expect(possiblySame(dossier, a, b)).toBe(possiblySame(dossier, b, a));
  });
});

it('the incidents of a day are those of a dossier that ends there, whatever was asked before', async () => {
  const whole = await foldRealDossier();
  const told = (incidents: readonly Incident[]) =>
    incidents.map(({ report, others }) => [report, ...others].map(({ id }) => id));
  const days = [...new Set([...whole.developments.values()].map(({ date }) => parseEdtf(date).earliest))];
  fc.assert(
    fc.property(fc.constantFrom(...days), (day) => {
      const developments = new Map([...whole.developments].filter(([, { date }]) => parseEdtf(date).earliest <= day));
      expect(told(incidentsBy(whole, day))).toEqual(told(incidentsBy({ ...whole, developments }, '9999-12-31')));
    }),
    { numRuns: 60 },
  );
});
