/** The talks beside the ceasefire: their end is not its end (R18). */

import { parseEdtf } from '../dates/edtf.ts';
import type { Dossier } from '../dossier.ts';
import type { Talks } from '../entries.ts';

/** The newest round of talks that had begun by `on`. */
export function talksBy(dossier: Dossier, on: string): Talks | undefined {
  return [...dossier.talks.values()].filter((round) => parseEdtf(round.date).earliest <= on).at(-1);
}
