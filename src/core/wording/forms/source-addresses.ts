/** Addresses of sources as they are pasted: which are known already, and which would be new. Nothing is fetched. */

import type { Dossier } from '../../dossier/dossier.ts';
import type { Source } from '../../dossier/entries.ts';
import { onceFor } from '../../dossier/memoise.ts';
import { plainAddress } from '../../dossier/text/address.ts';

/** The parts of an answer to "which sources": names, ids and addresses. */
export function sourceParts(typed: string): readonly string[] {
  return typed
    .split(/[\n,]|\s(?=https?:)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Addresses of `typed` that no source has. */
export function newAddresses(typed: string, dossier: Dossier): readonly string[] {
  return sourceParts(typed).filter((part) => part.startsWith('https://') && sourceAt(part, dossier) === undefined);
}

/** The source with this address, or with another one of the same page. */
export function sourceAt(address: string, dossier: Dossier): Source | undefined {
  return byPage(dossier).get(plainAddress(address));
}

const byPage = onceFor(
  (dossier: Dossier): ReadonlyMap<string, Source> =>
    new Map(
      [...dossier.sources.values()]
        .toReversed()
        .flatMap((one) => (one.url === null ? [] : [[plainAddress(one.url), one]])),
    ),
);
