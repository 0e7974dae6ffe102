/** The kinds of entries in words, in the order in which they are offered to writers; and any entry in words. */
import type { Dossier } from '../../dossier/dossier.ts';
import type { Entry, EntryKind, FieldsOf } from '../../dossier/kinds/index.ts';
import type { Spans } from '../../reply/span.ts';
import type { Answers } from '../forms/form.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';
import { ceasefire } from './ceasefire.ts';
import { claim } from './claim.ts';
import { development } from './development.ts';
import type { FieldWords, WordingKind } from './kind.ts';
import { party } from './party.ts';
import { person } from './person.ts';
import { place } from './place.ts';
import { quote } from './quote.ts';
import { source } from './source.ts';
import { talks } from './talks.ts';

type ByKind = { readonly [K in EntryKind]: WordingKind<K> };

export const WORDING_KINDS = {
  development,
  quote,
  claim,
  ceasefire,
  talks,
  source,
  person,
  place,
  party,
} as const satisfies ByKind;

const kinds: ByKind = WORDING_KINDS;

/** What a change is about. */
export function nameOf<K extends EntryKind>(entry: Entry<K>, context: NameContext): Spans {
  return kinds[entry.kind].name(entry.fields, context);
}

/** The first line of an alert: what, and who says so. */
export function headlineOf<K extends EntryKind>(entry: Entry<K>, context: NameContext): Spans {
  const { headline, name } = kinds[entry.kind];
  return (headline ?? name)(entry.fields, context);
}

/** The few words by which those who wrote or read it tell it from others. */
export function labelOf<K extends EntryKind>(entry: Entry<K>): string {
  return kinds[entry.kind].label(entry.fields);
}

/** One line of plain text for the command line. */
export function lineOf<K extends EntryKind>(entry: Entry<K>): string {
  return kinds[entry.kind].line(entry.fields);
}

/** An entry as it stands, with its sources; empty for parties, people, places and sources. */
export function standingRow<K extends EntryKind>(entry: Entry<K>, context: WordingContext): Spans {
  return kinds[entry.kind].row(entry.fields, context);
}

/** What each row about it says, whatever changed; empty for most. */
export function inEachRow<K extends EntryKind>(entry: Entry<K>, context: NameContext): Spans {
  return kinds[entry.kind].inEachRow(entry.fields, context);
}

/** What was retracted, where the name alone does not say it. */
export function lastWords<K extends EntryKind>(entry: Entry<K>, context: NameContext): Spans {
  return kinds[entry.kind].lastWords(entry.fields, context);
}

/** `terse`: what one line has room for. `brief`: as much as messages have. `full`: all that readers can be told. */
export type Detail = 'terse' | 'brief' | 'full';

/** The values of its fields in words, by field; without those that have none, or none in this detail. */
export function valuesOf<K extends EntryKind>(
  entry: Entry<K>,
  detail: Detail,
  context: NameContext,
): Readonly<Record<string, Spans>> {
  const fields: Readonly<Record<string, FieldWords<FieldsOf[K]>>> = kinds[entry.kind].fields;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, words]) => {
      if (typeof words === 'string') return [];
      if ('full' in words) return detail === 'full' ? [[field, words.full(entry.fields, context)]] : [];
      const value = detail === 'terse' ? (words.terse ?? words.brief) : words.brief;
      return [[field, value(entry.fields, context)]];
    }),
  );
}

/** Answers of a published entry that are no part of it. */
export function answeredBefore<K extends EntryKind>(entry: Entry<K>): Answers {
  return kinds[entry.kind].form?.answered(entry.fields) ?? {};
}

/** How many entries there are: variables of `about-counts`. */
export function countsOf(dossier: Dossier): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.values(kinds).flatMap(({ counts }) => Object.entries(counts(dossier))));
}
