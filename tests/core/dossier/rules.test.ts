/** The rules R8, R9 and R14 to R18 of the dossier, on crafted entries where they can be broken; all on real ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkEntries } from '../../../src/core/dossier/check.ts';
import { BASELINE_AUTHOR, revisionDraftSchema } from '../../../src/core/dossier/revision.ts';
import { lintNeutral } from '../../../src/core/dossier/text/neutral.ts';
import { parseBaseline } from '../../../src/dossier-files/baseline.ts';
import {
  answerTo,
  autumnDossier,
  baseline,
  ceasefire,
  claim,
  development,
  dossierOf,
  fullAnswerTo,
  NOW,
  names,
  quote,
  realDossier,
  talks,
} from './crafted-dossier.ts';

const problemsOf = (...entries: Parameters<typeof dossierOf>[0]) =>
  checkEntries([...names, ...entries], baseline.conflict).map(
    ({ id, field, message }) => `${id}: ${field}: ${message}`,
  );

/** The ids of the shipped quotations that the answer shows the beginning of, in its order. */
async function shownIds(line: string): Promise<readonly string[]> {
  const text = await answerTo(line, realDossier);
  return [...realDossier.quotes.values()]
    .map(({ id, text: printed }) => ({ id, at: text.indexOf(printed.slice(0, 25)) }))
    .filter(({ at }) => at !== -1)
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

describe('rules of the dossier', () => {
  test('R8: no date or place finer than stored', async () => {
    const vague = claim({ period: '2025-10', reportedOn: '2025-11-08~', places: ['paktika'] });
    const text = await fullAnswerTo('/casualties', dossierOf([vague]));
    expect(text).toContain('Oct 2025 · Paktika province');
    expect(text).not.toMatch(/\d+ Oct(?:ober)? 2025/u);
    expect(text).toContain('reported c. 8 Nov 2025');
    expect(text).toContain('c. 8 Nov 2025, about 379 days ago');
  });

  test('R9: every revision has author, time and kind and, but for the original, a reason', () => {
    const draft = { author: BASELINE_AUTHOR, recordedAt: NOW, entry: claim({}) };
    expect(revisionDraftSchema.safeParse({ ...draft, change: 'original', reason: null }).success).toBe(true);
    for (const change of ['update', 'correction', 'retraction']) {
      expect(revisionDraftSchema.safeParse({ ...draft, change, reason: null }).success).toBe(false);
      expect(revisionDraftSchema.safeParse({ ...draft, change, reason: ' ' }).success).toBe(false);
      expect(revisionDraftSchema.safeParse({ ...draft, change, reason: 'a typing error' }).success).toBe(true);
    }
    const corrected = dossierOf(
      [claim({})],
      [
        {
          ...draft,
          change: 'correction',
          reason: 'a typing error',
          recordedAt: NOW,
          entry: claim({ attribution: 'Another' }),
        },
      ],
    );
    expect(corrected.history('cas-test').map(({ change }) => change)).toEqual(['original', 'correction']);
  });

  test('R14: a quotation is to the letter; fragments stand in reported speech, renderings as renderings', async () => {
    const text = 'It “will”  hold — *so far*…';
    expect(await answerTo('/quotes', dossierOf([quote({ text })]))).toContain(`‘${text}’`);
    const fragment = await answerTo('/quotes', dossierOf([quote({ text: 'in good faith' })]));
    expect(fragment).toContain(
      'Zabihullah Mujahid, Chief spokesman, post on X, 6 Nov 2025\n  • used the words “in good faith”',
    );
    const [found] = await shownIds('/quotes text:heinous');
    const both = await answerTo(`/quotes id:${found}`, realDossier);
    expect(both).toContain('violent, and heinous act');
    expect(both).toContain('violent, and reprehensible act');
    expect(both).toMatch(/also printed in these words:\n/u);
    for (const { id, text: printed } of realDossier.quotes.values()) {
      expect(await answerTo(`/quotes id:${id}`, realDossier)).toContain(printed);
    }
  });

  test('R15: every answer says “as of” and the age; the ceasefire leads with “Last known” past the threshold', async () => {
    const lines = ['/ceasefire', '/casualties', '/quotes', '/about', '/quotes text:zzzz', '/casualties on:2025-10-09'];
    for (const line of lines) expect(await answerTo(line, realDossier)).toMatch(/As of \d+ \w+ 20\d\d \(UTC\)/u);
    const [title, lead] = (await answerTo('/ceasefire', autumnDossier)).split('\n');
    expect(title).toBe('Ceasefire: conditional, when last reported');
    expect(lead).toMatch(
      /^Last recorded 9 Nov 2025, 378 days ago\. I don’t know how it stands today\. Recorded so since/u,
    );
    const at = async (day: number) =>
      (await answerTo('/ceasefire', autumnDossier, Date.UTC(2025, 10, day, 12))).split('\n').slice(0, 2).join('\n');
    expect(await at(16)).toMatch(/^Ceasefire: conditional\nLast recorded 9 Nov 2025, 7 days ago\. Recorded/u);
    expect(await at(17)).toMatch(
      /^Ceasefire: conditional, when last reported\nLast recorded 9 Nov 2025, 8 days ago\. I don’t know how it stands today\./u,
    );
  });

  test('R16: own words are neutral, and the Afghan Taliban and the TTP never share a label', () => {
    expect(lintNeutral('Asif admitted it.', baseline.conflict)).toEqual([
      '“admitted” judges: write “said”, or a plain name (R16)',
    ]);
    expect(lintNeutral('Militants crossed.', baseline.conflict)).toHaveLength(1);
    expect(lintNeutral('The army said that militants crossed.', baseline.conflict)).toEqual([]);
    expect(lintNeutral('He called it “bluntly declared”.', baseline.conflict)).toEqual([]);
    expect(lintNeutral('Ends on any militant attack, per Pakistan', baseline.conflict)).toEqual([]);
    expect(lintNeutral('Per the Foreign Office, militants crossed', baseline.conflict)).toEqual([]);
    expect(lintNeutral('10 per cent of the militants', baseline.conflict)).toHaveLength(1);
    expect(lintNeutral('Strikes on militant camps', baseline.conflict, { attributed: true })).toEqual([]);
    expect(lintNeutral('It bluntly declared war', baseline.conflict, { attributed: true })).toHaveLength(1);
    const position = { party: 'pakistan', summary: 'Strikes on militant camps', quote: null };
    expect(problemsOf(ceasefire({ positions: [position] }))).toEqual([]);
    expect(problemsOf(ceasefire({ headline: 'Strikes on militant camps' }))).toHaveLength(1);
    expect(problemsOf(development({ summary: 'Terrorists fired.' }))).toHaveLength(1);
    const shared = names.map((entry) =>
      entry.kind === 'party' && entry.fields.id === 'ttp'
        ? { ...entry, fields: { ...entry.fields, aliases: ['Afghan Taliban', 'Taliban'] } }
        : entry,
    );
    const problems = checkEntries(shared, baseline.conflict).map(({ message }) => message);
    expect(problems).toContain(
      '“Afghan Taliban” is a name of afghanistan already: take it out of one of the two (R16)',
    );
    expect(problems).toContain('“Taliban” alone could be afghanistan or ttp: write which (R16)');
    const words = readFileSync('src/language/en.ftl', 'utf8');
    const messages = words.split('\n').filter((line) => !line.startsWith('#'));
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.flatMap((line) => lintNeutral(line, baseline.conflict))).toEqual([]);
  });

  test('R17: an unfiltered answer begins with the newest of each side, whoever talks most', async () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      quote({
        id: `q-p${index}`,
        party: 'pakistan',
        speaker: 'khawaja-asif',
        date: `2025-11-0${index + 1}`,
        text: `Pakistan ${index}.`,
      }),
    );
    const few = [
      quote({ id: 'q-a1', date: '2025-10-12', text: 'Kabul one.' }),
      quote({ id: 'q-a2', date: '2025-10-11', text: 'Kabul two.' }),
    ];
    const page = async (number: number) => {
      const text = await answerTo(`/quotes page:${number}`, dossierOf([...many, ...few]));
      return [...text.matchAll(/“(Pakistan \d|Kabul \w+)\.”/gu)].map(([, words]) => words);
    };
    expect(await page(1)).toEqual(['Pakistan 8', 'Kabul one']);
    expect(await page(2)).toEqual(['Pakistan 7', 'Kabul two', 'Pakistan 6']);
    expect(await page(3)).toEqual(['Pakistan 5', 'Pakistan 4', 'Pakistan 3']);
  });

  test('R18: talks ending is not the ceasefire ending', async () => {
    const state = [ceasefire({ effectiveFrom: '2025-11-05' })];
    const now = Date.UTC(2025, 10, 8, 12);
    const ended = dossierOf([...state, talks({ outcome: 'collapsed' })]);
    const [before, after] = [
      await answerTo('/ceasefire', dossierOf(state), now),
      await answerTo('/ceasefire', ended, now),
    ];
    const head =
      /^Ceasefire: in force\nLast recorded 5 Nov 2025, 3 days ago\. Based on: Ceasefire signed in Doha, 5 Nov 2025/u;
    expect(before).toMatch(head);
    expect(after).toMatch(head);
    expect(after).toContain('Talks (Istanbul, 6–7 Nov 2025): reported as broken off.');
    expect(await answerTo('/ceasefire', ended, now, 'talks')).toContain(
      'Talks are a separate matter; their end is not the end of the ceasefire. Round 3 (Istanbul, 6–7 November 2025): reported as broken off.',
    );
  });

  test('the real files keep all of them', () => {
    const files = readdirSync('data/pakistan-afghanistan').map((name): [string, string] => [
      name,
      readFileSync(`data/pakistan-afghanistan/${name}`, 'utf8'),
    ]);
    expect(parseBaseline(new Map(files)).entries.length).toBeGreaterThan(443);
  });
});
