/** What is remembered of a function: by the first argument, at most so many, nothing that threw. */
import { describe, expect, it } from 'vitest';
import { memoise, onceFor } from '../../../src/core/dossier/memoise.ts';

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
