/** Several questions of a draft at once, for platforms that can show a form: what is asked, never how it looks. */
import type { Block } from './span.ts';

/** Source: Discord's modals have five components; no other platform has forms. */
export const MAX_FORM_FIELDS = 5;
/** Source: Discord's selects have 25 options. More names are typed. */
export const MAX_FORM_OPTIONS = 25;

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface FormField {
  /** Unique in the form; what the answer is handed back under. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Examples of names where there are too many to choose from; empty where there are none. */
  readonly example: string;
  /** The answer so far, sound or not; empty where there is none. Of a choice its values, with `, ` between. */
  readonly given: string;
  readonly isRequired: boolean;
  readonly is:
    | { readonly kind: 'text'; readonly isLong: boolean }
    /** 1 to `MAX_FORM_OPTIONS` options; what is given are some of them. */
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly isSeveral: boolean };
}

export interface FormPage {
  /** The draft's id. */
  readonly draft: string;
  readonly title: string;
  /** What the button says that opens the form. */
  readonly openLabel: string;
  /** What stands above that button, in place of the reply's blocks: all questions, and what is wrong with earlier answers. */
  readonly blocks: readonly Block[];
  /** 1 to `MAX_FORM_FIELDS`. */
  readonly fields: readonly FormField[];
}
