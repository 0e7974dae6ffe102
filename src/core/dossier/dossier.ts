/** The dossier: the immutable snapshot folded from the ledger, as known now or as known at an earlier moment. */
import type { Conflict } from './conflict.ts';
import { compareEdtf, parseEdtf } from './edtf.ts';
import type { AnyEntry, Ceasefire, Claim, Development, Party, Person, Place, Quote, Source, Talks } from './entries.ts';
import { knownAt, publishedFrom } from './knowledge.ts';
import { type Revision, standingEntries } from './revision.ts';

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
  /** Ids of entries some of whose sources were not out yet at the moment of this view: their wording rests on later ones too. */
  readonly partlyKnown: ReadonlySet<string>;
  /** The first day that a development can mean, `YYYY-MM-DD`: nothing is known of earlier days. Undefined when empty. */
  readonly begins: string | undefined;
  /** The `seq` of the last revision of the ledger; 0 where it is empty. */
  readonly head: number;
  /** Unix time in ms, where this is a view of an earlier moment (`known:`). */
  readonly viewOf: number | undefined;
  /** All versions of an entry that were known, the oldest first (R9, R10). */
  history(id: string): readonly Revision[];
  /** All versions of all entries that were known, with a `seq` greater than `seq`, in ledger order. */
  revisionsAfter(seq: number): readonly Revision[];
  /** What would have been known at `at` (Unix time in ms). */
  asKnownAt(at: number): Dossier;
}

/** Folds `revisions` (in ledger order) up to the moment `viewOf`, or all of them. */
export function foldDossier(revisions: readonly Revision[], conflict: Conflict, viewOf?: number): Dossier {
  const publishedOn = publishedFrom(revisions);
  const histories = new Map<string, Revision[]>();
  const folded = revisions.filter((revision) => viewOf === undefined || knownAt(revision, publishedOn) <= viewOf);
  for (const revision of folded) {
    const { id } = revision.entry.fields;
    const history = histories.get(id);
    if (history) history.push(revision);
    else histories.set(id, [revision]);
  }
  const found = byKind(standingEntries(folded));
  const sources = byId(found.source);
  const partlyKnown = new Set<string>();
  /** In a view of an earlier moment a source that was not yet out, or one since retracted, does not count (R12). */
  const withKnownSources = <T extends Sourced>(entry: T): T => {
    const known = entry.sources.filter((id) => sources.has(id));
    if (known.length === entry.sources.length) return entry;
    partlyKnown.add(entry.id);
    return { ...entry, sources: known };
  };
  const inOrder = <T extends Sourced>(entries: readonly T[], dateOf: (entry: T) => string): ById<T> =>
    byId(entries.map(withKnownSources).toSorted((a, b) => compareEdtf(parseEdtf(dateOf(a)), parseEdtf(dateOf(b)))));
  return Object.freeze({
    conflict,
    parties: byId(found.party),
    people: byId(found.person),
    places: byId(found.place),
    sources,
    developments: inOrder(found.development, (entry) => entry.date),
    quotes: inOrder(found.quote, (entry) => entry.date),
    claims: inOrder(found.claim, (entry) => entry.period),
    talks: inOrder(found.talks, (entry) => entry.date),
    ceasefire: inOrder(found.ceasefire, (entry) => entry.effectiveFrom),
    partlyKnown,
    begins: found.development.map((entry) => parseEdtf(entry.date).earliest).sort()[0],
    head: revisions.at(-1)?.seq ?? 0,
    viewOf,
    history: (id: string) => histories.get(id) ?? [],
    revisionsAfter: (seq: number) => folded.filter((revision) => revision.seq > seq),
    asKnownAt: (at: number) => foldDossier(revisions, conflict, at),
  });
}

interface Sourced {
  readonly id: string;
  readonly sources: readonly string[];
}

type FieldsOf = { readonly [K in AnyEntry['kind']]: Extract<AnyEntry, { kind: K }>['fields'][] };

function byKind(entries: readonly AnyEntry[]): FieldsOf {
  const found: FieldsOf = {
    party: [],
    person: [],
    place: [],
    source: [],
    development: [],
    quote: [],
    claim: [],
    talks: [],
    ceasefire: [],
  };
  for (const entry of entries) put(entry, found);
  return found;
}

/** One case a kind, as only then do the list and the fields have one type. */
function put({ kind, fields }: AnyEntry, found: FieldsOf): void {
  switch (kind) {
    case 'party':
      found.party.push(fields);
      break;
    case 'person':
      found.person.push(fields);
      break;
    case 'place':
      found.place.push(fields);
      break;
    case 'source':
      found.source.push(fields);
      break;
    case 'development':
      found.development.push(fields);
      break;
    case 'quote':
      found.quote.push(fields);
      break;
    case 'claim':
      found.claim.push(fields);
      break;
    case 'talks':
      found.talks.push(fields);
      break;
    case 'ceasefire':
      found.ceasefire.push(fields);
      break;
  }
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ById<T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
