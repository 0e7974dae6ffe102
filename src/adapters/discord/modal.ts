/** A form as a Discord modal, and the answers in it. Pure. Ids in the answers may be forged: the core checks them. */
import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { FormField, FormPage } from '../../core/reply/form-page.ts';
import { shorten } from '../shorten.ts';

/**
 * UTF-16 units. Source: discord-api-docs, interactions/receiving-and-responding.mdx:321-323, and
 * components/reference.mdx.
 */
const MAX_TITLE = 45;
const MAX_LABEL = 45;
const MAX_DESCRIPTION = 100;
const MAX_PLACEHOLDER = 100;
const MAX_VALUE = 4000;
const MAX_OPTION_LABEL = 100;
/** A label without text is refused. */
const NOTHING = '…';

/** The draft, then the fields that stay as they are where nothing is written into them: at most 97 characters. */
const FORM_ID = /^form;(d[0-9a-f]{10})(?:;([A-Za-z0-9]+(?:,[A-Za-z0-9]+){0,4}))?$/u;

export interface FormId {
  readonly draft: string;
  /** Fields whose answer was too long to be shown in the form. */
  readonly unshown: readonly string[];
}

/** The custom id of the button that opens a form, and of the form itself. */
export function formId({ draft, unshown }: FormId): string {
  return ['form', draft, ...(unshown.length === 0 ? [] : [unshown.join(',')])].join(';');
}

/** Undefined for what is no form's. */
export function readFormId(customId: string): FormId | undefined {
  const [, draft, unshown] = FORM_ID.exec(customId) ?? [];
  return draft === undefined ? undefined : { draft, unshown: unshown?.split(',') ?? [] };
}

/** Within all limits, whatever the form. `unchanged` says that an answer is too long to be shown. */
export function toModal(form: FormPage, unchanged: string): APIModalInteractionResponseCallbackData {
  const unshown = form.fields.filter(isTooLong).map(({ name }) => name);
  return {
    custom_id: formId({ draft: form.draft, unshown }),
    title: fitting(form.title, MAX_TITLE),
    components: form.fields.map((field) => toLabel(field, unchanged)),
  };
}

/** What was filled in, by the names of the fields. What was too long to be shown and was left alone is not among it. */
export function readFilledIn(
  interaction: ModalSubmitInteraction,
  { unshown }: FormId,
): Readonly<Record<string, string>> {
  const filled = [...interaction.fields.fields].map(([name, data]): readonly [string, string] => {
    if ('value' in data && typeof data.value === 'string') return [name, data.value];
    return [name, 'values' in data ? data.values.join(', ') : ''];
  });
  return Object.fromEntries(filled.filter(([name, value]) => value !== '' || !unshown.includes(name)));
}

function isTooLong({ given, is }: FormField): boolean {
  return is.kind === 'text' && given.length > MAX_VALUE;
}

function toLabel(field: FormField, unchanged: string): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: fitting(field.label, MAX_LABEL),
    description: fitting(isTooLong(field) ? unchanged : field.hint, MAX_DESCRIPTION),
    component: field.is.kind === 'text' ? toTextInput(field, field.is) : toSelect(field, field.is),
  };
}

function toTextInput(
  field: FormField,
  { isLong }: Extract<FormField['is'], { readonly kind: 'text' }>,
): APITextInputComponent {
  const { name, given, example, isRequired } = field;
  const isUnshown = isTooLong(field);
  // A line takes no line breaks: what has some would lose them.
  const style = isLong || isUnshown || /[\n\r]/u.test(given) ? TextInputStyle.Paragraph : TextInputStyle.Short;
  return {
    type: ComponentType.TextInput,
    custom_id: name,
    style,
    required: isRequired && !isUnshown,
    max_length: MAX_VALUE,
    ...(given === '' || isUnshown ? {} : { value: given.toWellFormed() }),
    ...(example === '' ? {} : { placeholder: fitting(example, MAX_PLACEHOLDER) }),
  };
}

function toSelect(
  { name, given, isRequired }: FormField,
  { options, isSeveral }: Extract<FormField['is'], { readonly kind: 'choice' }>,
): APIStringSelectComponent {
  const chosen = new Set(isSeveral ? given.split(', ') : [given]);
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required: isRequired,
    min_values: isRequired ? 1 : 0,
    max_values: isSeveral ? options.length : 1,
    options: options.map(({ value, label }) => ({
      value,
      label: fitting(label, MAX_OPTION_LABEL),
      ...(chosen.has(value) ? { default: true } : {}),
    })),
  };
}

function fitting(text: string, max: number): string {
  const short = shorten(text.toWellFormed(), max);
  return short.trim() === '' ? NOTHING : short;
}
