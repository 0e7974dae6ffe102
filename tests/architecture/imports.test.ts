/** Who may import whom, and no circles. */
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAY_IMPORT } from './may-import.ts';
import { edges } from './sources.ts';

/** Files that import each other in a circle, each circle once; empty where there is none. */
function circles(graph: readonly (readonly [string, string])[]): readonly (readonly string[])[] {
  const targets = Map.groupBy(graph, ([file]) => file);
  const found = new Map<string, readonly string[]>();
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) {
      const circle = path.slice(start);
      found.set(circle.toSorted().join(' '), circle);
    } else if (!done.has(file)) {
      for (const [, target] of targets.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    }
  };
  for (const file of targets.keys()) walk(file, []);
  return [...found.values()];
}

/** What is wrong with `file` importing `target`, both paths from the project's root; undefined where nothing is. */
function forbidden(file: string, target: string): string | undefined {
  const rule = MAY_IMPORT.find(([folder]) => file === folder || file.startsWith(`${folder}/`));
  if (!rule) return `${file} is in no folder that architecture.test.ts knows`;
  const [folder, allowed] = rule;
  const fits = [folder, ...allowed].some((one) =>
    one.endsWith('/*.ts') ? dirname(target) === dirname(one) : target === one || target.startsWith(`${one}/`),
  );
  return fits ? undefined : `${file} → ${target}`;
}

describe('imports', () => {
  test('every file imports only what its folder may', () => {
    expect(edges().length).toBeGreaterThan(600);
    expect(edges().flatMap(([file, target]) => forbidden(file, target) ?? [])).toEqual([]);
  });

  test('no file imports itself by way of others, not even for a type', () => {
    expect(circles(edges())).toEqual([]);
    const two = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'c'],
    ] as const;
    expect(circles(two)).toEqual([
      ['a', 'b', 'c'],
      ['c', 'd'],
    ]);
  });

  test('the check itself sees a forbidden import', () => {
    expect(forbidden('src/core/dossier/casualties/compare.ts', 'src/core/reply/reply.ts')).toBeDefined();
    expect(forbidden('commands/quotes.ts', 'src/storage/store.ts')).toBeDefined();
    expect(forbidden('src/adapters/discord/render.ts', 'src/adapters/telegram/render.ts')).toBeDefined();
    expect(forbidden('src/adapters/discord/connect.ts', 'src/adapters/retry.ts')).toBeUndefined();
    expect(forbidden('src/surprise/x.ts', 'src/core/ports/store.ts')).toContain('in no folder');
  });
});
