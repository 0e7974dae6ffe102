/** Names in commands: never guessed, asked back where two could be meant, and restated in the answer (R22). */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameParam } from '../../src/core/chat/command.ts';
import { parseArgs } from '../../src/core/chat/parse-args.ts';
import { wordsOf } from '../../src/core/dossier/text/normalise.ts';
import { UserError } from '../../src/core/reply/user-error.ts';
import { bareWords } from '../../src/core/wording/match-names.ts';
import type { Named } from '../../src/core/wording/named.ts';
import { chatForTests } from '../core/chat/chat-for-tests.ts';

const chat = await chatForTests();
const context = { dossier: chat.dossier(), language: chat.language, commands: chat.commands, today: '2026-11-22' };

describe('what is restated', () => {
  it.each([
    ['/quotes speaker:asif', 'Khawaja Muhammad Asif, 2 of 25 remarks\n'],
    [
      '/quotes speaker:mullah-yaqoob side:kabul',
      'Mohammad Yaqoob Mujahid, Afghanistan (Taliban government), 1 remark\n',
    ],
    ['/quotes topic:truce text:"open war"', 'What was said on ceasefire with or about “open war”, 1 remark\n'],
    [
      '/quotes side:kabul period:"october 2025" on:2025-10-20 known:2025-10-25',
      'Afghanistan (Taliban government), in Oct 2025, up to 20 Oct 2025, known by 25 Oct 2025, 1 of ',
    ],
    ['/quotes speaker:us', 'United States and its people, 1 remark\n'],
    ['/quotes speaker:UN', 'UN (United Nations), its people and bodies, 1 remark\n'],
    ['/casualties who:civilians harm:wounded', 'Civilians of all sides injured'],
    ['/casualties claimant:un', 'where UN (United Nations) or one of its bodies gave a figure or denied one'],
    ['/casualties claimant:ttp', 'where TTP (Tehreek-e-Taliban Pakistan) gave a figure or denied one'],
    ['/changes topics:talks side:kabul since:2025-11-01', 'involving Afghanistan (Taliban government)'],
  ])('%s', async (line, words) => {
    expect(await chat.says(line)).toContain(words);
    expect(chat.bugs).toEqual([]);
  });

  it('is nothing where nothing was chosen', async () => {
    expect(await chat.says('/quotes')).toMatch(/^Latest from each side\n/u);
    expect(await chat.says('/casualties')).not.toMatch(/^(?:Victims|Harm|Claimant)/mu);
  });
});

