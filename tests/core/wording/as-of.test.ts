/** The two clocks, and the line that every answer ends with. */

import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../src/core/chat/command.ts';
import { newestOf } from '../../../src/core/dossier/dates/age.ts';
import { parseEdtf } from '../../../src/core/dossier/dates/edtf.ts';
import { asOf, asOfNote, shortAsOf } from '../../../src/core/wording/as-of.ts';
import { anybody, chatForTests, here, NOW } from '../chat/chat-for-tests.ts';
import { textOf } from '../reply/text-of.ts';

const chat = await chatForTests();
const context: CommandContext = { ...chat, dossier: chat.dossier(), now: NOW, asker: anybody, place: here };
const date = parseEdtf;

describe('asOf', () => {
  it.each([
    ['today, where nothing is asked', {}, '2026-11-22'],
    ['the day of on:', { on: date('2025-10-20') }, '2025-10-20'],
    ['the last day of a month', { on: date('2025-10') }, '2025-10-31'],
    ['the day of known:', { known: date('2025-10-15') }, '2025-10-15'],
    ['the earlier of the two', { on: date('2025-10-10'), known: date('2025-10-15') }, '2025-10-10'],
    ['never after today', { on: date('2026'), known: date('2026-11') }, '2026-11-22'],
  ])('is %s', (_, args, day) => {
    expect(asOf(args, context)).toBe(day);
  });

  it('refuses a day that had not come by the day of known:', () => {
    const args = { on: date('2025-10-20'), known: date('2025-10-15') };
    expect(() => asOf(args, context)).toThrow('error-date-order');
  });

  it('takes today in the asker’s time zone', () => {
    const late = Date.UTC(2026, 10, 22, 21);
    expect(asOf({}, { ...context, now: late, timezone: 'Asia/Kabul' })).toBe('2026-11-23');
  });
});

describe('newestOf', () => {
  it.each([
    [['2025-11-09', '2025-10-12'], '2026-11-22', '2025-11-09', 378, false],
    [['2025-10-12', '2025-11-08~'], '2025-11-10', '2025-11-08~', 2, true],
    [['2025-10-28/2025-10-29', '2025-10-28'], '2025-10-30', '2025-10-28/2025-10-29', 1, false],
    [['2025-10'], '2025-11-02', '2025-10', 2, true],
    [['2025-10-12'], '2025-10-12', '2025-10-12', 0, false],
    // What has no end yet grows old from its beginning.
    [['2025-10-19/..'], '2026-11-22', '2025-10-19/..', 399, true],
    // A month that is not over, or an interval that the day is in, has no age below zero.
    [['2025-10'], '2025-10-15', '2025-10', 0, true],
    [['2026~', '2026-04-27'], '2026-11-28', '2026-04-27', 215, false],
  ])('of %j on %s is %s, %i days', (dates, day, text, days, vague) => {
    expect(newestOf(dates, day)).toMatchObject({ date: { text }, days, vague });
  });

  it('of nothing is nothing', () => {
    expect(newestOf([], '2026-11-22')).toBeUndefined();
  });
});

describe('asOfNote', () => {
  const note = (...[dates, args]: [readonly string[], Parameters<typeof asOf>[0]]) =>
    textOf([asOfNote(dates, args, context)]);

  it('says as of when, and how old the newest fact is', () => {
    expect(note(['2025-10-12', '2025-11-09'], {})).toBe(
      'As of 22 November 2026 (UTC). Newest fact in this answer: 9 November 2025, 378 days old.',
    );
    expect(note(['2026-11-21'], {})).toContain('21 November 2026, 1 day old.');
    expect(note(['2025-11-08~'], {})).toContain('around 8 November 2025, about 379 days old.');
    expect(note(['2026~'], {})).toBe(
      'As of 22 November 2026 (UTC). Newest fact in this answer: around 2026, no day given.',
    );
    expect(note([], {})).toBe('As of 22 November 2026 (UTC). This answer has no dated facts.');
  });

  it('gives a fact of after the day that was asked about no age on that day', () => {
    expect(note(['2025-10-12', '2025-11-08'], { on: date('2025-10-20') })).toContain(
      'As of 20 October 2025 (UTC). Newest fact in this answer: 8 November 2025, after the day you asked about. It',
    );
    expect(note(['2025-10'], { on: date('2025-10-20') })).toContain('October 2025, about 0 days old.');
    expect(note(['2025-10-20'], { on: date('2025-10-20') })).toContain('20 October 2025, 0 days old.');
  });

  it('says what on: and known: mean', () => {
    expect(note(['2025-10-19'], { on: date('2025-10-20'), known: date('2025-10') })).toBe(
      'As of 20 October 2025 (UTC). Newest fact in this answer: 19 October 2025, 1 day old. ' +
        'It shows how things stood (20 October 2025), by entries known by October 2025; their wording was written later.',
    );
    expect(note(['2025-10-19'], { on: date('2025-10-20') })).toContain(
      'It shows how things stood (20 October 2025), by what is known on 22 November 2026.',
    );
    expect(note(['2025-10-19'], { known: date('2025-10-20') })).toContain(
      'It rests on entries known by 20 October 2025;',
    );
  });
});

describe('shortAsOf', () => {
  type Given = readonly [readonly string[], Parameters<typeof asOf>[0]?, Parameters<typeof shortAsOf>[3]?];
  const note = (...[dates, args = {}, what]: Given) => textOf([shortAsOf(dates, args, context, what)]);

  it('says as of when, what is newest, and how old that is', () => {
    expect(note(['2025-10-12', '2025-11-09'])).toBe('As of 22 Nov 2026 (UTC) · newest fact 9 Nov 2025, 378 days ago');
    expect(note(['2025-11-08~'], {}, 'figure')).toBe(
      'As of 22 Nov 2026 (UTC) · newest report c. 8 Nov 2025, about 379 days ago',
    );
    expect(note(['2026-11-21'], {}, 'remark')).toContain('newest remark 21 Nov 2026, yesterday');
    expect(note(['2026-11-21~'])).toContain('c. 21 Nov 2026, about a day ago');
    expect(note(['2026-11-22'])).toContain('newest fact 22 Nov 2026, today');
    expect(note([])).toBe('As of 22 Nov 2026 (UTC) · no dated facts in this answer');
  });

  it('counts from the day that was asked about, and gives what came after it no age', () => {
    const on = { on: date('2025-10-20') };
    expect(note(['2025-10-18'], on)).toBe(
      'As of 20 Oct 2025 (UTC) · newest fact 18 Oct 2025, 2 days before · by what is known on 22 Nov 2026',
    );
    expect(note(['2025-10-19'], on)).toContain('19 Oct 2025, a day before');
    expect(note(['2025-10-20'], on)).toContain('20 Oct 2025, the same day');
    expect(note(['2025-10-12', '2025-11-08'], on)).toContain('8 Nov 2025, after the day you asked about');
  });

  it('says by whose knowledge, and that the words are later', () => {
    const known = { known: date('2025-10') };
    const end = ' · as known by Oct 2025, worded later';
    expect(note(['2025-10-19'], known)).toBe(`As of 31 Oct 2025 (UTC) · newest fact 19 Oct 2025, 12 days before${end}`);
    expect(note(['2025-10-19'], { ...known, on: date('2025-10-20') })).toBe(
      `As of 20 Oct 2025 (UTC) · newest fact 19 Oct 2025, a day before${end}`,
    );
  });
});
