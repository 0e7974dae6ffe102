/** How much news matters, and so who is told of it at once: also the other side's answer, and nothing that is old. */

import { describe, expect, it } from 'vitest';
import { levelOf } from '../../../src/core/changes/news-level.ts';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import type { Content } from '../../../src/core/messages/kinds/index.ts';
import { ceasefire, claim, development, quote, revised, smallDossier, talksRound } from '../dossier/build-entries.ts';
import { alertOf, composed, FIRST, LATER, NOW, TODAY } from '../messages/composing.ts';

describe('how much news matters', () => {
  const breaking = development('dev-breaking', '2025-10-20', { significance: 'breaking' });
  const statement = { category: 'statement', related: ['dev-breaking'] } as const;
  const entries = [
    breaking,
    development('dev-routine', '2025-10-20'),
    development('dev-denial', '2025-10-21', statement),
    development('dev-old', '2025-10-10/2025-10-14', { significance: 'breaking' }),
    development('dev-long', '2025-10-10/2025-10-15', { significance: 'breaking' }),
    development('dev-open', '2025-10-10/..', { significance: 'breaking' }),
    claim('cas-breaking', { development: 'dev-breaking', conflictsWith: ['cas-rival'] }),
    claim('cas-rival'),
    claim('cas-old', { development: 'dev-old', conflictsWith: ['cas-of-old'] }),
    ceasefire('cf-1', '2025-10-19'),
    ceasefire('cf-2', '2025-10-20'),
    ceasefire('cf-3', '2025-10-21', { state: 'strained' }),
    ceasefire('cf-4', '2025-11-01', { state: 'extended' }),
  ];
  const dossier = smallDossier(entries);
  const of = (id: string) => entries.find(({ fields }) => fields.id === id) ?? breaking;

  it.each<readonly [string, AnyEntry, string]>([
    ['its own significance', breaking, 'breaking'],
    ['its own significance', of('dev-routine'), 'routine'],
    ['its own significance, however old', of('dev-old'), 'breaking'],
    ['of what is breaking', of('cas-breaking'), 'breaking'],
    ['of what is routine', claim('cas', { development: 'dev-routine' }), 'major'],
    ['of nothing', claim('cas'), 'major'],
    ['in a statement about it', claim('cas', { development: 'dev-denial', period: '2025-10-20' }), 'breaking'],
    ['in a statement, of other days', claim('cas', { development: 'dev-denial', period: '2025-10-01' }), 'major'],
    ['against one that is', claim('cas', { conflictsWith: ['cas-breaking'] }), 'breaking'],
    ['named by one that is', of('cas-rival'), 'breaking'],
    ['of what is over a week old', of('cas-old'), 'major'],
    ['of what ended a week ago', claim('cas', { development: 'dev-long' }), 'breaking'],
    ['of what has no end and began long ago', claim('cas', { development: 'dev-open' }), 'major'],
    ['against one of what is old', claim('cas-of-old'), 'major'],
    ['words of what is breaking', quote('q', { development: 'dev-breaking' }), 'breaking'],
    ['words of what is old', quote('q', { development: 'dev-old' }), 'major'],
    ['words in a statement about it', quote('q', { development: 'dev-denial' }), 'breaking'],
    ['words of nothing', quote('q'), 'major'],
    ['talks', talksRound('talks'), 'major'],
    ['another state, but not the last that has begun', of('cf-1'), 'major'],
    ['the same state', of('cf-2'), 'major'],
    ['another state, and the last that has begun', of('cf-3'), 'breaking'],
    ['another state, which is to begin', of('cf-4'), 'breaking'],
  ])('%s', (_why, entry, level) => {
    expect(levelOf(entry, dossier, TODAY)).toBe(level);
  });

  it('the answer to a breaking figure reaches whoever was told of that', () => {
    const told = (id: string) =>
      composed(alertOf({ alerts: 'breaking', from: FIRST + 1 }), smallDossier([breaking, of(id)]));
    expect(told('cas-breaking').shown).toEqual(['cas-breaking']);
    const denial = claim('cas-denial', { development: 'dev-denial', period: '2025-10-20', stance: 'denies' });
    const answer = composed(
      alertOf({ alerts: 'breaking', from: FIRST + 3 }),
      smallDossier([breaking, of('cas-breaking'), of('dev-denial'), denial]),
    );
    expect(answer.shown).toEqual(['cas-denial']);
    expect(answer.text).toMatch(/^Breaking: /u);
  });

  it('what is old is not told as breaking, on the day of its alert', () => {
    const old = smallDossier([of('dev-old'), of('cas-old')]);
    const on = (day: number) => composed(alertOf({ from: FIRST + 1 }), old, Date.UTC(2025, 9, day, 12)).text;
    expect(on(21)).toMatch(/^Breaking: /u);
    expect(on(22)).toMatch(/^Alert: /u);
    const wanted = alertOf({ from: FIRST + 1, alerts: 'breaking', timezone: 'Asia/Karachi' });
    expect(composed(wanted, old, Date.UTC(2025, 9, 21, 18, 59)).isEmpty).toBe(false);
    expect(composed(wanted, old, Date.UTC(2025, 9, 21, 19)).isEmpty).toBe(true);
  });

  it('a state that another has followed says so, and a correction of that one reaches it', () => {
    const states = [ceasefire('cf-last', '2025-10-20'), ceasefire('cf-posted', '2025-10-15', { state: 'strained' })];
    const { text, states: beside } = composed(alertOf({ from: FIRST + 1 }), smallDossier(states));
    expect(text).toMatch(
      /^Alert: State cf-posted\nstrained \(15 October 2025\)\. .*A later state is on record.*20 October 2025/u,
    );
    expect(beside).toContain('cf-last');
    expect(composed(alertOf(), smallDossier(states.slice(1))).text).not.toContain('A later state');
  });

  it('what was told as breaking stays told where what made it that is taken back', () => {
    const [told, answer] = [of('cas-breaking'), of('cas-rival')];
    const later = smallDossier([breaking, told, answer], [revised(told, LATER, 'retraction')]);
    const original = JSON.stringify(alertOf({ alerts: 'breaking', from: FIRST + 2, to: FIRST + 2 }));
    const content: Content = { kind: 'correction', timezone: 'UTC', original, head: FIRST + 2, at: NOW };
    const { text } = composed(content, later);
    expect(text).toMatch(/^Corrected: Alert: .*\nWithdrawn /u);
    expect(text).toContain('• south: 58');
    expect(text).not.toContain('Nothing of this');
  });
});
