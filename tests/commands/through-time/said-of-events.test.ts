/** What the first screen of /ceasefire says of an event: whose, of which day, where, and both sides' words of it. */
import { describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { ceasefire, development, smallDossier } from '../../core/dossier/build-entries.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const chat = chatOver(await foldRealDossier());
const on = (day: string) => chat.says(`/ceasefire on:${day}`);
const linesOf = (screen: string) => screen.split('\n').filter((line) => line.startsWith('•'));

describe('an announcement', () => {
  it('is shown from the day that it is of, with the day on which it was said', async () => {
    const told =
      'China says both sides agreed in Urumqi not to escalate, 7 Apr 2026 (announced 8 Apr, neither side on record';
    for (const day of ['2026-04-07', '2026-04-08']) {
      const text = await chat.saysInFull(`/ceasefire on:${day}`);
      expect(text).toContain(told);
      expect(text).toMatch(/Urumqi not to escalate, 7 April 2026\. .*China announced it on 8 April 2026\./u);
      expect(text).toContain('declined to comment that day (8 April 2026)');
    }
    expect(await on('2026-04-06')).not.toContain('not to escalate');
  });

  it('is not known before it was made', async () => {
    expect(await chat.saysInFull('/ceasefire known:2026-04-07')).not.toMatch(/China says|not to escalate,/u);
    expect(await chat.saysInFull('/ceasefire on:2026-04-07 known:2026-04-08')).toContain('China says');
  });

  it('does not hide that the talks ended the day before', async () => {
    expect(await on('2026-04-07')).toContain('Talks (Urumqi, 1–7 Apr 2026): ');
  });
});

describe('an agreement after a fall', () => {
  it('is not denied where an entry may tell of one and does not say', async () => {
    const after = (agreed?: 'nothing') => {
      const last = ceasefire('f-2', '2026-03-18', {
        state: 'conditional',
        headline: 'A pause',
        ...(agreed && { agreed }),
      });
      return chatOver(
        smallDossier([
          development('d-0', '2026-01-01'),
          ceasefire('f-0', '2026-01-01'),
          ceasefire('f-1', '2026-02-27', { state: 'collapsed' }),
          last,
        ]),
      ).saysInFull('/ceasefire on:2026-03-20');
    };
    expect(await after()).toContain(': A pause.');
    expect(await after()).not.toMatch(/No agreement since/u);
    expect(await after('nothing')).toMatch(/No agreement since is on record[^]*No agreement since then/u);
  });
});

describe('an end that was named as a midnight', () => {
  it('is said as it was named, and has passed on the day after', async () => {
    for (const day of ['2026-03-18', '2026-03-20', '2026-03-23']) {
      const screen = await on(day);
      expect(screen).toContain('Until midnight 23–24 March 2026, the end named by Pakistan');
      expect(screen).not.toMatch(/Until 24 Mar|This day/u);
    }
    const screen = await on('2026-03-24');
    expect(screen).toMatch(/^Ceasefire on 24 Mar 2026: collapsed on 27 Feb 2026\n/u);
    expect(screen).toContain('(past the end that Pakistan alone named, midnight 23–24 March 2026)');
  });
});

describe('what happened', () => {
  it('is named on its day: who, and where', async () => {
    expect(await on('2026-02-22')).toContain('that day: Pakistan strikes Nangarhar and Paktika.');
    expect(await on('2026-02-24')).toContain('2 days before: Pakistan strikes Nangarhar and Paktika.');
    expect(await on('2026-03-14')).toContain('latest 13 Mar 2026: Drones reported at Quetta, Kohat and Rawalpindi');
  });

  it('has the accusation before the answer, and who is accused', async () => {
    for (const screen of [await on('2026-04-27'), await chat.says('/ceasefire')]) {
      expect(screen).toContain(': Afghan officials accuse Pakistan of shelling Kunar; Pakistan denies it.');
      const [first = '', second = ''] = linesOf(screen);
      expect(first).toContain('Shells hit a university');
      expect(second).toContain('“blatant lie”');
    }
    const [first = '', second = ''] = linesOf(await on('2025-11-26'));
    expect(first).toContain('Condemns a violation');
    expect(second).toContain('no operation');
  });

  it('is told by what each side says where it was only said', async () => {
    const words =
      /\((?:Afghan Defence Ministry|Taliban government): Pakistan violated the pause; Pakistan.*: The allegation is frivolous and false\)/u;
    for (const day of ['2026-03-20', '2026-03-24', '2026-03-28']) expect(await on(day)).toMatch(words);
    // Where there is no room for that, not by its title: that is one side's word.
    expect(await on('2026-04-03')).toMatch(/latest 19 Mar to c\. 24 Mar 2026 \(accounts differ\)/u);
  });

  it('is not offered as none', async () => {
    const labels = async (day: string) =>
      (await chat.answers(`/ceasefire on:${day}`)).buttons.flat().map(({ label }) => label);
    expect(await labels('2026-03-20')).toContain('Incidents');
    expect(await labels('2026-03-18')).toContain('Incidents (0)');
    expect(await labels('2026-03-24')).toContain('Incidents (9)');
  });
});

describe('whoever speaks', () => {
  it('is named whole, also where a day leaves little room', async () => {
    const names = [...chat.dossier().parties.values()].flatMap(({ name, shortName, aliases }) => [
      name,
      shortName,
      ...aliases,
    ]);
    const first = Temporal.PlainDate.from('2025-10-11');
    for (let days = 0; days < 206; days += 3) {
      const screen = await on(first.add({ days }).toString());
      const said = linesOf(screen).map((line) => line.slice(2).split(/ · | on the same|, \d|: /u)[0] ?? '');
      expect(said.filter((name) => !names.includes(name))).toEqual([]);
      expect(screen).not.toMatch(/named by [^.]*…|\([^():]*…:/u);
    }
  });
});

describe('who began it', () => {
  it('is answered by both sides or by neither', async () => {
    const days = ['2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-03', '2026-03-10', '2026-03-14'];
    for (const day of days) {
      const screen = await on(day);
      expect([day, screen.includes('Retaliation')]).toEqual([day, screen.includes('answered unprovoked fire')]);
    }
    // A longer name of a time zone below costs neither side's.
    for (const timezone of ['UTC', 'Asia/Karachi']) {
      const screen = await chatOver(chat.dossier(), { timezone }).says('/ceasefire on:2026-02-28');
      expect(screen).toMatch(/Retaliation[^]*answered unprovoked fire/u);
    }
    const [first = '', second = ''] = linesOf(await on('2026-02-26'));
    expect(first).toMatch(/26 Feb 2026: Retaliation for repeated violations$/u);
    expect(second).toMatch(/^• Pakistan on the same event: Its forces answered unprovoked fire and lost no post$/u);
  });

  it('is not said in the bot’s own voice', async () => {
    for (const day of ['2026-02-27', '2026-03-10']) {
      expect(await on(day)).toContain('declares “open war” after attacks by both sides.');
    }
    expect(await on('2026-02-27')).not.toMatch(/after Afghan/u);
  });
});

it('a question about today is answered as of today', async () => {
  const screen = await chat.saysInFull('/ceasefire on:today');
  expect(screen).toContain('209 days ago');
  expect(screen).toContain('I don’t know how it stands today.');
  expect(screen).toContain('I don’t know how things stand today.');
  expect(screen).not.toMatch(/209 days before|stood then/u);
});
