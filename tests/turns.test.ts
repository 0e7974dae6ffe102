/** People take turns. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurns } from '../src/turns.ts';

test('who asks once waits for one question of each other person at most, whatever these ask', async () => {
  const turns = createTurns();
  const begun: string[] = [];
  const ask = (person: string) => turns.take(person, async () => void begun.push(person));
  const flood = Array.from({ length: 500 }, () => ask('flood'));
  const others = ['a', 'b', 'c'].map(ask);
  await Promise.all(others);
  expect(begun).toEqual(['flood', 'a', 'b', 'c']);
  await Promise.all(flood);
  expect(begun).toHaveLength(503);
});

test('5,000 questions of 1,000 people: everybody’s newest before anybody’s second', async () => {
  const turns = createTurns();
  const begun: string[] = [];
  const all = Array.from({ length: 5000 }, (_, number) => {
    const person = String(number % 1000);
    return turns.take(person, async () => void begun.push(`${person} ${Math.floor(number / 1000)}`));
  });
  await Promise.all(all);
  expect(begun).toHaveLength(5000);
  expect(new Set(begun.slice(0, 1000).map((one) => one.split(' ')[0])).size).toBe(1000);
  // The first had begun nothing yet when the last was asked.
  expect(begun.slice(0, 2)).toEqual(['0 4', '1 4']);
  expect(begun.at(-1)).toBe('999 0');
});

test('everything asked is answered once, with what its work came to or failed with', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ person: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean(), waits: fc.boolean() })),
      async (asked) => {
        const turns = createTurns();
        let atOnce = 0;
        const results = await Promise.allSettled(
          asked.map(({ person, fails, waits }, index) =>
            turns.take(person, async () => {
              atOnce += 1;
              expect(atOnce).toBeLessThanOrEqual(8);
              if (waits) await new Promise((resolve) => setImmediate(resolve));
              atOnce -= 1;
              if (fails) throw new Error(String(index));
              return index;
            }),
          ),
        );
        const told = results.map((one) =>
          one.status === 'rejected' ? `failed ${String(one.reason)}` : `came to ${one.value}`,
        );
        expect(told).toEqual(asked.map(({ fails }, index) => (fails ? `failed Error: ${index}` : `came to ${index}`)));
      },
    ),
  );
});

test('of what is asked with each letter only the newest is worked out', async () => {
  const turns = createTurns();
  const worked: string[] = [];
  const type = (word: string) => turns.takeNewest('typist', async () => void worked.push(word));
  await Promise.all(['c', 'ce', 'cea', 'ceas', 'ceasefire'].map(type));
  expect(worked).toEqual(['ceasefire']);
});
