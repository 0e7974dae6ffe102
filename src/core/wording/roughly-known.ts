/** What an answer with `known:` says of entries that may have come out later, as their sources give no day. */
import { parseEdtf } from '../dossier/dates/edtf.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import type { Block } from '../reply/span.ts';
import type { NameContext } from './wording-context.ts';

/** `ids` of all entries that the answer rests on; no block where none of them is dated so roughly. */
export function roughlyKnownNotes(ids: readonly string[], { dossier, language }: NameContext): readonly Block[] {
  const { roughlyKnown, viewOf } = dossier;
  const count = new Set(ids.filter((id) => roughlyKnown.has(id))).size;
  if (count === 0 || viewOf === undefined) return [];
  const known = language.shortDate(parseEdtf(dayOf(viewOf, 'UTC')));
  return [{ kind: 'note', spans: language.spans('roughly-known', { count, known }) }];
}
