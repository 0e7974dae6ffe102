/** Checks entries before they are published: rules of the dossier, and what may be a mistake. */

import { type Problem, problemsWith } from '../dossier/check.ts';
import { FIRST_TIMEZONE, futureDate } from '../dossier/dates/future-date.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { fieldsOf } from '../dossier/entry-maps.ts';
import { type Entry, type EntryKind, KINDS } from '../dossier/kinds/index.ts';
import { standingEntries } from '../dossier/revision.ts';
import { sentenceWithAlone } from '../dossier/text/ambiguous.ts';
import { ownWordsOf } from '../dossier/text/own-words.ts';

/** What a person has to decide; the preview shows it. `id` is the entry that this one may repeat. */
export type Doubt =
  | { readonly what: 'same-claim' | 'near-quote' | 'same-address'; readonly id: string }
  /** The entry `id` refers to the one that is retracted. */
  | { readonly what: 'named-by'; readonly id: string; readonly field: string }
  /** A name that could be that of several parties (ids), in words of our own (R16). */
  | { readonly what: 'which-party'; readonly sentence: string; readonly parties: readonly string[] };

export interface CheckResult {
  readonly problems: readonly Problem[];
  /** The excerpt does not contain the quotation letter by letter (R14). */
  readonly isMisquoted: boolean;
  /** The entry's date, if that day has not begun in any time zone. */
  readonly future: string | undefined;
  readonly doubts: readonly Doubt[];
}

/** `written` are the new versions of entries, `removed` is the id of one to retract. `now` is Unix time in ms. */
export function checkPost(
  dossier: Dossier,
  {
    written,
    linked = [],
    removed,
    excerpt,
  }: {
    readonly written: readonly AnyEntry[];
    /** Claims that change only in `conflictsWith`: these are checked by the rules, but raise no doubts. */
    readonly linked?: readonly AnyEntry[];
    readonly removed?: string;
    /** The passage with a quotation, pasted from its source. */
    readonly excerpt?: string;
  },
  now: number,
): CheckResult {
  const standing = standingEntries(dossier.revisionsAfter(0));
  const own = new Set([removed, ...written.map(({ fields }) => fields.id)]);
  const others = standing.filter(({ fields }) => !own.has(fields.id));
  const today = dayOf(now, FIRST_TIMEZONE);
  const problems = problemsWith([...linked, ...written], standing, dossier.conflict, removed);
  return {
    // A retraction must not wait for entries that refer to it. They are shown as doubts and put right afterwards.
    problems: removed === undefined ? problems : [],
    isMisquoted: written.some(
      ({ kind, fields }) => kind === 'quote' && excerpt !== undefined && !excerpt.includes(fields.text),
    ),
    future: written.map((entry) => futureDate(entry, today)?.date).find((date) => date !== undefined),
    doubts:
      removed === undefined
        ? written.flatMap((entry) => [...similarEntries(entry, others), ...ambiguous(entry, dossier)])
        : problems.map(({ id, field }) => ({ what: 'named-by', id, field })),
  };
}

function similarEntries<K extends EntryKind>(
  { kind, fields }: Entry<K>,
  others: readonly AnyEntry[],
): readonly Doubt[] {
  const rule = KINDS[kind].likeness;
  if (rule === null) return [];
  return fieldsOf(kind, others)
    .filter((other) => rule.isLike(fields, other))
    .map(({ id }) => ({ what: rule.what, id }));
}

function ambiguous(entry: AnyEntry, { conflict: { ambiguousNames = [] } }: Dossier): readonly Doubt[] {
  return ownWordsOf(entry).flatMap(({ text }) =>
    ambiguousNames.flatMap((name): readonly Doubt[] => {
      const sentence = sentenceWithAlone(text, name);
      return sentence === undefined ? [] : [{ what: 'which-party', sentence, parties: name.parties }];
    }),
  );
}
