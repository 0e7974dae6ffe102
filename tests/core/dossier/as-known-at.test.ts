/** `known:`: what the bot would have answered then, which is no matter of event time or of the import. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, endOfDay, knownAt, publishedFrom, startOfDay } from '../../../src/core/dossier/dates/knowledge.ts';
import { foldDossier } from '../../../src/core/dossier/dossier.ts';
import type { Revision } from '../../../src/core/dossier/revision.ts';
import { arbitraryLedger } from './arbitrary-dossier.ts';
import {
  ceasefire,
  claim,
  contentsOf,
  development,
  IMPORTED_AT,
  numbered,
  original,
  quote,
  revised,
  smallConflict,
  smallDossier,
  source,
} from './build-entries.ts';
import { foldRealDossier } from './real-dossier.ts';

const on = (day: string) => endOfDay(day);

describe('asKnownAt', () => {
  const dossier = smallDossier([
    source('src-late', '2025-11-08'),
    claim('c-both', { sources: ['src-late', 'src'] }),
    claim('c-late', { sources: ['src-late'] }),
  ]);

  it('knows a shipped entry from the day its earliest source was published, not from the import', () => {
    expect([...dossier.asKnownAt(on('2025-10-11')).claims.keys()]).toEqual([]);
    expect([...dossier.asKnownAt(on('2025-10-12')).claims.keys()]).toEqual(['c-both']);
    expect([...dossier.asKnownAt(on('2025-11-07')).claims.keys()]).toEqual(['c-both']);
    expect([...dossier.asKnownAt(on('2025-11-08')).claims.keys()]).toEqual(['c-both', 'c-late']);
  });

  it('cites only sources that were out', () => {
    expect(dossier.asKnownAt(on('2025-11-07')).claims.get('c-both')?.sources).toEqual(['src']);
    expect(dossier.asKnownAt(on('2025-11-08')).claims.get('c-both')?.sources).toEqual(['src-late', 'src']);
    expect([...dossier.asKnownAt(on('2025-11-07')).sources.keys()]).toEqual(['src']);
  });

  it('knows nothing before the day that it speaks of, whatever its source is dated', () => {
    const early = source('src-early', '2025-10-11');
    const cited = { sources: ['src-early'] };
    const entries = [
      early,
      claim('c-1', { ...cited, reportedOn: '2025-10-12' }),
      quote('q-1', { ...cited, date: '2025-10-12~' }),
      development('d-1', '2025-10-12/2025-10-13', cited),
      ceasefire('f-1', '2025-10-12', cited),
    ];
    const known = (day: string) => {
      const { claims, quotes, developments, ceasefire: states } = smallDossier(entries).asKnownAt(on(day));
      return [claims.size, quotes.size, developments.size, states.size];
    };
    expect(known('2025-10-11')).toEqual([0, 0, 0, 0]);
    expect(known('2025-10-12')).toEqual([1, 1, 1, 1]);
  });

  it('names the entries whose account rests on later sources too', () => {
    expect([...dossier.asKnownAt(on('2025-11-07')).partlyKnown]).toEqual(['c-both']);
    expect([...dossier.asKnownAt(on('2025-11-08')).partlyKnown]).toEqual([]);
    expect([...dossier.partlyKnown]).toEqual([]);
  });

  it('takes the last day that a vague date of publication can mean', () => {
    const vague = smallDossier([source('src-month', '2025-10'), claim('c-1', { sources: ['src-month'] })]);
    expect(vague.asKnownAt(on('2025-10-30')).claims.size).toBe(0);
    expect(vague.asKnownAt(on('2025-10-31')).claims.size).toBe(1);
  });

  it('always knows names: parties have no sources', () => {
    expect(dossier.asKnownAt(0).parties).toEqual(dossier.parties);
  });

  it('knows a moderator’s version from the moment it was published', () => {
    const published = Date.UTC(2026, 10, 23, 14, 3);
    const corrected = claim('c-1', { attribution: 'another spokesman' });
    const after = smallDossier([claim('c-1')], [revised(corrected, published)]);
    expect(after.asKnownAt(published - 1).claims.get('c-1')?.attribution).toBe('a spokesman');
    expect(after.asKnownAt(published - 1).history('c-1')).toHaveLength(1);
    expect(after.asKnownAt(published).claims.get('c-1')?.attribution).toBe('another spokesman');
  });

  it('still shows what was retracted later', () => {
    const published = Date.UTC(2026, 10, 23);
    const after = smallDossier([claim('c-1')], [revised(claim('c-1'), published, 'retraction')]);
    expect(after.asKnownAt(published - 1).claims.has('c-1')).toBe(true);
    expect(after.asKnownAt(published).claims.has('c-1')).toBe(false);
  });

  it('knows a new entry of a moderator’s from when it was written, however old its source is', () => {
    const published = Date.UTC(2026, 10, 23);
    const draft = { ...original(development('d-new', '2025-10-11')), author: 'telegram:7', recordedAt: published };
    const after = smallDossier([], [draft]);
    expect(after.asKnownAt(published - 1).developments.size).toBe(0);
    expect(after.asKnownAt(published).developments.size).toBe(1);
  });

  it('knows a changed data file from the import that brought it', () => {
    const update = {
      ...revised(claim('c-1', { attribution: 'from the file' }), IMPORTED_AT + 1, 'update'),
      author: 'baseline',
    };
    const after = smallDossier([claim('c-1')], [update]);
    expect(after.asKnownAt(IMPORTED_AT).claims.get('c-1')?.attribution).toBe('a spokesman');
    expect(after.asKnownAt(IMPORTED_AT + 1).claims.get('c-1')?.attribution).toBe('from the file');
  });

  it('at the end of time is the dossier itself', () => {
    fc.assert(
      fc.property(arbitraryLedger(), (drafts) => {
        const all = foldDossier(numbered(drafts), smallConflict);
        const view = all.asKnownAt(Number.POSITIVE_INFINITY);
        expect(contentsOf(view)).toEqual(contentsOf(all));
        expect(view.history('c-0')).toEqual(all.history('c-0'));
      }),
      { numRuns: 40 },
    );
  });

  it('never knows less of the ledger later', () => {
    const moment = fc.integer({ min: Date.UTC(2025, 9, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(arbitraryLedger(), moment, moment, (drafts, a, b) => {
        const ledger = numbered(drafts);
        // A clock that was set back between two versions of an entry is another matter.
        fc.pre(isInOrder(ledger));
        const all = foldDossier(ledger, smallConflict);
        const [early, late] = [all.asKnownAt(Math.min(a, b)), all.asKnownAt(Math.max(a, b))];
        for (const { entry } of ledger) {
          const { id } = entry.fields;
          expect(late.history(id).slice(0, early.history(id).length)).toEqual(early.history(id));
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Whether the versions of each entry became known in the order of the ledger. */
function isInOrder(ledger: readonly Revision[]): boolean {
  const publishedOn = publishedFrom(ledger);
  return [...Map.groupBy(ledger, ({ entry }) => entry.fields.id).values()].every((versions) => {
    const times = versions.map((version) => knownAt(version, publishedOn));
    return times.every((time, index) => time >= (times[index - 1] ?? time));
  });
}

