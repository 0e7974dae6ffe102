/** /ceasefire, as asked a year after the newest entry of the shipped dossier. */
import { describe, expect, it } from 'vitest';
import { chatForTests } from '../core/chat/chat-for-tests.ts';
import { inFull, openDetail } from '../core/chat/open-details.ts';

const chat = await chatForTests();
const linesOf = async (line: string) => (await chat.says(line)).split('\n');
const termsOf = (line: string) => openDetail(chat, line, 'terms');
const breachesOf = (line: string) => openDetail(chat, line, 'breaches');
const talksOf = (line: string) => openDetail(chat, line, 'talks');
const sourcesOf = (line: string) => openDetail(chat, line, 'sources');

describe('/ceasefire', () => {
  it('leads with the state, how old that knowledge is, and what it does not know', async () => {
    const [title, lead] = await linesOf('/ceasefire');
    expect(title).toBe('Ceasefire: conditional, when last reported');
    expect(lead).toMatch(
      /^Last recorded 9 Nov 2025, 378 days ago\. I don’t know how it stands today\. Recorded so since/u,
    );
    expect(await termsOf('/ceasefire')).toContain(
      'State last recorded 9 November 2025, 378 days ago. I don’t know how things stand today.\n' +
        'Last recorded as conditional — Pakistan says it holds only without attacks from Afghanistan',
    );
  });

  it('is marked as unknown past the threshold, and says so in the title', async () => {
    const on = async (day: number) => {
      const fresh = await chatForTests({ clock: () => Date.UTC(2025, 10, day, 12) });
      return (await fresh.says('/ceasefire')).split('\n').slice(0, 2).join('\n');
    };
    expect(await on(9)).toMatch(/^Ceasefire: conditional\nLast recorded 9 Nov 2025, today\. Recorded/u);
    expect(await on(10)).toMatch(/^Ceasefire: conditional\nLast recorded 9 Nov 2025, yesterday\. Recorded/u);
    expect(await on(16)).toMatch(/^Ceasefire: conditional\nLast recorded 9 Nov 2025, 7 days ago\. Recorded/u);
    expect(await on(17)).toMatch(
      /^Ceasefire: conditional, when last reported\nLast recorded 9 Nov 2025, 8 days ago\. I/u,
    );
  });

  it('has what it rests on, each side’s newest words, and what happened since on the first screen', async () => {
    const text = await chat.says('/ceasefire');
    expect(text).toContain('Based on: Doha ceasefire signed by');
    expect(text).toContain('No end named by either side.');
    expect(text).toMatch(
      /\n• Pakistan Foreign Office · statement, 9 Nov 2025: Kabul was interested only in prolonging the truce/u,
    );
    expect(text).toMatch(/\n• .*Taliban government\)? · 8 Nov 2025: No issue with the ceasefire; it will hold\n/u);
    expect(text).toContain(
      '\nAfter 19 Oct 2025: 2 reported incidents or accusations between the sides, latest 6 Nov 2025',
    );
    expect(text).toMatch(/\nAs of 22 Nov 2026 \(UTC\) · newest fact 9 Nov 2025$/u);
  });

  it('on:2025-10-20 was in force since 19 October', async () => {
    const [title, text = ''] = await linesOf('/ceasefire on:2025-10-20');
    expect(title).toBe('Ceasefire on 20 Oct 2025: in force');
    expect(text).toContain('Last recorded 19 Oct 2025, the day before. Based on: Doha ceasefire signed by both');
    expect(text).toContain('(mediating: Qatar and Türkiye)');
    expect(text).not.toContain('I don’t know');
    const terms = await termsOf('/ceasefire on:2025-10-20');
    expect(terms).toContain('\nIn force — Doha ceasefire signed by both defence ministers\n');
    expect(terms).toContain('Recorded as “in force” since 19 October 2025');
    expect(terms).toContain('Brokers and mediators named for the agreement of 19 October 2025: Qatar and Türkiye');
    expect(await sourcesOf('/ceasefire on:2025-10-20')).toContain(
      'It shows how things stood (20 October 2025), by what is known on 22 November 2026.',
    );
  });

  it('on: an old day of a long silence says what was last known then', async () => {
    const [title, lead] = await linesOf('/ceasefire on:2026-01-01');
    expect(title).toBe('Ceasefire on 1 Jan 2026: conditional, when last reported');
    expect(lead).toMatch(/^Last recorded 9 Nov 2025, 53 days before\. I don’t know how it stood then\./u);
    expect(await termsOf('/ceasefire on:2026-01-01')).toContain(
      '\nState last recorded 9 November 2025, 53 days before. I don’t know how things stood on 1 January 2026.\n',
    );
  });

  it('on:2025-10-14 collapsed, and nothing agreed since', async () => {
    const text = await chat.says('/ceasefire on:2025-10-14');
    expect(text).toMatch(/^Ceasefire on 14 Oct 2025: collapsed on 14 Oct 2025\n/u);
    expect(text).toContain('No agreement since is on record.');
    const terms = await termsOf('/ceasefire on:2025-10-14');
    expect(terms).toContain('\nThe truce collapsed (14 October 2025) — Fighting resumes');
    expect(terms).toContain('No agreement since then is recorded here.');
    expect(terms).toContain('No terms are recorded.');
  });

  it('on:2025-11-06 goes back to Doha, and lists what was recorded since', async () => {
    expect(await chat.says('/ceasefire on:2025-11-06')).toContain('Based on: Doha ceasefire signed by');
    const terms = await termsOf('/ceasefire on:2025-11-06');
    expect(terms).toContain('Agreed: Doha ceasefire signed by both defence ministers, 19 October 2025');
    expect(terms).toContain(
      'Recorded since that agreement: strained (28–29 October 2025), extended (30 October 2025) and strained (6 November 2025)',
    );
    expect(terms).toContain('• Immediate ceasefire (19 October 2025)');
  });

  it('has the terms of the agreement and of what was agreed since, each with its day', async () => {
    expect(await termsOf('/ceasefire on:2025-11-06')).toMatch(
      /• Immediate ceasefire \(19 October 2025\)\n[^]*• Penalty on the violating party \(30 October 2025\)/u,
    );
  });

  it('says which side had said nothing by then', async () => {
    expect(await chat.says('/ceasefire on:2025-10-11')).toContain('Pakistan: no statement on record by then.');
    expect(await sourcesOf('/ceasefire on:2025-10-11')).toContain('Pakistan: no statement on record by then.');
  });

  it('has every position in full with its sources in a detail', async () => {
    const sources = await sourcesOf('/ceasefire');
    expect(sources).toMatch(/Position of Pakistan Foreign Office \(9 November 2025\): .* present on Afghan soil\.”/u);
    expect(sources).toContain('Single source: Asia News Network (Dawn), 10 November 2025.');
    expect(sources).toContain('Earlier position of Pakistan (7 November 2025)');
    expect(sources).toMatch(/The state recorded here rests on these\.\nSources: /u);
  });

  it('does not take the missing of a report for peace', async () => {
    expect(await chat.says('/ceasefire on:2025-10-20')).toContain(
      'After 19 Oct 2025: no incident on record, which is no proof of calm.',
    );
    expect(await breachesOf('/ceasefire on:2025-10-20')).toContain(
      'No incident after the agreement of 19 October 2025 is on record by then. That does not mean that there was none.',
    );
  });

  it('shows the incidents since the agreement, and counts those without a day and those of before', async () => {
    const section = await breachesOf('/ceasefire');
    expect(section.match(/^• /gmu)).toHaveLength(3);
    expect(section).toContain(
      '2 incidents or accusations between the sides are recorded here after the agreement of 19 October 2025.',
    );
    expect(section).toMatch(
      /\nOne incident after the agreement of 19 October 2025 is not clearly between the sides, and not counted: /u,
    );
    expect(section).toContain(
      'One more that is not clearly between the sides is dated so roughly that it may be of another time.',
    );
    expect(section).toMatch(/\d+ are recorded of the days up to 19 October 2025\./u);
    expect(section).not.toMatch(/Paktika|Kurram in/u);
    const before = await breachesOf('/ceasefire on:2025-10-18');
    expect(before).toContain('Strikes hit Paktika hours after the truce extension was reported (17 October 2025');
    expect(before).toContain('Accused by Afghanistan (Taliban government): Pakistan.');
  });

  it('says in short that each side blames the other, and keeps both accounts side by side', async () => {
    expect(await chat.says('/ceasefire known:2025-11-08')).toMatch(
      /latest 6 Nov 2025(?:: [^(]+)? \(each side blames the other\)/u,
    );
    expect(await breachesOf('/ceasefire known:2025-11-08')).toMatch(
      /Accounts differ\. Afghanistan \(Taliban government\): .*Pakistan Information Ministry: The firing began/u,
    );
  });

  it('names the newest of all dated facts it shows, breaches among them', async () => {
    expect(await chat.says('/ceasefire on:2025-10-27')).toContain('newest fact 26 Oct 2025');
    expect(await sourcesOf('/ceasefire on:2025-10-27')).toContain(
      'Newest fact in this answer: 26 October 2025, 1 day old.',
    );
  });

  it('keeps talks apart, and tells no outcome of a round that is still going on', async () => {
    expect(await talksOf('/ceasefire')).toMatch(
      /Talks are a separate matter; .* Round 3 \(Istanbul, .*\): reported as deadlock\./u,
    );
    expect(await talksOf('/ceasefire on:2025-10-18')).toMatch(/Round 1 \(Doha .*\) was going on\./u);
    const during = await inFull(chat, '/ceasefire on:2025-10-18');
    expect(during).toContain('Talks (Doha, 18–19 Oct 2025): under way.');
    expect(during).not.toContain('agreement. Immediate ceasefire signed');
    expect(await inFull(chat, '/ceasefire on:2025-10-16')).not.toMatch(/Talks(?:,| are)/u);
  });

  it('known:2025-10-13 knows nothing of what came later', async () => {
    const text = await inFull(chat, '/ceasefire known:2025-10-13');
    expect(text).toMatch(/^Ceasefire, as known on 13 Oct 2025: none\n/u);
    expect(text).toContain(
      'Last recorded 12 Oct 2025 as conditional, the day before: Kabul reports a halt at midnight',
    );
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
    ['soon', '“soon” was not understood. Write before it what it is, for example on:today. You can give on: known:.'],
    ['on:today on:today', '“on” is given twice'],
    ['onn:today', 'There is no “onn:” here. Did you mean on:?'],
  ])('%s is refused in words', async (args, words) => {
    expect(await chat.says(`/ceasefire ${args}`)).toContain(words);
    expect((await chat.answers(`/ceasefire ${args}`)).audience).toBe('asker');
  });

  it('offers figures and quotes of the same day', async () => {
    const { buttons } = await chat.answers('/ceasefire on:2025-10-20');
    const find = (label: string) => buttons.flat().find((button) => button.label === label);
    const [figures, quotes] = [find('Casualty figures'), find('Quotes')];
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
