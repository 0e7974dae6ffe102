/** /changes over a long stretch: the gravest on the first screen, in the order of days, no headline cut. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/core/dossier/casualties/compare.ts';
import { allIncidentFigures } from '../../../src/core/dossier/casualties/incident-figures.ts';
import { sidesOf } from '../../../src/core/dossier/casualties/rank.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { briefFigures } from '../../../src/core/wording/casualties/brief-figures.ts';
import { chatOver, english } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';
import { textOf } from '../../core/reply/text-of.ts';

const dossier = await foldRealDossier();
const chat = chatOver(dossier);

/** The lines under "News", without their marks. */
async function newsIn(line: string): Promise<readonly string[]> {
  const [, news = ''] = /\nNews\n((?:• .*\n?)*)/u.exec(`${await chat.says(line)}\n`) ?? [];
  return news
    .split('\n')
    .filter((one) => one !== '')
    .map((one) => one.replace('• ', ''));
}

describe('the first screen of a long stretch', () => {
  it('has the end of the ceasefire, how it stands, and the breaking news of which most is on file', async () => {
    const news = await newsIn('/changes since:2026-02-01');
    expect(news).toEqual([
      '27 Apr · Ceasefire strained: Afghan officials accuse Pakistan of shelling Kunar; Pakistan denies it',
      '16 Mar · Kabul says a strike hit a drug rehabilitation hospital there (disputed)',
      '27 Feb · Ceasefire collapsed: Pakistan’s defence minister declares “open war” after attacks by both sides',
      '27 Feb · Pakistani air strikes on Kabul and Kandahar; Asif declares “open war” (disputed)',
      '26 Feb · Afghan forces launch attacks on Pakistani posts (disputed)',
    ]);
    expect(await chat.says('/changes since:2026-02-01')).toMatch(
      /\n121 of 127 not shown: 3 states of the ceasefire, 24 developments, /u,
    );
  });

  it('counts all that it does not show, of as many as there are', async () => {
    for (const since of ['2025-10-01', '2026-03-01', '2026-03-06 until:2026-03-06', '2026-02-22 until:2026-02-28']) {
      const page = await chat.answers(`/changes since:${since}`);
      const [, left, all, counts = ''] = /\n(\d+) of (\d+) not shown: (.*)\./u.exec(textOf(wholeOf(page))) ?? [];
      const numbers = [...counts.matchAll(/\d+/gu)].map(([number]) => Number(number));
      expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(Number(left));
      expect(page.buttons.flat().map(({ label }) => label)).toContain(`All changes (${all})`);
    }
  });

  it('has no figure of a third party in a headline without whoever denies it', async () => {
    const line = '6 Mar · UN rights chief: 56 civilians killed, 24 of them children';
    expect(await newsIn('/changes since:2026-03-01 until:2026-03-31')).toContain(`${line} (Pakistan disputes this)`);
    const denial = await newsIn('/changes since:2025-11-24 until:2025-11-26');
    expect(denial.join('\n')).not.toMatch(/denies the Khost strike \(/u);
  });

  it('says the year where the days are of several', async () => {
    const news = await newsIn('/changes since:2025-10-01');
    expect(news.some((one) => one.startsWith('27 Feb 2026 · Ceasefire collapsed: '))).toBe(true);
    expect(news.some((one) => one.startsWith('14 Oct 2025 · Ceasefire collapsed: '))).toBe(true);
  });

  it('tells of a state of the ceasefire and of what brought it about on one line', async () => {
    const news = await newsIn('/changes topics:ceasefire since:2026-02-01');
    expect(news.filter((one) => one.includes('Eid'))).toHaveLength(1);
    expect(news.map((one) => one.split(' · ')[0])).toEqual(['27 Apr', '7 Apr', '18 Mar', '27 Feb', '22 Feb']);
  });

  it('has headlines whole, and in the order of days, whatever is asked', { timeout: 60_000 }, async () => {
    const titles = [...dossier.developments.values()].map(({ title }) => title);
    const headlines = [...dossier.ceasefire.values()].map(({ headline }) => headline);
    const first = Temporal.PlainDate.from('2025-09-25');
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 220 }),
        fc.option(fc.nat({ max: 120 })),
        fc.constantFrom('', ' topics:ceasefire', ' topics:clash,airstrike', ' topics:talks'),
        async (from, days, topics) => {
          const since = first.add({ days: from });
          const until = days === null ? '' : ` until:${since.add({ days }).toString()}`;
          for (const line of await newsIn(`/changes since:${since.toString()}${until}${topics}`)) {
            seen += 1;
            const [, words = ''] = / · (.*)$/u.exec(line) ?? [];
            const isWhole =
              titles.some(
                (title) => title === words.replace(/ \((?:disputed|reported|[^()]+ disputes? this)\)$/u, ''),
              ) ||
              headlines.some((headline) => words.endsWith(`: ${headline}`)) ||
              /^(?:Ceasefire [a-z ]+|No ceasefire)$/u.test(words) ||
              words.startsWith('Talks in ');
            expect({ line, isWhole }).toEqual({ line, isWhole: true });
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

describe('new figures', () => {
  it.each(['UTC', 'Asia/Kabul', 'America/Los_Angeles'])(
    'are those of both sides’ dead first, in %s',
    async (timezone) => {
      const text = await chatOver(dossier, { timezone }).says('/changes since:2026-02-27 until:2026-02-28');
      expect(text).toContain(
        'Pakistani soldiers killed\n• Taliban government up to 55 · Pakistan military 12 (own losses)\n' +
          'Afghan Taliban forces killed\n• Pakistan military 274¹ · Taliban government 13¹ (own losses)\n',
      );
      expect(text).toMatch(/\n• 27 Feb · Ceasefire collapsed.*(?:\n.*)?open war/u);
    },
  );

  it('never have one side’s dead alone where both sides’ are new', () => {
    const all = [...dossier.claims.keys()];
    const groups = allIncidentFigures(dossier).flatMap(({ comparisons }) => comparisons);
    const main = dossier.conflict.sides.map(({ side }) => side);
    /** Of which sides these figures have dead. */
    const deadIn = (ids: ReadonlySet<string>) => {
      const found = groups
        .filter(
          ({ harm, rows }) => harm === 'killed' && rows.some((row) => claimsOf(row).some(({ id }) => ids.has(id))),
        )
        .flatMap((group) => sidesOf(dossier, group).split('/'));
      return main.filter((side) => found.includes(side));
    };
    let several = 0;
    fc.assert(
      fc.property(
        fc.subarray(all, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 2 }),
        (ids, incidents, most) => {
          const fresh = new Set(ids);
          const { shown } = briefFigures(fresh, { dossier, language: english }, { incidents, groups: most });
          const [told, could] = [deadIn(new Set(shown)), deadIn(fresh)];
          expect(told).toEqual(told.length === 0 ? [] : could);
          several += Number(told.length > 1);
        },
      ),
    );
    expect(several).toBeGreaterThan(0);
  });
});
