/** The dossier as it was at an earlier position of the ledger: unchanged, or with the corrections since. */
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import { type AnyEntry, anyEntrySchema } from '../dossier/entries.ts';
import { memoise, onceFor } from '../dossier/memoise.ts';
import { isNews } from '../dossier/news.ts';
import type { Revision } from '../dossier/revision.ts';
import { sameJson } from '../dossier/same-json.ts';
import { concernsEarlierReaders, type RevisionStep, revisionStepsOf } from './revision-steps.ts';
import { LINKS } from './same-news.ts';

/** Heads of one dossier that are kept: a correction looks through what was sent in their order. Each is megabytes. */
const MOST_HEADS = 3;

/** The dossier as it was when its ledger ended at `head`: the same one each time, so what follows from it is kept. */
export function dossierAt(dossier: Dossier, head: number): Dossier {
  return headsOf(dossier)(head);
}

const headsOf = onceFor((dossier: Dossier) =>
  memoise((head: number) => foldDossier(upTo(dossier, head), dossier.conflict), MOST_HEADS),
);

/**
 * Each entry as it read when the ledger ended at `head`, with later corrections of it. A correction changes a field
 * only where the wrong value was there already: an error that came with a later update was never in this text. Updates
 * are left out. New names, places and sources are included, because corrections cite them.
 */
export function correctedDossierAt(dossier: Dossier, head: number): Dossier {
  const then = upTo(dossier, head);
  const known = new Set(then.map(({ entry }) => entry.fields.id));
  const fresh = dossier.revisionsAfter(head).filter(({ entry }) => !isNews(entry) && !known.has(entry.fields.id));
  const corrected = [...known].flatMap((id) => correctedSince(id, head, dossier));
  return foldDossier(
    [...then, ...fresh, ...corrected].toSorted((a, b) => a.seq - b.seq),
    dossier.conflict,
  );
}

/** The corrections, retractions and reinstatements of an entry after position `head`, the oldest first. */
export function correctionsSince(id: string, head: number, dossier: Dossier): readonly RevisionStep[] {
  return revisionStepsOf(dossier, id).filter((step) => step.seq > head && concernsEarlierReaders(step));
}

function upTo(dossier: Dossier, head: number): readonly Revision[] {
  return dossier.revisionsAfter(0).filter(({ seq }) => seq <= head);
}

/** One revision for each correction of the entry after `head`; its wording is the earlier one, corrected so far. */
function correctedSince(id: string, head: number, dossier: Dossier): readonly Revision[] {
  let entry = dossier.history(id).findLast(({ seq }) => seq <= head)?.entry;
  return correctionsSince(id, head, dossier).map((step) => {
    entry = entry === undefined ? step.entry : withCorrection(entry, step);
    return { ...step.revision, entry };
  });
}

function withCorrection(earlier: AnyEntry, { before, entry }: RevisionStep): AnyEntry {
  if (before === undefined) return earlier;
  const [stands, was, is] = [earlier, before, entry].map(
    ({ fields }) => new Map<string, unknown>(Object.entries(fields)),
  );
  if (!stands || !was || !is) return earlier;
  for (const field of new Set([...was.keys(), ...is.keys()])) {
    const old = was.get(field);
    if (LINKS.has(field) || sameJson(is.get(field), old) || !sameJson(stands.get(field), old)) continue;
    if (is.has(field)) stands.set(field, is.get(field));
    else stands.delete(field);
  }
  return anyEntrySchema.parse({ kind: earlier.kind, fields: Object.fromEntries(stands) });
}