describe('what is asked back', () => {
  it.each([
    ['/quotes speaker:taliban', ['afghanistan', 'ttp']],
    ['/casualties claimant:taliban', ['afghanistan', 'ttp']],
    ['/quotes side:taliban', ['afghanistan', 'armed-group']],
    ['/quotes side:army', ['pakistan', 'armed-group']],
    ['/quotes side:police', ['pakistan', 'afghanistan']],
    ['/quotes side:armed', ['pakistan', 'armed-group']],
    ['/quotes speaker:mujahid', ['zabihullah-mujahid', 'mohammad-yaqoob']],
    ['/casualties who:pak', ['pakistani-soldiers', 'pakistani-civilians']],
    ['/casualties who:taliban', ['taliban-fighters', 'taliban-fighters-and-militants']],
  ])('%s: both', async (line, ids) => {
    const text = await chat.says(line);
    for (const id of ids) expect(text).toContain(`${/(\w+):/u.exec(line)?.[1]}:${id} (`);
    expect(text).toContain('could be several things');
  });

  it.each(['us', 'un', 'usa', 'usage', '"UN usage"', '"(UN usage)"', 'muj', 'afg', 'e'])(
    'who:%s is nobody, and no figure is shown',
    async (typed) => {
      expect(await chat.says(`/casualties who:${typed}`)).toMatch(/^“.*” was not understood for who\./u);
    },
  );

  it.each([
    ['ISPR', 'Pakistan'],
    ['"foreign office"', 'Pakistan'],
    ['"Afghan Defence Ministry"', 'Afghanistan (Taliban government)'],
    ['"Pakistani Taliban"', 'armed groups'],
    ['ttp', 'armed groups'],
    ['emirate', 'Afghanistan (Taliban government)'],
    ['groups', 'armed groups'],
    ['press', 'observers and the press'],
  ])('side:%s is clear: a member’s name as a whole, or a word of the side’s own', async (typed, side) => {
    expect(await chat.says(`/changes since:2025-10-01 side:${typed}`)).toContain(`involving ${side}`);
  });

  it.each(['defence', 'foreign', 'border', 'cricket', 'hospital', 'media', 'obser', 'qatar', 'customs'])(
    'side:%s is no side: a word of one member’s name, or the beginning of a role, would be a guess (R16)',
    async (typed) => {
      expect(await chat.says(`/changes side:${typed}`)).toMatch(/^“.*” was not understood for side\./u);
    },
  );

  it('says how many more there are, and a button gives the same command with one of them', async () => {
    const page = await chat.answers('/quotes text:war speaker:afghan');
    const [row] = page.buttons;
    expect(row?.map(({ label }) => label)).toContain('Afghan Defence Ministry');
    // Also those that the text only counts.
    expect(row?.length).toBeGreaterThan(5);
    expect(await chat.says('/quotes speaker:afghan')).toMatch(/ · and \d+ more$/u);
    const [first] = row ?? [];
    expect(await chat.pressed(first?.data ?? '')).toMatch(
      /^Afghanistan \(Taliban government\), its people and bodies with or about “war”, 1 of 3 remarks\n/u,
    );
  });

  it('offers buttons for the nearest to a mistyped one, and none for what is nothing', async () => {
    const near = await chat.answers('/QUOTES speaker:mujahed');
    expect(near.buttons.flat().map(({ label }) => label)).toEqual(['Zabihullah Mujahid', 'Mohammad Yaqoob Mujahid']);
    expect(await chat.pressed(near.buttons[0]?.[0]?.data ?? '')).toMatch(/^Zabihullah Mujahid, 3 of 19 remarks\n/u);
    expect((await chat.answers('/quotes speaker:zanzibar')).buttons).toEqual([]);
  });
});

describe('every name that a command takes', () => {
  const params = chat.commands.flatMap(({ name: command, params: all }) =>
    Object.entries(all).flatMap(([name, param]) => (param.kind === 'name' ? [{ command, name, param }] : [])),
  );

  it.each(params)('/$command $name: what is typed begins a word of what is understood, or is it', ({ name, param }) => {
    const known = [...param.names(context), ...(param.also?.(context) ?? [])];
    if (known.length === 0) return;
    const spelling = fc.constantFrom(
      ...known.flatMap(({ id, label, aliases, members = [] }) => [id, label, ...aliases, ...members]),
    );
    const typed = fc.oneof(
      fc.tuple(spelling, fc.nat(12)).map(([text, length]) => text.slice(0, length)),
      fc.tuple(spelling, fc.nat(6)).map(([text, at]) => (wordsOf(text)[at] ?? '').slice(0, 5)),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const found = understood(name, param, text);
        if (found === undefined) return;
        const typedWords = bareWords(text);
        const [word = ''] = typedWords;
        const words = [found.id, found.label, ...found.aliases, ...(found.members ?? [])].map((one) => wordsOf(one));
        // An incident is also found by a day, which may be of a longer stretch.
        if (found.days !== undefined && /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu.test(text)) return;
        const isJoined = words.some((all) => all.join('') === wordsOf(text).join(''));
        const isWhole =
          isJoined || words.some((all) => [wordsOf(text), typedWords].some((some) => all.join(' ') === some.join(' ')));
        const mayBegin = typedWords.some((one) => one.length > 3 || (one.length === 3 && words.flat().includes(one)));
        expect(isWhole || (mayBegin && words.flat().some((one) => one.startsWith(word)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  /** Undefined where it is asked back or not understood. */
  function understood(name: string, param: NameParam, text: string): Named | undefined {
    try {
      return parseArgs({ [name]: text }, { [name]: param }, context)[name];
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  }
});
