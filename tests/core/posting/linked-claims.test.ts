/** Figures that contradict each other: named on one side by who writes, on the other by the desk. */
import { expect, test } from 'vitest';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

const conflictsOf = (dossier: Awaited<ReturnType<typeof postingForTests>>['dossier'], id: string) =>
  dossier().claims.get(id)?.conflictsWith ?? [];

test('are linked both ways in one step, quietly; only those of the same harm and days are offered and taken', async () => {
  const { moderator, dossier, bugs } = await postingForTests();
  const ayesha = moderator('ayesha');
  const { head } = dossier();
  await ayesha.says('/post claim');
  const answers = CLAIM_ANSWERS.map((answer, index) => (index === 13 ? '2025-11-06' : answer));
  const asked = await ayesha.answers(...answers.slice(0, -2));
  expect(asked).toContain('Figures it conflicts with');
  expect(asked).toContain('cas-6-nov-5-seed');
  expect(asked).not.toContain('wounded');
  await ayesha.answers('cas-6-nov-6-wounded-seed', 'no');
  expect(await ayesha.says('/drafts')).toContain('Casualty claim');
  expect(await ayesha.presses('Casualty claim')).toContain('is about another harm');
  await ayesha.presses('Change an answer');
  const preview = await ayesha.answers('conflictsWith', 'cas-6-nov-5-seed');
  expect(preview).toContain('at least seven people');
  const published = await ayesha.presses('Publish');
  expect(published).not.toContain('cas-6-nov-5-seed');
  const added = dossier().revisionsAfter(head);
  expect(added.map(({ entry, change }) => [entry.kind, change])).toEqual([
    ['source', 'original'],
    ['claim', 'original'],
    ['claim', 'update'],
  ]);
  const id = added[1]?.entry.fields.id ?? '';
  expect(conflictsOf(dossier, id)).toEqual(['cas-6-nov-5-seed']);
  expect(conflictsOf(dossier, 'cas-6-nov-5-seed')).toContain(id);

  await ayesha.says(`/correct ${id}`);
  await ayesha.answers('conflictsWith', '-', 'It counts other people.', 'minor');
  expect(await ayesha.presses('Publish')).toContain('Published');
  expect(conflictsOf(dossier, id)).toEqual([]);
  expect(conflictsOf(dossier, 'cas-6-nov-5-seed')).not.toContain(id);
  expect(dossier().revisionsAfter(head).slice(3)).toMatchObject([{ change: 'correction' }, { change: 'update' }]);
  expect(bugs).toEqual([]);
});
