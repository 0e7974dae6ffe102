/** Checks entries before they are published: rules of the dossier, and what may be a mistake. */

import { distance } from 'fastest-levenshtein';
import { isSamePage } from '../dossier/address.ts';
import { type Problem, problemsWith } from '../dossier/check.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { overlaps, parseEdtf } from '../dossier/edtf.ts';
import type { AnyEntry, Claim, Quote } from '../dossier/entries.ts';
import { FIRST_TIMEZONE, futureDate } from '../dossier/future-date.ts';
import { dayOf } from '../dossier/knowledge.ts';
import { normalise } from '../dossier/normalise.ts';
import { standingEntries } from '../dossier/revision.ts';

/** What a person has to decide; the preview shows it. `id` is the entry that this one may repeat. */
export type Doubt =
  | { readonly what: 'same-claim' | 'near-quote' | 'same-address'; readonly id: string }
  /** The entry `id` refers to the one that is retracted. */
  | { readonly what: 'named-by'; readonly id: string; readonly field: string }
  /** "Taliban" alone, in words of our own (R16). */
  | { readonly what: 'which-taliban'; readonly sentence: string };

export interface CheckResult {
  readonly problems: readonly Problem[];
  /** The excerpt does not contain the quotation letter by letter (R14). */
  readonly isMisquoted: boolean;
  /** The entry's date, if that day has not begun in any time zone. */
  readonly future: string | undefined;
  readonly doubts: readonly Doubt[];
}

/** Two quotations look like one remark if no larger part of the letters differs. */
const NEAR = 0.15;

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
        ? written.flatMap((entry) => [...similarEntries(entry, others), ...bareTaliban(entry)])
        : problems.map(({ id, field }) => ({ what: 'named-by', id, field })),
  };
}

function similarEntries({ kind, fields }: AnyEntry, others: readonly AnyEntry[]): readonly Doubt[] {
  if (kind === 'claim') {
    return others.flatMap((other): Doubt[] =>
      other.kind === 'claim' && isSameClaim(other.fields, fields) ? [{ what: 'same-claim', id: other.fields.id }] : [],
    );
  }
  if (kind === 'source') {
    const { url } = fields;
    return others.flatMap((other): Doubt[] =>
      other.kind === 'source' && url !== null && other.fields.url !== null && isSamePage(other.fields.url, url)
        ? [{ what: 'same-address', id: other.fields.id }]
        : [],
    );
  }
  if (kind !== 'quote') return [];
  return others.flatMap((other): Doubt[] =>
    other.kind === 'quote' && isNear(other.fields, fields) && !fields.variants?.includes(other.fields.id)
      ? [{ what: 'near-quote', id: other.fields.id }]
      : [],
  );
}

function isSameClaim(a: Claim, b: Claim): boolean {
  return (
    a.victims === b.victims &&
    a.harm === b.harm &&
    a.claimedBy === b.claimedBy &&
    overlaps(parseEdtf(a.period), parseEdtf(b.period))
  );
}

function isNear(a: Quote, b: Quote): boolean {
  if (a.party !== b.party) return false;
  const [one, other] = [normalise(a.text), normalise(b.text)].sort((x, y) => x.length - y.length);
  if (one === undefined || other === undefined) return false;
  return other.includes(one) || distance(one, other) <= other.length * NEAR;
}

/** Sentences with "Taliban" alone. The Afghan Taliban and the TTP are two parties, and either could be meant. */
function bareTaliban(entry: AnyEntry): readonly Doubt[] {
  const bare =
    /(?<!\b(?:Afghan|Pakistani|Pakistan|Tehreek-e-|Tehrik-i-|the Afghan)[\s-]?)\bTaliban\b(?!\s+(?:government|authorities|administration|Pakistan))/u;
  return ownWordsOf(entry).flatMap((text): Doubt[] => {
    const sentence = text.split(/(?<=[.;!?])\s+/u).find((one) => bare.test(one.replaceAll(/“[^”]*”/gu, '')));
    return sentence === undefined ? [] : [{ what: 'which-taliban', sentence }];
  });
}

function ownWordsOf({ kind, fields }: AnyEntry): readonly string[] {
  switch (kind) {
    case 'development':
      return [fields.title, fields.summary];
    case 'talks':
      return [fields.outcomeSummary];
    case 'ceasefire':
      return [fields.headline, ...fields.terms, ...fields.positions.map(({ summary }) => summary)];
    case 'quote':
    case 'claim':
    case 'party':
    case 'person':
    case 'place':
    case 'source':
      return [];
  }
}
