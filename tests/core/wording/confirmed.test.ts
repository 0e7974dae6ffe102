/** "Confirmed" is never said of what somebody only states: both sides agreed, so many were killed. */
import { expect, it } from 'vitest';
import { plainText } from '../../../src/core/reply/quotation-marks.ts';
import { developmentFacts, developmentLine } from '../../../src/core/wording/kinds/development.ts';
import { english } from '../chat/chat-for-tests.ts';
import { foldRealDossier } from '../dossier/real-dossier.ts';

const dossier = await foldRealDossier();
const context = { dossier, language: english };
const confirmed = [...dossier.developments.values()].filter(({ status }) => status === 'confirmed');

it('a title with somebody’s word is confirmed as a statement, whatever it is about', () => {
  const says = confirmed.filter(({ title }) =>
    /\b(?:says?|announces?|declares|warns|denies|blames|tells)\b/u.test(title),
  );
  expect(new Set(says.map(({ category }) => category)).size).toBeGreaterThan(3);
  for (const fields of says) {
    expect(plainText(developmentLine(fields, context))).toMatch(/; confirmed as a (?:statement|report)\)\.$/u);
    expect(plainText(developmentFacts(fields, context))).toMatch(/; confirmed as a (?:statement|report)\.$/u);
  }
  const urumqi = dossier.developments.get('dev-urumqi-ends');
  expect(urumqi && plainText(developmentLine(urumqi, context))).toBe(
    'China says both sides agreed in Urumqi to avoid escalation (7–8 April 2026; breaking; confirmed as a statement).',
  );
});

it('what happened is confirmed', () => {
  const bombing = dossier.developments.get('dev-islamabad-court');
  expect(bombing && plainText(developmentLine(bombing, context))).toMatch(/; confirmed\)\.$/u);
});
