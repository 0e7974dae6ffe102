/** Who announced a state on a later day than its own, and by which day it counts all the same. */
import { describe, expect, it } from 'vitest';
import { announcementOf } from '../../../../src/core/dossier/ceasefire/announced.ts';
import { ceasefireOn } from '../../../../src/core/dossier/ceasefire/view.ts';
import type { Ceasefire } from '../../../../src/core/dossier/entries.ts';
import { ceasefireKind } from '../../../../src/core/dossier/kinds/ceasefire.ts';
import { ceasefire, quote, smallDossier } from '../build-entries.ts';

const QUOTES = [
  quote('q-mediator', { party: 'mediator', date: '2025-10-08' }),
  quote('q-un', { party: 'un', date: '2025-10-10' }),
  quote('q-north', { party: 'north', date: '2025-10-09' }),
  quote('q-before', { party: 'north', date: '2025-10-02' }),
];
const said = (party: string, by: string | null) => ({ party, summary: 'Said so', quote: by });

function dossierWith(positions: Ceasefire['positions'], later = '2025-11-01') {
  const announced = ceasefire('f-1', '2025-10-07', { state: 'conditional', agreed: 'declaration', positions });
  return smallDossier([...QUOTES, ceasefire('f-0', '2025-10-01'), announced, ceasefire('f-2', later)]);
}

describe('announcementOf', () => {
  it.each<[string, Ceasefire['positions'], string | undefined]>([
    ['a mediator alone, a day later', [said('mediator', 'q-mediator')], 'mediator 2025-10-08'],
    ['the first of two', [said('un', 'q-un'), said('mediator', 'q-mediator')], 'mediator 2025-10-08'],
    ['a side too, but of before', [said('mediator', 'q-mediator'), said('north', 'q-before')], 'mediator 2025-10-08'],
    ['a side too, of after', [said('mediator', 'q-mediator'), said('north', 'q-north')], undefined],
    ['a mediator whose words are not on record', [said('mediator', null)], undefined],
    ['nobody', [], undefined],
  ])('%s', (_, positions, expected) => {
    const dossier = dossierWith(positions);
    const entry = dossier.ceasefire.get('f-1');
    const found = entry && announcementOf(dossier, entry);
    expect(found && `${found.by} ${found.date}`).toBe(expected);
  });

  it('does not move a state from its day', () => {
    const dossier = dossierWith([said('mediator', 'q-mediator')]);
    expect(ceasefireOn(dossier, '2025-10-06')?.newest.id).toBe('f-0');
    expect(ceasefireOn(dossier, '2025-10-07')?.newest.effectiveFrom).toBe('2025-10-07');
  });
});

it('an end that is named in words alone is refused: nothing could run out by it', () => {
  const flaws = (fields: Partial<Ceasefire>) => {
    const states = [...smallDossier([ceasefire('f-0', '2025-10-01', fields)]).ceasefire.values()];
    return ceasefireKind.rules(states).map(({ field }) => field);
  };
  expect(flaws({ untilAsNamed: 'midnight 5–6 October 2025' })).toEqual(['untilAsNamed']);
  expect(flaws({ untilAsNamed: 'midnight 5–6 October 2025', until: '2025-10-05' })).toEqual([]);
});
