/** When an entry became known whose source has no day: between two days, and never the day of the import by itself. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayLieIn, whereIn } from '../../../../src/core/chat/ledger-range.ts';
import { parseEdtf } from '../../../../src/core/dossier/dates/edtf.ts';
import {
  endOfDay,
  isKnownRoughly,
  knownAt,
  knownBetween,
  publishedFrom,
  startOfDay,
} from '../../../../src/core/dossier/dates/knowledge.ts';
import { claim, IMPORTED_AT, numbered, original, smallDossier, source } from '../build-entries.ts';
import { arbitraryPoint } from './arbitrary-edtf.ts';

const YEARS = { min: 2024, max: 2026 };
const arbitraryDay = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map((at) => new Date(at).toISOString().slice(0, 10));

function knownOf(publishedOn: string, reportedOn: string, period: string) {
  const entries = [source('src-a', publishedOn), claim('c-1', { sources: ['src-a'], reportedOn, period })];
  const revisions = numbered(entries.map(original));
  const published = publishedFrom(revisions);
  const revision = revisions[1];
  if (!revision) throw new Error('no claim');
  return { revision, published, ...knownBetween(revision, published) };
}

describe('knownBetween', () => {
  it.each([
    ['a day', '2025-10-15', '2025-10-15', '2025-10-14', '2025-10-15', '2025-10-15'],
    ['a month, from the day it reports on', '2025-10', '2025-10-12', '2025-10-11', '2025-10-12', '2025-10-31'],
    ['a year, from the end of the months it counts', '2025~', '2025~', '2025-01/2025-03', '2025-03-31', '2025-12-31'],
    ['a year that is not over, up to the import', '2026~', '2026~', '2026-01/2026-03', '2026-03-31', '2026-11-22'],
  ])('of %s', (_, publishedOn, reportedOn, period, from, by) => {
    expect(knownOf(publishedOn, reportedOn, period)).toMatchObject({ from: startOfDay(from), by: startOfDay(by) });
  });

  it('is in order, ends with the import at the latest, and has the moment that counts in it', () => {
    fc.assert(
      fc.property(
        arbitraryPoint(YEARS),
        arbitraryPoint(YEARS),
        arbitraryPoint(YEARS),
        (published, reported, period) => {
          const known = knownOf(published, reported, period);
          expect(known.from).toBeLessThanOrEqual(known.by);
          expect(known.by).toBeLessThanOrEqual(IMPORTED_AT);
          const at = knownAt(known.revision, known.published);
          expect(at).toBeGreaterThanOrEqual(known.from);
          expect(at).toBeLessThanOrEqual(known.by);
          expect(isKnownRoughly(known.revision, known.published, known.by)).toBe(false);
          // What has a day is known on it, for certain.
          const { earliest, latest } = parseEdtf(published);
          expect(earliest !== latest || known.from === known.by).toBe(true);
        },
      ),
    );
  });
});

describe('a stretch of days', () => {
  it('lists what became known in it for certain, names what may have, and says nothing of the rest', () => {
    fc.assert(
      fc.property(
        arbitraryPoint(YEARS),
        arbitraryPoint(YEARS),
        arbitraryDay,
        arbitraryDay,
        (published, reported, a, b) => {
          const [since = a, until = b] = [a, b].sort();
          const { from, by } = knownOf(published, reported, '2024-01-01');
          const entries = [
            source('src-a', published),
            claim('c-1', { sources: ['src-a'], reportedOn: reported, period: '2024-01-01' }),
          ];
          const dossier = smallDossier(entries);
          const range = { since: { day: since }, until: { day: until } };
          const where = whereIn(dossier, range);
          const [revision] = dossier.history('c-1');
          const isListed = revision !== undefined && where(revision) === 'within';
          const isNamed = mayLieIn(dossier, range).some(({ fields }) => fields.id === 'c-1');
          const [first, last] = [startOfDay(since), endOfDay(until)];
          expect(isListed).toBe(from >= first && by <= last);
          expect(isNamed).toBe(!isListed && from <= last && by >= first);
        },
      ),
    );
  });
});
