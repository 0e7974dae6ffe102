/** A form: the questions whose answers make an entry, what an answer may be, and where in the entry it goes. */
import type { Named } from '../named.ts';
import type { WordingContext } from '../wording-context.ts';

type Within = Pick<WordingContext, 'dossier'>;

/** By field, as text. */
export type Answers = Readonly<Record<string, string>>;

export type FieldKind =
  | { readonly kind: 'text'; readonly isLong?: true }
  /** Other people's words: kept as they are (R14). */
  | { readonly kind: 'verbatim'; readonly isLong?: true }
  /** Several texts, one a line. */
  | { readonly kind: 'lines' }
  /** `party: words`, one a line; `words` is the property that they go to, `nothing` is what else each item has. */
  | { readonly kind: 'by party'; readonly words: string; readonly nothing: Readonly<Record<string, null>> }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** `lies`: where a date without a year is meant; absent: behind. */
  | { readonly kind: 'date'; readonly lies?: 'ahead' }
  | { readonly kind: 'number'; readonly isWhole: boolean }
  | { readonly kind: 'address' }
  /** Out of the dossier. `several`: with commas between. */
  | {
      readonly kind: 'name';
      /** Given the answers so far, those that go with them; without, all. */
      readonly names: (context: Within, answers?: Answers) => readonly Named[];
      readonly several?: true;
    }
  /** Sources by name or address; one that is not known yet makes a new source. */
  | { readonly kind: 'sources' };

export interface Field {
  readonly name: string;
  /** `count.low`; null: not a part of the entry. */
  readonly path: string | null;
  readonly is: FieldKind;
  /** What the entry has where the field is left out; absent: it cannot be. `undefined` leaves the property out. */
  readonly empty?: { readonly value: unknown };
  /** Whether it is asked, by the answers to earlier fields. */
  readonly when?: (answers: Answers, context: Within) => boolean;
}

export interface Form {
  readonly fields: readonly Field[];
  /** What every new entry of the form begins with. */
  readonly initial: Readonly<Record<string, unknown>>;
  /** Properties of an entry that only files can give. */
  readonly notAsked: readonly string[];
  /** Ids begin with it. */
  readonly prefix: string;
  /** The field whose answer an id is made of and a draft is listed by; null: none. */
  readonly named: string | null;
}
