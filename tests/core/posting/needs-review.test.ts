/** What waits for a second moderator, by what REVIEW names. */
import { describe, expect, it } from 'vitest';
import type { Reviewed } from '../../../src/core/chat/command.ts';
import { foldDossier } from '../../../src/core/dossier/dossier.ts';
import { type Draft, newDraft } from '../../../src/core/posting/form/draft.ts';
import { needsReview } from '../../../src/core/posting/needs-review.ts';
import { planImport } from '../../../src/dossier-files/baseline.ts';
import { english } from '../chat/chat-for-tests.ts';
import { createMemoryDesk } from '../chat/memory-posting.ts';
import { readRealBaseline } from '../dossier/real-dossier.ts';

const baseline = await readRealBaseline();
const real = foldDossier(
  planImport(baseline, [], 0).drafts.map((draft, index) => ({ ...draft, seq: index + 1 })),
  baseline.conflict,
);

const NOW = Date.UTC(2026, 10, 22, 12);
const asks = (form: Draft['form'], purpose: Draft['purpose'], review: readonly Reviewed[], people = 2) =>
  needsReview(newDraft({ form, purpose, author: 'test:ayesha' }, 0), { revisions: [] }, contextOf(review, people));
const contextOf = (review: readonly Reviewed[], people = 2) => {
  const posting = createMemoryDesk(() => real, { review: new Set(review), moderators: () => Promise.resolve(people) });
  return { posting, dossier: real, language: english, now: NOW, timezone: 'UTC', staleAfterDays: 7 };
};

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

  it('also where it changes what others name that would wait', async () => {
    const changing = (form: Draft['form'], entry: string, review: readonly Reviewed[]) =>
      needsReview(
        newDraft({ form, purpose: 'update', author: 'test:ayesha', changes: { entry, seq: 1 } }, 0),
        { revisions: [] },
        contextOf(review),
      );
    const [claim] = [...real.claims.values()];
    const [source = ''] = claim?.sources ?? [];
    expect(await changing('source', source, ['claims'])).toBe(true);
    expect(await changing('source', source, ['talks'])).toBe(
      [...real.talks.values()].some(({ sources }) => sources.includes(source)),
    );
    const quoted = [...real.ceasefire.values()].flatMap(({ positions }) =>
      positions.flatMap(({ quote }) => quote ?? []),
    );
    expect(await changing('quote', quoted[0] ?? '', ['ceasefire'])).toBe(true);
    const named = new Set([...real.claims.values()].flatMap(({ places }) => places));
    const free = [...real.places.keys()].find((id) => !named.has(id)) ?? '';
    expect(await changing('place', free, ['claims'])).toBe(false);
  });

  it('does not where something else waits', async () => {
    expect(await asks('development', 'post', ['claims', 'corrections', 'retractions'])).toBe(false);
    expect(await asks('person', 'post', ['claims', 'developments', 'quotes', 'talks', 'ceasefire'])).toBe(false);
  });
});
