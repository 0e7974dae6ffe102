/** Moderators that are forgotten when the test ends. The real ones are in `tests/contracts`. */
import type { Moderators, ModeratorTerm } from '../../../src/core/ports/moderators.ts';

/** `ids` moderate from the beginning. */
export function createMemoryModerators(ids: readonly string[] = []): Moderators {
  const terms: ModeratorTerm[] = ids.map((id) => ({
    id,
    addedBy: 'x:1',
    addedAt: 0,
    removedBy: null,
    removedAt: null,
  }));
  const current = (id: string) => terms.findIndex((term) => term.id === id && term.removedAt === null);
  return {
    has: (id) => Promise.resolve(current(id) !== -1),
    list: () => Promise.resolve([...terms]),
    add({ id, by, at }) {
      const isNew = current(id) === -1;
      if (isNew) terms.push({ id, addedBy: by, addedAt: at, removedBy: null, removedAt: null });
      return Promise.resolve(isNew);
    },
    remove({ id, by, at }) {
      const index = current(id);
      const term = terms[index];
      if (term) terms[index] = { ...term, removedBy: by, removedAt: at };
      return Promise.resolve(term !== undefined);
    },
  };
}
