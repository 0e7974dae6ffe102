/** The shipped dossier, read from `data/` as the bot does on its first start. */
import { join } from 'node:path';
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import { type Baseline, planImport } from '../../../src/dossier-files/baseline.ts';
import { readBaseline } from '../../../src/dossier-files/read-baseline.ts';
import { IMPORTED_AT, numbered } from './build-entries.ts';
import { publishedBy } from './published-by.ts';

export const DATA_FOLDER = join(import.meta.dirname, '../../../data/pakistan-afghanistan');

export function readRealBaseline(): Promise<Baseline> {
  return readBaseline(DATA_FOLDER);
}

export async function foldRealDossier(): Promise<Dossier> {
  return fold(await readRealBaseline());
}

/**
 * What was published by 10 November 2025: tests that expect certain answers ask this one, so that facts which are
 * added later change none of them.
 */
export async function readAutumnBaseline(): Promise<Baseline> {
  return publishedBy(await readRealBaseline(), '2025-11-10');
}

export async function foldAutumnDossier(): Promise<Dossier> {
  return fold(await readAutumnBaseline());
}

function fold(baseline: Baseline): Dossier {
  return foldDossier(numbered(planImport(baseline, [], IMPORTED_AT).drafts), baseline.conflict);
}
