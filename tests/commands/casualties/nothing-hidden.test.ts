/** What a filter leaves out is said and a tap away, and an incident without figures is not given those of others. */
import { describe, expect, it } from 'vitest';
import { withoutFigures } from '../../../src/core/dossier/casualties/without-figures.ts';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';
import { SCREEN, screenSize } from '../../core/reply/screen-size.ts';

const chat = chatOver(await foldRealDossier());
const dossier = chat.dossier();
const pressIn = async (line: string, label: RegExp) => {
  const { buttons } = await chat.answers(line);
  const button = buttons.flat().find((one) => label.test(one.label));
  expect([line, button?.label]).toEqual([line, expect.stringMatching(label)]);
  return chat.pressed(button?.data ?? '');
};

describe('an incident without figures', () => {
  it('Bagram has none, though the dead of the whole frontier were told in a report of it', async () => {
    const text = await chat.says('/casualties incident:bagram');
    expect(text).toMatch(/^Strikes reported at Bagram · 1 Mar 2026\nNo figure is on file for this incident\. /u);
    expect(text).toContain('Kabul first said it thwarted a Pakistani strike on Bagram');
    expect(text).not.toMatch(/\b(?:34|55|110|330|352)\b/u);
    expect(text).toContain('newest fact 1 Mar 2026');
    expect(await chat.saysInFull('/casualties incident:bagram')).toContain('there were no casualties or damage');
  });

  it('offers the figures of the days around it, and keeps what else was asked', async () => {
    const around = /^Figures of the days around it: 26 Feb – 1 Mar 2026 · Durand Line$/u;
    expect(await pressIn('/casualties incident:bagram', around)).toContain('UN at least 34 · Taliban government 55');
    expect(await pressIn('/casualties incident:bagram harm:injured', around)).toContain('Injured: Afghan civilians');
  });

  it.each(withoutFigures(dossier).map(({ id, date }) => [id, date] as const))(
    '%s is found by its id, on one screen, with no figure as its own',
    async (id) => {
      const { title = [], blocks } = await chat.answers(`/casualties incident:${id}`);
      const { characters, lines } = screenSize(blocks);
      expect([title, characters <= SCREEN.characters, lines <= SCREEN.lines]).toEqual([title, true, true]);
      const text = await chat.says(`/casualties incident:${id}`);
      expect(text).toContain('No figure is on file for this incident.');
      expect(text).not.toMatch(/killed\n|injured\n/u);
    },
  );

  it('a night of fighting that a figure counts is found with that figure', async () => {
    expect(await chat.says('/casualties incident:dev-afghan-offensive')).toMatch(/^26–27 Feb 2026 · Durand Line/u);
    expect(await chat.says('/casualties incident:dev-turk-56')).not.toContain('No figure is on file');
  });

  it('is not offered, and takes no name from one that has figures', async () => {
    expect(await chat.says('/casualties incident:"1 mar 2026"')).not.toContain('Bagram');
    expect(await chat.says('/casualties incident:"kabul 9 october 2025"')).toContain('No figure is on file');
    expect(await chat.says('/casualties incident:bagram known:2026-02-28')).not.toContain('Strikes reported');
  });
});

describe('people whose side is not stated', () => {
  it('are pointed to where victims of a side, or civilians, were asked for', async () => {
    const kunar = '/casualties who:civilian period:"27 april 2026"';
    const text = await chat.says(kunar);
    expect(text).toContain('No figure here matches');
    expect(text).toContain('Also in one case: people (side not stated).');
    const opened = await pressIn(kunar, /^People \(side not stated\)$/u);
    expect(opened).toMatch(/Afghan local officials:? 7\b/u);
    expect(opened).toMatch(/at least 85/u);
    const spring = '/casualties who:"afghan civilians" period:"feb to apr 2026"';
    expect(await chat.says(spring)).toContain('Also in 2 cases (2 in Afghanistan): people (side not stated).');
    expect(await chat.says('/casualties who:"pakistani civilians" period:2026-02')).toContain(
      'Also in one case (in Afghanistan): people (side not stated).',
    );
    expect(await chat.says('/casualties who:"pakistani civilians" harm:killed')).toContain(
      'Also in 9 cases (5 in Afghanistan, 1 in Pakistan and 3 with no one country given): journalists and people (side not stated).',
    );
    expect(await pressIn(spring, /^People \(side not stated\)$/u)).toContain('at least 19');
  });

  it('are not where everybody was asked for, or themselves', async () => {
    for (const line of ['/casualties', '/casualties who:unspecified', '/casualties harm:killed']) {
      expect(await chat.says(line)).not.toMatch(/Also in .* cases?:/u);
    }
  });
});

