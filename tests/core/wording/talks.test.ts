/** How talks ended is reported, on whose word where that is recorded, and a number of ours is called ours. */
import { expect, it } from 'vitest';
import { plainText } from '../../../src/core/reply/quotation-marks.ts';
import { headlineOf, nameOf } from '../../../src/core/wording/kinds/index.ts';
import { chatOver, english } from '../chat/chat-for-tests.ts';
import { foldRealDossier } from '../dossier/real-dossier.ts';

const dossier = await foldRealDossier();
const context = { dossier, language: english };
const chat = chatOver(dossier);

it('a headline never gives an outcome as a fact', () => {
  const headlines = [...dossier.talks.values()].map((fields) =>
    plainText(headlineOf({ kind: 'talks', fields }, context)),
  );
  expect(headlines.length).toBeGreaterThan(4);
  for (const headline of headlines) expect(headline).toMatch(/: reported as [a-z ]+(?:, according to .+)?$/u);
  expect(headlines.at(-1)).toBe(
    'Talks in Urumqi, informal meetings, round 5 by this record’s count: reported as partial agreement, according to China',
  );
});

it('a number that the parties do not use is the record’s own, wherever it is shown', async () => {
  const own = [...dossier.talks.values()].filter(({ outcomeSummary }) =>
    outcomeSummary.includes('dossier’s own count'),
  );
  expect(own.map(({ round }) => round)).toEqual([4, 5]);
  for (const fields of own) {
    const by = `round ${fields.round} by this record’s count`;
    expect(plainText(nameOf({ kind: 'talks', fields }, context))).toContain(by);
    expect(plainText(headlineOf({ kind: 'talks', fields }, context))).toContain(by);
  }
  const others = [...dossier.talks.values()].filter((fields) => !own.includes(fields));
  for (const fields of others) expect(plainText(nameOf({ kind: 'talks', fields }, context))).not.toContain('count');
  for (const line of ['/changes topics:talks since:2026-03-01', '/ceasefire on:2025-12-10']) {
    expect(await chat.saysInFull(line)).not.toMatch(/[Rr]ound [45](?! by this record’s count)/u);
  }
});
