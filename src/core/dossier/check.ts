/** The checks that need more than one entry: ids, references, and the rules R1–R24 that are about data. */
import type { Conflict } from './conflict.ts';
import { fieldsOf, mapsOf } from './entry-maps.ts';
import {
  type AnyEntry,
  type Around,
  ENTRY_KINDS,
  type Entry,
  type EntryKind,
  type FieldsOf,
  KINDS,
  SECTIONS,
} from './kinds/index.ts';
import type { Flaw } from './kinds/kind.ts';
import { onceFor } from './memoise.ts';
import { isNews } from './news.ts';
import { referencesOf } from './references.ts';
import { sameJson } from './same-json.ts';
import { lintNeutral } from './text/neutral.ts';
import { ownWordsOf } from './text/own-words.ts';

/** What is wrong, where. `field` is a path such as `positions.1.quote`. */
export interface Problem {
  readonly kind: EntryKind;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

/** Names first, then news in the order in which it is told. */
const IN_TURN: readonly EntryKind[] = [
  ...ENTRY_KINDS.filter((kind) => !isNews({ kind })),
  ...SECTIONS.map(({ kind }) => kind),
];

/** Entries that are there but cannot be read: ids, and kinds of which none can. */
export interface Unread {
  readonly ids: ReadonlySet<string>;
  readonly kinds: ReadonlySet<EntryKind>;
}

const NOTHING_UNREAD: Unread = { ids: new Set(), kinds: new Set() };

/**
 * Every problem of a set of entries that should stand together as one dossier; empty where there is none. To name an
 * entry that cannot be read is no problem.
 */
export function checkEntries(
  entries: readonly AnyEntry[],
  conflict: Conflict,
  unread: Unread = NOTHING_UNREAD,
): readonly Problem[] {
  const kinds = new Map(entries.map(({ kind, fields }) => [fields.id, kind]));
  const around = { ...mapsOf(entries), conflict };
  return [
    ...duplicateIds(entries),
    ...entries.flatMap((entry) => problemsOf(entry, brokenReferences(entry, kinds, unread))),
    ...entries.flatMap((entry) => problemsOf(entry, vocabulary(entry, conflict))),
    ...IN_TURN.flatMap((kind) => brokenRules(kind, fieldsOf(kind, entries), around)).filter(
      ({ kind, id }) => !unread.ids.has(id) && !unread.kinds.has(kind),
    ),
    ...IN_TURN.flatMap((kind) => repeated(kind, fieldsOf(kind, entries))),
    ...entries.flatMap((entry) => problemsOf(entry, neutralIn(conflict)(entry))),
  ];
}

/**
 * What would be wrong with the dossier with `written` in it and without `removed` (an id): with these themselves, or
 * with others where it was not so before. `standing` are the entries as they are.
 */
export function problemsWith(
  written: readonly AnyEntry[],
  standing: readonly AnyEntry[],
  conflict: Conflict,
  removed?: string,
): readonly Problem[] {
  const ids = new Set([removed, ...written.map(({ fields }) => fields.id)]);
  const known = checkEntries(standing, conflict);
  // Last, because of two entries that contradict each other the later one is told.
  return checkEntries([...standing.filter(({ fields }) => !ids.has(fields.id)), ...written], conflict).filter(
    (problem) => ids.has(problem.id) || !known.some((other) => sameJson(other, problem)),
  );
}

function duplicateIds(entries: readonly AnyEntry[]): readonly Problem[] {
  const seen = new Map<string, EntryKind>();
  return entries.flatMap(({ kind, fields: { id } }) => {
    const first = seen.get(id);
    seen.set(id, first ?? kind);
    return first
      ? [
          {
            kind,
            id,
            field: 'id',
            message: `is already the id of a ${first}: give this entry another one, as ids are unique over all kinds`,
          },
        ]
      : [];
  });
}

function brokenReferences(entry: AnyEntry, kinds: ReadonlyMap<string, EntryKind>, unread: Unread): readonly Flaw[] {
  return referencesOf(entry).flatMap(({ field, to, target }) => {
    const found = kinds.get(target);
    if (found === to || unread.ids.has(target) || unread.kinds.has(to)) return [];
    const message = found
      ? `“${target}” is a ${found}: name a ${to} here`
      : `there is no ${to} “${target}”: add it, or correct the id`;
    return [{ field, message }];
  });
}

/** Topics, victim groups and sides must be among the conflict's own. */
function vocabulary<K extends EntryKind>({ kind, fields }: Entry<K>, conflict: Conflict): readonly Flaw[] {
  return KINDS[kind].vocabulary(fields, conflict);
}

function brokenRules<K extends EntryKind>(
  kind: K,
  entries: readonly FieldsOf[K][],
  around: Around,
): readonly Problem[] {
  return KINDS[kind].rules(entries, around).map((flaw) => ({ kind, ...flaw }));
}

function repeated<K extends EntryKind>(kind: K, entries: readonly FieldsOf[K][]): readonly Problem[] {
  return KINDS[kind].repeats(entries).map((flaw) => ({ kind, ...flaw }));
}

/** Of each entry once: a draft is checked against all that stands, each time that it is shown. */
const neutralIn = onceFor((conflict: Conflict) => onceFor((entry: AnyEntry) => notNeutral(entry, conflict)));

/** R16. */
function notNeutral(entry: AnyEntry, conflict: Conflict): readonly Flaw[] {
  return ownWordsOf(entry).flatMap(({ field, text, attributed }) =>
    lintNeutral(text, conflict, { attributed }).map((message) => ({ field, message })),
  );
}

function problemsOf({ kind, fields }: AnyEntry, flaws: readonly Flaw[]): readonly Problem[] {
  return flaws.map(({ field, message }) => ({ kind, id: fields.id, field, message }));
}
