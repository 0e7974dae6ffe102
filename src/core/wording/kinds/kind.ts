/** What is needed to put one kind of entry into words. A kind that lacks a part does not compile. */
import type { Dossier } from '../../dossier/dossier.ts';
import type { EntryKind, FieldsOf } from '../../dossier/kinds/index.ts';
import type { Spans } from '../../reply/span.ts';
import type { Answers, Form } from '../forms/form.ts';
import type { NameContext, WordingContext } from '../wording-context.ts';
import type { Column } from './column.ts';

/** The value of a field in words. */
type ValueWords<F> = (fields: F, context: NameContext) => Spans;

/**
 * How a change of a field is worded. `brief`: "… → …" in every message, in fewer words where there is one line for it
 * and the field has `terse` ones. `full`: so only in answers about one entry; messages just name the field. `name
 * only`: named everywhere, as its values say nothing to readers. `no words`: called a link to other entries, or it
 * never changes.
 */
export type FieldWords<F> =
  | { readonly brief: ValueWords<F>; readonly terse?: ValueWords<F> }
  | { readonly full: ValueWords<F> }
  | 'name only'
  | 'no words';

export interface WordingKind<K extends EntryKind, F = FieldsOf[K]> {
  readonly kind: K;
  /** What a change is about. */
  readonly name: ValueWords<F>;
  /** The first line of an alert: what, and who says so. Null: no alert tells of this kind. */
  readonly headline: ValueWords<F> | null;
  /** The few words by which those who wrote or read it tell it from others. */
  readonly label: (fields: F) => string;
  /** One line of plain text for the command line. */
  readonly line: (fields: F) => string;
  /**
   * The entry as it stands, with its sources; empty where only changes are shown. Digests show new figures and
   * quotations in blocks of their own instead.
   */
  readonly row: (fields: F, context: WordingContext) => Spans;
  /** What each row about it says, whatever changed. */
  readonly inEachRow: ValueWords<F>;
  /** What was retracted, where the name alone does not say it. */
  readonly lastWords: ValueWords<F>;
  /** Id of the small print that an answer with such an entry ends with; null: none. */
  readonly caveat: string | null;
  /** Every field, in the order in which previews show them. */
  readonly fields: { readonly [P in keyof F]-?: FieldWords<F> };
  /** How many there are: variables of `about-counts`. */
  readonly counts: (dossier: Dossier) => Readonly<Record<string, number>>;
  /** How it is written by answering questions; null: it comes out of files alone. */
  readonly form: (Form & FormAnswers<F>) | null;
  /** Its table in an export as CSV; empty: it has none. */
  readonly columns: readonly Column<F>[];
}

interface FormAnswers<F> {
  /** Answers that are no part of the entry, for one that was published: they are not asked for again. */
  readonly answered: (fields: F) => Answers;
}

export const nothing = (): Spans => [];
export const noAnswers = (): Answers => ({});
