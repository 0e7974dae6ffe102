/** The rules of the dossier about figures: R1 to R7, R10 to R13, R20 and R21. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEntries } from '../../../src/core/dossier/check.ts';
import { claimSchema } from '../../../src/core/dossier/entries.ts';
import {
  answerTo,
  baseline,
  claim,
  detailsTo,
  dossierOf,
  fullAnswerTo,
  NOW,
  names,
  realDossier,
} from './crafted-dossier.ts';

const problemsOf = (...entries: Parameters<typeof dossierOf>[0]) =>
  checkEntries([...names, ...entries], baseline.conflict).map(
    ({ id, field, message }) => `${id}: ${field}: ${message}`,
  );

describe('rules about figures', () => {
  test('R1: a claim without claimant is refused; “unattributed” is said out loud', async () => {
    const { claimedBy, ...nameless } = claim({}).fields as Record<string, unknown>;
    expect(claimedBy).toBe('afghanistan');
    expect(claimSchema.safeParse(nameless).success).toBe(false);
    expect(problemsOf(claim({ claimedBy: 'nobody' }))).toEqual([
      'cas-test: claimedBy: there is no party “nobody”: add it, or correct the id',
    ]);
    const text = await fullAnswerTo(
      '/casualties',
      dossierOf([claim({ claimedBy: 'news-media-unattributed', stance: 'reports' })]),
    );
    expect(text).toContain('Unattributed: the source names no claimant.');
  });

  test('R2: claimant and publisher are separate, and both are shown', async () => {
    const text = await fullAnswerTo('/casualties', dossierOf([claim({})]));
    expect(text).toMatch(/• Afghanistan \(Taliban government\): 7\. .*Single source: Al Jazeera, 6 Nov 2025/u);
  });

  test('R3: no number in an answer is a sum: every figure shown is one claim’s own', async () => {
    // Distinct powers of two: any sum of several would be a number that no claim has.
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 13, max: 30 }), { minLength: 2, maxLength: 6 }),
        async (powers) => {
          const counts = powers.map((power) => 2 ** power);
          const claims = counts.map((n, index) =>
            claim({ id: `cas-${index}`, count: { low: n, high: n, qualifier: 'exact', asPrinted: 'a figure' } }),
          );
          const dossier = dossierOf(claims);
          // The first message has each figure, and so has what it opens in full.
          for (const text of [await answerTo('/casualties', dossier), ...(await detailsTo('/casualties', dossier))]) {
            const shown = [...text.matchAll(/\d[\d,]{3,}/gu)].map(([digits]) => Number(digits.replaceAll(',', '')));
            const figures = shown.filter((n) => n > 8000);
            expect(figures.toSorted((a, b) => a - b)).toEqual(counts.toSorted((a, b) => a - b));
          }
        },
      ),
      { numRuns: 30 },
    );
    const files = ['src/core', 'commands'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file}`),
    );
    expect(files.length).toBeGreaterThan(30);
    const adding = /\b(total|sum)(s|Of|Up|Claims|Figures)?\s*[(=]|\.(low|high)\s*\+|\+\s*\w+\.(low|high)\b/iu;
    expect(adding.test('const total = claims.reduce((n, c) => n + c.count.low)')).toBe(true);
    expect(files.filter((file) => adding.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('R4: a missing figure is “No figure found from X”, never 0 and never nothing', async () => {
    const text = await fullAnswerTo('/casualties', dossierOf([claim({})]));
    expect(text).toContain('• No figure found from Pakistan.');
    const denial = claim({
      id: 'cas-denial',
      claimedBy: 'pakistan',
      stance: 'denies',
      count: { low: null, high: null, qualifier: 'denial', asPrinted: 'false' },
    });
    const denied = await fullAnswerTo('/casualties', dossierOf([denial]));
    expect(denied).toContain('Pakistan: rejects claims of others, giving no figure; printed as “false”');
    expect(denied).not.toMatch(/\b0\b(?! days)/u);
    expect(problemsOf(claim({ count: { low: null, high: null, qualifier: 'exact', asPrinted: 'x' } }))).toEqual([
      'cas-test: count: low is missing: give it, or make the qualifier “words” or “denial” (R4)',
    ]);
  });

  test('R5: the qualifier survives: “more than 440”, “at least 5”; a bare number is exact', async () => {
    const figure = async (
      qualifier: 'exact' | 'at-least' | 'more-than' | 'about' | 'up-to',
      low: number,
      high: number | null,
    ) => {
      const text = await fullAnswerTo(
        '/casualties',
        dossierOf([claim({ count: { low, high, qualifier, asPrinted: 'words' } })]),
      );
      return /: ([^:]*) \(printed as/u.exec(text)?.[1];
    };
    expect(await figure('more-than', 440, null)).toBe('more than 440');
    expect(await figure('at-least', 5, null)).toBe('at least 5');
    expect(await figure('about', 15, 20)).toBe('about 15–20');
    expect(await figure('up-to', 9, 9)).toBe('up to 9');
    expect(await figure('exact', 58, 58)).toBe('58');
    expect(await fullAnswerTo('/casualties harm:injured incident:cas-press-450', realDossier)).toContain(
      'more than 440 (printed as “over 440 wounded”)',
    );
  });

  test('R6: words stay words', async () => {
    const text = await fullAnswerTo('/casualties incident:cas-dozens-dead', realDossier);
    expect(text).toContain('Article of unknown publisher: in words only: “dozens dead”');
    expect(problemsOf(claim({ count: { low: 24, high: null, qualifier: 'words', asPrinted: 'dozens' } }))).toEqual([
      'cas-test: count: “words” carries no numbers: set low and high to null (R6)',
    ]);
  });

  test.each([
    ['pakistan-military', 'acknowledges-own-loss', 'pakistani-soldiers', 'A side’s claim about its own losses.'],
    ['afghanistan', 'asserts', 'pakistani-soldiers', 'A side’s claim about the other side.'],
    ['afghanistan', 'asserts', 'afghan-civilians', 'From the victims’ own side.'],
    ['unama', 'asserts', 'afghan-civilians', 'Third party.'],
    ['tolo-news', 'reports', 'afghan-civilians', 'A press report’s own figure.'],
    ['pakistan-military', 'asserts', 'militants', 'A side’s claim about an armed group.'],
    ['news-media-unattributed', 'reports', 'afghan-civilians', 'Unattributed: the source names no claimant.'],
    ['pakistan-military', 'asserts', 'taliban-fighters-and-militants', 'A side’s claim about the other side.'],
    ['afghanistan', 'asserts', 'unspecified', 'A side’s figure; the victims’ side is not given.'],
  ] as const)('R7: %s %s %s is labelled “%s”', async (claimedBy, stance, victims, label) => {
    expect(await fullAnswerTo('/casualties', dossierOf([claim({ claimedBy, stance, victims })]))).toContain(label);
  });

  test('R10: a lower later figure is a revision like any other, shown with what it replaced', async () => {
    const lower = claim({ count: { low: 3, high: 3, qualifier: 'exact', asPrinted: 'three' } });
    const revised = dossierOf(
      [claim({})],
      [{ author: 'moderator', recordedAt: NOW, entry: lower, change: 'update', reason: 'The claimant lowered it.' }],
    );
    const text = await fullAnswerTo('/casualties', revised);
    expect(text).toContain(': 3. ');
    expect(text).toContain('Revised here; before: 7 (printed as “seven soldiers”).');
    const cricketers = await fullAnswerTo('/casualties who:cricketers', realDossier);
    expect(cricketers).toMatch(
      /ACB: 3 .* Before that, from the same claimant: 8 \(“eight local cricketers”, reported 18 Oct 2025/u,
    );
  });

  test('R11: the same figure of the same claimant twice is refused: one claim, several sources', () => {
    expect(problemsOf(claim({}), claim({ id: 'cas-again', sources: ['src-cna-1108'] }))).toEqual([
      'cas-again: count: says what cas-test says: make it one claim with the sources of both (R11)',
    ]);
    expect(problemsOf(claim({}), claim({ id: 'cas-other', claimedBy: 'pakistan', stance: 'asserts' }))).toEqual([]);
  });

  test('R12: one source only → “Single source”', async () => {
    const one = await fullAnswerTo('/casualties', dossierOf([claim({})]));
    expect(one).toContain('Single source: Al Jazeera');
    const two = await fullAnswerTo('/casualties', dossierOf([claim({ sources: ['src-alj-1106', 'src-cna-1108'] })]));
    expect(two).toContain('Sources: Al Jazeera');
    expect(two).not.toContain('Single source');
  });

  test('R13: the row for the side that gave none stands there, for both sides alike', async () => {
    const rows = async (claimedBy: string) => {
      const text = await fullAnswerTo('/casualties', dossierOf([claim({ claimedBy })]));
      return [...text.matchAll(/No figure found from ([^.]*)\./gu)].map(([, party]) => party);
    };
    expect(await rows('afghanistan')).toEqual(['Pakistan']);
    expect(await rows('pakistan-military')).toEqual(['Afghanistan (Taliban government)']);
    expect(await rows('unama')).toEqual(['Pakistan or Afghanistan (Taliban government)']);
  });

  test('R20: a later toll of one claimant is an update; two outlets that name nobody are two claimants', async () => {
    const press = (id: string, low: number, src: string, day: string) =>
      claim({
        id,
        claimedBy: 'news-media-unattributed',
        stance: 'reports',
        count: { low, high: null, qualifier: 'at-least', asPrinted: `${low} dead` },
        sources: [src],
        reportedOn: day,
        conflictsWith: ['cas-a', 'cas-b', 'cas-c'].filter((other) => other !== id),
      });
    const text = await fullAnswerTo(
      '/casualties',
      dossierOf([
        press('cas-a', 31, 'src-alj-1106', '2025-11-06'),
        press('cas-b', 36, 'src-alj-1106', '2025-11-07'),
        press('cas-c', 69, 'src-cna-1108', '2025-11-07'),
      ]),
    );
    expect(text).toMatch(
      /: at least 36\. Before that, from the same claimant: at least 31 \(“31 dead”, reported 6 Nov 2025 by Al Jazeera(?: \[1\])?\)/u,
    );
    expect(text).toMatch(/: at least 69\. .* Conflicts with the figure of an unattributed report \(Al Jazeera\)\./u);
    expect(text).not.toMatch(/• [^•.]*: at least 31 /u);
  });

  test('R21: figures in different units are not compared, and only the displaced are counted otherwise', () => {
    const displaced = (id: string, unit: 'families' | 'households', rival: string) =>
      claim({ id, harm: 'displaced', unit, conflictsWith: [rival] });
    expect(problemsOf(displaced('cas-a', 'families', 'cas-b'), displaced('cas-b', 'households', 'cas-a'))).toEqual([
      'cas-a: conflictsWith: cas-b counts households, not families: leave it out, as they cannot be compared (R21)',
      'cas-b: conflictsWith: cas-a counts families, not households: leave it out, as they cannot be compared (R21)',
    ]);
    expect(problemsOf(displaced('cas-a', 'families', 'cas-b'), displaced('cas-b', 'families', 'cas-a'))).toEqual([
      expect.stringContaining('says what cas-a says'),
    ]);
    expect(problemsOf(claim({ unit: 'people' }))).toEqual([]);
    expect(problemsOf(claim({ unit: 'families' }))).toEqual([
      'cas-test: unit: only the displaced are counted in families; leave the unit out, and let the figure as printed ' +
        'say it (R21)',
    ]);
  });
});
