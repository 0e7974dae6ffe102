/** The dossier: the immutable snapshot folded from the ledger, as known now or as known at an earlier moment. */
import type { Conflict } from './conflict.ts';
import { compareEdtf, parseEdtf } from './edtf.ts';
import type { AnyEntry, Ceasefire, Claim, Development, Party, Person, Place, Quote, Source, Talks } from './entries.ts';
import { knownAt, publishedFrom } from './knowledge.ts';
import type { Revision } from './revision.ts';

type ById<T> = ReadonlyMap<string, T>;

export interface Dossier {
  readonly conflict: Conflict;
  readonly parties: ById<Party>;
  readonly people: ById<Person>;
  readonly places: ById<Place>;
  readonly sources: ById<Source>;
  /** Developments, quotes, claims, talks and ceasefire states are in order of event time, the earliest first. */
  readonly developments: ById<Development>;
  readonly quotes: ById<Quote>;
  readonly claims: ById<Claim>;
  readonly talks: ById<Talks>;
  readonly ceasefire: ById<Ceasefire>;
  /** The first day that a development can mean, `YYYY-MM-DD`: nothing is known of earlier days. Undefined when empty. */
  readonly begins: string | undefined;
  /** The `seq` of the last revision of the ledger; 0 where it is empty. */
  readonly head: number;
  /** Unix time in ms, where this is a view of an earlier moment (`known:`). */
  readonly viewOf: number | undefined;
  /** All versions of an entry that were known, the oldest first (R9, R10). */
  history(id: string): readonly Revision[];
  /** What would have been known at `at` (Unix time in ms). */
  asKnownAt(at: number): Dossier;
}

/** Folds `revisions` (in ledger order) up to the moment `viewOf`, or all of them. */
export function foldDossier(revisions: readonly Revision[], conflict: Conflict, viewOf?: number): Dossier {
  const publishedOn = publishedFrom(revisions);
  const histories = new Map<string, Revision[]>();
  for (const revision of revisions) {
    if (viewOf !== undefined && knownAt(revision, publishedOn) > viewOf) continue;
    const { id } = revision.entry.fields;
    const history = histories.get(id);
    if (history) history.push(revision);
    else histories.set(id, [revision]);
  }
  const standing: AnyEntry[] = [];
  for (const history of histories.values()) {
    const last = history.at(-1);
    if (last && last.change !== 'retraction') standing.push(last.entry);
  }
  const sources = byId(standing.flatMap((entry) => (entry.kind === 'source' ? [entry.fields] : [])));
  const developments = sorted(
    withKnownSources(byId(standing.flatMap((entry) => (entry.kind === 'development' ? [entry.fields] : []))), sources),
    (entry) => entry.date,
  );
  return Object.freeze({
    conflict,
    parties: byId(standing.flatMap((entry) => (entry.kind === 'party' ? [entry.fields] : []))),
    people: byId(standing.flatMap((entry) => (entry.kind === 'person' ? [entry.fields] : []))),
    places: byId(standing.flatMap((entry) => (entry.kind === 'place' ? [entry.fields] : []))),
    sources,
    developments,
    quotes: sorted(
      withKnownSources(byId(standing.flatMap((entry) => (entry.kind === 'quote' ? [entry.fields] : []))), sources),
      (entry) => entry.date,
    ),
    claims: sorted(
      withKnownSources(byId(standing.flatMap((entry) => (entry.kind === 'claim' ? [entry.fields] : []))), sources),
      (entry) => entry.period,
    ),
    talks: sorted(
      withKnownSources(byId(standing.flatMap((entry) => (entry.kind === 'talks' ? [entry.fields] : []))), sources),
      (entry) => entry.date,
    ),
    ceasefire: sorted(
      withKnownSources(byId(standing.flatMap((entry) => (entry.kind === 'ceasefire' ? [entry.fields] : []))), sources),
      (entry) => entry.effectiveFrom,
    ),
    begins: [...developments.values()].map((entry) => parseEdtf(entry.date).earliest).sort()[0],
    head: revisions.at(-1)?.seq ?? 0,
    viewOf,
    history: (id: string) => histories.get(id) ?? [],
    asKnownAt: (at: number) => foldDossier(revisions, conflict, at),
  });
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ById<T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** In a view of an earlier moment a source that was not yet out, or one since retracted, does not count (R12). */
function withKnownSources<T extends { readonly id: string; readonly sources: readonly string[] }>(
  entries: ById<T>,
  sources: ById<Source>,
): ById<T> {
  const result = new Map<string, T>();
  for (const entry of entries.values()) {
    const known = entry.sources.filter((id) => sources.has(id));
    result.set(entry.id, known.length === entry.sources.length ? entry : { ...entry, sources: known });
  }
  return result;
}

function sorted<T extends { readonly id: string }>(entries: ById<T>, dateOf: (entry: T) => string): ById<T> {
  const list = [...entries.values()].sort((a, b) => compareEdtf(parseEdtf(dateOf(a)), parseEdtf(dateOf(b))));
  return new Map(list.map((entry) => [entry.id, entry]));
}
