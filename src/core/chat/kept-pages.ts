/** Composed pages, handed out again as long as nothing has changed that they depend on. */
import type { Dossier } from '../dossier/dossier.ts';
import { onceFor } from '../dossier/memoise.ts';
import type { Page } from '../reply/page.ts';
import type { PageLimits } from '../reply/page-limits.ts';

/** What a page is composed from, beside its key. Others are other objects, so these are compared as such. */
interface ComposedFrom {
  readonly dossier: Dossier;
  /** A platform's own. */
  readonly limits: PageLimits;
}

export interface KeptPages {
  /**
   * The page of this key, composed if it is not kept. `key` has all that the page depends on, but for the dossier and
   * the limits, as JSON can write it down. What `compose` rejects with is not kept.
   */
  of(from: ComposedFrom, key: readonly unknown[], compose: () => Promise<Page>): Promise<Page>;
}

/** Pages, and UTF-16 units of their JSON, two bytes each: 16 MB of memory at most. */
const MOST_PAGES = 1000;
const MOST_UNITS = 8_000_000;

/**
 * Empty at first. The page that nobody has asked for longest goes first; all go once the dossier is another, since the
 * earlier one does not come back.
 */
export function createKeptPages({ pages = MOST_PAGES, units = MOST_UNITS } = {}): KeptPages {
  const kept = new Map<string, { readonly page: Page; readonly units: number }>();
  let dossier: Dossier | undefined;
  let unitsKept = 0;
  let platforms = 0;
  const platformOf = onceFor((_limits: PageLimits) => (platforms += 1));

  function forget(key: string): void {
    unitsKept -= kept.get(key)?.units ?? 0;
    kept.delete(key);
  }

  function keep(key: string, page: Page): void {
    const size = key.length + JSON.stringify(page).length;
    forget(key);
    kept.set(key, { page, units: size });
    unitsKept += size;
    for (const oldest of kept.keys()) {
      if (kept.size <= pages && unitsKept <= units) break;
      forget(oldest);
    }
  }

  return {
    async of(from, parts, compose) {
      if (from.dossier !== dossier) {
        kept.clear();
        unitsKept = 0;
        dossier = from.dossier;
      }
      const key = JSON.stringify([platformOf(from.limits), ...parts]);
      const found = kept.get(key);
      if (found) {
        // Moved to the end: used last.
        kept.delete(key);
        kept.set(key, found);
        return found.page;
      }
      const page = await compose();
      // Somebody may have added to the dossier meanwhile.
      if (from.dossier === dossier) keep(key, page);
      return page;
    },
  };
}
