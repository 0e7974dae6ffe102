/** /about: what the bot does, what it never does, and how much it knows. */
import { describe, expect, it } from 'vitest';
import { chatForTests } from '../core/chat/chat-for-tests.ts';

describe('/about', () => {
  it('counts what is in the dossier, and says how old it is', async () => {
    const chat = await chatForTests();
    const { developments, quotes, claims, talks, ceasefire, sources } = chat.dossier();
    const text = await chat.says('/about');
    expect(text).toContain(
      `In the dossier: ${developments.size} developments, ${quotes.size} quotations, ${claims.size} casualty claims, ` +
        `${talks.size} rounds of talks and ${ceasefire.size} states of the ceasefire, out of ${sources.size} sources.`,
    );
    expect(text).toContain('Newest fact in this answer: 9 November 2025, 378 days old.');
  });

  it('states its rules', async () => {
    const text = await (await chatForTests()).says('/about');
    for (const rule of ['Attribution:', 'Side by side:', 'No totals:', 'Corrections:', 'Words:', 'Limits:']) {
      expect(text).toContain(`• ${rule}`);
    }
  });

  it('takes no arguments', async () => {
    expect(await (await chatForTests()).says('/about you')).toContain('Nothing can be given here');
  });
});
