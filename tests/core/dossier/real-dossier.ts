/** The shipped dossier, read from `data/` as the bot does on its first start. */
import { join } from 'node:path';
import { type Dossier, foldDossier } from '../../../src/core/dossier/dossier.ts';
import { type Baseline, planImport } from '../../../src/dossier-files/baseline.ts';
import { readBaseline } from '../../../src/dossier-files/read-baseline.ts';
import { IMPORTED_AT, numbered } from './build-entries.ts';

export const DATA_FOLDER = join(import.meta.dirname, '../../../data/pakistan-afghanistan');

export function readRealBaseline(): Promise<Baseline> {
  return readBaseline(DATA_FOLDER);
}

export async function foldRealDossier(): Promise<Dossier> {
  const baseline = await readRealBaseline();
  return foldDossier(numbered(planImport(baseline, [], IMPORTED_AT).drafts), baseline.conflict);
}
