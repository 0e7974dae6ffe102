/** Forms as modals: within Discord's schema and limits, whatever was answered; custom ids that come back. */

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formId, readFormId, toModal } from '../../../src/adapters/discord/modal.ts';
import { render } from '../../../src/adapters/discord/render.ts';
import { newDraft } from '../../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../../src/core/posting/form/fields-for.ts';
import { formPage } from '../../../src/core/posting/show-form.ts';
import type { FormField, FormPage } from '../../../src/core/reply/form-page.ts';
import { pageOf } from '../../../src/core/reply/page.ts';
import { FORM_KINDS } from '../../../src/core/wording/forms/form-kinds.ts';
import { anyCharacter } from '../../any-character.ts';
import { english } from '../../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../../core/dossier/real-dossier.ts';
import { arbitraryDraft } from '../../core/posting/form/arbitrary-draft.ts';
import { checkModalLimits, inputsOf } from '../../fakes/discord/rules/modal-limits.ts';
import { checkDiscordSchema } from '../../fakes/discord/rules/schemas.ts';
import { isRecord } from '../../fakes/json.ts';

const context = { dossier: await foldRealDossier(), today: '2026-11-22', language: english };
const UNCHANGED = english.text('form-page-unchanged');

/** As Discord gets it. */
function sent(form: FormPage) {
  const data: unknown = JSON.parse(JSON.stringify(toModal(form, UNCHANGED)));
  if (!isRecord(data)) throw new Error('no modal');
  const found = [...checkDiscordSchema('callback 9', { type: 9, data }, 'modal'), ...checkModalLimits(data, 'modal')];
  return { found, data, inputs: inputsOf(data) };
}

const long = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ minLength: 90, maxLength: 5000 }));
const field: fc.Arbitrary<FormField> = fc.record({
  name: fc.constantFrom('a', 'sourcePublisher'),
  label: long,
  hint: long,
  example: long,
  given: fc.oneof(long, fc.constant('1, 2')),
  isRequired: fc.boolean(),
  is: fc.oneof(
    fc.record({ kind: fc.constant('text' as const), isLong: fc.boolean() }),
    fc.record({
      kind: fc.constant('choice' as const),
      isSeveral: fc.boolean(),
      options: fc.uniqueArray(fc.record({ value: fc.stringMatching(/^[1-9a-z]{1,64}$/u), label: long }), {
        minLength: 1,
        maxLength: 25,
        selector: ({ value }) => value,
      }),
    }),
  ),
});

describe('a modal', () => {
  test('is within all limits, whatever the draft; and so is the message with its button', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const form = formPage(draft, context);
        fc.pre(form !== undefined);
        expect(sent(form).found).toEqual([]);
        const message = render(pageOf({ blocks: [], form }));
        expect(message.embeds[0].description.length).toBeLessThanOrEqual(4096);
        expect(message.components[0]?.components[0]).toMatchObject({ label: 'Fill in', custom_id: `form;${draft.id}` });
      }),
      { numRuns: 150 },
    );
  });

  test('is within all limits, whatever the words', () => {
    const form = fc.record({
      draft: fc.constant('d0123456789'),
      title: long,
      open: long,
      blocks: fc.constant([]),
      fields: fc.uniqueArray(field, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
    });
    fc.assert(
      fc.property(form, (one) => {
        expect(sent(one).found).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('shows what was answered, sound or not; what is too long stays unless something is written', () => {
    const answers = { sources: 'x', excerpt: 'a'.repeat(4000), text: 'b'.repeat(4001), speaker: '', party: 'nobody' };
    const draft = newDraft({ form: 'quote', purpose: 'post', author: 'test:1', answers }, 0);
    const form = formPage(draft, context);
    if (!form) throw new Error('nothing is asked');
    const { data, inputs, found } = sent({ ...form, fields: fieldsOf(form, answers) });
    expect(found).toEqual([]);
    expect(data['custom_id']).toBe(`form;${draft.id};text`);
    expect(inputs.map(({ input }) => [input['custom_id'], input['value'], input['required']])).toEqual([
      ['sources', 'x', true],
      ['excerpt', 'a'.repeat(4000), true],
      ['text', undefined, false],
      ['party', 'nobody', true],
    ]);
    expect(inputs[2]?.about).toBe(UNCHANGED);
  });

  test('keeps the line breaks of what was answered', () => {
    const answers = { name: 'A\nName' };
    const draft = newDraft({ form: 'person', purpose: 'post', author: 'test:1', answers, step: 'name' }, 0);
    const form = formPage(draft, context);
    const [name] = form ? sent(form).inputs : [];
    expect(name?.input).toMatchObject({ value: 'A\nName', style: 2 });
  });
});

/** These answers as text fields of one form. */
function fieldsOf(form: FormPage, answers: Readonly<Record<string, string>>): readonly FormField[] {
  const [like] = form.fields;
  if (!like) throw new Error('the form is empty');
  return Object.entries(answers).flatMap(([name, given]) => (given === '' ? [] : [{ ...like, name, given }]));
}

describe('custom ids', () => {
  test('come back as they went, with the longest names there are', () => {
    const names = FORM_KINDS.flatMap((form) => fieldsFor(form, 'correct').map(({ name }) => name));
    const unshown = [...new Set(names)].toSorted((a, b) => b.length - a.length).slice(0, 5);
    for (const some of [unshown, unshown.slice(0, 1), []]) {
      const id = { draft: 'd0123456789', unshown: some };
      expect(formId(id).length).toBeLessThanOrEqual(100);
      expect(readFormId(formId(id))).toEqual(id);
    }
  });

  test.each([
    'form;',
    'form;d012345678',
    'form;D0123456789',
    'form;d0123456789;',
    'form;d0123456789;a,',
    'form;d0123456789;a,b,c,d,e,f',
    ' form;d0123456789',
    'form;d0123456789\n',
    '+form;d0123456789',
    'drafts;0;do=ask',
  ])('%j is none of a form', (forged) => {
    expect(readFormId(forged)).toBeUndefined();
  });
});
