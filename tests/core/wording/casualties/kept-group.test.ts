/** Groups of figures that were put into words before read as they would if nobody had asked before. */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../chat/chat-for-tests.ts';
import { foldRealDossier, readRealBaseline } from '../../dossier/real-dossier.ts';

const { conflict } = await readRealBaseline();
const shared = chatOver(await foldRealDossier());
/** They share their figures with each other, but not their days, their notes or whom they leave out. */
const QUESTIONS = ['2025-10-10', '2025-10-17', '2025-11-06', '2026-02-28', '2026-04-01'].flatMap((on) => [
  `/casualties on:${on}`,
  `/casualties who:civilian on:${on}`,
  ...conflict.sides.map(({ side }) => `/casualties claimant:${side} on:${on}`),
]);

describe('what was put into words before', () => {
  it.each(QUESTIONS)('reads as composed anew: %s', async (question) => {
    const anew = chatOver(await foldRealDossier());
    expect(await shared.says(question)).toBe(await anew.says(question));
  });
});
