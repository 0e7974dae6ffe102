/**
 * Names in other words and other scripts than the dossier’s, over the shipped dossier: understood or asked back (R22).
 */
import { afterAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/core/dossier/text/normalise.ts';
import { chatOver } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';

const dossier = await foldRealDossier();
/** Two days after the newest entry of the shipped dossier. */
const chat = chatOver(dossier, { clock: () => Date.UTC(2026, 3, 29, 12) });

const pressedFirst = async (line: string) => chat.pressed((await chat.answers(line)).buttons.flat()[0]?.data ?? '');

afterAll(() => {
  if (chat.bugs.length > 0) throw new AggregateError(chat.bugs, 'questions ended in bugs');
});

/** What was asked back or found, without the words that were typed. */
const answer = async (command: string, typed: string) =>
  (await chat.says(`${command}"${typed}"`)).replace(/“.*?”/u, '').split('\n').slice(0, 2).join('\n');

describe('places in Urdu, Pashto and Dari', () => {
  it.each([
    ['طورخم', 'torkham'],
    ['چمن', 'Chaman'],
    ['سپین بولدک', 'Spin Boldak'],
    ['خوست', 'khost'],
    ['پکتیکا', 'paktika'],
    ['قندھار', 'kandahar'],
    ['کندهار', 'kandahar'],
    ['ننگرہار', 'nangarhar'],
    ['ننگرهار', 'nangarhar'],
    ['باجوړ', 'bajaur'],
    ['باجوڑ', 'bajaur'],
    ['پشاور', 'Peshawar'],
    ['پېښور', 'Peshawar'],
    ['کوئٹہ', 'Quetta'],
    ['شمالي وزيرستان', 'North Waziristan'],
  ])('%s is %s', async (typed, name) => {
    expect(await chat.says(`/history id:"${typed}"`)).not.toContain('Nothing on file fits');
    expect(await answer('/casualties incident:', typed)).toBe(await answer('/casualties incident:', name));
  });

  it.each([
    ['قندھار ایئرپورٹ 13 march', '12–13 Mar 2026'],
    ['کابل ۱۳ march', '12–13 Mar 2026'],
    ['كابل 13 march', '12–13 Mar 2026'],
    ['اسلام آباد 6 feb', '6 Feb 2026'],
    ['اسلام\u200cآباد 6 feb', '6 Feb 2026'],
  ])('%s is an incident of %s', async (typed, days) => {
    expect((await chat.says(`/casualties incident:"${typed}"`)).split('\n')[0]).toContain(days);
  });

  it('have one place each, however the keyboard writes them', () => {
    const owners = Map.groupBy(
      [...dossier.places.values()].flatMap(({ id, aliases }) =>
        aliases
          .filter((alias) => /\p{Script=Arabic}/u.test(alias))
          .map((alias) => ({ id, alias: wordsOf(alias).join(' ') })),
      ),
      ({ alias }) => alias,
    );
    expect(owners.size).toBeGreaterThan(50);
    for (const [alias, found] of owners) expect([alias, new Set(found.map(({ id }) => id)).size]).toEqual([alias, 1]);
  });
});

describe('an armed group as victims', () => {
  it.each(['who:ttp', 'ttp', 'who:"pakistani taliban"', 'who:bla'])(
    '%s is no group of its own: those that may count it are offered',
    async (typed) => {
      const text = await chat.says(`/casualties ${typed}`);
      expect(text).toContain('is no group of its own for who. Figures that mention or may count it: ');
      expect(text).toContain('who:militants (members of armed groups');
      expect(await pressedFirst(`/casualties ${typed}`)).toMatch(/^Casualties among /u);
    },
  );

  it('sides of the conflict are still their own groups', async () => {
    expect(await chat.says('/casualties who:taliban')).not.toContain('who:militants');
  });
});

describe('who is counted, and who says so', () => {
  it.each(['children', 'women'])('%s: also the figures of people of no stated side are offered', async (typed) => {
    const text = await chat.says(`/casualties who:${typed}`);
    expect(text).toContain('who:afghan-civilians (Afghan civilians)');
    expect(text).toContain('who:unspecified (people whose side or status');
  });

  it('refugees are the displaced, and the answer says that', async () => {
    expect(await chat.says('/casualties who:refugees')).toMatch(/^People displaced\n/u);
  });

  it('a spokesman has no figures of his own: whose he gives is one press away', async () => {
    expect(await chat.says('/casualties claimant:tarar')).toBe(
      '“tarar” is no claimant of its own here. Figures that name “tarar” are of ' +
        'claimant:pakistan-information-ministry (Pakistan Information Ministry).',
    );
    expect(await pressedFirst('/casualties claimant:tarar')).toContain('Pakistan Information Ministry gave a figure');
  });
});

describe('a parameter of another command', () => {
  it.each([
    ['/quotes who:asif', 'There is no “who:” here. For “asif” write speaker:asif.'],
    ['/quotes who:ttp', 'There is no “who:” here. For “ttp” write topic:ttp or side:ttp.'],
    ['/casualties speaker:unama', 'There is no “speaker:” here. For “unama” write incident:unama or claimant:unama.'],
  ])('%s: what takes the words is one press away', async (line, words) => {
    expect(await chat.says(line)).toBe(words);
    expect(await pressedFirst(line)).not.toMatch(/There is no|was not understood/u);
  });

  it('is refused as before where nothing takes the words', async () => {
    expect(await chat.says('/quotes who:zzzz')).toContain('You can give speaker: topic:');
  });
});

describe('topics', () => {
  it.each([
    ['casualty', 'casualties'],
    ['deaths', 'casualties'],
    ['negotiation', 'talks'],
    ['"peace talks"', 'talks'],
    ['"pakistani taliban"', 'TTP'],
    ['mediator', 'mediation'],
  ])('topic:%s is %s', async (typed, topic) => {
    expect(await chat.says(`/quotes topic:${typed}`)).toMatch(new RegExp(`^What was said on ${topic}, `, 'u'));
  });

  it.each(['refugees', 'airspace'])('“%s” is none: remarks with the word are one press away', async (typed) => {
    expect(await chat.says(`/quotes topic:${typed}`)).toBe(
      `“${typed}” was not understood for topic. Write text:${typed}.`,
    );
    expect(await pressedFirst(`/quotes topic:${typed}`)).toMatch(
      new RegExp(`^What was said with or about “${typed}”`, 'u'),
    );
  });
});
