/** What admins and moderators are answered, on all pages of all platforms, as it was recorded: see `recorded.ts` for recording it anew. */
import { describe, test } from 'vitest';
import { GROUPS, matchesRecorded } from './recorded.ts';
import { transcript } from './speak.ts';
import { ADMINISTERED } from './subscribed.ts';
import { WRITTEN } from './written.ts';

const SAID = { ...ADMINISTERED, ...WRITTEN };

describe('what admins and moderators are answered', { timeout: 120_000 }, () => {
  test.each(GROUPS.filter((group) => SAID[group] !== undefined))('%s', async (group) => {
    await matchesRecorded(group, await transcript(SAID[group] ?? []));
  });
});
