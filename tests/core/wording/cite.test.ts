/** What is said where none of the sources that an entry names can be cited. */
import { expect, it } from 'vitest';
import { citeSources } from '../../../src/core/wording/cite.ts';
import { english } from '../chat/chat-for-tests.ts';
import { claim, IMPORTED_AT, original, revised, smallDossier, source } from '../dossier/build-entries.ts';
import { textOf } from '../reply/text-of.ts';

const DAY = 86_400_000;
const two = source('src-two', '2025-10-20');
const dossier = smallDossier(
  [claim('cas', { sources: ['src-two'] })],
  [original(two), revised(two, IMPORTED_AT + DAY, 'retraction')],
);
const cited = (of: typeof dossier, ids: readonly string[]) =>
  textOf([{ kind: 'text', spans: citeSources(of, ids, english) }]);

it('was withdrawn: as known now, and in a view that knew it', () => {
  expect(cited(dossier, dossier.claims.get('cas')?.sources ?? ['?'])).toBe('Its source was withdrawn here.');
  expect(cited(dossier.asKnownAt(IMPORTED_AT + 2 * DAY), ['src-two'])).toBe('Its source was withdrawn here.');
});

it('was not out by then, or no longer stood, in a view that has it not', () => {
  const none = 'Its sources were not published by then, or were withdrawn.';
  expect(cited(dossier.asKnownAt(Date.UTC(2025, 9, 19)), ['src-two'])).toBe(none);
  expect(cited(dossier.asKnownAt(IMPORTED_AT + 2 * DAY), [])).toBe(none);
});
