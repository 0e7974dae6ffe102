/** What people of a community type for incidents, victims, speakers and periods, over the shipped dossier (R22, V4). */
import { afterAll, describe, expect, it } from 'vitest';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

/** Two days after the newest entry of the shipped dossier. */
const chat = chatOver(await foldRealDossier(), { clock: () => Date.UTC(2026, 3, 29, 12) });

const firstLine = async (line: string) => (await chat.says(line)).split('\n')[0] ?? '';

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

describe('an incident by place, day and words of its title, in any order', () => {
  const kabul = 'Kabul reports strikes on homes in Kabul and a fuel depot at Kandahar airport · 12–13 Mar 2026';
  const mosque = 'Suicide bombing at a Shia place of worship in Islamabad · 6 Feb 2026';
  const october = 'Overnight fighting along the Durand Line · 11–12 Oct 2025';

  it.each([
    ['kabul 13 march', kabul],
    ['13 march kabul', kabul],
    ['Kabul, March 13', kabul],
    ['strike on kabul 13 march', kabul],
    ['kabul ۱۳ march', kabul],
    ['kabul 13.3.26', kabul],
    ['12 mar - 13 mar', kabul],
    ['bajaur 16 feb', 'Vehicle bomb at a Bajaur checkpoint kills soldiers and a child · Feb 2026'],
    ['khost nov 25', 'Kabul accuses Pakistan of deadly night strikes in Khost, Kunar and Paktika · 24–25 Nov 2025'],
    ['mosque attack', mosque],
    ['MOSQUE', mosque],
    ['court bombing islamabad', 'Suicide bombing outside the Islamabad judicial complex · 11 Nov 2025'],
    ['peshawar attack', 'Suicide attack on the Federal Constabulary headquarters in Peshawar · 24 Nov 2025'],
    ['6 nov', 'Cross-border fire at Spin Boldak–Chaman as talks open · 6 Nov 2025'],
    ['spin buldak dec', 'Overnight fire at Chaman–Spin Boldak · 5–6 Dec 2025'],
    ['11 october', october],
    ['october 11 2025', october],
    ['durand line 11 oct', october],
    ['mir ali', 'Suicide attack on a security compound at Mir Ali · 17 Oct 2025'],
    ['wana', 'Attack and siege at Cadet College Wana · 10–12 Nov 2025'],
    ['cricketers', 'Strikes hit Paktika hours after the truce extension was reported · 17 Oct 2025'],
  ])('“%s”', async (typed, name) => {
    expect(await firstLine(`/casualties incident:"${typed}"`)).toBe(name);
  });

  it.each([
    ['13th of march', ['dev-drones-13-mar', 'dev-kabul-13-mar']],
    ['2026-3-13', ['dev-drones-13-mar', 'dev-kabul-13-mar']],
    ['kabul', ['dev-omid-hospital', 'dev-kabul-13-mar', 'dev-kabul-kandahar-15-oct']],
    ['airstrike kabul', ['dev-omid-hospital', 'dev-kabul-13-mar']],
    ['15 oct spin boldak', ['dev-spin-boldak-15-oct', 'cas-attackers-50']],
    ['islamabad bombing', ['dev-islamabad-mosque', 'dev-islamabad-court']],
    ['march 2026', ['dev-omid-hospital', 'dev-drones-13-mar', 'dev-kabul-13-mar']],
    ['january to march', ['cas-q1-370', 'dev-omid-hospital']],
  ])('“%s” may be several, and each is a choice', async (typed, ids) => {
    const page = await chat.answers(`/casualties incident:"${typed}"`);
    const text = await chat.says(`/casualties incident:"${typed}"`);
    expect(text).toContain('could be several things for incident');
    for (const id of ids) expect(text).toContain(`incident:${id} (`);
    const [first] = page.buttons.flat();
    expect(await chat.pressed(first?.data ?? '')).not.toContain('could be several things');
  });

  it.each([
    ['kabul 14 march', 'Did you mean incident:dev-omid-hospital (16 Mar 2026'],
    ['kabul march 13 2025', 'Did you mean incident:dev-kabul-kandahar-15-oct (15 Oct 2025'],
    ['spinboldak', 'Did you mean incident:dev-chaman-dec (5–6 Dec 2025 · Spin Boldak and Chaman)'],
    ['yesterday', 'Did you mean incident:dev-kunar-university (27 Apr 2026'],
    ['riyadh', 'For example incident:'],
    ['zzz 13 march', 'Did you mean incident:dev-drones-13-mar'],
  ])('“%s” was none: the nearest are offered, and no figure is shown', async (typed, words) => {
    const text = await chat.says(`/casualties incident:"${typed}"`);
    expect(text).toMatch(/^Nothing on file fits “.*” for incident\./u);
    expect(text).toContain(words);
  });
});

