/** What readers are answered, on all pages of all platforms, as it was recorded: see `recorded.ts`. */
import { describe, expect, test } from 'vitest';
import { ASKED } from './asked.ts';
import { MISUNDERSTOOD } from './misunderstood.ts';
import { differenceFrom, GROUPS } from './recorded.ts';
import { transcript } from './speak.ts';

const SAID = { ...ASKED, ...MISUNDERSTOOD };

describe('what readers are answered', { timeout: 600_000 }, () => {
  test.each(GROUPS.filter((group) => SAID[group] !== undefined))('%s', async (group) => {
    expect(await differenceFrom(group, await transcript(SAID[group] ?? []))).toBeUndefined();
  });
});
