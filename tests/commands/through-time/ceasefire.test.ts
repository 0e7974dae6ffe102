/** /ceasefire on the days of spring 2026, when truces fell, ran out and were followed by something else (R19). */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { openDetail } from '../../core/chat/open-details.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());

interface Answer {
  /** The first screen. */
  readonly screen: string;
  /** The details: how it stands and its terms, what each side says with the sources, what happened. */
  readonly lead: string;
  readonly sides: string;
  readonly incidents: string;
}

async function answer(args: string): Promise<Answer> {
  const line = `/ceasefire ${args}`;
  const [screen, lead, sides, incidents] = [
    await chat.says(line),
    await openDetail(chat, line, 'terms'),
    await openDetail(chat, line, 'sources'),
    await openDetail(chat, line, 'breaches'),
  ];
  expect(chat.bugs).toEqual([]);
  return { screen, lead, sides, incidents };
}

const FELL = 'truce collapsed (27 February 2026) — Pakistan’s defence minister declares “open war”';
const PAUSE_OVER = 'The end that Pakistan Information Ministry named, midnight 23–24 March 2026, has passed';

describe('/ceasefire through time', () => {
  it('today: last known in April, what fell and what was agreed since, and nothing of the year before', async () => {
    const { screen, lead, sides, incidents } = await answer('');
    expect(screen).toMatch(
      /^Ceasefire: collapsed on 27 Feb 2026\nLast recorded 27 Apr 2026 as strained, 209 days ago: Afghan officials accuse Pakistan of shelling Kunar; Pakistan denies it\. I don’t know how/u,
    );
    expect(screen).toContain(
      'Announced since: China says both sides agreed in Urumqi not to escalate, 7 Apr 2026 (announced 8 Apr, neither side on record confirming it); 1 before that.',
    );
    expect(screen).toContain('\nAfter 7 Apr 2026: 1 reported incident (accounts differ).');
    expect(screen).not.toContain('2025');
    expect(lead).toContain('State last recorded 27 April 2026, 209 days ago. I don’t know how things stand today.');
    expect(lead).toContain(FELL);
    expect(lead).toContain('What fell then: Doha ceasefire signed by both defence ministers (19 October 2025)');
    expect(lead).toContain('Recorded last (27 April 2026): strained');
    expect(lead).toMatch(
      /Terms and conditions, each as recorded on its day:\n• According to China: no action that would escalate/u,
    );
    expect(lead).toContain(PAUSE_OVER);
    expect(sides).toMatch(
      /What the sides said around the collapse of 27 February 2026:\n• Pakistan \(27 February 2026\): Open war.*Now it is open war between us and you/u,
    );
    expect(incidents).toContain('One incident is recorded here after the announcement of 7 April 2026.');
    expect(incidents).toContain('Kunar (27 April 2026');
    expect(incidents).not.toContain('2025');
  });

  it('shows both sides’ own words or neither’s, and breaks none off within a sentence', async () => {
    const screens = await Promise.all(
      Array.from({ length: 29 }, (_, week) => {
        const day = new Date(Date.UTC(2025, 9, 11 + 7 * week)).toISOString().slice(0, 10);
        return chat.says(`/ceasefire on:${day}`);
      }),
    );
    const cut = screens.flatMap((screen) => [...screen.matchAll(/“[^”]*…”/gu)].map(([quotation]) => quotation));
    for (const quotation of cut) expect(quotation).toMatch(/[.!?]”? …”$/u);
    const forms = screens.map((screen) => {
      // The two sides' newest words; what comes after them are older ones.
      const [first = '', second = ''] = screen.split('\n').filter((line) => line.startsWith('•'));
      const isSaid = (line: string) => /used the words|: “/u.test(line);
      return { first, second, differ: isSaid(first) !== isSaid(second) };
    });
    const unlike = forms.filter(({ differ }) => differ).map(({ first, second }) => `${first}\n${second}`);
    expect(unlike).toEqual([]);
  });

  it('20 February: the Doha truce stands, strained, and that is old', async () => {
    const { screen, lead, incidents } = await answer('on:2026-02-20');
    expect(screen).toMatch(
      /^Ceasefire on 20 Feb 2026: strained, when last reported\nLast recorded 5 Dec 2025, 77 days before: Overnight fire at Chaman–Spin Boldak\./u,
    );
    expect(screen).toContain('Based on: Doha ceasefire signed by');
    // What each side last said of whether it holds, with its day, beside what it said of the last incident.
    expect(screen).toContain(' · 28 Nov 2025: Not a traditional ceasefire; not holding\n');
    expect(screen).toContain(' · 8 Nov 2025: No issue with the ceasefire; it will hold\n');
    expect(screen).toContain('\nEach side says, in short:\n• Pakistan · 6 Dec 2025: Afghan side fired');
    expect(screen).not.toContain('collapsed');
    expect(lead).toContain('State last recorded 5 December 2025, 77 days before');
    expect(lead).toContain('Agreed: Doha ceasefire signed by both defence ministers, 19 October 2025');
    expect(lead).toContain('Last extended: Officials say both sides agreed in Saudi Arabia to keep the truce');
    expect(lead).not.toContain('collapsed');
    expect(incidents).toContain('after the agreement of 19 October 2025');
  });

  it('28 February: it has fallen, and nothing is agreed since', async () => {
    const { screen, lead, incidents } = await answer('on:2026-02-28');
    expect(screen).toMatch(/^Ceasefire on 28 Feb 2026: collapsed on 27 Feb 2026\n/u);
    expect(screen).toContain('No agreement since is on record.');
    expect(screen).toContain('Since 27 Feb 2026: 3 reported incidents and 1 on 26 Feb');
    expect(lead).toContain(`\nThe ${FELL}`);
    expect(lead).toContain('No agreement since then is recorded here.');
    expect(lead).toContain('Terms of what fell on 27 February 2026, each as recorded on its day:');
    expect(lead).not.toContain('\nTerms and conditions');
    expect(incidents).toContain('recorded here since 27 February 2026. The newest first:');
    // What began on the day before is told, and not counted as having followed.
    expect(incidents).toMatch(
      /\nOn the day before 27 February 2026:\n• Afghan forces launch attacks on Pakistani posts \(26 February 2026;/u,
    );
    expect(incidents).toContain('\n12 more are recorded of the days before.');
  });

  it('20 March: a pause, until when and by whose word, and what fell before it', async () => {
    const { screen, lead, incidents } = await answer('on:2026-03-20');
    expect(screen).toMatch(/^Ceasefire on 20 Mar 2026: a pause, conditional\n/u);
    expect(screen).toMatch(/Until midnight 23–24 March 2026, the end named by Pakistan.* alone\./u);
    expect(screen).toContain('The earlier truce had collapsed (27 Feb 2026)');
    expect(lead).toContain('\nConditional — Pause for Eid announced by both sides');
    expect(lead).toContain(
      'Until midnight 23–24 March 2026, the end named by Pakistan Information Ministry (none named by Afghanistan (Taliban government) on record)',
    );
    expect(lead).toContain('The earlier truce had collapsed (27 February 2026) — Pakistan’s defence minister');
    expect(incidents).toContain('the announcement of 18 March 2026');
  });

  it('28 March: the pause is over, and is nobody’s state of things', async () => {
    const { screen, lead, sides, incidents } = await answer('on:2026-03-28');
    expect(screen).toMatch(/^Ceasefire on 28 Mar 2026: collapsed on 27 Feb 2026\n/u);
    expect(screen).toMatch(
      /Pause for Eid.*, 18 Mar 2026 \(past the end that Pakistan alone named, midnight 23–24 March 2026\)/u,
    );
    expect(screen).not.toContain('conditional');
    expect(lead).toContain(`Announced last: Pause for Eid announced by both sides, 18 March 2026. ${PAUSE_OVER}`);
    expect(lead).toContain(`By what is recorded, the ${FELL}`);
    expect(lead).not.toContain('Recorded as “conditional”');
    expect(sides).toContain('Earlier position of Pakistan Information Ministry');
    expect(incidents).toContain('Accused by');
  });

  it('8 and 27 April: Urumqi stands beside a truce that fell', async () => {
    for (const [day, state] of [
      ['2026-04-08', 'conditional'],
      ['2026-04-27', 'strained'],
    ]) {
      const { screen, lead } = await answer(`on:${day}`);
      expect(screen).toContain(': collapsed on 27 Feb 2026\n');
      expect(screen).toContain(
        'Announced since: China says both sides agreed in Urumqi not to escalate, 7 Apr 2026 (announced 8 Apr, neither side on record confirming it',
      );
      expect(lead).toContain('Neither side is on record confirming it.');
      expect(lead).toContain(`\nThe ${FELL}`);
      expect(lead).toMatch(
        new RegExp(`Announced since then: China says both sides agreed in Urumqi.*Last recorded as “${state}”`, 'u'),
      );
      expect(lead).toContain(
        '• According to China: no action that would escalate or complicate the situation (8 April 2026)',
      );
    }
  });

  it('3 April: words of the day before count, though a later state has them', async () => {
    expect((await answer('on:2026-04-03')).screen).toMatch(
      /\n• Pakistan.* 2 Apr 2026: Wants visible and verifiable action\n/u,
    );
    expect((await answer('on:2026-04-01')).screen).not.toContain('visible and verifiable');
    expect((await answer('known:2026-04-03')).screen).not.toContain('visible and verifiable');
  });

  it('today: only a district’s officials spoke for one side, and its government’s last word is shown as older', async () => {
    const { screen, sides } = await answer('');
    expect(screen).toMatch(/\n• Afghan local officials · 27 Apr 2026, in short: Shells hit a university and homes\n/u);
    expect(screen).toMatch(/\n• Taliban government, 18 Mar 2026 \(earlier\): Pause; will answer aggression\n/u);
    expect(sides).toMatch(
      /Earlier position of Afghanistan \(Taliban government\) \(18 March 2026\): .*“will respond courageously .* threat\.”/u,
    );
  });

  it('answers every day of the dossier, with no age below zero', async () => {
    const last = Temporal.PlainDate.from('2026-05-05');
    for (let day = Temporal.PlainDate.from('2025-10-11'); day.until(last).sign >= 0; day = day.add({ days: 1 })) {
      expect(await chat.says(`/ceasefire on:${day.toString()}`)).not.toMatch(/-\d+ days/u);
    }
    expect(chat.bugs).toEqual([]);
  });
});
