/** What admins and moderators are answered, on all platforms, as it was recorded: see `recorded.ts`. */
import { describe, expect, test } from 'vitest';
import { DRAFTED } from './drafted.ts';
import { differenceFrom, GROUPS } from './recorded.ts';
import { transcript } from './speak.ts';
import { ADMINISTERED } from './subscribed.ts';
import { WRITTEN } from './written.ts';

const SAID = { ...ADMINISTERED, ...WRITTEN, ...DRAFTED };

describe('what admins and moderators are answered', { timeout: 600_000 }, () => {
  test.each(GROUPS.filter((group) => SAID[group] !== undefined))('%s', async (group) => {
    expect(await differenceFrom(group, await transcript(SAID[group] ?? []))).toBeUndefined();
  });
});