describe('victims and harm', () => {
  it.each([
    ['who:"pak soldiers"', 'Casualties among Pakistani soldiers'],
    ['who:"pak army"', 'Casualties among Pakistani soldiers'],
    ['who:"Pakistani troops"', 'Casualties among Pakistani soldiers'],
    ['who:civilians', 'Casualties among civilians of all sides'],
    ['who:"taliban soldiers"', 'Casualties among Afghan Taliban forces'],
    ['who:"taliban fighters killed"', 'Afghan Taliban forces killed'],
    ['afghan civilians killed', 'Afghan civilians killed'],
    ['pakistani soldiers dead', 'Pakistani soldiers killed'],
    ['killed', 'People killed'],
    ['harm:deaths', 'People killed'],
    ['harm:hurt who:"afghan civilians"', 'Afghan civilians injured'],
    ['who:all harm:any', 'Casualties: who claims what'],
    ['claimant:pak', 'Casualties, where Pakistan or its side gave a figure or denied one'],
    ['claimant:afg', 'Casualties, where Afghanistan (Taliban government) or its side gave a figure or denied one'],
    ['claimant:"the un"', 'Casualties, where UN (United Nations) or one of its bodies gave a figure or denied one'],
  ])('/casualties %s', async (typed, title) => {
    expect(await firstLine(`/casualties ${typed}`)).toBe(title);
  });

  it.each(['children', 'child', 'women'])('%s are no group: what mentions them is named', async (typed) => {
    const page = await chat.answers(`/casualties who:${typed}`);
    expect(await chat.says(`/casualties ${typed}`)).toBe(
      `“${typed}” is no group of its own for who. Figures that mention or may count it: ` +
        'who:afghan-civilians (Afghan civilians) · who:pakistani-civilians (Pakistani civilians) · ' +
        'who:unspecified (people whose side or status the source does not give).',
    );
    expect(await chat.pressed(page.buttons[0]?.[0]?.data ?? '')).toMatch(/^Casualties among Afghan civilians\n/u);
  });

  it.each([
    ['pak', ['pakistani-soldiers', 'pakistani-security-personnel', 'pakistani-civilians']],
    ['troops', ['pakistani-soldiers', 'taliban-fighters']],
    ['afghans', ['afghan-civilians', 'afghan-cricketers', 'taliban-fighters']],
  ])('who:%s is asked back', async (typed, ids) => {
    const text = await chat.says(`/casualties who:${typed}`);
    expect(text).toContain('could be several things for who');
    for (const id of ids) expect(text).toContain(`who:${id} (`);
  });

  it.each([
    ['/casualties kabul', 'Write incident:kabul or claimant:kabul.'],
    ['/casualties who:march', 'Write incident:march, period:march, on:march or known:march.'],
    ['/casualties who:"18 to 24 march"', 'Write incident:"18 to 24 march" or period:"18 to 24 march".'],
    ['/quotes side:un', 'Write speaker:un.'],
    ['/quotes speaker:ceasefire', 'Write topic:ceasefire.'],
  ])('%s: what another option takes is said, and one press away', async (line, words) => {
    expect(await chat.says(line)).toContain(words);
    const page = await chat.answers(line);
    expect(await chat.pressed(page.buttons[0]?.[0]?.data ?? '')).not.toContain('was not understood');
  });
});

describe('a date alone', () => {
  it.each([
    ['/casualties march', 'Casualties, in Mar 2026'],
    ['/casualties yesterday', 'Casualties, on 28 Apr 2026'],
    ['/casualties 18 to 24 march', 'Casualties, in 18–24 Mar 2026'],
  ])('%s is the time that is asked about, said in the title', async (line, title) => {
    expect(await chat.says(line)).toMatch(new RegExp(`^${title}\\n`, 'u'));
  });
});

