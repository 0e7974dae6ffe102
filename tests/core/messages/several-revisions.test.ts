/** An entry that was revised several times since the last digest: one row, with all that was said of it, in order. */
import { describe, expect, it } from 'vitest';
import type { AnyEntry } from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { claim, revised, smallDossier } from '../dossier/build-entries.ts';
import { composed, digestOf, FIRST, LATER } from './composing.ts';

const figure = (low: number) => ({
  count: { low, high: low, qualifier: 'at-least' as const, asPrinted: `at least ${low}` },
});

describe('an entry that was revised several times in the stretch', () => {
  const again = (entry: AnyEntry, change: 'update' | 'correction' | 'retraction', reason: string) =>
    revised(entry, LATER, change, reason);
  const rowOf = (...later: readonly RevisionDraft[]) => {
    const { text } = composed(digestOf({ from: FIRST + 1 }), smallDossier([claim('cas', figure(12))], later));
    return text.split('\n').find((line) => line.startsWith('• ')) ?? '';
  };

  it('has one row, step by step, each with its own reason', () => {
    const row = rowOf(
      again(claim('cas', figure(20)), 'update', 'A later figure.'),
      again(claim('cas', { ...figure(20), attribution: 'the spokesman' }), 'correction', 'a slip'),
    );
    expect(row).toMatch(
      /^• Corrected: figure of south \(.*\)\. First more became known\. Figure: at least 12 .* → at least 20 \(printed as “at least 20”\)\. Reason: “A later figure\.” Then it was corrected\. Attribution: a spokesman → the spokesman\. Reason: “a slip”\. A side’s claim about the other side\. Single source: [^:]*$/u,
    );
  });

  it('has both corrections in it, also where it was new', () => {
    const later = [
      again(claim('cas', figure(13)), 'correction', 'one'),
      again(claim('cas', figure(14)), 'correction', 'two'),
    ];
    const dossier = smallDossier([claim('cas', figure(12))], later);
    for (const text of [rowOf(...later), composed(digestOf({ from: FIRST }), dossier).text]) {
      expect(text).toMatch(/First it was corrected\..*“one”\. Then it was corrected\. Figure: at least 13 .*“two”\./u);
    }
  });

  it('is not called corrected for a correction of what it is linked to', () => {
    const other = { ...figure(20), conflictsWith: ['cas-b'] };
    const row = rowOf(
      again(claim('cas', figure(20)), 'update', 'A later figure.'),
      again(claim('cas', other), 'correction', 'They are rivals.'),
    );
    expect(row).toMatch(/^• More is known: .*→ at least 20 .*“A later figure\.”/u);
    expect(row).not.toContain('rivals');
    expect(row).not.toContain('conflicts with');
  });

  it('says that it was taken back and stands again in other words, and what it rests on once', () => {
    const back = claim('cas', figure(13));
    const [first, second] = [again(back, 'retraction', 'a hoax'), again(back, 'update', 'no hoax')];
    const row = rowOf(again(back, 'correction', 'one'), first, second);
    expect(row).toMatch(
      /First it was corrected\..* Then it was withdrawn\. It read: .*“a hoax”\. Then it came back on record\. Reason/u,
    );
    const dossier = smallDossier(
      [claim('cas', figure(12))],
      [first, second, again(claim('cas', figure(15)), 'correction', 'two')],
    );
    const { text } = composed(digestOf({ from: FIRST + 2 }), dossier);
    expect(text).toMatch(
      /Back on record: .*First it came back on record\. Reason: “no hoax”\. Then it was corrected\. Figure: at least 13.*“two”\. figure of south .*: at least 15 .* A side’s claim about/u,
    );
    expect(text.match(/Single source/gu)).toHaveLength(1);
  });
});
