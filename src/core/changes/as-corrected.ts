/** The dossier that a message was composed from, as it was then and with the corrections since. */
import { type Dossier, foldDossier } from '../dossier/dossier.ts';
import { type AnyEntry, anyEntrySchema } from '../dossier/entries.ts';
import { isNews } from '../dossier/news.ts';
import type { Revision } from '../dossier/revision.ts';
import { sameJson } from '../dossier/same-json.ts';
import { type RevisionStep, reachesBack, revisionStepsOf } from './revision-steps.ts';
import { LINKS } from './same-news.ts';

/** The dossier as it was when its ledger ended at `head`. */
export function asTold(dossier: Dossier, head: number): Dossier {
  return foldDossier(upTo(dossier, head), dossier.conflict);
}

/**
 * Each entry as it read then, but for the fields that a correction changed: where what it replaced is what stood
 * there. What was updated in between stays out, so what was wrong in an update only does not come in. Names, places
 * and sources that are new are there for what corrections cite.
 */
export function asCorrected(dossier: Dossier, head: number): Dossier {
  const told = upTo(dossier, head);
  const known = new Set(told.map(({ entry }) => entry.fields.id));
  const fresh = dossier.revisionsAfter(head).filter(({ entry }) => !isNews(entry) && !known.has(entry.fields.id));
  const corrected = [...known].flatMap((id) => correctedSince(id, head, dossier));
  return foldDossier(
    [...told, ...fresh, ...corrected].toSorted((a, b) => a.seq - b.seq),
    dossier.conflict,
  );
}

/** What was made of an entry after `head` that whoever was told before is told of, the oldest first. */
export function correctionsSince(id: string, head: number, dossier: Dossier): readonly RevisionStep[] {
  return revisionStepsOf(dossier, id).filter((step) => step.seq > head && reachesBack(step));
}

function upTo(dossier: Dossier, head: number): readonly Revision[] {
  return dossier.revisionsAfter(0).filter(({ seq }) => seq <= head);
}

/** The corrections of one entry after `head`, each with the wording that it had then and that was corrected since. */
function correctedSince(id: string, head: number, dossier: Dossier): readonly Revision[] {
  let entry = dossier.history(id).findLast(({ seq }) => seq <= head)?.entry;
  return correctionsSince(id, head, dossier).map((step) => {
    entry = entry === undefined ? step.entry : withCorrection(entry, step);
    return { ...step.revision, entry };
  });
}

function withCorrection(told: AnyEntry, { before, entry }: RevisionStep): AnyEntry {
  if (before === undefined) return told;
  const [stands, was, is] = [told, before, entry].map(({ fields }) => new Map<string, unknown>(Object.entries(fields)));
  if (!stands || !was || !is) return told;
  for (const field of new Set([...was.keys(), ...is.keys()])) {
    const old = was.get(field);
    if (LINKS.has(field) || sameJson(is.get(field), old) || !sameJson(stands.get(field), old)) continue;
    if (is.has(field)) stands.set(field, is.get(field));
    else stands.delete(field);
  }
  return anyEntrySchema.parse({ kind: told.kind, fields: Object.fromEntries(stands) });
}
