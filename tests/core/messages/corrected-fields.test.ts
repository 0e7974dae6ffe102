/** Corrections of a message that was sent: each beside what it corrected, and nothing that only became known since. */

import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/dossier/entries.ts';
import type { RevisionDraft } from '../../../src/core/dossier/revision.ts';
import { encodeContent } from '../../../src/core/messages/content.ts';
import type { Content } from '../../../src/core/messages/kinds/index.ts';
import { claim, development, original, quote, revised, smallDossier, source } from '../dossier/build-entries.ts';
import { composed, digestOf, FIRST, LATER } from './composing.ts';

const figure = (low: number, fields: Partial<Claim> = {}) =>
  claim('cas', { count: { low, high: low, qualifier: 'exact', asPrinted: `${low} soldiers` }, ...fields });
type How = 'update' | 'correction' | 'retraction';
const then = (entry: ReturnType<typeof claim>, change: How, reason: string, weight?: 'minor'): RevisionDraft => {
  const draft = revised(entry, LATER, change, reason);
  return draft.change === 'correction' && weight ? { ...draft, weight } : draft;
};

/**
 * The message that told of `cas` when 12 soldiers were all that was known of it; what came `later` has no other entry
 * before it.
 */
function corrected(later: readonly RevisionDraft[], kind: 'correction' | 'notice' = 'correction') {
  const content: Content = {
    kind,
    timezone: 'UTC',
    original: encodeContent(digestOf({ from: FIRST, to: FIRST })),
    head: FIRST,
    at: LATER,
  };
  const made = composed(content, smallDossier([figure(12)], later));
  const lines = made.text.split('\n');
  return {
    ...made,
    rows: lines.filter((line) => /^(?:Corrected|Withdrawn|Back on record) \d/u.test(line)),
    body: lines.filter((line) => line.startsWith('•')).join('\n'),
  };
}

