/** Entries whose words are as hostile as the rules let through, published through the desk as a moderator could. */

import { expect } from 'vitest';
import { runCommand, runPress } from '../../src/core/chat/run-command.ts';
import { type Draft, newDraft, type Purpose } from '../../src/core/posting/form/draft.ts';
import { fieldsFor } from '../../src/core/posting/form/fields-for.ts';
import { parseAnswer } from '../../src/core/posting/form/parse-answer.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import { UNLIMITED } from '../../src/core/reply/page-limits.ts';
import { FORM_KINDS, type FormKind } from '../../src/core/wording/forms/form-kinds.ts';
import { english } from '../core/chat/chat-for-tests.ts';
import { textOf } from '../core/reply/text-of.ts';
import { type HostileDesk, isContained, MODERATOR, must } from './hostile-posting.ts';
import { ALL_CRAFTED, randomValues, shown } from './hostile-values.ts';
import { turned } from './seen-by-readers.ts';
import { soundAnswers } from './sound-answers.ts';

const WORDS = new Set(['text', 'verbatim', 'lines', 'by party']);

/** Such as pass the rules and run the other way: several times, as most values are of another kind. */
const TURNING = Array.from({ length: 12 }, (_, index) => `جنگ بندی ${index} (TTP)`);

/** Values that are answers to the field, cut to what it takes. */
function fitting(form: FormKind, name: string, values: readonly string[], posting: HostileDesk): readonly string[] {
  const field = fieldsFor(form, 'correct').find((one) => one.name === name);
  const context = { dossier: posting.dossier(), language: english, today: '2026-11-22' };
  return values.flatMap((value) => {
    const typed = field?.is.kind === 'by party' ? `pakistan: ${value}` : value;
    try {
      return field ? parseAnswer(form, field, typed, context).text || [] : [];
    } catch {
      return [];
    }
  });
}

/** The hostile words of each field of a form for free words, as the field takes them. */
function hostileAnswers(form: FormKind, posting: HostileDesk, purpose: Purpose = 'post') {
  const fields = fieldsFor(form, purpose).filter(
    ({ name, is }) => WORDS.has(is.kind) && !['language', 'country', 'excerpt'].includes(name),
  );
  const values = [...ALL_CRAFTED.filter((value) => value.length < 3000), ...randomValues(60, 4000), ...TURNING];
  return fields.map(({ name }) => ({ name, values: fitting(form, name, values, posting) }));
}

/** Complete drafts with hostile words in each of their fields for such; `nth` makes each another one. */
function hostileDraft(form: FormKind, nth: number, answers: ReturnType<typeof hostileAnswers>): Draft {
  const own = answers.map(
    ({ name, values }, index) => [name, values[(nth * 7 + index * 13) % values.length] ?? ''] as const,
  );
  const given: Readonly<Record<string, string>> = { ...soundAnswers(form), ...Object.fromEntries(own) };
  const sources = nth % 2 === 0 && 'sources' in given ? { sources: `https://example.org/${form}/${nth}?a=(b)[c]` } : {};
  const figure = form === 'claim' ? { low: String(1000 + nth) } : {};
  const excerpt = form === 'quote' ? { excerpt: `x ${given['text'] ?? ''} y` } : {};
  const url = form === 'source' ? { url: `https://example.org/s/${nth}?<x>&y=_*` } : {};
  const all = { ...given, ...sources, ...figure, ...excerpt, ...url };
  return newDraft({ form, purpose: 'post', author: MODERATOR.asker.id, answers: all }, 10_000 + nth);
}

/** Publishes it by its button; false, and nothing published, where the preview says that something is against it. */
async function publishes(draft: Draft, posting: HostileDesk): Promise<boolean> {
  const { chat, store } = posting;
  await store.drafts.save(draft);
  const words = JSON.stringify(draft.answers);
  const show = { command: 'drafts', args: { do: 'show', id: draft.id }, ...MODERATOR };
  const page = await posting.tried(words, () => runCommand(show, UNLIMITED, chat));
  const text = textOf(wholeOf(page));
  must(isContained(text), () => `${draft.form} is not contained: ${shown(text)} of ${words}`);
  must(turned(wholeOf(page)).length === 0, () => `${turned(wholeOf(page)).join()}: ${words}`);
  const buttons = page.buttons.flat();
  // There is always a way on.
  must(buttons.length > 1, () => `${draft.form}: ${text} for ${words}`);
  const { head } = posting.dossier();
  const publish = buttons.find(({ label }) => label === 'Publish');
  if (publish) expect(textOf(wholeOf(await runPress(publish.data, MODERATOR, UNLIMITED, chat)))).toMatch(/^Published/u);
  expect(posting.dossier().head > head).toBe(publish !== undefined);
  return publish !== undefined;
}

/** `each` of each form. Resolves to how many hostile words were published. */
export async function publishMany(posting: HostileDesk, each: number): Promise<number> {
  let words = 0;
  for (const form of FORM_KINDS) {
    const answers = hostileAnswers(form, posting);
    for (let nth = 0; nth < each; nth++) {
      if (await publishes(hostileDraft(form, nth, answers), posting)) words += answers.length;
    }
  }
  return words;
}

/** Changes an entry of the dossier, with hostile words and reasons; false where the rules are against it. */
export async function changesHostile(
  id: string,
  purpose: Exclude<Purpose, 'post'>,
  nth: number,
  posting: HostileDesk,
): Promise<boolean> {
  const { chat } = posting;
  await runCommand({ command: purpose, args: { id }, ...MODERATOR }, UNLIMITED, chat);
  const [draft] = await posting.store.drafts.list({ author: MODERATOR.asker.id });
  if (!draft || draft.changes?.entry !== id) throw new Error(`no draft of ${id}`);
  const fields = hostileAnswers(draft.form, posting, purpose);
  const own = fields.map(
    ({ name, values }, index) => [name, values[(nth * 11 + index * 5) % values.length] ?? ''] as const,
  );
  const words: Readonly<Record<string, string>> = { ...draft.answers, ...Object.fromEntries(own) };
  const excerpt = draft.form === 'quote' ? { excerpt: words['text'] ?? '' } : {};
  return publishes({ ...draft, step: null, answers: { ...words, ...excerpt, weight: 'material' } }, posting);
}