describe('figures that also count other days than were asked for', () => {
  it.each(['"28 feb 2026"', '"feb to apr 2026"', '2026-03', '2025-10'])('in %s are behind a button', async (period) => {
    const line = `/casualties period:${period}`;
    const [, count] = /^(\d+) that also count other days/mu.exec(await chat.says(line)) ?? [];
    const opened = await pressIn(line, /^Figures that also count other days/u);
    expect(opened.startsWith(`Casualties, `) || opened.includes(` · `)).toBe(true);
    expect(opened).toContain(`Figures that also count other days (${count})`);
    expect(opened).toMatch(/For [^.]*\d{4}\./u);
  });

  it('each has its days beside it', async () => {
    const opened = await pressIn('/casualties period:"28 feb 2026"', /^Figures that also count other days/u);
    const rows = opened.split('\n').filter((row) => /^• .*(?:Sources?|Single source)\b/u.test(row));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row).toMatch(/(?: F|, f)or (?:c\. )?(?:\d|[A-Z])[^.:]*(?:\. |: |$)/u);
  });
});

describe('a harm without figures', () => {
  it('is found where a source has it in words', async () => {
    const text = await chat.says('/casualties harm:missing');
    expect(text).toContain('No figure here matches');
    expect(text).toContain('In words only, “missing” is said with the figures of 26–27 Feb 2026 · Durand Line.');
    const opened = await pressIn('/casualties harm:missing', /^26–27 Feb 2026 · Durand Line$/u);
    expect(opened).toContain('Pakistan military 12 (own losses)');
    expect(await chat.says('/casualties harm:missing period:2025-11')).not.toContain('In words only');
  });

  it('is pointed to where it is on file for other days', async () => {
    expect(await chat.says('/casualties harm:captured period:2026')).toContain(
      '\nOf other days: 12 Oct 2025 · Durand Line.\n',
    );
    const opened = await pressIn('/casualties harm:captured period:2026', /^12 Oct 2025 · Durand Line$/u);
    expect(opened).toContain('captured');
  });
});

describe('an organisation', () => {
  it('is asked for with its bodies, and the title says so', async () => {
    const text = await chat.says('/casualties claimant:un');
    expect(text).toMatch(
      /^Casualties, where UN \(United Nations\) or one of its bodies gave a figure or denied one\n/u,
    );
    expect(Number(/^(\d+) found/mu.exec(text)?.[1])).toBeGreaterThan(10);
    const displaced = await chat.says('/casualties claimant:un harm:displaced');
    expect(displaced).toContain('OCHA about 16,400 households');
    expect(displaced).toContain('UNHCR about 3,000 people');
    expect(await chat.says('/casualties claimant:unama')).not.toContain('or one of its bodies');
  });
});

describe('a confirmed statement', () => {
  it('is confirmed as one, so that nobody takes what it says for confirmed', async () => {
    const text = await chat.says('/changes since:2026-03-06');
    expect(text).not.toMatch(/56 civilians killed[^\n]*; confirmed\)/u);
    const { status, date } = dossier.developments.get('dev-turk-56') ?? { status: '', date: '2026' };
    expect([status, parseEdtf(date).earliest]).toEqual(['confirmed', '2026-03-06']);
  });
});

describe('figures of days that several events share', () => {
  it.each(['"open war"', 'dev-open-war', 'dev-afghan-offensive'])('%s', async (asked) => {
    const line = `/casualties incident:${asked}`;
    expect(await chat.says(line)).toMatch(
      /\nFor the days of: Afghan forces launch attacks on Pakistani posts \(26 Feb 2026\) and .* “open war” \(27 Feb 2026\)\.\n/u,
    );
    const reported = await pressIn(line, /^What is reported$/u);
    expect(reported).toContain('Pakistan: Its forces answered unprovoked fire and lost no post.');
    expect(reported).toContain('there have been no reported casualties');
    // Civilians, and what was said later of more days.
    const around = await pressIn(line, /^Figures of the days around it: 26 Feb – 1 Mar/u);
    expect(around).toContain('Afghan civilians killed');
    expect(around).toContain('Pakistani soldiers killed');
  });
});

describe('a period', () => {
  const around = async (line: string) =>
    (await chat.answers(line)).buttons
      .flat()
      .map(({ label }) => label)
      .filter((label) => label.startsWith('Figures of the days around it'));

  it('has the way to figures of nearly the same days', async () => {
    const line = '/casualties incident:cas-turk-56';
    expect(await around(line)).toEqual([
      'Figures of the days around it: 26 Feb – 5 Mar 2026 · Durand Line',
      'Figures of the days around it: 26 Feb – 3 Mar 2026 · Durand Line',
    ]);
    const displaced = await pressIn(line, /26 Feb – 5 Mar/u);
    expect(displaced).toMatch(/UNHCR:? about 115,000\b[^]*UNHCR:? about 3,000\b/u);
  });

  it('has none to what a filter leaves nothing of', async () => {
    expect(await around('/casualties incident:cas-turk-56 harm:injured')).toEqual([]);
    expect(await around('/casualties incident:cas-turk-56 harm:displaced')).toHaveLength(2);
  });
});
