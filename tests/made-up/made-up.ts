/** A second, made-up conflict: other sides, zones and words, a village, a temple and a sea. No name of it is real. */
import { join } from 'node:path';
import { foldDossier } from '../../src/core/dossier/dossier.ts';
import { planImport } from '../../src/dossier-files/baseline.ts';
import { readBaseline } from '../../src/dossier-files/read-baseline.ts';
import { numbered } from '../core/dossier/build-entries.ts';

export const madeUp = await readBaseline(join(import.meta.dirname, 'dossier'));

/** After its newest entry, and before the day of the tests. */
const IMPORTED_AT = Date.UTC(2026, 9, 1);

export const madeUpDossier = foldDossier(numbered(planImport(madeUp, [], IMPORTED_AT).drafts), madeUp.conflict);
