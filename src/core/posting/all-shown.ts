/**
 * All that answers show of the entries of some kinds, at whatever depth it is read from: with it can be seen whether
 * they would show something else in another dossier.
 */
import { allIncidentFigures } from '../dossier/casualties/incident-figures.ts';
import { ceasefireOn } from '../dossier/ceasefire/view.ts';
import { parseEdtf } from '../dossier/dates/edtf.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import type { EntryKind } from '../dossier/kinds/index.ts';
import { remarks } from '../dossier/quotes.ts';
import type { Block, Spans } from '../reply/span.ts';
import { accusationSpans } from '../wording/account-spans.ts';
import { comparisonBlock } from '../wording/casualties/claim-blocks.ts';
import { fullName, shortName } from '../wording/casualties/incident-name.ts';
import { unheardAccounts } from '../wording/casualties/incident-page.ts';
import { briefPositions, type PositionsDetail } from '../wording/ceasefire/brief-positions.ts';
import { positionBlocks } from '../wording/ceasefire/position-blocks.ts';
import { leadBlocks, stateBlocks } from '../wording/ceasefire/state-blocks.ts';
import { remarkBlocks } from '../wording/cite.ts';
import { nameOf, standingRow, valuesOf } from '../wording/kinds/index.ts';
import type { WordingContext } from '../wording/wording-context.ts';

/** Part by part, in an order that follows from the ledger: whoever compares can stop at the first difference. */
export function* allShown(kinds: ReadonlySet<EntryKind>, context: WordingContext): Generator<string> {
  const histories = Map.groupBy(context.dossier.revisionsAfter(0), ({ entry }) => entry.fields.id);
  for (const versions of histories.values()) {
    const entry = versions.at(-1)?.entry;
    if (entry === undefined || !kinds.has(entry.kind)) continue;
    const values = versions.map((version) => valuesOf(version.entry, 'full', context));
    yield JSON.stringify([nameOf(entry, context), standingRow(entry, context), values]);
  }
  for (const kind of kinds) for (const part of BESIDE[kind]?.(context) ?? []) yield JSON.stringify(part);
}

type Beside = (context: WordingContext) => Iterable<readonly (Block | Spans | string)[]>;

/** What answers about all entries of the kind say that the row of none of them does. */
const BESIDE: { readonly [K in EntryKind]?: Beside } = {
  *ceasefire(context) {
    const { dossier, now, timezone } = context;
    const begun = [...dossier.ceasefire.values()].map(({ effectiveFrom }) => parseEdtf(effectiveFrom).latest);
    for (const day of new Set([...begun, dayOf(now, timezone)])) {
      const view = ceasefireOn(dossier, day);
      if (!view) continue;
      yield [...leadBlocks(view, true, context), ...stateBlocks(view, context)];
      yield [...positionBlocks(view, context), briefPositions(view, WHOLE, context)];
    }
  },
  *claim(context) {
    const own = { period: true, places: true, askedDay: undefined, isTerse: false };
    for (const one of allIncidentFigures(context.dossier)) {
      yield [fullName(one, context), shortName(one, context), ...unheardAccounts(one, context)];
      yield one.comparisons.map((comparison) => comparisonBlock(comparison, own, context));
    }
  },
  *quote(context) {
    const { dossier, language } = context;
    for (const one of remarks([...dossier.quotes.values()], dossier.quotes)) yield remarkBlocks(dossier, one, language);
  },
  *development(context) {
    const day = dayOf(context.now, context.timezone);
    for (const one of context.dossier.developments.values()) yield accusationSpans(one, day, context);
  },
};

const ALL = Number.MAX_SAFE_INTEGER;
/** Nothing cut and nothing left out. */
const WHOLE: PositionsDetail = {
  names: ALL,
  role: ALL,
  venue: ALL,
  older: true,
  standpoint: ALL,
  answers: ALL,
  pairs: true,
  people: true,
  words: ALL,
  summary: ALL,
  sentences: ALL,
};
