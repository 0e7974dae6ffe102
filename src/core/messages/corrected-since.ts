/** The corrections that a message needs: those of the entries that it shows, since it was sent. */

import { correctionsSince, dossierAt } from '../changes/dossier-at.ts';
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import { type AnyEntry, anyEntrySchema } from '../dossier/entries.ts';
import { KINDS } from '../dossier/kinds/index.ts';
import { onceFor } from '../dossier/memoise.ts';
import { isNews } from '../dossier/news.ts';
import { referencesOf } from '../dossier/references.ts';
import { sameJson } from '../dossier/same-json.ts';
import type { Spans } from '../reply/span.ts';
import { correctionRow } from '../wording/change-rows.ts';
import { valuesOf } from '../wording/kinds/index.ts';
import type { NameContext } from '../wording/wording-context.ts';
import type { Composed, MessageContext } from './composed.ts';
import type { ComposeText } from './message-kind.ts';

/** Of the characters that Unicode keeps for private use: they stand in no text. */
const FIRST_MARK = 0xf_0000;

/** `original` is its content as text, `head` the last position it was composed from, `at` when (Unix time in ms). */
export interface Original {
  readonly original: string;
  readonly head: number;
  readonly at: number;
}

/**
 * All corrections up to now, the newest first, each as it was published, with its own reason and the wording that it
 * corrected. `shown` are the ids of the entries that the message showed.
 */
export function correctedSince(
  { original, head, at }: Original,
  context: MessageContext,
  composeText: ComposeText,
): { readonly rows: readonly Spans[] } & Pick<Composed, 'isEmpty' | 'materialSeq' | 'shown'> {
  const before = dossierAt(context.dossier, head);
  const compose = (dossier: Dossier) => composeText(original, { ...context, dossier, now: at });
  const sent = compose(before);
  const corrections = entriesIn(sent, compose, { ...context, dossier: before })
    .flatMap((id) => correctionsSince(id, head, context.dossier))
    .toSorted((a, b) => b.seq - a.seq);
  const rows = corrections.map((step) => correctionRow(step, step.at, context, isNews(step.entry) ? 'terse' : 'full'));
  const material = corrections.find(({ revision }) => !('weight' in revision && revision.weight === 'minor'));
  return {
    rows,
    shown: sent.shown,
    isEmpty: corrections.length === 0,
    ...(material && { materialSeq: material.seq }),
  };
}

/**
 * Ids of the entries that the message shows, of the people, places and sources that these name, and of those that it
 * names besides. `compose` makes it from a dossier; that of its day is in `context`.
 */
export function entriesIn(
  { shown, states = [] }: Composed,
  compose: (dossier: Dossier) => Composed,
  context: NameContext,
): readonly string[] {
  const { dossier } = context;
  const own = [...new Set([...states, ...shown])];
  const named = own.flatMap((id) => {
    const entry = dossier.history(id).at(-1)?.entry;
    return entry === undefined
      ? []
      : referencesOf(entry).flatMap(({ to, target }) => (KINDS[to].correctedWhereNamed === true ? [target] : []));
  });
  return [...new Set([...own, ...named, ...namesShown(compose, context)])];
}

/**
 * Ids of the people, places and sources that the message names and of the quotations whose words it has, however far
 * from what it tells of they are kept: whoever spoke in the quotation that an account rests on. It is made from a
 * dossier in which a mark stands before the words of each, and has those whose marks come out. So there is no list of
 * what is shown beside what.
 */
function namesShown(compose: (dossier: Dossier) => Composed, context: NameContext): readonly string[] {
  const { marks, marked } = markedFrom(context.dossier, context);
  const { reply } = compose(marked);
  const shown = JSON.stringify([reply.title, reply.blocks, reply.footer]);
  return [...marks].flatMap(([id, mark]) => (shown.includes(mark) ? [id] : []));
}

/** The dossier with its marks, by the ids of the entries. Which fields are shown as written is so in any language. */
const markedFrom = onceFor((dossier: Dossier, context: NameContext) => {
  const marks = new Map<string, string>();
  const markOf = (id: string) => marks.get(id) ?? String.fromCodePoint(FIRST_MARK + marks.size);
  const marked = dossier.revisionsAfter(0).map((revision) => {
    const { kind, fields } = revision.entry;
    if (KINDS[kind].correctedWhereNamed === false) return revision;
    const mark = markOf(fields.id);
    marks.set(fields.id, mark);
    return { ...revision, entry: withMark(revision.entry, mark, context) };
  });
  return { marks, marked: foldDossier(marked, dossier.conflict) };
});

/** Before each field that is shown as it is written, and is neither an id nor empty. */
function withMark(entry: AnyEntry, mark: string, context: NameContext): AnyEntry {
  const shown = valuesOf(entry, 'full', context);
  const ids = new Set(referencesOf(entry).map(({ field }) => field));
  const isWords = (field: string, text: string) =>
    !ids.has(field) && [[text], [{ kind: 'quote', text }]].some((written) => sameJson(shown[field], written));
  const fields = Object.entries(entry.fields).map(([field, value]: readonly [string, unknown]) =>
    typeof value === 'string' && value !== '' && isWords(field, value) ? [field, mark + value] : [field, value],
  );
  // Words of the greatest length have no room for a mark; then what an entry names directly has to do.
  return anyEntrySchema.safeParse({ kind: entry.kind, fields: Object.fromEntries(fields) }).data ?? entry;
}
