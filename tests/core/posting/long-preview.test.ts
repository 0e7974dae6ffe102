/** A preview longer than a message: its pages are turned, whether words, a form or a button led to it. */

import { expect, test } from 'vitest';
import { runFreeText, runPress } from '../../../src/core/chat/run-command.ts';
import { answerForm } from '../../../src/core/chat/run-form.ts';
import { type Page, wholeOf } from '../../../src/core/reply/page.ts';
import { limitsBy } from '../reply/limits-for-tests.ts';
import { textOf } from '../reply/text-of.ts';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

const limits = limitsBy((blocks) => blocks.length <= 6);

test('after words, and after a form: the next page is that of the preview, and nothing is answered anew', async () => {
  const { chat, moderator, store, bugs } = await postingForTests();
  const ayesha = moderator('ayesha');
  const who = {
    asker: { id: 'test:ayesha', roles: new Set(['moderator' as const]) },
    place: { id: 'test:ayesha', isPrivate: true },
  };
  const turned = async (page: Page | undefined) => {
    const next = page?.buttons.flat().find(({ label }) => label.startsWith('Next'));
    expect(textOf(page ? wholeOf(page) : [])).toMatch(/Page 1 of/u);
    return textOf(wholeOf(await runPress(next?.data ?? '', who, limits, chat)));
  };
  await ayesha.says('/post claim');
  await ayesha.answers(...CLAIM_ANSWERS.slice(0, -1));
  expect(await turned(await runFreeText('no', who, limits, chat))).toMatch(/Page 2 of/u);
  const [draft] = await store.drafts.list({ author: 'test:ayesha' });
  const filled = await answerForm(draft?.id ?? '', { low: '8' }, who, limits, chat);
  expect(await turned(filled)).toMatch(/Page 2 of/u);
  const [after] = await store.drafts.list({ author: 'test:ayesha' });
  expect(after?.answers).toEqual({ ...draft?.answers, low: '8' });
  expect(bugs).toEqual([]);
});
