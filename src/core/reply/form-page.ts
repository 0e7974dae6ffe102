/** A form with several questions of a draft, for platforms that can show one: its content, without any layout. */
import type { Block } from './span.ts';

/** Source: Discord's modals have five components; no other platform has forms. */
export const MAX_FORM_FIELDS = 5;
/** Source: Discord's selects have 25 options. With more names, the answer is typed. */
export const MAX_FORM_OPTIONS = 25;

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FormField {
  /** Unique in the form; the answer has the same name. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Examples if there are too many names to choose from; otherwise empty. */
  readonly example: string;
  /** The answer so far, valid or not; empty if there is none. Several values of a choice are joined by `, `. */
  readonly given: string;
  readonly isRequired: boolean;
  readonly is:
    | { readonly kind: 'text'; readonly isLong: boolean }
    /** 1 to `MAX_FORM_OPTIONS` options. `given` holds values of these. */
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly isSeveral: boolean };
}

export interface FormPage {
  /** The draft's id. */
  readonly draft: string;
  readonly title: string;
  /** The label of the button that opens the form. */
  readonly open: string;
  /** Shown above that button instead of the reply's blocks: all questions, and what is wrong with earlier answers. */
  readonly blocks: readonly Block[];
  /** 1 to `MAX_FORM_FIELDS`. */
  readonly fields: readonly FormField[];
}
