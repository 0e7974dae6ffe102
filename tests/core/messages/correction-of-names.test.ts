/** Corrections of people, places and sources that messages name; what an edited message must not come to tell. */

import { describe, expect, test } from 'vitest';
import type { AnyEntry, Development } from '../../../src/core/dossier/entries.ts';
import { encodeContent } from '../../../src/core/messages/content.ts';
import type { Content } from '../../../src/core/messages/kinds/index.ts';
import { shownIn } from '../../../src/core/messages/shown-in.ts';
import { english } from '../chat/chat-for-tests.ts';
import {
  claim,
  development,
  original,
  person,
  place,
  quote,
  revised,
  smallDossier,
  source,
} from '../dossier/build-entries.ts';
import { alertOf, composed, digestOf, FIRST, LATER } from './composing.ts';

const HOUR = 3_600_000;

const clashOf = (fields: Partial<Development> = {}) =>
  development('dev-x', '2025-10-20', { places: ['town'], sources: ['src-two'], ...fields });
const two = source('src-two', '2025-10-20');
/** What the ledger ends with when the message goes out. */
const told = [place('town'), two, clashOf()];
const head = FIRST + told.length - 1;
const correctionOf = (kind: 'correction' | 'notice', original_: Content = digestOf({ to: head })): Content => ({
  kind,
  timezone: 'UTC',
  original: encodeContent(original_),
  head,
  at: LATER,
});

describe('a message that was sent', () => {
  test.each([
    ['a source', source('src-two', '2025-10-20', { publisher: 'Another daily' }), 'src-two daily → Another daily'],
    ['a place', place('town', { name: 'The other town' }), 'town → The other town'],
  ])('is corrected in %s that it names', (_what, entry, difference) => {
    const dossier = smallDossier(told, [revised(entry, LATER + HOUR)]);
    for (const kind of ['correction', 'notice'] as const) {
      const { isEmpty, text } = composed(correctionOf(kind), dossier);
      expect(isEmpty).toBe(false);
      expect(text).toContain(difference);
      expect(text).toContain('a better source');
    }
  });

  describe('and has an account in the words of somebody', () => {
    const said = quote('q', { speaker: 'speaker', sources: ['src-said'], development: 'dev-x' });
    const accounts = [{ party: 'north', summary: 'It held its fire.', quote: 'q' }];
    const entries = [
      person('speaker'),
      person('silent'),
      source('src-said', '2025-10-20'),
      place('town', { admin1: '' }),
      two,
      said,
    ];
    const all = [...entries, clashOf({ accounts, significance: 'major' })];
    const alert = alertOf({ from: FIRST + entries.length, to: FIRST + entries.length });
    const corrected = (entry: AnyEntry, sent: Content = alert) => {
      const dossier = smallDossier(all, [revised(entry, LATER + HOUR)]);
      const rendering = { content: encodeContent(sent), head: FIRST + all.length - 1, at: LATER };
      const { content: original_, ...then } = rendering;
      const { isEmpty, text } = composed(
        { kind: 'correction', timezone: 'UTC', original: original_, ...then },
        dossier,
      );
      const composing = { dossier, language: english, now: LATER, staleAfterDays: 7 };
      expect(shownIn(rendering, composing).includes(entry.fields.id)).toBe(!isEmpty);
      return { isEmpty, text };
    };

    test.each([
      ['name', person('speaker', { name: 'Somebody else' }), 'speaker by name → Somebody else'],
      ['role', person('speaker', { role: 'a general' }), 'role of speaker → a general'],
      ['source', source('src-said', '2025-10-20', { publisher: 'Another daily' }), 'src-said daily → Another daily'],
    ])('is corrected in their %s', (_what, entry, difference) => {
      expect(corrected(entry)).toMatchObject({ isEmpty: false, text: expect.stringContaining(difference) });
    });

    test('is corrected in these words, and not where it does not have them', () => {
      const entry = quote('q', { ...said.fields, text: 'We held our fire' });
      expect(corrected(entry)).toMatchObject({ isEmpty: false, text: expect.stringContaining('We held our fire') });
      const board: Content = { kind: 'board', topics: [], side: null, timezone: 'UTC' };
      expect(corrected(entry, board).isEmpty).toBe(true);
    });

    test('is corrected in the name of whoever spoke at the greatest length, too', () => {
      const long = [...entries.filter((one) => one !== said), quote('q', { ...said.fields, text: 'a'.repeat(3000) })];
      const dossier = smallDossier(
        [...long, clashOf({ accounts, significance: 'major' })],
        [revised(person('speaker', { name: 'Somebody else' }), LATER + HOUR)],
      );
      const content = { ...correctionOf('correction', alert), head: FIRST + all.length - 1 };
      expect(composed(content, dossier).isEmpty).toBe(false);
    });

    test('is left alone by the correction of somebody whose words it does not have', () => {
      expect(corrected(person('silent', { name: 'Somebody else' })).isEmpty).toBe(true);
      // The same development on a line, without its accounts.
      const board: Content = { kind: 'board', topics: [], side: null, timezone: 'UTC' };
      expect(corrected(person('speaker', { name: 'Somebody else' }), board).isEmpty).toBe(true);
    });
  });

  test('is left alone by the correction of a source that it does not name', () => {
    const other = source('src-three', '2025-10-20');
    const dossier = smallDossier(
      [...told, other],
      [revised(source('src-three', '2025-10-20', { publisher: 'Another daily' }), LATER + HOUR)],
    );
    expect(composed(correctionOf('correction'), dossier).isEmpty).toBe(true);
  });

  test('comes to tell nothing that was published after it, corrected since or not', () => {
    const [news, figure] = [development('dev-later', '2025-10-21', { title: 'A later thing' }), claim('cas-later')];
    const corrected = development('dev-later', '2025-10-21', { title: 'A later thing, corrected' });
    const dossier = smallDossier(told, [
      original(news),
      original(figure),
      revised(corrected, LATER + HOUR),
      revised(clashOf({ title: 'Something else' }), LATER + 2 * HOUR),
    ]);
    for (const content of [
      digestOf({ to: head }),
      { kind: 'board', topics: [], side: null, timezone: 'UTC' } as const,
    ]) {
      const { text } = composed(correctionOf('correction', content), dossier);
      expect(text).not.toContain('A later thing');
      expect(text).not.toContain('58');
    }
    expect(composed(correctionOf('correction'), dossier).text).toContain('→ Something else');
  });
});
