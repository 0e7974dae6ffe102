/**
 * Dates as people of a community type them, over the shipped dossier: understood, and restated in the answer (V4, V9).
 */
import { afterAll, describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

/** Two days after the newest entry of the shipped dossier. */
const chat = chatOver(await foldRealDossier(), { clock: () => Date.UTC(2026, 3, 29, 12) });

const linesOf = async (line: string) => (await chat.says(line)).split('\n');

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

describe('the title says which days were understood', () => {
  it.each([
    ['/casualties period:"q1 2026"', 'Casualties, in Jan–Mar 2026'],
    ['/casualties since march', 'Casualties, since Mar 2026'],
    ['/casualties this year', 'Casualties, in 2026'],
    ['/casualties period:"before april"', 'Casualties, until 31 Mar 2026'],
    ['/casualties period:"early april"', 'Casualties, in 1 Apr to c. 10 Apr 2026'],
    ['/quotes before april', 'What was said, until 31 Mar 2026, 3 of 128 remarks'],
    ['/quotes yesterday', 'What was said, on 28 Apr 2026, 1 remark'],
    ['/quotes period:"mid february"', 'What was said, in c. 11 Feb to c. 20 Feb 2026, no remarks'],
    ['/ceasefire yesterday', 'Ceasefire on 28 Apr 2026: collapsed on 27 Feb 2026'],
    ['/ceasefire on 7 april', 'Ceasefire on 7 Apr 2026: collapsed on 27 Feb 2026'],
    ['/ceasefire on:9 November 2025', 'Ceasefire on 9 Nov 2025: conditional'],
    ['/ceasefire before april', 'Ceasefire on 31 Mar 2026: collapsed on 27 Feb 2026'],
    ['/changes since march', 'Changes since 1 Mar 2026'],
    ['/changes before april', 'Changes, 1 Oct 2025 – 31 Mar 2026'],
    ['/changes since:march until:april', 'Changes, 1 Mar – 30 Apr 2026'],
    ['/changes since:early april until:mid april', 'Changes, 1–20 Apr 2026'],
    ['/changes since:"end of march"', 'Changes since 21 Mar 2026'],
  ])('%s', async (line, title) => {
    expect((await linesOf(line))[0]).toBe(title);
  });

  it('and the last line which days were asked for where the answer is for the last of them, or the middle', async () => {
    expect((await linesOf('/ceasefire early april')).at(-1)).toContain(
      'As of 5 Apr 2026 (UTC), the middle of 1 Apr to c. 10 Apr 2026 · newest fact',
    );
    expect((await linesOf('/ceasefire mid march'))[0]).toMatch(/^Ceasefire on 15 Mar 2026: /u);
    expect((await linesOf('/casualties on:"march 2026"')).at(-1)).toContain('As of 31 Mar 2026 (UTC), the last day of');
    expect((await linesOf('/casualties on:"this year"')).at(-1)).toContain('As of 29 Apr 2026 (UTC), so far in 2026 ·');
    expect((await linesOf('/ceasefire yesterday')).at(-1)).toContain('As of 28 Apr 2026 (UTC) · newest fact');
  });
});

describe('what is refused', () => {
  it.each([
    ['/ceasefire early may 2026', '1 May 2026 to around 10 May 2026 has not come yet; on: takes a day up to today.'],
    ['/quotes since june 2026', 'since June 2026 has not come yet; period: takes a day up to today.'],
    [
      '/ceasefire since march',
      '“since march” goes on until today, and on: takes one day. Write on:2026-03-01 or on:2026-04-29.',
    ],
  ])('%s', async (line, words) => {
    expect(await chat.says(line)).toBe(words);
    for (const { data } of (await chat.answers(line)).buttons.flat()) {
      expect(await chat.pressed(data)).toMatch(/^Ceasefire on /u);
    }
  });
});
