/** The shipped dossier, and one with a life behind it: entries published, updated, corrected, taken back. */

import { type Dossier, foldDossier } from '../../src/core/dossier/dossier.ts';
import { type AnyEntry, anyEntrySchema } from '../../src/core/dossier/entries.ts';
import { type Revision, type RevisionDraft, withAppended } from '../../src/core/dossier/revision.ts';
import { planImport } from '../../src/dossier-files/baseline.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { entryOf, KINDS, type RecordedKind, type Wording } from './entries.ts';

/** 28 November 2026, 12:00 UTC: a year after the newest shipped entry, some days after the made-up ones. */
export const NOW = Date.UTC(2026, 10, 28, 12);
/** 10 November 2025, 12:00 UTC: the day after the newest shipped entries. */
export const THEN = Date.UTC(2025, 10, 10, 12);
const IMPORTED = Date.UTC(2025, 10, 10, 9);
const AUTHOR = 'telegram:4242';

type Later = readonly [RevisionDraft['change'] | 'minor', Wording];

/** What becomes of the entries of each kind, by their number: all begin with the first wording. */
const LIVES: readonly (readonly Later[])[] = [
  [],
  [
    ['update', 'second'],
    ['correction', 'first'],
    ['minor', 'second'],
  ],
  [['correction', 'second']],
  [['minor', 'second']],
  [['retraction', 'first']],
  [
    ['retraction', 'first'],
    ['update', 'second'],
  ],
  [['update', 'second']],
  [
    ['correction', 'second'],
    ['correction', 'first'],
    ['retraction', 'first'],
    ['correction', 'second'],
    ['retraction', 'second'],
  ],
  [
    ['correction', 'second'],
    ['update', 'first'],
    ['correction', 'second'],
  ],
  [
    ['retraction', 'first'],
    ['update', 'second'],
    ['correction', 'first'],
    ['minor', 'second'],
  ],
];

/** Revisions that belong together: places in the ledger, both included. */
export interface Part {
  readonly kind: RecordedKind;
  /** Which of the lives; undefined: the first publication of all of this kind. */
  readonly life: number | undefined;
  readonly from: number;
  readonly to: number;
}

/** `at` in the order of the ledger, a quarter of an hour apart. */
function draftOf(entry: AnyEntry, change: Later[0], nth: number): RevisionDraft {
  const common = { entry, author: AUTHOR, recordedAt: Date.UTC(2026, 10, 25, 6) + nth * 900_000 };
  switch (change) {
    case 'original':
      return { ...common, change, reason: null };
    case 'update':
      return { ...common, change, reason: `More became known (${nth}).` };
    case 'minor':
      return { ...common, change: 'correction', reason: `A slip, no more (${nth})`, weight: 'minor' };
    case 'correction':
    case 'retraction':
      return { ...common, change, reason: `The source was misread (${nth}).` };
  }
}

const baseline = await readRealBaseline();
const SHIPPED: readonly Revision[] = withAppended([], planImport(baseline, [], IMPORTED).drafts);
/** The last place of the shipped entries. */
export const SHIPPED_TO = SHIPPED.length;

const drafts: RevisionDraft[] = [];
export const PARTS: readonly Part[] = [undefined, ...LIVES.keys()]
  .flatMap((life) =>
    KINDS.map((kind): Part => {
      const from = SHIPPED_TO + drafts.length + 1;
      if (life === undefined)
        for (const n of LIVES.keys()) drafts.push(draftOf(entryOf(kind, n, 'first'), 'original', drafts.length));
      else
        for (const [change, wording] of LIVES[life] ?? [])
          drafts.push(draftOf(entryOf(kind, life, wording), change, drafts.length));
      return { kind, life, from, to: SHIPPED_TO + drafts.length };
    }),
  )
  .filter(({ from, to }) => to >= from);

/** Corrections of what is shipped, at the end. */
const FIXED: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['dev-kabul-explosions', { title: 'Explosions in Kabul, corrected', date: '2025-10-09~' }],
  ['q-mujahid-will-hold', { text: 'The ceasefire will hold, corrected', venue: 'a post' }],
  ['cas-pak-soldiers-58', { count: { low: 59, high: 59, qualifier: 'exact', asPrinted: '59 soldiers' } }],
  ['cf-conditional-9-nov', { state: 'strained', headline: 'A corrected headline', terms: ['One term'] }],
  ['talks-istanbul-3', { outcome: 'deadlock', venue: 'Elsewhere' }],
  ['khawaja-asif', { role: 'Minister, corrected' }],
  ['kabul', { name: 'Kabul city' }],
  ['src-alj-1106', { publisher: 'Al Jazeera, corrected' }],
  ['afghanistan', { shortName: 'Afghanistan, corrected' }],
];
FIXED.forEach(([id, fields], index) => {
  const entry = baseline.entries.find((one) => one.fields.id === id);
  if (entry === undefined) throw new Error(`${id} is not shipped`);
  const changed = anyEntrySchema.parse({ ...entry, fields: { ...entry.fields, ...fields } });
  drafts.push(draftOf(changed, index % 2 === 0 ? 'correction' : 'minor', drafts.length));
});

/** All that was appended to the shipped dossier. */
export const LATER: readonly RevisionDraft[] = drafts;

/** From a place of the ledger to a dossier that ends there; the whole life without one. */
export function dossierUpTo(seq = Number.POSITIVE_INFINITY): Dossier {
  return foldDossier(
    withAppended(SHIPPED, LATER).filter((revision) => revision.seq <= seq),
    baseline.conflict,
  );
}
