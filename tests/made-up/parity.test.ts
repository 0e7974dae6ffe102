/** Another conflict says the same on every platform, as the shipped one does in `tests/adapters/parity.test.ts`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatForTests } from '../adapters/chat-for-tests.ts';
import { startThreeFaces, type ThreeFaces, wordsIn } from '../adapters/three-faces.ts';
import { madeUpDossier } from './made-up.ts';

let faces: ThreeFaces;
beforeAll(async () => {
  faces = await startThreeFaces(chatForTests({ dossier: () => madeUpDossier }));
});
afterAll(() => faces.stop());

describe('parity of a made-up conflict', { timeout: 120_000 }, () => {
  test.each([
    ['ceasefire', {}, ['Truce signed at the Old Mint', 'Orlund']],
    ['casualties', {}, ['at least 9', 'a handful of fishers']],
    ['quotes', { side: 'coast' }, ['Our nets are not weapons.', 'Tomas Quill']],
    ['changes', { since: '2026-06-02', side: 'highland' }, ['Orlund']],
    ['history', { id: 'dev-tarn' }, ['Shooting near the village of Tarn']],
    ['about', {}, ['Sources: all of this is made up, for tests.']],
  ])('/%s %o', async (command, args: Record<string, string>, wanted) => {
    const answers = await faces.answers(command, args);
    for (const answer of Object.values(answers)) {
      for (const fact of wanted) expect(answer).toContain(fact);
    }
    const said = wordsIn(answers['terminal']);
    expect(said.size).toBeGreaterThan(20);
    expect(wordsIn(answers['discord']).symmetricDifference(said)).toEqual(new Set());
    expect(wordsIn(answers['telegram']).symmetricDifference(said)).toEqual(new Set());
  });
});