describe('speakers, sides and topics', () => {
  it.each([
    ['speaker:mao', 'Mao Ning, 2 remarks'],
    ['speaker:lin', 'Lin Jian, no remarks'],
    ['speaker:munir', 'Asim Munir, no remarks'],
    ['speaker:"pakistan defence minister"', 'Khawaja Muhammad Asif, 2 of 28 remarks'],
    ['speaker:"afghan defence minister"', 'Mohammad Yaqoob Mujahid, 1 remark'],
    ['speaker:"US president"', 'Donald Trump, 1 remark'],
    ['side:pak', 'Pakistan, 2 of 68 remarks'],
    ['side:both', 'Latest from each side'],
    ['topic:cease-fire', 'What was said on ceasefire, 3 of 35 remarks'],
    ['topic:truces', 'What was said on ceasefire, 3 of 35 remarks'],
  ])('/quotes %s', async (typed, title) => {
    expect(await firstLine(`/quotes ${typed}`)).toBe(title);
  });

  it.each([
    ['"PM of pakistan"', 'Please choose: speaker:pakistan-pm-office (Pakistan PM’s Office) · speaker:shehbaz-sharif'],
    ['PM', 'Did you mean speaker:shehbaz-sharif'],
    ['"defence minister"', 'speaker:khawaja-asif · speaker:mohammad-yaqoob'],
    ['"defense minister"', 'speaker:khawaja-asif · speaker:mohammad-yaqoob'],
    ['"army chief"', 'was not understood for speaker. Write text:"army chief".'],
    ['bin', 'was not understood for speaker'],
    ['al', 'was not understood for speaker'],
    ['Lt', 'was not understood for speaker'],
  ])('speaker:%s is nobody for sure, and nobody is quoted', async (typed, words) => {
    expect(await chat.says(`/quotes speaker:${typed}`)).toContain(words);
  });
});

describe('from when to when', () => {
  it.each([
    ['/quotes period:"january to march"', 'What was said, in Jan–Mar 2026, '],
    ['/quotes period:"between 18 and 24 march"', 'What was said, in 18–24 Mar 2026, '],
    ['/quotes period:13.3.26', 'What was said, on 13 Mar 2026, '],
    ['/casualties period:february', 'Casualties, in Feb 2026'],
    ['/casualties period:"jan to mar 2026" who:civilians', 'Casualties among civilians of all sides, in Jan–Mar 2026'],
  ])('%s', async (line, title) => {
    expect(await firstLine(line)).toContain(title);
  });

  it.each([
    ['/casualties on:"18 to 24 march"', 'Write period:2026-03-18/2026-03-24, on:2026-03-18 or on:2026-03-24.'],
    ['/casualties known:"jan to mar 2026"', 'Write known:2026-01-01 or known:2026-03-31.'],
    ['/ceasefire on:"between 18 and 24 march"', 'Write on:2026-03-18 or on:2026-03-24.'],
    ['/changes since:"january to march" side:kabul', 'Write since:2026-01-01 until:2026-03-31.'],
    ['/changes between 18 and 24 march', 'Write since:2026-03-18 until:2026-03-24.'],
    ['/corrections since:"18 to 24 march"', 'Write since:2026-03-18 or since:2026-03-24.'],
  ])('%s: one day is taken, and what to write is said and one press away', async (line, words) => {
    const text = await chat.says(line);
    expect(text).toContain('takes one day');
    expect(text).toContain(words);
    const [first] = (await chat.answers(line)).buttons.flat();
    expect(await chat.pressed(first?.data ?? '')).not.toMatch(/takes one day|not understood/u);
  });

  it('figures of more days than were asked for are left out, and counted', async () => {
    const text = await chat.says('/casualties period:"18 to 24 march"');
    expect(text).toContain('No figure here matches.');
    expect(text).toContain('One that also counts other days is left out.');
    expect(await chat.says('/casualties period:"january to march" harm:killed')).toContain('Jan–Mar 2026');
  });

  it('until: without since: ends the week before that day', async () => {
    expect(await chat.says('/changes until:"13th of march"')).toContain('Changes, 6–13 Mar 2026');
  });
});