describe('a message that was sent', () => {
  it('does not come to tell what was updated in between, nor calls it wrong', () => {
    const { rows, body, materialSeq } = corrected([
      then(figure(20), 'update', 'He gave a later figure.'),
      then(figure(20, { attribution: 'the spokesman' }), 'correction', 'A slip.', 'minor'),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/: Attribution: a spokesman → the spokesman\. Reason: “A slip\.”$/u);
    expect(rows[0]).not.toContain('12 →');
    expect(body).toContain('12 (printed as “12 soldiers”)');
    expect(body).toContain('the spokesman');
    expect(materialSeq).toBeUndefined();
  });

  it('has each correction with its own reason, the newest first, also in a notice', () => {
    const later = [
      then(figure(10), 'correction', 'We misread it.'),
      then(figure(10, { attribution: 'the spokesman' }), 'correction', 'A slip.', 'minor'),
    ];
    for (const kind of ['correction', 'notice'] as const) {
      const { rows, materialSeq } = corrected(later, kind);
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatch(/Attribution: .*“A slip\.”/u);
      expect(rows[1]).toMatch(/: 12 → 10\. Reason: “We misread it\.”$/u);
      expect(rows[1]).not.toContain('Attribution');
      expect(materialSeq).toBe(FIRST + 1);
    }
    expect(corrected(later).body).toMatch(/10 \(printed as “10 soldiers”\).* the spokesman/u);
  });

  it('keeps what it showed where a correction is of what was updated since: its line alone tells', () => {
    const { rows, body } = corrected([then(figure(20), 'update', 'More.'), then(figure(19), 'correction', 'No, 19.')]);
    expect(rows).toEqual([expect.stringMatching(/: 20 → 19\. /u)]);
    expect(body).toContain('12 (printed as “12 soldiers”)');
    expect(body).not.toContain('19');
  });

  it('is left alone by links, in what a correction changes and in its lines', () => {
    const rival = { ...figure(12, { conflictsWith: ['cas'] }) };
    expect(corrected([then(rival, 'correction', 'They are rivals.')])).toMatchObject({ isEmpty: true, rows: [] });
    expect(corrected([then(rival, 'correction', 'They are rivals.')]).materialSeq).toBeUndefined();
    const both = corrected([then(figure(13, { conflictsWith: ['cas'] }), 'correction', 'Both.')]);
    expect(both.rows).toEqual([expect.stringMatching(/: 12 → 13\. /u)]);
    expect(both.text).not.toMatch(/conflicts with/iu);
  });

  it('says in order what was withdrawn and stands again, by an update too, and reads accordingly', () => {
    const [gone, back] = [then(figure(12), 'retraction', 'A hoax.'), then(figure(12), 'update', 'No hoax.')];
    const withdrawn = corrected([gone]);
    expect(withdrawn.rows).toEqual([expect.stringMatching(/^Withdrawn .*“A hoax\.”/u)]);
    const again = corrected([gone, back]);
    expect(again.rows).toEqual([
      expect.stringMatching(/^Back on record .*“No hoax\.”/u),
      expect.stringMatching(/^Withdrawn .*“A hoax\.”/u),
    ]);
    expect(again.body).toContain('12 (printed as “12 soldiers”)');
    expect(again.materialSeq).toBe(FIRST + 2);
  });

  it('loses a field that a correction took away, and names a source that came with one', () => {
    const scoped = smallDossier(
      [claim('cas', { scope: 'Only the first day.' })],
      [
        original(source('src-new', '2025-10-13')),
        then(claim('cas', { sources: ['src-new'] }), 'correction', 'Another source, and all days.'),
      ],
    );
    const showed = encodeContent(digestOf({ from: FIRST, to: FIRST }));
    const common = { kind: 'correction', timezone: 'UTC', head: FIRST, at: LATER } as const;
    const { text } = composed({ ...common, original: showed }, scoped);
    const body = text.slice(text.lastIndexOf('Ceasefire'));
    expect(body).not.toContain('Only the first day');
    expect(body).toContain('src-new daily');
  });
});

describe('an alert of a development that had become more significant', () => {
  it('still tells of it once it was corrected', () => {
    const dev = (title: string, significance: 'routine' | 'breaking') =>
      development('dev', '2025-10-11', { title, significance });
    const update = then(dev('A clash', 'breaking'), 'update', 'It grew.');
    const dossier = smallDossier(
      [dev('A clash', 'routine')],
      [update, then(dev('A battle', 'breaking'), 'correction', 'No.')],
    );
    const held = { from: FIRST + 1, to: FIRST + 1, heldUntil: null, repeats: 0 } as const;
    const alert: Content = { kind: 'alert', topics: [], side: null, timezone: 'UTC', alerts: 'breaking', ...held };
    const common = { kind: 'correction', timezone: 'UTC', head: FIRST + 1, at: LATER } as const;
    const { text } = composed({ ...common, original: encodeContent(alert) }, dossier);
    expect(text).toMatch(/^Corrected: Breaking: A battle\nCorrected .*Title: A clash → A battle\./u);
    expect(text).toContain('\n11 October 2025; ');
  });
});

describe('words that end a sentence already', () => {
  it('get no second full stop', () => {
    const dossier = smallDossier(
      [development('dev', '2025-10-11', { summary: 'One side said so.' }), quote('q', { text: 'It will hold.' })],
      [
        then(development('dev', '2025-10-11', { summary: 'Both sides said so.' }), 'correction', 'It was both.'),
        then(quote('q', { text: 'It will hold.' }), 'retraction', 'Nobody said it'),
      ],
    );
    const { text } = composed(digestOf({ from: FIRST + 2 }), dossier);
    expect(text).toContain('→ Both sides said so. Reason: “It was both.” Single');
    expect(text).toContain('It read: “It will hold.” Reason: “Nobody said it”.');
  });
});

describe('an entry all of whose sources were taken back', () => {
  it('says so, and not that none was out', () => {
    const entries = [source('src-two', '2025-10-12'), claim('cas', { sources: ['src-two'] })];
    const dossier = smallDossier(entries, [then(source('src-two', '2025-10-12'), 'retraction', 'A hoax.')]);
    const { text } = composed(digestOf({ from: FIRST }), dossier);
    expect(text).toContain('Its source was withdrawn here.');
    expect(text).not.toContain('No source');
  });
});
