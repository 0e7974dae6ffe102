/** /casualties where tolls rose: shapes of figures as they were printed in February and March 2026. */
import { describe, expect, it } from 'vitest';
import type { AnyEntry, Claim } from '../../../src/core/dossier/entries.ts';
import {
  answerTo,
  claim,
  detailsTo,
  development,
  dossierOf,
  fullAnswerTo,
} from '../../core/dossier/crafted-dossier.ts';

function figure(id: string, low: number, fields: Partial<Claim>): AnyEntry {
  const count = { low, high: low, qualifier: 'exact' as const, asPrinted: `${low} people` };
  return claim({ id, count, status: 'disputed', ...fields });
}

/** All of `ids` contradict each other. */
const linked = (id: string, ids: readonly string[]) => ({ conflictsWith: ids.filter((other) => other !== id) });

async function rowsOf(line: string, entries: readonly AnyEntry[]): Promise<readonly string[]> {
  const dossier = dossierOf(entries);
  const inFull = await detailsTo(line, dossier);
  // Few figures are shown in full at once.
  const text = (inFull.length > 0 ? inFull : [await answerTo(line, dossier)]).join('\n');
  return text.split('\n').flatMap((row) => (/^\s*• /u.test(row) ? [row.trim()] : []));
}

describe('a toll that rose', () => {
  const IDS = ['cas-mosque-12', 'cas-mosque-31', 'cas-mosque-36', 'cas-mosque-69'];
  const of = { period: '2026-02-06', victims: 'pakistani-civilians', places: ['islamabad'] };
  const officials = { ...of, claimedBy: 'pakistan-local-officials' };
  const mosque = (status: Claim['status']) => [
    figure('cas-mosque-12', 12, {
      ...officials,
      ...linked('cas-mosque-12', IDS),
      reportedOn: '2026-02-06',
      status: 'superseded',
    }),
    figure('cas-mosque-31', 31, {
      ...officials,
      ...linked('cas-mosque-31', IDS),
      count: { low: 31, high: null, qualifier: 'at-least', asPrinted: '31 people' },
      reportedOn: '2026-02-06',
      status,
    }),
    figure('cas-mosque-36', 36, { ...officials, ...linked('cas-mosque-36', IDS), reportedOn: '2026-02-07' }),
    figure('cas-mosque-69', 69, {
      ...of,
      ...linked('cas-mosque-69', IDS),
      claimedBy: 'news-media-unattributed',
      stance: 'reports',
      reportedOn: '2026-02-07',
    }),
  ];

  it('is one row of its claimant, with what it was, beside that of an outlet that names nobody', async () => {
    const rows = await rowsOf('/casualties', mosque('reported'));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toContain(
      '36. Before that, from the same claimant: at least 31 (“31 people”, reported 6 Feb 2026 by Al Jazeera [1]) and 12 ' +
        '(“12 people”, reported 6 Feb 2026 by Al Jazeera [1]).',
    );
    expect(rows[0]).toContain('Conflicts with the figure of an unattributed report (Al Jazeera).');
    expect(rows[1]).toMatch(/: 69\. .* Conflicts with the figure of [^.]*local officials\./u);
    expect(rows.join()).not.toContain('Also reported from the same claimant');
  });

  it('is no series where the earlier figure is marked as disputed: both stand', async () => {
    const rows = await rowsOf('/casualties', mosque('disputed'));
    expect(rows).toHaveLength(4);
    expect(rows.join('\n')).not.toMatch(/36\. Before that/u);
    expect(rows.join('\n')).toContain('Also reported from the same claimant: at least 31.');
  });
});

