/** What was asked for comes first, and no side's dead alone: victims, a claimant, days. */
import { describe, expect, it } from 'vitest';
import { allIncidentFigures, figuresOf } from '../../../src/core/dossier/casualties/incident-figures.ts';
import { selectFigures } from '../../../src/core/dossier/casualties/select.ts';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());
const dossier = chat.dossier();
const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('• '));
/** The line beneath the first group with this heading, after the heading of the incident. */
const rowOf = (text: string, incident: string, group: string) => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(incident));
  return lines[lines.indexOf(group, from) + 1] ?? '';
};
const SPRING = 'period:"1 February to 30 April 2026"';

describe('victims', () => {
  it('of both sides are shown where both match, the gravest of each', async () => {
    const text = await chat.says(`/casualties who:civilian ${SPRING}`);
    expect(rowOf(text, '6 Feb 2026', 'Pakistani civilians killed')).toContain('Pakistani local officials 36');
    expect(rowOf(text, '16 Mar 2026', 'Afghan civilians killed')).toContain('Afghan Health Ministry about 400');
    expect(text).toContain('10 found, 2 shown in part.');
    expect(await chat.says('/casualties who:civilian')).toMatch(/^Also: .*2026/mu);
  });

  it.each(['civilian', 'combatant'])('%s of each side that has any are told of, whatever the month', async (who) => {
    for (const month of ['2025-10', '2025-11', '2026-02', '2026-03']) {
      const text = await chat.says(`/casualties who:${who} harm:killed period:${month}`);
      const all = selectFigures(dossier, { who, harm: 'killed', period: parseEdtf(month) });
      for (const { side } of dossier.conflict.sides) {
        const theirs = dossier.conflict.victimGroups.filter(({ sides }) => sides.includes(side));
        const has = all.some(({ comparisons }) =>
          comparisons.some(({ victims }) => theirs.some(({ id }) => id === victims)),
        );
        const isTold = theirs.some(({ label, short = label }) => text.toLowerCase().includes(short.toLowerCase()));
        expect({ month, side, isTold }).toEqual({ month, side, isTold: has || isTold });
      }
    }
  });

  it('of both sides of one battle have a row each, and the other side’s word beside each', async () => {
    const text = await chat.says(`/casualties who:combatant ${SPRING}`);
    expect(rowOf(text, '26–27 Feb', 'Pakistani soldiers killed')).toBe(
      '• Taliban government up to 55 · Pakistan military 12 (own losses)',
    );
    expect(rowOf(text, '26–27 Feb', 'Afghan Taliban forces killed')).toContain('Taliban government 13¹ (own losses)');
    const march = await chat.says('/casualties who:combatant period:"26 February to 1 March 2026"');
    expect(rowOf(march, '26 Feb – 1 Mar', 'Afghan Taliban forces killed')).toMatch(
      /352 · Taliban government 13. \(for 26–27 Feb, own losses\)/u,
    );
  });
});

describe('a claimant', () => {
  it('has its own figures first, in each row too, and its rivals beside them', async () => {
    const text = await chat.says('/casualties claimant:pakistan period:"February 2026 to April 2026"');
    expect(rows(text).every((row) => row.startsWith('• Pakistan'))).toBe(true);
    expect(text).toMatch(/Pakistan military 274. · Taliban government 13/u);
    expect(text).toContain('Pakistan Information Ministry 352');
    expect(text).toMatch(/^Also: Nangarhar province, 21–22 Feb 2026/mu);
    expect(text).not.toContain('superseded');
  });

  it('is told by what stands, the newest first, and by what gave way only where nothing does', async () => {
    const text = await chat.says('/casualties claimant:unama');
    expect(rows(text)[0]).toMatch(/^• UNAMA at least 70/u);
    expect(text).toContain('UNAMA at least 13');
    expect(text).not.toMatch(/superseded|\b56\b/u);
    expect(await chat.says('/casualties claimant:unama incident:cas-turk-56')).toContain('UNAMA at least 42 (');
  });
});

describe('days', () => {
  it('have the figures for just these first, and nothing that is said to be left out', async () => {
    const text = await chat.says('/casualties period:"26 February to 2 March 2026"');
    expect(text).toMatch(/UNAMA at least 42 \(Paktia province and 4 more, superseded\)/u);
    expect(text).not.toMatch(/\b56\b/u);
    expect(text).toContain('8 that also count other days are left out.');
  });

  it.each([
    ['February 2026', 'Feb 2026 · Bajaur district'],
    ['January to March 2026', 'Jan–Mar 2026'],
  ])('of %s: what has no day of its own is called the latest of none', async (period, heading) => {
    const text = await chat.says(`/casualties period:"${period}"`);
    expect(text).not.toMatch(new RegExp(`${heading}.*\\(latest\\)`, 'u'));
    const soldiers = await chat.says(`/casualties who:pakistani-soldiers period:"${period}"`);
    expect(soldiers).not.toMatch(/Bajaur district.*\(latest\)/u);
  });

  it('put what has none of its own before what has', async () => {
    const text = await chat.says('/casualties who:pakistani-soldiers period:"February 2026"');
    expect(text.indexOf('Feb 2026 · Bajaur district')).toBeLessThan(text.indexOf('21 Feb 2026 · Bannu'));
  });
});

describe('on the first screen', () => {
  it('what nobody read of its claimant is marked', async () => {
    expect(await chat.says('/casualties incident:dev-omid-hospital')).toContain(
      'UN at least 143 (reported by Dazzling Dawn)',
    );
    expect(await chat.says('/casualties incident:cas-q1-370 harm:killed who:afghan-civilians')).toMatch(/second-hand/u);
    expect(await chat.says('/casualties incident:dev-clashes-11-12-oct')).not.toMatch(/58 \((?:reported|second)/u);
  });

  it('a denial says what it denies, in its own words', async () => {
    const denials = [...dossier.claims.values()].filter(({ count }) => count.qualifier === 'denial');
    expect(denials.length).toBeGreaterThan(3);
    for (const { id } of denials) {
      const one = allIncidentFigures(dossier).find((some) => figuresOf(some).some((claim) => claim.id === id));
      const text = await chat.says(`/casualties incident:${one?.id ?? ''} harm:killed`);
      expect(text).not.toContain('others’ claims');
      expect(text).toMatch(/(?:denies|rejects|insists|has not attacked|printed as|blatant lie)/u);
    }
    expect(await chat.says('/casualties incident:dev-omid-hospital')).toContain(
      'Pakistan Information Ministry denies targeting a hospital; gave no figure (17 Mar)',
    );
  });
});
