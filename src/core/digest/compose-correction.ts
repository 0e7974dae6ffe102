/** A message that was sent, corrected: as it read then but for what was corrected since, which each has a line of its own first. */

import { type Block, reply, type Spans } from '../chat/reply.ts';
import { sameEntry } from '../dossier/baseline.ts';
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import { referencesOf } from '../dossier/references.ts';
import type { Revision } from '../dossier/revision.ts';
import { correctionRow } from './change-rows.ts';
import { type Change, isNews } from './changes.ts';
import type { Composed, Composing, Telling } from './composed.ts';
import { type Content, decodeContent } from './delivery.ts';
import { linkWords } from './link-words.ts';
import { pushedActions } from './pushed.ts';
import { slotInWords } from './schedule-words.ts';

type Correction = Extract<Content, { kind: 'correction' }>;
/** `compose` itself, given here as it gives everything to this file. */
type Compose = (content: Content, composing: Composing) => Composed;

/**
 * The message stays what it was: what became news after it does not come into it, and its ages are those of its day. All
 * corrections up to now are in it, however many it takes.
 */
export function composeCorrection(content: Correction, context: Telling, compose: Compose): Composed {
  const { form, at } = content;
  const original = decodeContent(content.original);
  const told = compose(original, { ...context, dossier: asTold(context.dossier, content.head), now: at });
  const dossier = asCorrected(context.dossier, content.head);
  const corrected = entriesIn(told, asTold(context.dossier, content.head)).flatMap(
    (id) => correctionOf(id, content.head, dossier) ?? [],
  );
  const rows = corrected.map(({ change, revision }) =>
    correctionRow(change, revision.recordedAt, context, isNews(change.entry) ? undefined : linkWords),
  );
  const material = corrected.flatMap(({ material: seq }) => seq ?? []);
  const common = {
    isEmpty: corrected.length === 0,
    shown: told.shown,
    ...(material.length > 0 && { materialSeq: Math.max(...material) }),
  };
  if (form === 'notice') return { ...common, ...noticeOf(rows, content, context) };
  const { reply: now, more } = compose(original, { ...context, dossier, now: at, told: told.shown });
  const lines = rows.map((spans): Block => ({ kind: 'text', spans }));
  return { ...common, more, reply: { ...now, blocks: [...lines, ...now.blocks] } };
}

/** Ids of the entries that a message of this content told of, sent when the ledger ended at `head`. `at` is Unix time in ms. */
export function shownIn(
  { content, head, at }: { readonly content: string; readonly head: number; readonly at: number },
  composing: Composing,
  compose: Compose,
): readonly string[] {
  const decoded = decodeContent(content);
  if (decoded.kind === 'correction') {
    // A notice tells of what had been corrected by then.
    const told = shownIn({ ...decoded, content: decoded.original }, composing, compose);
    const before = asTold(composing.dossier, head);
    return told.filter((id) => correctionOf(id, decoded.head, before) !== undefined);
  }
  const dossier = asTold(composing.dossier, head);
  return entriesIn(compose(decoded, { ...composing, dossier, now: at }), dossier);
}

/** With the people, places and sources that these name: readers were told those too. */
function entriesIn({ shown, states = [] }: Composed, dossier: Dossier): readonly string[] {
  const told = [...new Set([...states, ...shown])];
  const named = told.flatMap((id) => {
    const entry = dossier.history(id).at(-1)?.entry;
    return entry === undefined
      ? []
      : referencesOf(entry).flatMap(({ to, target }) =>
          to === 'person' || to === 'place' || to === 'source' ? [target] : [],
        );
  });
  return [...new Set([...told, ...named])];
}

/** Corrections and retractions: what has to reach those who were told before. */
export function isCorrection({ change }: Pick<Revision, 'change'>): boolean {
  return change === 'correction' || change === 'retraction';
}

function noticeOf(
  rows: readonly Spans[],
  { at, head, timezone }: Correction,
  context: Telling,
): Pick<Composed, 'reply' | 'more'> {
  const { language } = context;
  const more = { command: 'changes', args: { since: `#${head}` } };
  const blocks: readonly Block[] = [
    { kind: 'heading', spans: language.spans('correction-title') },
    {
      kind: 'text',
      spans: language.spans('correction-of', { time: slotInWords(at, timezone, language), timezone }),
    },
    ...rows.map((spans): Block => ({ kind: 'text', spans })),
  ];
  return { reply: reply({ blocks, actions: pushedActions(context) }), more };
}

/** The dossier as it was when its ledger ended at `head`. */
function asTold(dossier: Dossier, head: number): Dossier {
  return foldDossier(
    dossier.revisionsAfter(0).filter(({ seq }) => seq <= head),
    dossier.conflict,
  );
}

/** That one with everything that was corrected since; names, places and sources as they are now, for what corrections cite. */
function asCorrected(dossier: Dossier, head: number): Dossier {
  const isName = ({ entry: { kind } }: Revision) =>
    kind === 'party' || kind === 'person' || kind === 'place' || kind === 'source';
  const all = dossier.revisionsAfter(0);
  const known = new Set(all.filter(({ seq }) => seq <= head).map(({ entry }) => entry.fields.id));
  return foldDossier(
    all.filter((one) => one.seq <= head || isName(one) || (isCorrection(one) && known.has(one.entry.fields.id))),
    dossier.conflict,
  );
}

/** What became of an entry by corrections after `head`; undefined where there was none. */
function correctionOf(
  id: string,
  head: number,
  dossier: Dossier,
): { readonly change: Change; readonly revision: Revision; readonly material: number | undefined } | undefined {
  const history = dossier.history(id);
  const since = history.filter((revision) => revision.seq > head && isCorrection(revision));
  const revision = since.at(-1);
  if (revision === undefined) return undefined;
  const last = history.findLast(({ seq }) => seq <= head);
  const before = last && last.change !== 'retraction' ? last.entry : undefined;
  const { entry, reason, seq } = revision;
  const what = revision.change === 'retraction' ? 'retracted' : before ? 'corrected' : 'reinstated';
  const isWord = before !== undefined && what === 'corrected' && sameEntry(before, entry);
  const material = since.findLast((one) => !('weight' in one && one.weight === 'minor'))?.seq;
  return { change: { id, what, entry, before: isWord ? undefined : before, reason, seq }, revision, material };
}
