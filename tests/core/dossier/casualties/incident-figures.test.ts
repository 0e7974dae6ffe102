/** All figures of one incident together, also those for some of its days. */
import { describe, expect, it } from 'vitest';
import {
  allIncidentFigures,
  figuresByIncident,
  figuresOf,
} from '../../../../src/core/dossier/casualties/incident-figures.ts';
import { claim, development, smallDossier } from '../build-entries.ts';

const incident = development('dev', '2025-10-11/2025-10-12');
const of = { development: 'dev' };

describe('figuresByIncident', () => {
  it('puts together what is for other days of one incident, once for each harm to each group of victims', () => {
    const dossier = smallDossier([
      incident,
      claim('c-1', of),
      claim('c-2', { ...of, period: '2025-10-11', claimedBy: 'un' }),
      claim('c-3', { ...of, period: '2025-10-12', claimedBy: 'north', harm: 'injured' }),
    ]);
    const [one, ...others] = allIncidentFigures(dossier);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ id: 'dev', incident: { id: 'dev' } });
    expect(one?.comparisons.map(({ harm, rows }) => [harm, rows.map((row) => row.claim.id)]).toSorted()).toEqual([
      ['injured', ['c-3']],
      ['killed', expect.arrayContaining(['c-1', 'c-2'])],
    ]);
  });

  it('calls a period without an incident by the first id of its figures, and keeps two of them apart', () => {
    const dossier = smallDossier([
      claim('c-2', { places: ['a'] }),
      claim('c-1', { places: ['a'], claimedBy: 'un' }),
      claim('c-3', { places: ['b'] }),
    ]);
    expect(allIncidentFigures(dossier).map(({ id, incident: none }) => [id, none])).toEqual([
      ['c-1', undefined],
      ['c-3', undefined],
    ]);
  });

  it('has the newest first, by what is given', () => {
    const claims = ['2025-10-11', '2025-11-06', '2025-10-15'].map((period, index) => claim(`c-${index}`, { period }));
    const dossier = smallDossier(claims);
    expect(allIncidentFigures(dossier).map(({ id }) => id)).toEqual(['c-1', 'c-2', 'c-0']);
    const some = [...dossier.claims.values()].filter(({ id }) => id !== 'c-1');
    expect(
      figuresByIncident(dossier, some)
        .flatMap(figuresOf)
        .map(({ id }) => id),
    ).toEqual(['c-2', 'c-0']);
  });

  it('is worked out once for a dossier', () => {
    const dossier = smallDossier([claim('c-1')]);
    expect(allIncidentFigures(dossier)).toBe(allIncidentFigures(dossier));
  });
});
