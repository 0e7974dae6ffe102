/** Revisions to store in tests: one plain quotation to vary, and what the store must make of a batch. */
import type { Quote } from '../../src/core/dossier/entries.ts';
import type { Revision, RevisionDraft } from '../../src/core/dossier/revision.ts';

/** A quotation published by the baseline. */
export function quoteDraft(id: string, fields: Partial<Quote> = {}): RevisionDraft {
  return {
    author: 'baseline',
    recordedAt: 1_762_500_000_000,
    change: 'original',
    reason: null,
    entry: { kind: 'quote', fields: quote(id, fields) },
  };
}

/** As the store must hand drafts back: with the next positions in the ledger. */
export function numbered(drafts: readonly RevisionDraft[], after = 0): readonly Revision[] {
  return drafts.map((draft, index) => ({ ...draft, seq: after + 1 + index }));
}

/** A quotation that was said as this, but for `fields`. */
export function quote(id: string, fields: Partial<Quote> = {}): Quote {
  return {
    id,
    date: '2025-11-07',
    speaker: 'khawaja-asif',
    party: 'pakistan',
    text: 'the talks are over',
    venue: 'Geo News interview',
    topics: ['talks'],
    development: null,
    sources: ['src-seed'],
    ...fields,
  };
}
