/** A group of casualty claims as text: places, disputes and sources of each row, where they are its own. */
import { describe, expect, it } from 'vitest';
import { compareClaims } from '../../../src/core/dossier/casualties/compare.ts';
import { claimBlocks } from '../../../src/core/wording/claim-blocks.ts';
import { english } from '../chat/chat-for-tests.ts';
import { claim, development, place, smallDossier, source } from '../dossier/build-entries.ts';
import { textOf } from '../reply/text-of.ts';

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

  it('says that two figures of one claimant differ', () => {
    const lines = linesOf([claim('c-1', { conflictsWith: ['c-2'] }), claim('c-2', { conflictsWith: ['c-1'] })]);
    expect(rowOf(lines, 'south')).toContain('Conflicts with another figure of the same claimant.');
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
