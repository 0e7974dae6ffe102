/** What is remembered of a function: by the first argument, at most so many, nothing that threw. */
import { describe, expect, it } from 'vitest';
import { memoise, onceFor, onceForList, onceForText } from '../../../src/core/dossier/memoise.ts';

describe('memoise', () => {
  it('calls once for arguments that are equal as JSON, also where the result is undefined', () => {
    const calls: unknown[] = [];
    const remembered = memoise((of: { readonly a: number }, rest: string) => void calls.push([of, rest]));
    for (const [a, rest] of [
      [1, 'x'],
      [1, 'y'],
      [2, 'x'],
    ] as const)
      remembered({ a }, rest);
    expect(calls).toEqual([
      [{ a: 1 }, 'x'],
      [{ a: 2 }, 'x'],
    ]);
  });

  it('keeps at most as many as it is told, and forgets the oldest first', () => {
    const calls: number[] = [];
    const remembered = memoise((of: number) => calls.push(of), 2);
    for (const of of [1, 2, 3, 2, 1]) remembered(of);
    expect(calls).toEqual([1, 2, 3, 1]);
  });

  it('tries again what threw', () => {
    let calls = 0;
    const remembered = memoise((_of: number) => {
      calls += 1;
      if (calls === 1) throw new Error('not yet');
      return calls;
    });
    expect(() => remembered(1)).toThrow('not yet');
    expect([remembered(1), remembered(1)]).toEqual([2, 2]);
  });
});

describe('onceFor', () => {
  it('calls once for each object, also where the result is undefined, and for equal objects apart', () => {
    const calls: unknown[] = [];
    const remembered = onceFor((of: { readonly a: number }) => void calls.push(of));
    const [one, same] = [{ a: 1 }, { a: 1 }];
    for (const of of [one, same, one, same]) remembered(of);
    expect(calls).toEqual([one, same]);
  });
});

describe('onceForList', () => {
  const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];

  it('calls once for lists of the same objects in one order, and for each other list', () => {
    const calls: string[] = [];
    const remembered = onceForList((list: readonly { readonly name: string }[]) => {
      calls.push(list.map(({ name }) => name).join(''));
      return { list };
    }, 9);
    expect(remembered([a, b])).toBe(remembered([a, b]));
    for (const list of [[a], [a, b, c], [a, c], [b, a], [a, { ...b }], [a]]) remembered(list);
    expect(calls).toEqual(['ab', 'a', 'abc', 'ac', 'ba', 'ab']);
  });

  it('keeps the newest of those that begin alike, and nothing for an empty one', () => {
    let calls = 0;
    const remembered = onceForList((_list: readonly object[]) => (calls += 1), 2);
    for (const list of [[a], [a, b], [a, c], [a, b], [a, c], [c]]) remembered(list);
    expect(calls).toBe(4);
    expect([remembered([a]), remembered([]), remembered([])]).toEqual([5, 6, 7]);
  });
});

describe('onceForText', () => {
  it('works out each text once, a long one each time, and all again once there were too many', () => {
    let calls = 0;
    const lengthOf = onceForText((text) => {
      calls += 1;
      return text.length;
    });
    const callsFor = (texts: readonly string[]) => {
      const before = calls;
      expect(texts.map((text) => lengthOf(text))).toEqual(texts.map(({ length }) => length));
      return calls - before;
    };
    expect(callsFor(['', 'name', 'name', '', 'Name'])).toBe(3);
    expect(callsFor(['x'.repeat(201), 'x'.repeat(201)])).toBe(2);
    expect(callsFor([...Array(20_000).keys()].map((number) => `typed ${number}`))).toBe(20_000);
    expect(callsFor(['name', 'name'])).toBe(1);
  });
});
