/** What a start imports: everything the first time, nothing the second, and never over a moderator's revision. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEntry } from '../../src/core/dossier/entries.ts';
import { revisionDraftSchema } from '../../src/core/dossier/revision.ts';
import { type Baseline, planImport } from '../../src/dossier-files/baseline.ts';
import { IMPORTED_AT, numbered, revised } from '../core/dossier/build-entries.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';

const baseline = await readRealBaseline();
const ledger = numbered(planImport(baseline, [], IMPORTED_AT).drafts);
const LATER = IMPORTED_AT + 1000;

/** The shipped files with the venue of one quotation changed. */
function withVenue(id: string, venue: string): Baseline {
  return {
    ...baseline,
    entries: baseline.entries.map((entry) => (entry.fields.id === id ? moved(entry, venue) : entry)),
  };
}

function moved(entry: AnyEntry, venue: string): AnyEntry {
  return entry.kind === 'quote' ? { ...entry, fields: { ...entry.fields, venue } } : entry;
}

function entryOf(id: string): AnyEntry {
  const entry = baseline.entries.find(({ fields }) => fields.id === id);
  if (!entry) throw new Error(`there is no entry ${id}`);
  return entry;
}

describe('planImport', () => {
  it('on the first start is every entry as an original of the baseline', () => {
    const { drafts, leftAlone } = planImport(baseline, [], IMPORTED_AT);
    expect(drafts.map(({ entry }) => entry)).toEqual(baseline.entries);
    expect(leftAlone).toEqual([]);
    for (const draft of drafts) {
      expect(draft).toMatchObject({ author: 'baseline', recordedAt: IMPORTED_AT, change: 'original', reason: null });
      expect(revisionDraftSchema.safeParse(draft).success).toBe(true);
    }
  });

  it('on the second start is nothing, whatever the order of the files’ entries', () => {
    expect(planImport(baseline, ledger, LATER)).toEqual({ drafts: [], leftAlone: [] });
    fc.assert(
      fc.property(fc.shuffledSubarray([...baseline.entries], { minLength: baseline.entries.length }), (entries) => {
        expect(planImport({ ...baseline, entries }, ledger, LATER)).toEqual({ drafts: [], leftAlone: [] });
      }),
      { numRuns: 10 },
    );
  });

  it('is one update for one changed entry, and nothing more once that is imported', () => {
    const changed = withVenue('q-asif-open-war', 'television');
    const { drafts, leftAlone } = planImport(changed, ledger, LATER);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ author: 'baseline', change: 'update', recordedAt: LATER });
    expect(drafts[0]?.entry.fields).toMatchObject({ id: 'q-asif-open-war', venue: 'television' });
    expect(drafts.every((draft) => revisionDraftSchema.safeParse(draft).success)).toBe(true);
    expect(leftAlone).toEqual([]);
    const after = numbered([...ledger, ...drafts]);
    expect(planImport(changed, after, LATER)).toEqual({ drafts: [], leftAlone: [] });
    // Changed back: that is a change too.
    expect(planImport(baseline, after, LATER).drafts).toHaveLength(1);
  });

  it('is one original for an entry that is new, and nothing for one that left the files', () => {
    const without = { ...baseline, entries: baseline.entries.slice(1) };
    const short = numbered(planImport(without, [], IMPORTED_AT).drafts);
    expect(planImport(baseline, short, LATER).drafts.map(({ change }) => change)).toEqual(['original']);
    expect(planImport(without, ledger, LATER)).toEqual({ drafts: [], leftAlone: [] });
  });

  it('leaves alone what a moderator has revised, and says nothing of it while the file is the same', () => {
    const after = numbered([...ledger, revised(moved(entryOf('q-asif-open-war'), 'Sialkot'), LATER)]);
    expect(planImport(baseline, after, LATER)).toEqual({ drafts: [], leftAlone: [] });
  });

  it.each(['correction', 'retraction'] as const)('reports a file that differs from a moderator’s %s', (change) => {
    const after = numbered([...ledger, revised(moved(entryOf('q-asif-open-war'), 'Sialkot'), LATER, change)]);
    expect(planImport(withVenue('q-asif-open-war', 'television'), after, LATER)).toEqual({
      drafts: [],
      leftAlone: ['q-asif-open-war'],
    });
  });

  it('reports an entry of the files that a moderator had written first', () => {
    const entry = entryOf('q-asif-open-war');
    const mine = { ...revised(moved(entry, 'Sialkot'), LATER), change: 'original' as const, reason: null };
    const { drafts, leftAlone } = planImport({ ...baseline, entries: [entry] }, numbered([mine]), LATER);
    expect({ drafts, leftAlone }).toEqual({ drafts: [], leftAlone: ['q-asif-open-war'] });
  });

  it('changes neither the files’ entries nor the ledger', () => {
    const before = JSON.stringify([baseline, ledger]);
    planImport(withVenue('q-asif-open-war', 'television'), ledger, LATER);
    expect(JSON.stringify([baseline, ledger])).toBe(before);
  });
});
