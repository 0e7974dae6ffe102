/** `on:`: what is near the day that was asked about leads, and what is not shown of it is named whole. */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { claim, development, smallDossier } from '../../core/dossier/build-entries.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());
const headingsIn = (text: string) =>
  text.split('\n').filter((line) => /^[\d–]+ .*\d{4}(?: · | \(latest\)|$)/u.test(line));

describe('asked about a day', () => {
  it.each([
    ['2026-03-07', '26 Feb – 1 Mar 2026 · Durand Line', /^Also: .*26 Feb – 6 Mar 2026 \(latest\)/mu],
    ['2026-02-28', '26–27 Feb 2026 · Durand Line and elsewhere', /^Also: .*21–22 Feb 2026/mu],
  ])('%s: the days before it lead, and others near it are named', async (day, heading, also) => {
    const text = await chat.says(`/casualties on:${day}`);
    expect(headingsIn(text)[0]).toBe(heading);
    expect(headingsIn(text).filter((one) => !/\b2026\b/u.test(one))).toEqual([]);
    expect(text).toMatch(also);
  });

  it('so they do among some victims, and the other side’s stand after them', async () => {
    const text = await chat.says('/casualties who:civilian on:2026-03-03');
    expect(headingsIn(text)).toEqual(['26 Feb – 1 Mar 2026 · Durand Line', '6 Feb 2026 · Tarlai Kalan, Islamabad']);
    expect(text).toMatch(/^Also: .*1 Mar 2026/mu);
  });

  it('what claimants differ about is before what nobody else speaks of, though that came first', async () => {
    for (const day of ['2026-02-22', '2026-02-23', '2026-02-26']) {
      expect(headingsIn(await chat.says(`/casualties on:${day}`)).slice(0, 2)).toEqual([
        '21–22 Feb 2026 · Nangarhar province and elsewhere (latest)',
        '21 Feb 2026 · Bannu',
      ]);
    }
  });

  it('a month is near no day of it, and long after all figures nothing is near', async () => {
    expect(headingsIn(await chat.says('/casualties on:2026-03-07'))).not.toContain('Feb 2026 · Bajaur district');
    expect(headingsIn(await chat.says('/casualties on:2026-11-01'))[0]).toBe(
      headingsIn(await chat.says('/casualties'))[0],
    );
  });

  it('is the same with both sides exchanged', async () => {
    const day = (at: string, of: 'north' | 'south') => [
      development(`dev-${of}-${at}`, at, { title: `Fire ${at} ${of}` }),
      claim(`c-${of}-${at}`, {
        period: at,
        development: `dev-${of}-${at}`,
        victims: of === 'north' ? 'north-soldiers' : 'south-civilians',
        claimedBy: of === 'north' ? 'south' : 'north',
      }),
    ];
    const lead = async (first: 'north' | 'south', second: 'north' | 'south') => {
      const all = [...day('2025-09-01', second), ...day('2025-10-10', first), ...day('2025-10-12', second)];
      return headingsIn(await chatOver(smallDossier(all)).says('/casualties on:2025-10-13'));
    };
    const expected = ['10 Oct 2025', '12 Oct 2025 (latest)', '1 Sept 2025'];
    expect(await lead('north', 'south')).toEqual(expected);
    expect(await lead('south', 'north')).toEqual(expected);
  });
});

describe('what is left out of an incident', () => {
  it('is named of both sides, the dead before the injured', async () => {
    const text = await chat.says('/casualties on:2025-10-21');
    const [, block = ''] = /^15 Oct 2025 · Spin Boldak and elsewhere\n((?:.+\n)*)/mu.exec(text) ?? [];
    expect(block).toContain('Afghan Taliban forces killed in Spin Boldak\n');
    expect(block).toContain('\nAlso figures for Afghan civilians and Pakistani civilians\n');
  });
});
