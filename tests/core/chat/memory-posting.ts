/** A moderators' desk that is forgotten when the test ends; the real drafts are in `tests/contracts`. */

import type { Posting } from '../../../src/core/chat/command.ts';
import type { Dossier } from '../../../src/core/dossier/dossier.ts';
import type { Drafts } from '../../../src/core/ports/drafts.ts';
import type { Draft } from '../../../src/core/posting/form/draft.ts';

/** One moderator, so that nothing waits for a second one; `changes` replaces any part. */
export function createMemoryDesk(dossier: () => Dossier, changes: Partial<Posting> = {}): Posting {
  return {
    drafts: createMemoryDrafts(),
    moderators: () => Promise.resolve(1),
    review: new Set(['claims', 'ceasefire', 'retractions']),
    platforms: [],
    drill: (deliveries) => Promise.resolve(deliveries.length),
    refresh: () => Promise.resolve(dossier()),
    remindAfterDays: 3,
    coverage: () => Promise.reject(new Error('nothing was sent')),
    ...changes,
  };
}

function createMemoryDrafts(): Drafts {
  const byId = new Map<string, Draft>();
  return {
    save(draft) {
      const before = byId.get(draft.id);
      if ((before?.version ?? 0) !== draft.version) return Promise.resolve('moved on' as const);
      if (draft.isAsked) {
        for (const other of byId.values()) {
          if (other.author === draft.author) byId.set(other.id, { ...other, isAsked: false });
        }
      }
      const kept = { ...draft, version: draft.version + 1 };
      byId.set(draft.id, kept);
      return Promise.resolve(kept);
    },
    of: (id) => Promise.resolve(byId.get(id)),
    remove: ({ id, version }) => Promise.resolve(byId.get(id)?.version === version && byId.delete(id)),
    list: (query) =>
      Promise.resolve(
        [...byId.values()]
          .filter((draft) => ('state' in query ? draft.state === query.state : draft.author === query.author))
          .filter(({ isAsked }) => !('isAsked' in query) || isAsked)
          .toSorted((a, b) => b.updatedAt - a.updatedAt),
      ),
  };
}
