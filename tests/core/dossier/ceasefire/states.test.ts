/** By which day a recorded state counts: what others announced counts from when they said it. */
import { describe, expect, it } from 'vitest';
import { statesOf } from '../../../../src/core/dossier/ceasefire/states.ts';
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

describe('statesOf', () => {
  it.each<[string, Ceasefire['positions'], string]>([
    ['a mediator alone, a day later', [said('mediator', 'q-mediator')], '2025-10-08'],
    ['the first of two', [said('un', 'q-un'), said('mediator', 'q-mediator')], '2025-10-08'],
    ['a side too, but of before', [said('mediator', 'q-mediator'), said('north', 'q-before')], '2025-10-08'],
    ['a side too, of after', [said('mediator', 'q-mediator'), said('north', 'q-north')], '2025-10-07'],
    ['a mediator whose words are not on record', [said('mediator', null)], '2025-10-07'],
    ['nobody', [], '2025-10-07'],
  ])('%s', (_, positions, day) => {
    expect(statesOf(dossierWith(positions)).find(({ id }) => id === 'f-1')?.effectiveFrom).toBe(day);
  });

  it('stay in the order of their days', () => {
    const states = statesOf(dossierWith([said('un', 'q-un')], '2025-10-09'));
    expect(states.map(({ id }) => id)).toEqual(['f-0', 'f-2', 'f-1']);
  });

  it('are no state of a day on which nobody had announced them', () => {
    const dossier = dossierWith([said('mediator', 'q-mediator')]);
    expect(ceasefireOn(dossier, '2025-10-07')?.newest.id).toBe('f-0');
    expect(ceasefireOn(dossier, '2025-10-08')?.newest.effectiveFrom).toBe('2025-10-08');
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
