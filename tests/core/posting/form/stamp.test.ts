/** The stamp that binds an approval to the very words that were previewed. */
import { expect, test } from 'vitest';
import { MAX_BUTTON_BYTES } from '../../../../src/core/chat/button.ts';
import { type Draft, stampOf } from '../../../../src/core/posting/form/draft.ts';

const draft = (answers: Draft['answers']): Draft => ({
  id: 'draft-1',
  author: 'test:a',
  form: 'claim',
  purpose: 'post',
  changes: null,
  answers,
  state: 'waiting',
  isAsked: false,
  note: null,
  version: 0,
  updatedAt: 0,
  step: null,
});

test('is too long to be met by chance, short enough for a button, and another for other words', () => {
  const stamp = stampOf(draft({ printed: 'at least seven' }));
  expect(stamp).toMatch(/^[\w-]{22}$/u);
  expect(stampOf(draft({ printed: 'at least 700' }))).not.toBe(stamp);
  expect(MAX_BUTTON_BYTES - stamp.length).toBeGreaterThan(30);
});
