/** The claims as a table: one row a claim, its figure as printed and in the columns of its harm. */
import { describe, expect, it } from 'vitest';
import { claimsCsv } from '../../src/dossier-files/write-claims-csv.ts';
import { claim, development, place, smallNames, source } from '../core/dossier/build-entries.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { fromCsv, unshielded } from './read-csv.ts';

const { entries } = await readRealBaseline();
const [names = [], tags = [], ...rows] = fromCsv(claimsCsv(entries));
const claims = entries.flatMap((entry) => (entry.kind === 'claim' ? [entry.fields] : []));

/** Cells of a row by the names of their columns. */
function record(row: readonly string[] = []): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(names.map((name, index) => [name, unshielded(row[index] ?? '')]));
}

/** The core hashtags of HXL 1.1 that the table uses. */
const HASHTAGS = [
  'adm1',
  'affected',
  'country',
  'date',
  'description',
  'event',
  'group',
  'impact',
  'loc',
  'meta',
  'status',
];

describe('claimsCsv', () => {
  it('has names in the first row and HXL tags in the second, each once', () => {
    expect(names).toHaveLength(tags.length);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(tags).size).toBe(tags.length);
    for (const tag of tags) expect(tag).toMatch(/^#[a-z][a-z0-9]*(\+[a-z][a-z0-9_]*)*$/u);
    expect(new Set(tags.map((tag) => /^#([a-z0-9]+)/u.exec(tag)?.[1]))).toEqual(new Set(HASHTAGS));
    for (const tag of [
      '#affected+killed+min',
      '#date+reported',
      '#adm1+name+list',
      '#meta+source+list',
      '#meta+url+list',
    ]) {
      expect(tags).toContain(tag);
    }
  });

  it('has one row for every claim, in their order, with the figure as printed and nothing in another harm’s columns', () => {
    expect(rows.map((row) => record(row)['id'])).toEqual(claims.map(({ id }) => id));
    expect(rows.length).toBeGreaterThan(50);
    for (const [index, { count, harm, reportedOn, claimedBy, unit = 'people' }] of claims.entries()) {
      const cells = record(rows[index]);
      expect(cells).toMatchObject({ as_printed: count.asPrinted, qualifier: count.qualifier, harm });
      expect(cells).toMatchObject({ reported_on: reportedOn, claimant_id: claimedBy });
      for (const one of ['killed', 'injured', 'captured', 'displaced', 'missing']) {
        const figure = one === harm && unit === 'people' ? count : { low: null, high: null };
        expect([cells[`${one}_low`], cells[`${one}_high`]]).toEqual(
          [figure.low, figure.high].map((n) => String(n ?? '')),
        );
      }
    }
  });

  it('has households and families in columns of their own, so that no column adds them to people (R21)', () => {
    const count = { low: 16_400, high: 16_400, qualifier: 'about' as const, asPrinted: '16,400 households' };
    const one = claim('cas', { harm: 'displaced', unit: 'households', count });
    const [, , row] = fromCsv(claimsCsv([...smallNames, one, claim('cas-people', { harm: 'displaced' })]));
    expect(record(row)).toMatchObject({
      unit: 'households',
      displaced_low: '',
      displaced_high: '',
      displaced_families_low: '',
      displaced_households_low: '16400',
      displaced_households_high: '16400',
    });
    const [, , , people] = fromCsv(claimsCsv([...smallNames, one, claim('cas-people', { harm: 'displaced' })]));
    expect(record(people)).toMatchObject({ unit: 'people', displaced_low: '58', displaced_households_low: '' });
  });

  it('keeps the places of several values, of sources without an address too', () => {
    const sources = [source('src-a', '2025-10-12'), source('src-b', '2025-10-13', { url: null, publisher: '=B' })];
    const one = claim('cas', {
      sources: ['src-a', 'src-b'],
      places: ['torkham', 'chaman'],
      period: '2025-10/..',
      development: 'dev',
      scope: '-2 of them civilians',
    });
    const all = [...smallNames, ...sources, place('torkham'), place('chaman'), development('dev', '2025-10-11'), one];
    const [, , row] = fromCsv(claimsCsv(all));
    expect(record(row)).toMatchObject({
      publisher: 'src-a daily | =B',
      url: 'https://example.org/src-a | ',
      place: 'torkham | chaman',
      country: 'PK | PK',
      period: '2025-10/..',
      period_first_day: '2025-10-01',
      period_last_day: '',
      event: 'Fighting (dev)',
      counts: '-2 of them civilians',
      claimant: 'south party',
    });
    expect(row).toContain("'-2 of them civilians");
  });
});
