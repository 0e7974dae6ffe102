/** The kinds of entries that are written by answering questions, with their forms. */
import type { EntryKind } from '../../dossier/entries.ts';
import { WORDING_KINDS } from '../kinds/index.ts';
import type { Form } from './form.ts';
import { ANNOUNCE } from './shared-fields.ts';

type Kinds = typeof WORDING_KINDS;

/** A kind that has a form. */
export type FormKind = { [K in EntryKind]: Kinds[K]['form'] extends null ? never : K }[EntryKind];

/** In the order in which they are offered. */
export const FORM_KINDS: readonly FormKind[] = Object.values(WORDING_KINDS).flatMap((one) =>
  one.form === null ? [] : [one.kind],
);

export function formOf(kind: FormKind): Form {
  return WORDING_KINDS[kind].form;
}

/** Whether entries like it are written by answering questions. */
export function hasForm<E extends { readonly kind: EntryKind }>(entry: E): entry is E & { readonly kind: FormKind } {
  return WORDING_KINDS[entry.kind].form !== null;
}

/** What an alert can be about, and so can be rehearsed. */
export const DRILL_KINDS = FORM_KINDS.filter((kind) => formOf(kind).fields.some(({ name }) => name === ANNOUNCE.name));