describe('the shipped dossier as known on', () => {
  it('every day of the weeks it is about: only sources that were out, and nothing without one', async () => {
    const dossier = await foldRealDossier();
    const seen = new Set<number>();
    for (let day = '2025-09-30'; day <= '2025-11-20'; day = next(day)) {
      const view = dossier.asKnownAt(on(day));
      seen.add(view.quotes.size);
      for (const entry of [...view.quotes.values(), ...view.claims.values(), ...view.developments.values()]) {
        expect(entry.sources.length).toBeGreaterThan(0);
        expect(entry.sources.every((id) => view.sources.has(id))).toBe(true);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(dossier.asKnownAt(on('2025-09-30')).quotes.size).toBe(0);
    expect(dossier.asKnownAt(on('2026-11-22')).quotes).toEqual(dossier.quotes);
  });
});

describe('days and moments', () => {
  it('a day begins and ends in UTC', () => {
    expect(startOfDay('2025-10-15')).toBe(Date.UTC(2025, 9, 15));
    expect(endOfDay('2025-10-15')).toBe(Date.UTC(2025, 9, 16) - 1);
    expect(endOfDay('2024-02-29')).toBe(Date.UTC(2024, 2, 1) - 1);
  });

  it('today depends on the time zone', () => {
    const late = Date.UTC(2026, 10, 22, 21);
    expect(dayOf(late, 'UTC')).toBe('2026-11-22');
    expect(dayOf(late, 'Asia/Kabul')).toBe('2026-11-23');
    expect(dayOf(late, 'America/New_York')).toBe('2026-11-22');
  });

  it('a source is known from its publication; one that nobody lists, from the record', () => {
    const [first] = numbered([original(claim('c-1', { sources: ['nowhere'] }))]);
    expect(first && knownAt(first, new Map())).toBe(IMPORTED_AT);
    expect([...publishedFrom(numbered([original(source('s', '2025-11-08~'))]))]).toEqual([
      ['s', { from: Date.UTC(2025, 10, 8), by: Date.UTC(2025, 10, 8) }],
    ]);
  });
});

function next(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
