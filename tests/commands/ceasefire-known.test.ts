/** /ceasefire known: over made-up reports. An account that rests on later reports too stays out until they appear. */
import { describe, expect, it } from 'vitest';
import type { AnyEntry } from '../../src/core/dossier/entries.ts';
import { chatOver } from '../core/chat/chat-for-tests.ts';
import { inFull } from '../core/chat/open-details.ts';
import { ceasefire, development, place, smallDossier, source } from '../core/dossier/build-entries.ts';

const round: AnyEntry = {
  kind: 'talks',
  fields: {
    id: 'round-1',
    round: 1,
    date: '2025-10-12',
    venue: 'a hotel',
    city: 'doha',
    mediators: [],
    delegations: [],
    outcome: 'deadlock',
    outcomeSummary: 'Nothing was signed.',
    sources: ['src', 'src-late'],
  },
};
const breach = development('d-1', '2025-10-13', {
  title: 'Shots at the bridge',
  summary: 'It came out a week later that nobody was hurt.',
  sources: ['src-at-once', 'src-late'],
  accusations: [{ by: 'north', against: ['south'], quote: null }],
});
const entries = [
  place('doha'),
  source('src-at-once', '2025-10-13'),
  source('src-late', '2025-10-20'),
  ceasefire('f-1', '2025-10-12'),
  breach,
  round,
];
const chat = chatOver(smallDossier(entries));

describe('/ceasefire known:', () => {
  it('tells the account and the outcome once all their reports are out', async () => {
    const text = await inFull(chat, '/ceasefire known:2025-10-20');
    expect(text).toContain('Shots at the bridge (13 October 2025; reported). It came out a week later');
    expect(text).toContain('Round 1 (a hotel, 12 October 2025): reported as deadlock. Nothing was signed.');
  });

  it('names the breach and the round before, and says that their accounts are left out', async () => {
    const text = await inFull(chat, '/ceasefire known:2025-10-14');
    expect(text).toContain(
      'Shots at the bridge (13 October 2025; reported). Its account also uses later reports, so I leave it out.',
    );
    expect(text).toContain('Round 1 (a hotel) had begun. Its account also uses later reports, so I leave it out.');
    expect(text).not.toMatch(/a week later|deadlock|Nothing was signed/u);
  });

  it('on: that day tells all, by what is known now', async () => {
    const text = await inFull(chat, '/ceasefire on:2025-10-14');
    expect(text).toContain('It came out a week later');
    expect(text).toContain('deadlock');
  });
});

describe('/ceasefire since', () => {
  it('counts from the first of the states that describe it so', async () => {
    const states = [
      ceasefire('f-1', '2025-10-12', { state: 'strained' }),
      ceasefire('f-2', '2025-10-14', { state: 'strained' }),
    ];
    const text = await inFull(chatOver(smallDossier([...states, breach])), '/ceasefire on:2025-10-15');
    expect(text).toContain('Ceasefire on 15 Oct 2025: strained\n');
    expect(text).toContain('Recorded so since 12 Oct 2025.');
    expect(text).toContain('Recorded as “strained” since 12 October 2025');
    expect(text).toContain('\nStrained — State f-2\n');
  });
});
