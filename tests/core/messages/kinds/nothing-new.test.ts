/** A digest with nothing new in it: what came is not denied where the filters leave it out. */
import { describe, expect, it } from 'vitest';
import { ceasefire, claim, development, original, smallDossier } from '../../dossier/build-entries.ts';
import { composed, digestOf, FIRST } from '../composing.ts';

describe('a digest with nothing new', () => {
  it('says what came that the filters leave out, and of when', () => {
    const later = [
      original(development('dev-a', '2025-10-20', { category: 'clash' })),
      original(development('dev-b', '2025-10-21', { category: 'clash' })),
      original(claim('cas', { development: 'dev-a' })),
    ];
    const dossier = smallDossier([ceasefire('cf', '2025-10-19')], later);
    const { text } = composed(digestOf({ from: FIRST + 1, topics: ['talks'] }), dossier);
    expect(text.split('\n').slice(0, 2)).toEqual([
      'Nothing new',
      'Only what is about talks. Left out: 2 developments (newest 21 Oct 2025) and 1 casualty figure (12 Oct 2025).',
    ]);
  });
});
