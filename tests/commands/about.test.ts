/** /about: what the bot does, what it never does, and how much it knows. */
import { describe, expect, it } from 'vitest';
import { countsOf } from '../../src/core/wording/kinds/index.ts';
import { chatForTests, english } from '../core/chat/chat-for-tests.ts';

describe('/about', () => {
  it('counts what is in the dossier, and says how old it is', async () => {
    const chat = await chatForTests();
    const text = await chat.saysInFull('/about');
    expect(text).toContain(english.text('about-counts', countsOf(chat.dossier())));
    expect(text).toContain(`${chat.dossier().developments.size} developments, `);
    expect(text).toContain('newest fact 9 Nov 2025, 378 days ago');
  });

  it('counts one of each as one', () => {
    const one = { developments: 1, quotes: 1, claims: 1, rounds: 1, states: 1, sources: 1 };
    expect(english.text('about-counts', one)).toBe(
      'In the dossier: 1 development, 1 quotation, 1 casualty claim, 1 round of talks and 1 state of the ceasefire, out of 1 source.',
    );
  });

  it('states its rules', async () => {
    const text = await (await chatForTests()).saysInFull('/about');
    for (const rule of ['Attribution:', 'Side by side:', 'No totals:', 'Corrections:', 'Words:', 'Limits:']) {
      expect(text).toContain(`• ${rule}`);
    }
  });

  it('takes no arguments', async () => {
    expect(await (await chatForTests()).says('/about you')).toContain('Nothing can be given here');
  });
});
