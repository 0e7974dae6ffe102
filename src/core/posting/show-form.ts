/** The next questions of a draft as a form, with the answers so far. */

import { type FormField, type FormPage, MAX_FORM_OPTIONS } from '../reply/form-page.ts';
import type { Block, Spans } from '../reply/span.ts';
import type { Field } from '../wording/forms/form.ts';
import { askedFields, isAnswered, pageOf, type Question } from './form/dialogue.ts';
import type { Draft } from './form/draft.ts';
import { type Offered, offeredFor } from './offered-options.ts';
import type { PostingContext } from './posting-context.ts';

type FormContext = Pick<PostingContext, 'dossier' | 'language' | 'today'>;

/** How many options are shown as examples if there are too many to choose from. */
const EXAMPLES = 4;

/** Undefined if no question is left. */
export function formPage(draft: Draft, context: FormContext): FormPage | undefined {
  const { language } = context;
  const questions = pageOf(draft, context);
  if (questions.length === 0) return undefined;
  const { id, form, purpose } = draft;
  return {
    draft: id,
    title: language.text('posting-title', { form, purpose }),
    open: language.text('form-page-open'),
    blocks: formBlocks(draft, questions, context),
    fields: questions.map((question) => formField(question, draft.answers, context)),
  };
}

function formField({ field, given = '' }: Question, answers: Draft['answers'], context: FormContext): FormField {
  const { language } = context;
  const { name } = field;
  const offered = offeredFor(field, answers, context);
  const examples = offered.slice(0, EXAMPLES).map(({ id }) => id);
  const choice = choiceOf(field, offered, given);
  return {
    name,
    label: language.text('form-field', { field: name }),
    hint: language.text('form-hint', { field: name }),
    example:
      choice || examples.length === 0 ? '' : language.text('form-page-example', { examples: examples.join(', ') }),
    given,
    isRequired: field.empty === undefined,
    is: choice ?? { kind: 'text', isLong: isLong(field) },
  };
}

/** Undefined if there are no options or too many. Also if the answer so far is none of them: it must stay visible. */
function choiceOf({ is }: Field, offered: readonly Offered[], given: string): FormField['is'] | undefined {
  if (offered.length === 0 || offered.length > MAX_FORM_OPTIONS) return undefined;
  const isSeveral = is.kind === 'name' && is.several === true;
  const ids = new Set(offered.map(({ id }) => id));
  const parts = given === '' ? [] : isSeveral ? given.split(', ') : [given];
  if (!parts.every((part) => ids.has(part))) return undefined;
  return { kind: 'choice', isSeveral, options: offered.map(({ id, label }) => ({ value: id, label })) };
}

function isLong({ is }: Field): boolean {
  switch (is.kind) {
    case 'text':
    case 'verbatim':
      return is.isLong === true;
    case 'lines':
    case 'by party':
    case 'sources':
      return true;
    case 'choice':
    case 'date':
    case 'number':
    case 'address':
    case 'name':
      return false;
  }
}

function formBlocks(draft: Draft, questions: readonly Question[], context: FormContext): readonly Block[] {
  const { language } = context;
  const { form, purpose } = draft;
  const asked = askedFields(draft, context);
  const done = asked.filter((field) => isAnswered(draft, field, context)).length;
  const wrong = questions.flatMap(({ field, problem }): Spans[] =>
    problem ? [[fieldLabel(field, context), ': ', ...language.spans(problem.id, problem.args)]] : [],
  );
  const items = questions.map(({ field }): Spans => {
    const words = { field: field.name, optional: field.empty ? 'yes' : 'no' };
    return [fieldLabel(field, context), ': ', ...language.spans('form-page-line', words)];
  });
  return [
    { kind: 'heading', spans: language.spans('form-page-title', { form, purpose, done, of: asked.length }) },
    ...(wrong.length === 0 ? [] : [{ kind: 'text' as const, spans: language.spans('form-page-wrong') }]),
    ...(wrong.length === 0 ? [] : [{ kind: 'list' as const, items: wrong }]),
    { kind: 'text', spans: language.spans('form-page-asked', { count: questions.length }) },
    { kind: 'list', items },
    { kind: 'note', spans: language.spans('form-page-how') },
  ];
}

function fieldLabel({ name }: Field, { language }: FormContext): Spans[number] {
  return { kind: 'strong', text: language.text('form-field', { field: name }) };
}
