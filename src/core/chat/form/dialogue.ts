/** The dialogue over a draft: a pure state machine. What is asked next follows from what was answered; nothing is lost. */
import { UserError } from '../user-error.ts';
import { CHOOSE, type Draft } from './draft.ts';
import type { Field } from './field.ts';
import { fieldsFor } from './forms.ts';
import { type AnsweringContext, parseAnswer } from './parse-answer.ts';

/** Fields on one page of a form where a platform shows several at once. Source: Discord's modals have five components. */
const PAGE_FIELDS = 5;

/** A field as it is asked: with what was answered before, and what is wrong with that. */
export interface Question {
  readonly field: Field;
  readonly given: string | undefined;
  readonly problem: UserError | undefined;
}

/** `choose`: which field is to be changed. `place` counts from 1. */
export type Turn =
  | { readonly kind: 'question'; readonly question: Question; readonly place: number; readonly of: number }
  | { readonly kind: 'choose' }
  | { readonly kind: 'complete' };

/** The fields that are asked, by the answers so far. */
export function askedFields({ form, purpose, answers }: Draft, context: AnsweringContext): readonly Field[] {
  return fieldsFor(form, purpose).filter(({ when }) => when === undefined || when(answers, context));
}

/** What comes next. */
export function turnOf(draft: Draft, context: AnsweringContext): Turn {
  const fields = askedFields(draft, context);
  if (draft.step === CHOOSE) return { kind: 'choose' };
  const index = indexOfNext(draft, fields, context);
  const field = fields[index];
  if (!field) return { kind: 'complete' };
  return { kind: 'question', question: questionOf(draft, field, context), place: index + 1, of: fields.length };
}

/** The next questions that can be asked at once: none that depends on the answer to another one before it. */
export function pageOf(draft: Draft, context: AnsweringContext): readonly Question[] {
  const fields = askedFields(draft, context);
  const first = indexOfNext(draft, fields, context);
  const open = fields.slice(first).filter((field, index) => index === 0 || !isAnswered(draft, field, context));
  const all = fieldsFor(draft.form, draft.purpose);
  const page: Field[] = [];
  for (const field of open) {
    // What lies between two fields may depend on the first of them.
    const [last] = page.slice(-1);
    const between = last ? all.slice(all.indexOf(last) + 1, all.indexOf(field)) : [];
    if (page.length === PAGE_FIELDS || (last && (field.when || between.some(({ when }) => when)))) break;
    page.push(field);
  }
  return first === -1 ? [] : page.map((field) => questionOf(draft, field, context));
}

/** The draft with an answer, sound or not: what is wrong with it is told when it is asked again. Throws for an unknown field. */
export function answered(draft: Draft, name: string, typed: string, context: AnsweringContext): Draft {
  if (name === CHOOSE) return { ...draft, step: fieldNamed(draft, typed, context).name };
  const field = fieldNamed(draft, name, context);
  const text = textOf(draft, field, typed, context);
  return { ...draft, answers: { ...draft.answers, [field.name]: text }, step: null, state: 'open' };
}

/** One question back: to the one before the one that is asked. */
export function oneBack(draft: Draft, context: AnsweringContext): Draft {
  const fields = askedFields(draft, context);
  const index = draft.step === CHOOSE ? -1 : indexOfNext(draft, fields, context);
  const before = fields[(index === -1 ? fields.length : index) - 1];
  return { ...draft, step: before?.name ?? fields[0]?.name ?? null };
}

/** Throws `UserError` where the form has no such field, or does not ask it. */
function fieldNamed(draft: Draft, name: string, context: AnsweringContext): Field {
  const fields = askedFields(draft, context);
  const found = fields.find((field) => field.name.toLowerCase() === name.trim().toLowerCase());
  if (found) return found;
  throw new UserError('form-no-field', { fields: fields.map((field) => field.name).join(', ') });
}

function indexOfNext(draft: Draft, fields: readonly Field[], context: AnsweringContext): number {
  const asked = fields.findIndex(({ name }) => name === draft.step);
  return asked === -1 ? fields.findIndex((field) => !isAnswered(draft, field, context)) : asked;
}

function isAnswered(draft: Draft, field: Field, context: AnsweringContext): boolean {
  return questionOf(draft, field, context).problem === undefined && draft.answers[field.name] !== undefined;
}

function questionOf({ form, answers }: Draft, field: Field, context: AnsweringContext): Question {
  const given = answers[field.name];
  return { field, given, problem: given === undefined ? undefined : problemOf(form, field, given, context) };
}

function problemOf(form: Draft['form'], field: Field, typed: string, context: AnsweringContext): UserError | undefined {
  try {
    parseAnswer(form, field, typed, context);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** As it is kept: names as ids, so that a name that becomes ambiguous later does not open the question again. */
function textOf({ form }: Draft, field: Field, typed: string, context: AnsweringContext): string {
  return problemOf(form, field, typed, context) === undefined
    ? parseAnswer(form, field, typed, context).text
    : typed.slice(0, MAX_KEPT);
}

/** Of an answer that was not understood, in UTF-16 units. */
const MAX_KEPT = 9000;
