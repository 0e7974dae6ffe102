/** Reported breaches of the ceasefire, grouped and in order, and the round of talks of a day. */
import { describe, expect, it } from 'vitest';
import { breachesBy, possiblySame, talksBy } from '../../../src/core/dossier/ceasefire.ts';
import type { AnyEntry, Development } from '../../../src/core/dossier/entries.ts';
import { development, place, smallDossier } from './build-entries.ts';
import { foldAutumnDossier } from './real-dossier.ts';

const dossier = await foldAutumnDossier();

describe('breachesBy', () => {
  const accused = (id: string, date: string, fields: Partial<Development> = {}): AnyEntry =>
    development(id, date, {
      places: ['chaman'],
      accusations: [{ by: 'north', against: ['south'], quote: null }],
      ...fields,
    });
  const breaches = (entries: readonly AnyEntry[], day = '2025-12-01') =>
    breachesBy(smallDossier([place('chaman'), place('torkham'), ...entries]), day).map(({ report, others }) =>
      [report, ...others].map(({ id }) => id),
    );

  it('has every development of the shipped dossier that accuses, each once', () => {
    const ids = breachesBy(dossier, '2025-11-20').map(({ report, others }) => [report, ...others].map(({ id }) => id));
    expect(ids).toHaveLength(6);
    expect(new Set(ids.flat()).size).toBe(ids.flat().length);
    const accusing = [...dossier.developments.values()].filter(({ accusations }) => (accusations ?? []).length > 0);
    expect(ids.flat().toSorted()).toEqual(accusing.map(({ id }) => id).toSorted());
  });

  it('leads with the fighting itself, and else with the earliest report', () => {
    const statement = { category: 'statement' as const, related: ['d-2'] };
    const reports = [
      accused('d-1', '2025-10-10', statement),
      accused('d-2', '2025-10-11'),
      accused('d-3', '2025-10-12', statement),
    ];
    expect(breaches(reports)).toEqual([['d-2', 'd-3', 'd-1']]);
    const told = [accused('d-2', '2025-10-11', { category: 'statement' }), accused('d-3', '2025-10-12', statement)];
    expect(breaches(told)).toEqual([['d-2', 'd-3']]);
  });

  it('has the newest first, and none that is later than the day', () => {
    expect(breaches([accused('d-1', '2025-10-11'), accused('d-2', '2025-10-15')])).toEqual([['d-2'], ['d-1']]);
    expect(breaches([accused('d-1', '2025-10-11'), accused('d-2', '2025-10-15')], '2025-10-14')).toEqual([['d-1']]);
    expect(breaches([development('d-1', '2025-10-11')])).toEqual([]);
  });

  it.each([
    ['adjoining days, one place, one names the other', '2025-10-12', ['d-1'], ['chaman'], true],
    ['another place of the same province', '2025-10-12', ['d-1'], ['torkham'], true],
    ['days apart', '2025-10-13', ['d-1'], ['chaman'], false],
    ['no mention of each other', '2025-10-12', [], ['chaman'], false],
    ['no place in common', '2025-10-12', ['d-1'], [], false],
  ])('%s', (_, date, related, places, same) => {
    expect(breaches([accused('d-1', '2025-10-11'), accused('d-2', date, { related, places })])).toHaveLength(
      same ? 1 : 2,
    );
  });

  it('does not depend on which of two reports is asked about', () => {
    const all = [...dossier.developments.values()];
    for (const a of all) for (const b of all) expect(possiblySame(dossier, a, b)).toBe(possiblySame(dossier, b, a));
  });
});

describe('talksBy', () => {
  it.each([
    ['2025-10-17', undefined],
    ['2025-10-18', 'talks-doha-1'],
    ['2025-10-24', 'talks-doha-1'],
    ['2025-10-25', 'talks-istanbul-2'],
    ['2025-11-06', 'talks-istanbul-3'],
    ['2026-11-22', 'talks-istanbul-3'],
  ])('by %s: %s', (day, id) => {
    expect(talksBy(dossier, day)?.id).toBe(id);
  });
});
