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
    // The same number as the newest remarks have below them.
    const [, remarks = ''] = /(\d+) remarks on file/u.exec(await chat.says('/quotes')) ?? [];
    expect(text).toContain(` ${remarks} remarks (`);
    expect(text).toContain('newest fact 9 Nov 2025, 378 days ago');
  });

  it('counts one of each in the singular', async () => {
    const names = Object.keys(countsOf((await chatForTests()).dossier()));
    const said = (countOf: (name: string) => number) =>
      english.text('about-counts', Object.fromEntries(names.map((name) => [name, countOf(name)])));
    const one = said(() => 1);
    expect(one).toContain('In the dossier: 1 development, 1 remark (1 wording), 1 casualty claim, 1 round of talks');
    expect(one).toContain('1 state of the ceasefire, out of 1 source.');
    const words = (text: string) => text.replaceAll(/\d+/gu, '#');
    for (const single of names) expect(words(said((name) => (name === single ? 1 : 2)))).not.toBe(words(said(() => 2)));
    expect(english.text('claims-brief-left', { all: 'yes', count: 1 })).toContain('figures of one claimant,');
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
