/** What waits for a second moderator, by what REVIEW names. */
import { describe, expect, it } from 'vitest';
import type { Reviewed } from '../../../src/core/chat/command.ts';
import { type Draft, newDraft } from '../../../src/core/chat/form/draft.ts';
import { needsReview } from '../../../src/core/desk/review.ts';
import { createMemoryDesk } from '../chat/memory-desk.ts';
import { smallDossier } from '../dossier/build-entries.ts';

const asks = (form: Draft['form'], purpose: Draft['purpose'], review: readonly Reviewed[], people = 2) =>
  needsReview(newDraft({ form, purpose, author: 'test:ayesha' }, 0), {
    ...createMemoryDesk(() => smallDossier([])),
    review: new Set(review),
    moderators: () => Promise.resolve(people),
  });

describe('a post needs a second moderator', () => {
  it.each<readonly [Draft['form'], Draft['purpose'], Reviewed]>([
    ['claim', 'post', 'claims'],
    ['claim', 'correct', 'claims'],
    ['ceasefire', 'update', 'ceasefire'],
    ['development', 'post', 'developments'],
    ['quote', 'post', 'quotes'],
    ['talks', 'post', 'talks'],
    ['place', 'correct', 'corrections'],
    ['source', 'retract', 'retractions'],
  ])('%s, %s: where %s wait', async (form, purpose, word) => {
    expect(await asks(form, purpose, [word])).toBe(true);
    expect(await asks(form, purpose, [])).toBe(false);
    expect(await asks(form, purpose, [word], 1)).toBe(false);
  });

  it('does not where something else waits', async () => {
    expect(await asks('development', 'post', ['claims', 'corrections', 'retractions'])).toBe(false);
    expect(await asks('person', 'post', ['claims', 'developments', 'quotes', 'talks', 'ceasefire'])).toBe(false);
  });
});
