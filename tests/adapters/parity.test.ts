/** The same questions through discord.js, grammY and the terminal give the same facts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    ['ceasefire', {}, ['Last news ', 'collapsed on 27 Feb 2026']],
    [
      'casualties',
      {},
      ['58', '23', 'more than 440', '“over 440 wounded”', '“dozens dead”', 'No figure from Pakistan.'],
    ],
    ['quotes', { speaker: 'khawaja-asif' }, ['Now it is open war between us and you.', 'Khawaja Muhammad Asif']],
    ['ceasefire', { on: '2025-10-20' }, ['in force', 'Doha ceasefire signed by both defence ministers', '19 Oct 2025']],
  ])('/%s %o says the same everywhere', async (command, args: Record<string, string>, wanted) => {
    const answers = await faces.answers(command, args);
    for (const answer of Object.values(answers)) {
      for (const fact of wanted) expect(answer).toContain(fact);
    }
    const said = wordsIn(answers['terminal']);
    expect(said.size).toBeGreaterThan(50);
    expect(wordsIn(answers['discord']).symmetricDifference(said)).toEqual(new Set());
    expect(wordsIn(answers['telegram']).symmetricDifference(said)).toEqual(new Set());
  });

  test('every figure of the dossier is shown everywhere, as printed', async () => {
    const answers = Object.values(await faces.answers('casualties'));
    expect(realDossier.claims.size).toBeGreaterThan(60);
    for (const { count } of realDossier.claims.values()) {
      for (const answer of answers) expect(answer).toContain(count.asPrinted);
    }
  });
});
