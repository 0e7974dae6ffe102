/** Sentences that are said again: the same, and no more of them than there is room for. */
import { expect, test } from 'vitest';
import type { Words } from '../../src/core/reply/language.ts';
import { createKeptSentences } from '../../src/language/kept-sentences.ts';

/** How often a sentence was formatted. */
function counting() {
  const kept = createKeptSentences();
  let formatted = 0;
  return (id: string, words: Words) =>
    kept.of(id, words, () => {
      formatted += 1;
      return [`${formatted}`];
    })[0];
}

test('a sentence is formatted once, one with other words or of another message apart', () => {
  const say = counting();
  const quoted = { kind: 'quote', text: 'x' } as const;
  expect([say('a', { x: 1 }), say('a', { x: '1' }), say('b', { x: 1 }), say('a', { x: quoted })]).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
  expect([say('a', { x: 1 }), say('a', { x: '1' }), say('b', { x: 1 }), say('a', { x: quoted })]).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
});

test('sentences of what people type do not grow without end', () => {
  const say = counting();
  expect(say('a', {})).toBe('1');
  for (let count = 0; count < 5000; count += 1) say('typed', { count });
  expect(say('a', {})).toBe('5002');
  const long = 'x'.repeat(3000);
  expect(say('a', { long })).not.toBe(say('a', { long }));
});
