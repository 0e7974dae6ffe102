/** The dialogue over a draft, a pure state machine: what is asked next follows from the answers so far. */

import { MAX_FORM_FIELDS } from '../../reply/form-page.ts';
import { UserError } from '../../reply/user-error.ts';
import type { Field } from '../../wording/forms/form.ts';
import { CHOOSE, type Draft } from './draft.ts';
import { fieldsFor } from './fields-for.ts';
import { type AnsweringContext, parseAnswer } from './parse-answer.ts';

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
    // What lies between two fields may be asked or not, depending on the first of them.
    const since = page[0] ? all.slice(all.indexOf(page[0]), all.indexOf(field) + 1) : [];
    const onPage = new Set(page.map(({ name }) => name));
    const depends = since.some((one) => dependsOn(one, draft.answers, context).some((name) => onPage.has(name)));
    if (page.length === MAX_FORM_FIELDS || depends) break;
    page.push(field);
  }
  return first === -1 ? [] : page.map((field) => questionOf(draft, field, context));
}

/**
 * The draft with an answer, sound or not: a wrong one is asked again with what is wrong about it. Throws `UserError`
 * for an unknown field.
 */
export function answered(draft: Draft, name: string, typed: string, context: AnsweringContext): Draft {
  if (name === CHOOSE) return { ...draft, step: fieldNamed(draft, typed, context).name };
  const field = fieldNamed(draft, name, context);
  const text = textOf(draft, field, typed, context);
  return { ...draft, answers: { ...draft.answers, [field.name]: text }, step: null, state: 'open' };
}

/**
 * The draft with several answers, in the order of the form. Answers to questions that another answer made pointless
 * are left out. Throws `UserError` for a field that the form does not have.
 */
export function answeredAll(draft: Draft, given: Readonly<Record<string, string>>, context: AnsweringContext): Draft {
  const all = fieldsFor(draft.form, draft.purpose);
  if (Object.keys(given).some((name) => all.every((field) => field.name !== name))) throw noField(all);
  return all.reduce((next: Draft, { name }) => {
    const typed = Object.hasOwn(given, name) ? given[name] : undefined;
    const isAsked = askedFields(next, context).some((field) => field.name === name);
    return typed === undefined || !isAsked ? next : answered(next, name, typed, context);
  }, draft);
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
  throw noField(fields);
}

function noField(fields: readonly Field[]): UserError {
  return new UserError('form-no-field', { fields: fields.map(({ name }) => name).join(', ') });
}

function indexOfNext(draft: Draft, fields: readonly Field[], context: AnsweringContext): number {
  const asked = fields.findIndex(({ name }) => name === draft.step);
  return asked === -1 ? fields.findIndex((field) => !isAnswered(draft, field, context)) : asked;
}

/** The answers that are looked at to see whether a field is asked: while these stay, that does. */
function dependsOn({ when }: Field, answers: Draft['answers'], context: AnsweringContext): readonly string[] {
  const names: string[] = [];
  const watched = new Proxy(answers, {
    get(all, name) {
      names.push(String(name));
      return all[String(name)];
    },
  });
  when?.(watched, context);
  return names;
}

/** Whether there is a sound answer. */
export function isAnswered(draft: Draft, field: Field, context: AnsweringContext): boolean {
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
