/** What is checked before an entry is published: what the dossier would be with it, and what looks like a mistake. */

import { type Problem, problemsWith } from '../dossier/check.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { AnyEntry } from '../dossier/entries.ts';
import { fieldsOf } from '../dossier/entry-maps.ts';
import { FIRST_TIMEZONE, futureDate } from '../dossier/future-date.ts';
import { type Entry, type EntryKind, KINDS } from '../dossier/kinds/index.ts';
import { dayOf } from '../dossier/knowledge.ts';
import { ownWordsOf } from '../dossier/own-words.ts';
import { standingEntries } from '../dossier/revision.ts';

/** What nobody but a person can decide: shown before going on. `id` is the entry that it may be the same as. */
export type Doubt =
  | { readonly what: 'same-claim' | 'near-quote' | 'same-address'; readonly id: string }
  /** Another entry names the one that is taken back. */
  | { readonly what: 'named-by'; readonly id: string; readonly field: string }
  /** "Taliban" alone, in words of our own (R16). */
  | { readonly what: 'which-taliban'; readonly sentence: string };

export interface Checked {
  readonly problems: readonly Problem[];
  /** The words of the quotation are not in the excerpt as they stand (R14). */
  readonly isMisquoted: boolean;
  /** Its date, where that has not come yet anywhere. */
  readonly future: string | undefined;
  readonly doubts: readonly Doubt[];
}

/** `written` are the entries as they would be, `removed` the id of one that would be withdrawn. `now` is Unix time in ms. */
export function checkPost(
  dossier: Dossier,
  {
    written,
    linked = [],
    removed,
    excerpt,
  }: {
    readonly written: readonly AnyEntry[];
    /** Others that change only in what they name: nothing about them is doubted anew. */
    readonly linked?: readonly AnyEntry[];
    readonly removed?: string;
    /** What was pasted out of the source of a quotation. */
    readonly excerpt?: string;
  },
  now: number,
): Checked {
  const standing = standingEntries(dossier.revisionsAfter(0));
  const own = new Set([removed, ...written.map(({ fields }) => fields.id)]);
  const others = standing.filter(({ fields }) => !own.has(fields.id));
  const today = dayOf(now, FIRST_TIMEZONE);
  const problems = problemsWith([...linked, ...written], standing, dossier.conflict, removed);
  return {
    // What is wrong must be taken back at once: who names it is told, and put right afterwards.
    problems: removed === undefined ? problems : [],
    isMisquoted: written.some(
      ({ kind, fields }) => kind === 'quote' && excerpt !== undefined && !excerpt.includes(fields.text),
    ),
    future: written.map((entry) => futureDate(entry, today)?.date).find((date) => date !== undefined),
    doubts:
      removed === undefined
        ? written.flatMap((entry) => [...likeness(entry, others), ...taliban(entry)])
        : problems.map(({ id, field }) => ({ what: 'named-by', id, field })),
  };
}

function likeness<K extends EntryKind>({ kind, fields }: Entry<K>, others: readonly AnyEntry[]): readonly Doubt[] {
  const rule = KINDS[kind].likeness;
  if (rule === null) return [];
  return fieldsOf(kind, others)
    .filter((other) => rule.isLike(fields, other))
    .map(({ id }) => ({ what: rule.what, id }));
}

/** The Afghan Taliban and the TTP are two parties: a bare "Taliban" leaves open which one is meant. */
function taliban(entry: AnyEntry): readonly Doubt[] {
  const bare =
    /(?<!\b(?:Afghan|Pakistani|Pakistan|Tehreek-e-|Tehrik-i-|the Afghan)[\s-]?)\bTaliban\b(?!\s+(?:government|authorities|administration|Pakistan))/u;
  return ownWordsOf(entry).flatMap(({ text }): readonly Doubt[] => {
    const sentence = text.split(/(?<=[.;!?])\s+/u).find((one) => bare.test(one.replaceAll(/“[^”]*”/gu, '')));
    return sentence === undefined ? [] : [{ what: 'which-taliban', sentence }];
  });
}
