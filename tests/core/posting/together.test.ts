/** Several people at one desk at the same moment, and one person on two devices. */
import { expect, test } from 'vitest';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

test('two answers sent at once are both taken, each to the question that is asked by then', async () => {
  const { moderator, store, bugs } = await postingForTests();
  const ayesha = moderator('ayesha');
  await ayesha.says('/post claim');
  await Promise.all([ayesha.says(CLAIM_ANSWERS[0]), ayesha.says(CLAIM_ANSWERS[1])]);
  const [draft] = await store.drafts.list({ author: 'test:ayesha' });
  const { sources, sourcePublisher } = draft?.answers ?? {};
  expect([sources, sourcePublisher]).toEqual([CLAIM_ANSWERS[0], CLAIM_ANSWERS[1]]);
  expect(draft?.version).toBe(3);
  expect(bugs).toEqual([]);
});

test('who agreed is kept with the revision; of what needed nobody, nothing', async () => {
  const { moderator, dossier } = await postingForTests({ posting: { moderators: () => Promise.resolve(2) } });
  const [ayesha, bilal] = [moderator('ayesha'), moderator('bilal')];
  await ayesha.says('/post claim');
  await ayesha.answers(...CLAIM_ANSWERS);
  await ayesha.presses('Send for review');
  await bilal.says('/review');
  await bilal.presses('Casualty claim');
  expect(await bilal.presses('Approve')).toContain('Published');
  const [last] = dossier().revisionsAfter(0).slice(-1);
  expect(last).toMatchObject({ author: 'test:ayesha', approvedBy: 'test:bilal' });
  await ayesha.says('/correct q-asif-as-we-speak');
  await ayesha.answers('venue', 'Parliament', 'It was another one.', 'minor');
  expect(await ayesha.presses('Publish')).toContain('Published');
  expect(dossier().revisionsAfter(0).at(-1)).not.toHaveProperty('approvedBy');
});

test('what waits for a second moderator can be published where there is none any more', async () => {
  let team = 2;
  const { moderator } = await postingForTests({ posting: { moderators: () => Promise.resolve(team) } });
  const ayesha = moderator('ayesha');
  await ayesha.says('/post claim');
  await ayesha.answers(...CLAIM_ANSWERS);
  await ayesha.presses('Send for review');
  await ayesha.says('/drafts');
  await ayesha.presses('Casualty claim');
  expect(ayesha.labels().join()).not.toMatch(/Publish|Send for/u);
  team = 1;
  await ayesha.says('/drafts');
  await ayesha.presses('Casualty claim');
  expect(await ayesha.presses('Publish')).toContain('Published');
});

test('an approval does nothing where its author changed the draft at that moment', async () => {
  const { moderator, store, dossier } = await postingForTests({ posting: { moderators: () => Promise.resolve(2) } });
  const [ayesha, bilal] = [moderator('ayesha'), moderator('bilal')];
  await ayesha.says('/post claim');
  await ayesha.answers(...CLAIM_ANSWERS);
  await ayesha.presses('Send for review');
  await bilal.says('/review');
  await bilal.presses('Casualty claim');
  const approve = bilal.dataOf('Approve');
  const [draft] = await store.drafts.list({ state: 'waiting' });
  if (!draft) throw new Error('nothing waits');
  await ayesha.says('/drafts');
  await ayesha.presses('Casualty claim');
  await ayesha.presses('Change');
  await ayesha.answers('low', '9', 'done');
  const { head } = dossier();
  expect(await bilal.pressesData(approve)).toContain('nothing like that to review');
  // Sent back at the same moment: the one that was read is gone.
  expect(await store.drafts.save({ ...draft, state: 'returned' })).toBe('moved on');
  expect(dossier().head).toBe(head);
});
