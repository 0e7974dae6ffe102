/** What is sent unasked, on all platforms, as it was recorded: see `recorded.ts` for recording it anew. */
import { describe, expect, test } from 'vitest';
import { MESSAGES } from './messages.ts';
import { transcriptOf } from './pushed.ts';
import { differenceFrom, GROUPS } from './recorded.ts';

describe('what is sent unasked', { timeout: 600_000 }, () => {
  test.each(GROUPS.filter((group) => MESSAGES[group] !== undefined))('%s', async (group) => {
    expect(await differenceFrom(group, await transcriptOf(MESSAGES[group] ?? []))).toBeUndefined();
  });
});
