/** /ceasefire, as asked a year after the newest entry of the shipped dossier. */
import { describe, expect, it } from 'vitest';
import { chatForTests } from '../core/chat/chat-for-tests.ts';

const chat = await chatForTests();
const linesOf = async (line: string) => (await chat.says(line)).split('\n');

describe('/ceasefire', () => {
  it('leads with how old that knowledge is, and what it does not know', async () => {
    const [title, lead, state] = await linesOf('/ceasefire');
    expect(title).toBe('Ceasefire, Pakistan–Afghanistan');
    expect(lead).toBe('Last known (9 November 2025, 378 days ago) — what holds today is not known to this bot.');
    expect(state).toMatch(/^The state last recorded: conditional — Pakistan ties it to no attack/u);
  });

  it('leads with the state while it is no older than the threshold', async () => {
    const on = async (day: number) => {
      const fresh = await chatForTests({ clock: () => Date.UTC(2025, 10, day, 12) });
      return (await fresh.says('/ceasefire')).split('\n')[1];
    };
    expect(await on(16)).toMatch(/^conditional — /u);
    expect(await on(17)).toMatch(/^Last known \(9 November 2025, 8 days ago\)/u);
  });

  it('on:2025-10-20 was in force since 19 October', async () => {
    const text = await chat.says('/ceasefire on:2025-10-20');
    expect(text).toContain('\nin force — Doha ceasefire signed by both defence ministers\n');
    expect(text).toContain('Recorded as “in force” since 19 October 2025');
    expect(text).toContain('Brokers and mediators named for the agreement of 19 October 2025: Qatar and Türkiye');
    expect(text).toContain('It shows how things stood (20 October 2025), by what is known on 22 November 2026.');
    expect(text).not.toContain('Last known');
  });

  it('on: an old day of a long silence says what was last known then', async () => {
    expect((await linesOf('/ceasefire on:2026-01-01'))[1]).toBe(
      'Last known (9 November 2025, 53 days before) — what held on 1 January 2026 is not known to this bot.',
    );
  });

  it('on:2025-10-14 collapsed, and nothing agreed since', async () => {
    const text = await chat.says('/ceasefire on:2025-10-14');
    expect(text).toContain('\nthe truce collapsed (14 October 2025) — Fighting resumes');
    expect(text).toContain('No agreement since then is recorded here.');
    expect(text).toContain('No terms are recorded.');
  });

  it('on:2025-11-06 goes back to Doha, and lists what was recorded since', async () => {
    const text = await chat.says('/ceasefire on:2025-11-06');
    expect(text).toContain('Agreed: Doha ceasefire signed by both defence ministers, 19 October 2025');
    expect(text).toContain(
      'Recorded since that agreement: strained (28–29 October 2025), extended (30 October 2025) and strained (6 November 2025)',
    );
    expect(text).toContain('• Immediate ceasefire (19 October 2025)');
  });

  it('has the terms of the agreement and of what was agreed since, each with its day', async () => {
    const text = await chat.says('/ceasefire on:2025-11-06');
    expect(text).toMatch(
      /• Immediate ceasefire \(19 October 2025\)\n[^]*• Penalty on the violating party \(30 October 2025\)/u,
    );
  });

  it('says which side had said nothing by then', async () => {
    expect(await chat.says('/ceasefire on:2025-10-11')).toContain('Pakistan: no statement known here by then.');
  });

  it('does not take the missing of a report for peace', async () => {
    expect(await chat.says('/ceasefire on:2025-10-20')).toContain(
      'None after the agreement of 19 October 2025 is recorded here by then. That is not a report that there was none.',
    );
  });

  it('shows the incidents since the agreement, and counts those without a day and those of before', async () => {
    const text = await chat.says('/ceasefire');
    const section = text.split('Reported incidents and accusations\n')[1]?.split('\nTalks are')[0] ?? '';
    expect(section.match(/^• /gmu)).toHaveLength(3);
    expect(section).toContain('3 incidents are recorded here after the agreement of 19 October 2025.');
    expect(section).toContain('One more is dated so roughly that it may be of before or after.');
    expect(section).toMatch(/\d+ are recorded of the days up to 19 October 2025\./u);
    expect(section).not.toMatch(/Paktika|Kurram in/u);
    const before = await chat.says('/ceasefire on:2025-10-18');
    expect(before).toContain('Strikes hit Paktika hours after the truce extension was reported (17 October 2025');
    expect(before).toContain('Held responsible by Afghanistan (Taliban government): Pakistan.');
  });

  it('names the newest of all dated facts it shows, breaches among them', async () => {
    expect(await chat.says('/ceasefire on:2025-10-27')).toContain(
      'Newest fact in this answer: 26 October 2025, 1 day old.',
    );
  });

  it('keeps talks apart, and tells no outcome of a round that is still going on', async () => {
    expect(await chat.says('/ceasefire')).toMatch(
      /Talks are a separate matter; .* Round 3 \(Istanbul, .*\): deadlock\./u,
    );
    const during = await chat.says('/ceasefire on:2025-10-18');
    expect(during).toMatch(/Round 1 \(Doha .*\) was going on\./u);
    expect(during).not.toContain('agreement. Immediate ceasefire signed');
    expect(await chat.says('/ceasefire on:2025-10-16')).not.toContain('Talks are');
  });

  it('known:2025-10-13 knows nothing of what came later', async () => {
    const text = await chat.says('/ceasefire known:2025-10-13');
    expect(text).toContain('\nRecorded last (12 October 2025): conditional — Kabul reports a halt at midnight');
    expect(text).not.toMatch(/Doha|Spin Boldak|November/u);
    expect(text).toContain('It rests on entries known by 13 October 2025; their wording was written later.');
  });

  it.each([
    ['on:2027-01-01', '1 January 2027 has not come yet; on: takes a day up to today.'],
    [
      'on:2025-01-01',
      'The dossier begins on 1 October 2025; nothing is known here of what was before (1 January 2025).',
    ],
    ['known:2025-09', 'The dossier begins on 1 October 2025; nothing was known here before (September 2025).'],
    [
      'on:2025-10-10',
      'No state of the ceasefire is known here for 10 October 2025; the earliest is of 11 October 2025.',
    ],
    ['known:2025-10-10', 'No state of the ceasefire is known here for 10 October 2025.'],
    ['on:someday', 'I don’t understand “someday” as a date for on. For example on:2025-10-01'],
    ['now', '“now” was not understood. Write before it what it is, for example on:today. You can give on: known:.'],
    ['on:today on:today', '“on” is given twice'],
    ['onn:today', 'There is no “onn:” here. Did you mean on:?'],
  ])('%s is refused in words', async (args, words) => {
    expect(await chat.says(`/ceasefire ${args}`)).toContain(words);
    expect((await chat.answers(`/ceasefire ${args}`)).audience).toBe('asker');
  });

  it('offers figures and quotes of the same day', async () => {
    const { buttons } = await chat.answers('/ceasefire on:2025-10-20');
    const [figures, quotes] = buttons.flat();
    expect(await chat.pressed(figures?.data ?? '')).toBe(await chat.says('/casualties on:2025-10-20'));
    expect(await chat.pressed(quotes?.data ?? '')).toBe(await chat.says('/quotes on:2025-10-20'));
  });

  it('answers any day of the dossier without a bug', async () => {
    for (let day = 1; day <= 31; day++) {
      for (const clock of ['on', 'known']) {
        await chat.says(`/ceasefire ${clock}:2025-10-${String(day).padStart(2, '0')}`);
      }
    }
    expect(chat.bugs).toEqual([]);
  });
});
