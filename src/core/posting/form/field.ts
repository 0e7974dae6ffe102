/** One question of a form: what is asked, what an answer may be, and where in the entry it goes. */

import type { NamingContext } from '../../chat/command.ts';
import type { Named } from '../../wording/named.ts';

export type FieldKind =
  | { readonly kind: 'text'; readonly isLong?: true }
  /** Other people's words: kept as they are (R14). */
  | { readonly kind: 'verbatim'; readonly isLong?: true }
  /** Several texts, one a line. */
  | { readonly kind: 'lines' }
  /** `party: words`, one a line; `words` is the property that they go to, `nothing` is what else each item has. */
  | { readonly kind: 'by party'; readonly words: string; readonly nothing: Readonly<Record<string, null>> }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly isWhole: boolean }
  | { readonly kind: 'address' }
  /** Out of the dossier. `several`: with commas between. */
  | {
      readonly kind: 'name';
      /** Given the answers so far, those that go with them; without, all. */
      readonly names: (
        context: Pick<NamingContext, 'dossier'>,
        answers?: Readonly<Record<string, string>>,
      ) => readonly Named[];
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
  readonly when?: (answers: Readonly<Record<string, string>>, context: Pick<NamingContext, 'dossier'>) => boolean;
}

export interface Form {
  readonly fields: readonly Field[];
  /** What every new entry of the form begins with. */
  readonly initial: Readonly<Record<string, unknown>>;
  /** Ids begin with it. */
  readonly prefix: string;
  /** The field whose answer an id is made of. */
  readonly named: string;
}
