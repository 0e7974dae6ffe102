/** A modal as a person sees it, and what their client sends when they submit it. */

import { count, type Json, records, text } from '../json.ts';
import { inputsOf, selectRange } from './rules/modal-limits.ts';

type ModalField = {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly placeholder: string;
  readonly required: boolean;
  /** What is filled in already: the text, or the values chosen with `, ` between. */
  readonly given: string;
  /** The values of a select; undefined for a text input. */
  readonly options: readonly string[] | undefined;
};

export type DiscordModal = {
  readonly customId: string;
  readonly title: string;
  readonly fields: readonly ModalField[];
  readonly raw: Json;
  /** The message whose button opened it. */
  readonly messageId: string;
};

/** Text for text inputs, values for selects. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

const stringSelect = 3;
const textInput = 4;
const label = 18;

export function readModal(raw: Json, messageId: string): DiscordModal {
  const fields = inputsOf(raw).map(({ label: name, about, input }): ModalField => {
    const options = input['type'] === stringSelect ? records(input['options']) : undefined;
    const chosen = options?.filter((option) => option['default'] === true).map(({ value }) => text(value));
    return {
      name: text(input['custom_id']),
      label: name,
      about,
      placeholder: text(input['placeholder']),
      required: input['required'] !== false,
      given: chosen ? chosen.join(', ') : text(input['value']),
      options: options?.map(({ value }) => text(value)),
    };
  });
  return { customId: text(raw['custom_id']), title: text(raw['title']), fields, raw, messageId };
}

/** The data of the interaction. What is not filled in anew stays as it was; what a client would not send is an error here. */
export function fillIn({ raw, customId }: Pick<DiscordModal, 'raw' | 'customId'>, filled: Filled): Json {
  const inputs = inputsOf(raw).map(({ input }) => input);
  const unknown = Object.keys(filled).filter((name) => inputs.every((input) => input['custom_id'] !== name));
  if (unknown.length > 0) throw new Error(`the form has no ${unknown.join(', ')}`);
  return modalData(
    customId,
    inputs.map((input) => {
      const name = text(input['custom_id']);
      const given = filled[name];
      return [name, input['type'] === stringSelect ? chosenOf(input, given) : writtenOf(input, given)];
    }),
  );
}

/** Whatever a forger sends: no client checks it. */
export function modalData(customId: string, values: readonly (readonly [string, string | readonly string[]])[]): Json {
  const components = values.map(([name, value], index) => ({
    type: label,
    id: index * 2 + 1,
    component: {
      id: index * 2 + 2,
      custom_id: name,
      ...(typeof value === 'string' ? { type: textInput, value } : { type: stringSelect, values: value }),
    },
  }));
  return { custom_id: customId, components };
}

function writtenOf(input: Json, given: string | readonly string[] | undefined): string {
  if (given !== undefined && typeof given !== 'string') throw new Error('words are written, not chosen');
  const value = given ?? text(input['value']);
  const { length } = value;
  const most = count(input['max_length'] ?? 4000);
  if (length > most) throw new Error(`the field takes ${most} characters, not ${length}`);
  if (length === 0 && input['required'] !== false) throw new Error(`${text(input['custom_id'])} is required`);
  return value;
}

function chosenOf(select: Json, given: string | readonly string[] | undefined): readonly string[] {
  const options = records(select['options']);
  const defaults = options.filter((option) => option['default'] === true).map(({ value }) => text(value));
  const values = given === undefined ? defaults : typeof given === 'string' ? [given] : given;
  const name = text(select['custom_id']);
  const offered = options.map(({ value }) => text(value));
  if (!values.every((value) => offered.includes(value))) throw new Error(`${name} offers ${offered.join(', ')}`);
  const { least, most } = selectRange(select);
  if (values.length > most) throw new Error(`of ${name} at most ${most} can be chosen`);
  if (values.length < least && (select['required'] !== false || values.length > 0))
    throw new Error(`of ${name} at least ${least} have to be chosen`);
  return values;
}
