/** Which entries a message told of: a correction of any of them has to reach it. */
import { correctionsSince, dossierAt } from '../changes/dossier-at.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { compose } from './compose.ts';
import type { Composing } from './composed.ts';
import { decodeContent } from './content.ts';
import { entriesIn } from './corrected-since.ts';

/** Ids of the entries in a message of this content, sent when the ledger ended at `head`. `at` is Unix time in ms. */
export function shownIn(
  { content, head, at }: { readonly content: string; readonly head: number; readonly at: number },
  composing: Composing,
): readonly string[] {
  const decoded = decodeContent(content);
  const dossier = dossierAt(composing.dossier, head);
  if ('original' in decoded) {
    // A notice tells of what had been corrected by then.
    const ids = shownIn({ ...decoded, content: decoded.original }, composing);
    return ids.filter((id) => correctionsSince(id, decoded.head, dossier).length > 0);
  }
  const composeFrom = (from: Dossier) => compose(decoded, { ...composing, dossier: from, now: at });
  return entriesIn(composeFrom(dossier), composeFrom, { ...composing, dossier });
}
