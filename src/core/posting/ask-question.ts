/** One question of a draft as a reply: the question, what is wrong with the last answer, buttons for the options. */

import { type Reply, reply } from '../reply/reply.ts';
import type { Block } from '../reply/span.ts';
import { visible } from '../reply/visible.ts';
import type { Field } from '../wording/forms/form.ts';
import { askedFields, type Question, type Turn } from './form/dialogue.ts';
import { CHOOSE, type Draft } from './form/draft.ts';
import { offeredFor } from './offered-options.ts';
import type { PostingContext } from './posting-context.ts';
import { formPage } from './show-form.ts';

/** Up to this number, options are buttons. Source: a Discord message has 25 buttons at most. */
const MAX_BUTTONS = 12;
/** How many options are shown as examples if they are too many for buttons. */
const EXAMPLES = 6;

type Action = Reply['actions'][number];

/** `turn` is a question, or the choice of a field to change. */
export function askQuestion(draft: Draft, turn: Exclude<Turn, { kind: 'complete' }>, context: PostingContext): Reply {
  if (turn.kind === 'choose') return chooseField(draft, context);
  const { language } = context;
  const { question, place, of } = turn;
  const { field, given } = question;
  const options = offeredFor(field, draft.answers, context);
  const offered = options.length <= MAX_BUTTONS && !hasSeveral(field) ? options : [];
  // The label follows, as the id of a figure or development alone says little.
  const examples =
    offered.length > 0
      ? []
      : options.slice(0, EXAMPLES).map(({ id, label }) => (label === id ? id : `${id} (${shorten(label)})`));
  const { form, purpose } = draft;
  const blocks: readonly Block[] = [
    { kind: 'heading', spans: language.spans('form-title', { form, purpose, place, of, field: field.name }) },
    ...wrongBlocks(question, context),
    { kind: 'text', spans: language.spans('form-hint', { field: field.name }) },
    ...(examples.length === 0
      ? []
      : [{ kind: 'note' as const, spans: language.spans('form-examples', { examples: examples.join(' · ') }) }]),
    ...(given === undefined || given === '' || question.problem
      ? []
      : [
          {
            kind: 'note' as const,
            spans: language.spans('form-given', { given: { kind: 'code', text: shorten(given) } }),
          },
        ]),
    { kind: 'note', spans: language.spans('form-how', { optional: field.empty ? 'yes' : 'no' }) },
  ];
  const set = (label: string, to: string): Action => ({
    ...answerAction(draft, field.name, label, to),
    isAnswer: true,
  });
  const whole = formPage(draft, context);
  return reply({
    ...(whole ? { form: whole } : {}),
    blocks,
    ask: offered.length > 0 ? 'choice' : 'text',
    actions: [
      ...offered.map(({ id, label }) => set(label, id)),
      ...(field.empty ? [set(language.text('form-skip'), '-')] : []),
      draftAction(draft, language.text('form-back'), 'back'),
      draftAction(draft, language.text('form-stop'), 'stop'),
    ],
  });
}

/** A button that answers the question. */
function answerAction({ id }: Draft, field: string, label: string, to: string): Action {
  return { label, command: 'drafts', args: { do: 'set', id, field, to } };
}

/** A button that runs /drafts with `do:` and the draft's id. */
export function draftAction({ id }: Pick<Draft, 'id'>, label: string, what: string, more: Action['args'] = {}): Action {
  const style = STYLES[what];
  return { label, command: 'drafts', args: { do: what, id, ...more }, ...(style ? { style } : {}) };
}

/** Of what is decided by a press; all other buttons of a draft are ordinary ones. */
const STYLES: Readonly<Record<string, NonNullable<Action['style']>>> = { publish: 'success', discard: 'danger' };

function wrongBlocks({ given = '', problem }: Question, { language }: PostingContext): readonly Block[] {
  if (!problem) return [];
  return [
    { kind: 'text', spans: language.spans(problem.id, problem.args) },
    ...(given === '' ? [] : [{ kind: 'note' as const, spans: language.spans('form-kept', { given: shorten(given) }) }]),
  ];
}

/** The first 100 characters that are visible. */
function shorten(text: string): string {
  return text.length > 100 ? `${visible(text)}…` : visible(text);
}

function hasSeveral({ is }: Field): boolean {
  return is.kind === 'name' && is.several === true;
}

function chooseField(draft: Draft, context: PostingContext): Reply {
  const { language } = context;
  const fields = askedFields(draft, context);
  return reply({
    blocks: [
      { kind: 'heading', spans: language.spans('form-choose') },
      {
        kind: 'list',
        items: fields.map(({ name }) => [
          { kind: 'strong', text: language.text('form-field', { field: name }) },
          `: ${shorten(draft.answers[name] ?? '') || '—'}`,
        ]),
      },
    ],
    ask: 'choice',
    actions: [
      ...fields.map(({ name }) => answerAction(draft, CHOOSE, language.text('form-field', { field: name }), name)),
      draftAction(draft, language.text('form-done'), 'show'),
      draftAction(draft, language.text('form-stop'), 'stop'),
    ],
  });
}