describe('the losses that one side names, by its branches', () => {
  const IDS = ['cas-36', 'cas-133', 'cas-274', 'cas-13'];
  const days = { period: '2026-02-26/2026-02-27', victims: 'taliban-fighters', places: ['durand-line'] };
  const branch = (id: string, low: number, claimedBy: string, fields: Partial<Claim> = {}) =>
    figure(id, low, { ...days, ...linked(id, IDS), claimedBy, reportedOn: '2026-02-27', ...fields });
  const all = [
    branch('cas-36', 36, 'pakistan-information-ministry', { status: 'superseded' }),
    branch('cas-133', 133, 'pakistan', { status: 'superseded' }),
    branch('cas-274', 274, 'pakistan-military'),
    branch('cas-13', 13, 'afghanistan', { stance: 'acknowledges-own-loss' }),
    branch('cas-352', 352, 'pakistan-information-ministry', {
      period: '2026-02-26/2026-03-01',
      reportedOn: '2026-03-01',
      conflictsWith: [],
    }),
  ];
  const starting = (rows: readonly string[], start: string) => rows.find((row) => row.startsWith(`• ${start}`)) ?? '';

  it('each branch has a row: its own later figure replaces, that of another supersedes what is marked', async () => {
    const rows = await rowsOf('/casualties', all);
    expect(rows).toHaveLength(4);
    expect(starting(rows, 'Pakistan Information Ministry')).toContain(
      '352. For 26 Feb – 1 Mar 2026. Before that, from the same claimant: 36 for 26–27 Feb 2026 ' +
        '(“36 people”, reported 27 Feb 2026 by Al Jazeera [1]).',
    );
    expect(starting(rows, 'Pakistan:')).toContain(
      'Marked as superseded; Pakistan military gave a later figure (reported 27 Feb',
    );
    expect(starting(rows, 'Pakistan military')).not.toContain('Superseded');
    expect(starting(rows, 'Afghanistan')).toContain(
      'Conflicts with the figure of Pakistan military. Conflicts with what Pakistan Information Ministry said before.',
    );
  });

  it('on a day before the later figure’s days were over, what it replaced stands, and says that it was superseded', async () => {
    const rows = await rowsOf('/casualties on:2026-02-28', [development({}), ...all]);
    expect(starting(rows, 'Pakistan Information Ministry')).toMatch(
      /: 36\. .* Superseded by a later figure of the same claimant \(reported 1 Mar 2026\)\./u,
    );
    // Its own row is of what is left out, behind a button.
    expect(rows.findIndex((row) => row.includes(': 352'))).toBeGreaterThan(3);
  });
});

describe('two ministries of one side in one briefing', () => {
  it('are two claimants: neither replaces the other', async () => {
    const IDS = ['cas-400', 'cas-408', 'cas-143'];
    const hospital = { period: '2026-03-16', victims: 'afghan-civilians', places: ['kabul'] };
    const rows = await rowsOf('/casualties', [
      figure('cas-400', 400, {
        ...hospital,
        ...linked('cas-400', IDS),
        claimedBy: 'afghan-defence-ministry',
        reportedOn: '2026-03-17',
      }),
      figure('cas-408', 408, {
        ...hospital,
        ...linked('cas-408', IDS),
        claimedBy: 'afghan-local-officials',
        reportedOn: '2026-03-17',
      }),
      figure('cas-143', 143, {
        ...hospital,
        ...linked('cas-143', IDS),
        claimedBy: 'united-nations',
        reportedOn: '2026-03-21',
      }),
    ]);
    expect(rows.filter((row) => !row.startsWith('• No figure'))).toHaveLength(3);
    expect(rows.join()).not.toMatch(/Updated|Superseded|later figure/u);
    expect(rows.filter((row) => row.includes('Conflicts with the figure of'))).toHaveLength(3);
  });
});

describe('the displaced', () => {
  it('are families, households or people, each under words that say so, and none set against another', async () => {
    const fled = { harm: 'displaced' as const, victims: 'afghan-civilians', places: ['durand-line'] };
    const days = '2026-02-26/2026-03-05';
    const text = await fullAnswerTo(
      '/casualties harm:displaced',
      dossierOf([
        figure('cas-8400', 8400, { ...fled, period: days, claimedBy: 'afghanistan', unit: 'families' }),
        figure('cas-16400', 16_400, { ...fled, period: days, claimedBy: 'unama', unit: 'households' }),
        figure('cas-115000', 115_000, { ...fled, period: days, claimedBy: 'united-nations' }),
      ]),
    );
    expect(text).toContain('Displaced: Afghan civilians (counted in families)');
    expect(text).toContain(': 8,400 families.');
    expect(text).toContain(': 16,400 households.');
    expect(text).toContain(': 115,000 people.');
    expect(text).not.toMatch(/Conflicts|Updated|140,000|139,800|131,400|24,800/u);
    // It spoke of the displaced, in another unit.
    expect(text).not.toContain('No figure found from Afghanistan');
  });
});
