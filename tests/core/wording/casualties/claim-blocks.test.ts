/** A group of casualty claims as text: places, disputes and sources of each row, where they are its own. */
import { describe, expect, it } from 'vitest';
import { compareClaims } from '../../../../src/core/dossier/casualties/compare.ts';
import type { Claim } from '../../../../src/core/dossier/entries.ts';
import { claimBlocks } from '../../../../src/core/wording/casualties/claim-blocks.ts';
import { english } from '../../chat/chat-for-tests.ts';
import { claim, development, place, smallDossier, source } from '../../dossier/build-entries.ts';
import { textOf } from '../../reply/text-of.ts';

function linesOf(entries: Parameters<typeof smallDossier>[0]): readonly string[] {
  const dossier = smallDossier([place('chaman'), place('torkham'), ...entries]);
  const groups = compareClaims(dossier, [...dossier.claims.values()]);
  return groups.flatMap((group) => textOf(claimBlocks(group, { dossier, language: english })).split('\n'));
}

const incident = development('dev', '2025-10-11/2025-10-12', { places: ['chaman', 'torkham'] });
const rowOf = (lines: readonly string[], start: string) => lines.find((line) => line.startsWith(`• ${start}: `)) ?? '';

describe('claimBlocks', () => {
  it('heads an incident with its title, days and places, and a period with its own', () => {
    const [heading, who] = linesOf([incident, claim('c-1', { development: 'dev', places: ['chaman', 'torkham'] })]);
    expect(heading).toBe('Fighting (dev) · 11–12 October 2025 · chaman and torkham');
    expect(who).toBe('Killed: northern soldiers');
    expect(linesOf([claim('c-1', { places: ['chaman'] })])[0]).toBe('Period 11–12 October 2025 · chaman');
  });

  it('says in a row which places it is about, where they are not those of the heading', () => {
    const lines = linesOf([
      incident,
      claim('c-1', { development: 'dev', places: ['chaman'] }),
      claim('c-2', { development: 'dev', places: ['chaman', 'torkham'], claimedBy: 'un' }),
    ]);
    expect(rowOf(lines, 'south')).toContain(' Places: chaman.');
    expect(rowOf(lines, 'un')).toContain(' Places: chaman and torkham.');
    const same = linesOf([incident, claim('c-1', { development: 'dev', places: ['torkham', 'chaman'] })]);
    expect(rowOf(same, 'south')).not.toContain('Places:');
  });

  it('says in a row which days it is about, where they differ', () => {
    const rivals = (id: string) => ({ conflictsWith: [id] });
    const lines = linesOf([
      claim('c-1', rivals('c-2')),
      claim('c-2', { ...rivals('c-1'), period: '2025-10', claimedBy: 'un' }),
    ]);
    expect(rowOf(lines, 'south')).toContain('For 11–12 October 2025.');
    expect(rowOf(lines, 'un')).toContain('For October 2025.');
    expect(rowOf(linesOf([claim('c-1')]), 'south')).not.toContain('For ');
  });

  it('tells a conflict of figures from a denial, which has none', () => {
    const count = { low: null, high: null, qualifier: 'denial' as const, asPrinted: 'baseless' };
    const lines = linesOf([
      claim('c-1', { conflictsWith: ['c-2', 'c-3'] }),
      claim('c-2', { claimedBy: 'un', conflictsWith: ['c-1'] }),
      claim('c-3', { claimedBy: 'north', stance: 'denies', count, conflictsWith: ['c-1'] }),
    ]);
    expect(rowOf(lines, 'south')).toContain('Conflicts with the figure of un. Disputed by north.');
    expect(rowOf(lines, 'un')).toContain('Conflicts with the figure of south.');
    expect(rowOf(lines, 'north')).toContain('It disputes what south said.');
    expect(rowOf(lines, 'north')).not.toMatch(/Conflicts|\b0\b/u);
  });

  it('says that a claimant is reported with another figure on the same day, and calls it no conflict', () => {
    const count = { low: 60, high: null, qualifier: 'at-least' as const, asPrinted: 'sixty or more' };
    const lines = linesOf([claim('c-1', { conflictsWith: ['c-2'] }), claim('c-2', { count, conflictsWith: ['c-1'] })]);
    expect(rowOf(lines, 'south')).toContain('Also reported from the same claimant: at least 60.');
    expect(lines.join()).not.toContain('Conflicts');
  });

  it('shows a later toll of the same claimant once, with what it replaced (R20)', () => {
    const words = { low: null, high: null, qualifier: 'words' as const, asPrinted: 'dozens' };
    const more = { low: 40, high: null, qualifier: 'at-least' as const, asPrinted: 'forty or more' };
    const lines = linesOf([
      claim('c-1', { count: words, reportedOn: '2025-10-11', period: '2025-10-11' }),
      claim('c-2', { count: more, reportedOn: '2025-10-12' }),
      claim('c-3', { reportedOn: '2025-10-14' }),
    ]);
    expect(lines.filter((line) => line.startsWith('• south'))).toHaveLength(1);
    expect(rowOf(lines, 'south')).toContain(
      '58 (printed as “58”). Before that, from the same claimant: at least 40 (“forty or more”, reported 12 October 2025 by src daily) and ' +
        '“dozens” for 11 October 2025 (reported 11 October 2025 by src daily).',
    );
  });

  it('says whose figure took the place of one marked as superseded', () => {
    const early = claim('c-1', { status: 'superseded', conflictsWith: ['c-2'] });
    const second = (claimedBy: string) => claim('c-2', { claimedBy, reportedOn: '2025-10-14', conflictsWith: ['c-1'] });
    const row = (...others: Parameters<typeof linesOf>[0]) => rowOf(linesOf([early, ...others]), 'south');
    expect(row(second('south-officials'))).toContain(
      'Marked as superseded; south-officials gave a later figure (reported 14 October',
    );
    expect(row(second('un'))).toContain('un gave a later figure (reported 14 October 2025).');
    expect(row()).toContain('Superseded; the later figure is not recorded.');
  });

  it('names the outlet where the claimant is nobody', () => {
    const other = source('src-other', '2025-10-12');
    const press = (id: string, rival: string, src: string) =>
      claim(id, { claimedBy: 'press', conflictsWith: [rival], sources: [src], reportedOn: `2025-10-1${id.at(-1)}` });
    const lines = linesOf([other, press('c-2', 'c-3', 'src'), press('c-3', 'c-2', 'src-other')]);
    const rows = lines.filter((line) => line.startsWith('• press'));
    expect(rows[0]).toContain('Conflicts with the figure of an unattributed report (src daily).');
    expect(rows[1]).toContain('Conflicts with the figure of an unattributed report (src-other daily).');
  });

  it('keeps the unit with the figure, in words too, and apart from people (R21)', () => {
    const displaced = (id: string, unit: Claim['unit'], low: number) =>
      claim(id, {
        harm: 'displaced',
        unit,
        count: { low, high: low, qualifier: 'exact', asPrinted: `${low} of them` },
      });
    const many = { low: null, high: null, qualifier: 'words' as const, asPrinted: 'hundreds' };
    const lines = linesOf([
      displaced('c-1', 'households', 16_400),
      displaced('c-2', 'families', 1),
      displaced('c-3', undefined, 115_000),
      claim('c-4', { harm: 'displaced', unit: 'households', claimedBy: 'un', count: many }),
    ]);
    expect(lines.filter((line) => line.startsWith('Displaced'))).toEqual([
      'Displaced: northern soldiers (counted in households)',
      'Displaced: northern soldiers (counted in families)',
      'Displaced: northern soldiers',
    ]);
    const text = lines.join('\n');
    expect(text).toContain('south: 16,400 households (printed as “16400 of them”).');
    expect(text).toContain('south: 1 family (printed as “1 of them”).');
    expect(text).toContain('south: 115,000 people (printed as “115000 of them”).');
    expect(text).toContain('un: in words only: “hundreds” (households).');
  });

  it('says where a figure was reported after the day that was asked about', () => {
    const dossier = smallDossier([claim('c-1', { reportedOn: '2025-11-08' })]);
    const [group] = compareClaims(dossier, [...dossier.claims.values()]);
    const text = (day?: string) => group && textOf(claimBlocks(group, { dossier, language: english }, day));
    expect(text('2025-10-20')).toContain('a spokesman (reported 8 November 2025, after the day you asked about).');
    expect(text('2025-11-08')).toContain('a spokesman (reported 8 November 2025).');
    expect(text()).toContain('a spokesman (reported 8 November 2025).');
  });

  it('shows numbers as printed with their qualifier, and ranges whole', () => {
    const count = { low: 1500, high: 2000, qualifier: 'about' as const, asPrinted: '1500-2000' };
    expect(rowOf(linesOf([claim('c-1', { count })]), 'south')).toContain(
      'south: about 1,500–2,000 (printed as “1500-2000”).',
    );
  });
});

