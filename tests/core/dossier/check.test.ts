/** Checks between entries that the rules need beyond their own tests. */
import { describe, expect, test } from 'vitest';
import { checkEntries } from '../../../src/core/dossier/check.ts';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import { baseline, claim, dossierOf, fullAnswerTo, NOW, names, quote } from './crafted-dossier.ts';

const problemsOf = (...entries: readonly AnyEntry[]) =>
  checkEntries([...names, ...entries], baseline.conflict).map(
    ({ id, field, message }) => `${id}: ${field}: ${message}`,
  );

describe('checks between entries', () => {
  test('R7: nobody acknowledges the losses of others', () => {
    expect(problemsOf(claim({ stance: 'acknowledges-own-loss' }))).toEqual([
      'cas-test: stance: “pakistani-soldiers” are not of the claimant’s side: nobody acknowledges the losses of others, use “asserts” (R7)',
    ]);
    expect(problemsOf(claim({ stance: 'acknowledges-own-loss', claimedBy: 'pakistan-military' }))).toEqual([]);
    const noSide = claim({ stance: 'acknowledges-own-loss', claimedBy: 'pakistan-military', victims: 'journalists' });
    expect(problemsOf(noSide)).toEqual([
      'cas-test: stance: “journalists” have no side: give their side in conflict.json, or use “asserts” where the sources do not say whose they were (R7)',
    ]);
  });

  test('R14: renderings of one remark name each other', () => {
    expect(problemsOf(quote({ variants: ['q-b'] }), quote({ id: 'q-b' }))).toEqual([
      'q-test: variants: q-b does not name this quote in turn: add it there',
    ]);
    expect(problemsOf(quote({ variants: ['q-b'] }), quote({ id: 'q-b', variants: ['q-test'] }))).toEqual([]);
  });

  test('R10: what a figure replaced is still said after a later revision of something else', async () => {
    const count = { low: 3, high: 3, qualifier: 'exact' as const, asPrinted: 'three' };
    const revision = { author: 'moderator', recordedAt: NOW, change: 'update' as const, reason: 'More is known.' };
    const later = [claim({ count }), claim({ count, attribution: 'A named officer' })];
    const dossier = dossierOf(
      [claim({})],
      later.map((entry) => ({ ...revision, entry })),
    );
    expect(await fullAnswerTo('/casualties', dossier)).toContain(
      'Revised here; before: 7 (printed as “seven soldiers”).',
    );
  });
});
