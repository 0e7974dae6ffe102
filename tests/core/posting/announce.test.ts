/** Publishing with alerts at the desk: who is asked, what the preview shows and counts, and what is announced. */
import { expect, test } from 'vitest';
import { subscriptionForTests } from '../../delivery/subscription-for-tests.ts';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

test('a claim with alerts: the preview is the alert, beside its rivals, and counts who gets it; approved, it is announced', async () => {
  const { moderator, store } = await postingForTests({ posting: { moderators: () => Promise.resolve(2) } });
  for (const [id, alerts] of [
    ['a', 'breaking'],
    ['b', 'off'],
    ['c', 'all'],
  ] as const) {
    await store.subscriptions.put(subscriptionForTests({ id: `sub-${id}`, place: `test:${id}` }, { alerts }));
  }
  const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
  await ayesha.says('/post claim');
  const preview = await ayesha.answers(...CLAIM_ANSWERS.slice(0, -1), 'yes');
  expect(preview).toContain('A preview: the alert');
  expect(preview).toContain('Alert: Pakistan says at least 7 Afghan civilians killed');
  expect(preview).toContain('No figure found from Afghanistan');
  expect(preview).toContain('One channel gets it at once');
  await ayesha.presses('Send for review');
  expect(await store.announcementsAfter(0)).toEqual([]);
  await omar.says('/review');
  await omar.presses('Casualty claim');
  expect(await omar.presses('Approve')).toContain('Alerts go to the channels');
  expect(await store.announcementsAfter(0)).toHaveLength(1);
});

test('what is corrected or completed is not asked about alerts, but for developments that become more significant', async () => {
  const { moderator } = await postingForTests();
  const ayesha = moderator('ayesha');
  expect(await ayesha.says('/update cas-pak-soldiers-58')).not.toContain('Alert at once');
  expect(await ayesha.says('/correct dev-orakzai-attack')).not.toContain('Alert at once');
  await ayesha.says('/update dev-orakzai-attack');
  await ayesha.says('significance');
  expect(await ayesha.says('breaking')).toContain('Reason');
  expect(await ayesha.says('/drafts')).toContain('being written');
  expect(await ayesha.presses('Development').then(() => ayesha.says('More is known.'))).toContain('A preview');
  await ayesha.presses('Change an answer');
  await ayesha.says('announce');
  expect(await ayesha.says('yes')).toContain('A preview: the alert');
});
