/** Exporting gives the bytes that were imported, and what was exported can be imported again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../src/core/dossier/conflict.ts';
import { type Dossier, foldDossier } from '../../src/core/dossier/dossier.ts';
import { KINDS } from '../../src/core/dossier/kinds/index.ts';
import type { Revision } from '../../src/core/dossier/revision.ts';
import { standingEntries } from '../../src/core/dossier/revision.ts';
import { parseBaseline, planImport } from '../../src/dossier-files/baseline.ts';
import { dossierFiles, unreadable } from '../../src/dossier-files/export-files.ts';
import { parseRevisions, REVISIONS_FILE, revisionsText } from '../../src/dossier-files/revisions-file.ts';
import { arbitraryLedger } from '../core/changes/arbitrary-ledger.ts';
import {
  claim,
  contentsOf,
  development,
  IMPORTED_AT,
  numbered,
  original,
  revised,
  smallConflict,
  smallNames,
  source,
} from '../core/dossier/build-entries.ts';
import { DATA_FOLDER } from '../core/dossier/real-dossier.ts';

const shipped = new Map(
  readdirSync(DATA_FOLDER).map((name) => [name, readFileSync(join(DATA_FOLDER, name), 'utf8')] as const),
);

function imported(files: ReadonlyMap<string, string>): {
  readonly ledger: readonly Revision[];
  readonly conflict: Conflict;
} {
  const baseline = parseBaseline(files);
  return { ledger: numbered(planImport(baseline, [], IMPORTED_AT).drafts), conflict: baseline.conflict };
}

/** A history of one revision with these fields changed. */
function revisionsWith(changes: object): string {
  const [revision]: object[] = JSON.parse(revisionsText([original(development('dev-a', '2025-10-11'))]));
  return JSON.stringify([{ ...revision, ...changes }]);
}

const sorted = (files: ReadonlyMap<string, string>) => [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));

describe('export', () => {
  it('gives the shipped files back, byte for byte', () => {
    const { ledger, conflict } = imported(shipped);
    // A kind that the shipped dossier has no file of gets an empty one, so that an older export beneath is replaced.
    const lacking = Object.values(KINDS).filter(({ file, mayLackFile }) => mayLackFile && !shipped.has(file));
    const none = [...lacking.map(({ file }) => file), REVISIONS_FILE].map((file) => [file, '[]\n'] as const);
    const expected = new Map([...shipped, ...none]);
    expect(sorted(dossierFiles(standingEntries(ledger), conflict))).toEqual(sorted(expected));
  });

  it('comes out the same once it was imported, whatever happened to the entries', () => {
    fc.assert(
      fc.property(arbitraryLedger, (drafts) => {
        const entries = standingEntries(numbered(drafts));
        // What names an entry that was retracted cannot be imported; that is told instead.
        fc.pre(unreadable(entries, smallConflict).length === 0);
        const files = dossierFiles(entries, smallConflict);
        const again = imported(files);
        expect(sorted(dossierFiles(standingEntries(again.ledger), again.conflict))).toEqual(sorted(files));
      }),
      { numRuns: 100 },
    );
  });

  it('takes history along: the same bytes again, whatever happened to the entries', () => {
    fc.assert(
      fc.property(arbitraryLedger, (drafts) => {
        const file = { path: REVISIONS_FILE, name: REVISIONS_FILE, text: revisionsText(drafts) };
        const again = parseRevisions(file, Number.MAX_SAFE_INTEGER);
        expect(again.map(({ entry, recordedAt, change, reason }) => ({ entry, recordedAt, change, reason }))).toEqual(
          drafts.map(({ entry, recordedAt, change, reason }) => ({ entry, recordedAt, change, reason })),
        );
        expect(revisionsText(again)).toBe(file.text);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps /history and known: as they were', () => {
    const moments = fc.integer({ min: Date.UTC(2025, 9, 1), max: IMPORTED_AT + 40 });
    fc.assert(
      fc.property(arbitraryLedger, moments, (drafts, at) => {
        const file = { path: REVISIONS_FILE, name: REVISIONS_FILE, text: revisionsText(drafts) };
        const moved = foldDossier(numbered(parseRevisions(file, Number.MAX_SAFE_INTEGER)), smallConflict);
        const before = foldDossier(numbered(drafts), smallConflict);
        expect(contentsOf(moved)).toEqual(contentsOf(before));
        expect(contentsOf(moved.asKnownAt(at))).toEqual(contentsOf(before.asKnownAt(at)));
        for (const { entry } of drafts) {
          const shown = (dossier: Dossier) => revisionsText(dossier.history(entry.fields.id));
          expect(shown(moved)).toBe(shown(before));
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['no list', '{}', 'must be a list: put it between [ and ]'],
    ['no JSON', '[', 'is not JSON'],
    ['a time that is none', revisionsWith({ recordedAt: 'soon' }), 'revision 1: recordedAt: “soon” is not a time'],
    [
      'a future',
      revisionsWith({ recordedAt: '2126-01-01T00:00:00.000Z' }),
      'revision 1: dev-a: recordedAt is in the future: set the clock',
    ],
    ['an unknown field', revisionsWith({ author: 'discord:1' }), 'revision 1: Unrecognized key: "author"'],
    ['an entry that is none', revisionsWith({ kind: 'quote' }), 'revision 1: entry.fields'],
    [
      'a change before the original',
      revisionsWith({ change: 'update', reason: 'More.' }),
      'revision 1: dev-a: the first revision of an entry is its original',
    ],
  ])('refuses a history that has %s', (_, text, problem) => {
    const file = { path: REVISIONS_FILE, name: REVISIONS_FILE, text };
    expect(() => parseRevisions(file, IMPORTED_AT)).toThrow(`revisions.json: ${problem}`);
  });

  it('tells nobody who wrote or approved a revision', () => {
    const [a] = [development('dev-a', '2025-10-11')];
    const written = { ...original(a), author: 'telegram:4711', approvedBy: 'discord:4712' };
    const text = revisionsText([written]);
    expect(text).toContain('"by": "published"');
    expect(text).not.toMatch(/471[12]/u);
    expect(revisionsText([original(a)])).toContain('"by": "shipped"');
  });

  it('has the last version of what stands, in the place of the first one', () => {
    const [a, b, c] = [development('dev-a', '2025-10-11'), development('dev-b', '2025-10-12'), claim('cas')];
    const later = development('dev-a', '2025-10-11', { title: 'Later' });
    const ledger = [original(a), original(b), original(c), revised(later, 1), revised(c, 2, 'retraction')];
    expect(standingEntries(numbered(ledger))).toEqual([later, b]);
  });

  it('tells what cannot be imported as it is', () => {
    const src = source('src-gone', '2025-10-12');
    const dev = development('dev', '2025-10-11', { sources: ['src-gone'] });
    const ledger = numbered([...[...smallNames, src, dev].map(original), revised(src, 1, 'retraction')]);
    expect(unreadable(standingEntries(ledger), smallConflict)).toEqual([
      'developments.json: dev: sources.0: there is no source “src-gone”: add it, or correct the id',
    ]);
  });
});