describe('the sources of a row', () => {
  const sourcesOf = (...publishers: readonly string[]) => {
    const sources = publishers.map((publisher, index) => source(`s-${index}`, '2025-10-12', { publisher }));
    const lines = linesOf([...sources, claim('c-1', { sources: publishers.map((_, index) => `s-${index}`) })]);
    return /(?:Sources?|Single source)\b.*$/u.exec(rowOf(lines, 'south'))?.[0];
  };

  it.each([
    [['Dawn'], 'Single source: Dawn, 12 October 2025.'],
    [['Dawn', 'CNA (AFP)'], 'Sources: Dawn, 12 October 2025 and CNA (AFP), 12 October 2025.'],
    [['CNA (AFP)', 'LBC (AP)'], 'Sources: CNA (AFP), 12 October 2025 and LBC (AP), 12 October 2025.'],
    [
      ['CNA (AFP)', 'Hürriyet (AFP text)'],
      'Single source (AFP), carried by CNA (AFP), 12 October 2025 and Hürriyet (AFP text), 12 October 2025.',
    ],
  ])('%j: %s', (publishers, expected) => {
    expect(sourcesOf(...publishers)).toBe(expected);
  });
});

it('counts one claimant as one, also where all are left out', () => {
  const left = (count: number) => english.text('claims-brief-left', { count, all: 'yes' });
  expect(left(1)).toBe('figures of one claimant, too many for one screen');
  expect(left(2)).toBe('figures of 2 claimants, too many for one screen');
});
