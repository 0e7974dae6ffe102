/** The round of talks of a day. */
import { describe, expect, it } from 'vitest';
import { talksBy } from '../../../../src/core/dossier/ceasefire/talks.ts';
import { foldAutumnDossier } from '../real-dossier.ts';

const dossier = await foldAutumnDossier();

describe('talksBy', () => {
  it.each([
    ['2025-10-17', undefined],
    ['2025-10-18', 'talks-doha-1'],
    ['2025-10-24', 'talks-doha-1'],
    ['2025-10-25', 'talks-istanbul-2'],
    ['2025-11-06', 'talks-istanbul-3'],
    ['2026-11-22', 'talks-istanbul-3'],
  ])('by %s: %s', (day, id) => {
    expect(talksBy(dossier, day)?.id).toBe(id);
  });
});
