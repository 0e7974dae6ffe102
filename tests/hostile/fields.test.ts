/** Each field of each form gets hostile values: words come back, and only what the rules allow becomes an answer. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftSchema } from '../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../src/core/posting/form/fields-for.ts';
import { parseAnswer } from '../../src/core/posting/form/parse-answer.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import type { FieldKind } from '../../src/core/wording/forms/form.ts';
import { FORM_KINDS, type FormKind } from '../../src/core/wording/forms/form-kinds.ts';
import { english } from '../core/chat/chat-for-tests.ts';
import { textOf } from '../core/reply/text-of.ts';
import { type HostileDesk, hostileDesk, isContained, MODERATOR, must } from './hostile-posting.ts';
import { ALL_CRAFTED, randomValues, shown } from './hostile-values.ts';
import { turned } from './seen-by-readers.ts';
import { draftAt } from './sound-answers.ts';

/** Random values for each field. They come beside a sixth of the crafted ones for free words, a twelfth for others. */
const RANDOM = 4;
const FREE: ReadonlySet<FieldKind['kind']> = new Set(['text', 'verbatim', 'lines', 'address', 'sources']);

let posting: HostileDesk;
beforeAll(async () => {
  posting = await hostileDesk();
});
afterAll(async () => {
  await posting.close('fields');
});

let made = 0;
/** What a hostile answer comes to: the draft afterwards is sound, and what was said is contained. */
async function answer(form: FormKind, name: string, value: string): Promise<boolean> {
  const context = { dossier: posting.dossier(), language: english, today: '2026-11-22' };
  const field = fieldsFor(form, 'correct').find((one) => one.name === name);
  if (!field) throw new Error(`${form} has no ${name}`);
  const purpose = name === 'reason' || name === 'weight' ? 'correct' : 'post';
  const draft = draftAt(form, purpose, name, MODERATOR.asker.id, (made += 1));
  await posting.store.drafts.save(draft);
  const page = await posting.talks(value, MODERATOR);
  const what = `${form} ${name}, ${shown(value)}`;
  if (!page) throw new Error(`no page for ${what}`);
  must(isContained(textOf(wholeOf(page))), () => `not contained: ${what}: ${shown(textOf(wholeOf(page)))}`);
  must(turned(wholeOf(page)).length === 0, () => `${what}: ${turned(wholeOf(page)).join()}`);
  const after = await posting.store.drafts.of(draft.id);
  const kept = draftSchema.parse(after);
  const given = kept.answers[name];
  await posting.store.drafts.remove(kept);
  if (given === undefined) return false;
  try {
    parseAnswer(form, field, given, context);
  } catch {
    return false;
  }
  // What is an answer is one again, and stands in one line without what is not seen.
  must(parseAnswer(form, field, given, context).text === given, () => `another answer: ${what}`);
  const isSound = given.split('\n').every((line) => isContained(line) && line.isWellFormed());
  must(field.path === null || isSound, () => what);
  return true;
}

describe.each(FORM_KINDS)('%s', (form) => {
  test.each(fieldsFor(form, 'correct'))('$name', { timeout: 300_000 }, async ({ name, is }) => {
    const head = posting.dossier().head;
    const nth = fieldsFor(form, 'correct').findIndex((field) => field.name === name);
    const crafted = ALL_CRAFTED.filter((_, index) =>
      FREE.has(is.kind) ? index % 6 === nth % 6 : index % 12 === nth % 12,
    );
    const values = [...crafted, ...randomValues(RANDOM, nth)];
    let understood = 0;
    for (const value of values) if (await answer(form, name, value)) understood += 1;
    expect(understood).toBeLessThan(values.length);
    expect(posting.dossier().head).toBe(head);
  });
});
