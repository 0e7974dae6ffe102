/** The same questions through discord.js, grammY and the terminal give the same facts. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allIncidentFigures } from '../../src/core/dossier/casualties/incident-figures.ts';
import { english } from '../core/chat/chat-for-tests.ts';
import { realDossier } from '../core/dossier/crafted-dossier.ts';
import { chatForTests } from './chat-for-tests.ts';
import { startThreeFaces, type ThreeFaces, wordsIn } from './three-faces.ts';

let faces: ThreeFaces;
beforeAll(async () => {
  faces = await startThreeFaces(chatForTests({ staleAfterDays: 7 }));
});
afterAll(() => faces.stop());

describe('parity', { timeout: 120_000 }, () => {
  test.each([
    ['ceasefire', {}, ['Last recorded ', 'collapsed on 27 Feb 2026']],
    ['casualties', {}, ['58', '23', '(own losses)', '44 incidents and periods', 'Nothing is added up.']],
    [
      'casualties',
      { incident: 'dev-omid-hospital' },
      ['at least 143', 'denies targeting a hospital; gave no figure (17 Mar)', 'no figure found from Pakistan'],
    ],
    ['casualties', { incident: 'dev-khas-kunar' }, ['“three children”', 'Ariana News, 2 Mar 2026']],
    ['casualties', { incident: 'cas-dozens-dead' }, ['in words only: “dozens dead”']],
    ['quotes', { speaker: 'khawaja-asif' }, ['Now it is open war between us and you.', 'Khawaja Muhammad Asif']],
    ['ceasefire', { on: '2025-10-20' }, ['in force', 'Doha ceasefire signed by both defence ministers', '19 Oct 2025']],
  ])('/%s %o says the same everywhere', async (command, args: Record<string, string>, wanted) => {
    const answers = await faces.answers(command, args);
    for (const answer of Object.values(answers)) {
      for (const fact of wanted) expect(answer).toContain(fact);
    }
    const said = wordsIn(answers['terminal']);
    expect(said.size).toBeGreaterThan(40);
    expect(wordsIn(answers['discord']).symmetricDifference(said)).toEqual(new Set());
    expect(wordsIn(answers['telegram']).symmetricDifference(said)).toEqual(new Set());
  });

  test('every incident and period with figures has its figures everywhere, with the same words', async () => {
    const all = allIncidentFigures(realDossier);
    expect(all.length).toBeGreaterThan(40);
    for (const { id, comparisons } of all.filter((_, index) => index % 4 === 0)) {
      const answers = Object.values(await faces.answers('casualties', { incident: id }));
      const [newest] = comparisons[0]?.rows ?? [];
      const { low, asPrinted } = newest?.claim.count ?? { low: null, asPrinted: '' };
      for (const answer of answers) expect(answer).toContain(low === null ? asPrinted : english.number(low));
    }
  });
});
