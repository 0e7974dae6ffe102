/** Figures of the displaced, written in chat: in people, families or households, and never set against other units. */
import { expect, test } from 'vitest';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

/** Those of a claim of 16,400 displaced households: `unit` is asked after the numbers. */
function displaced(): readonly string[] {
  const asked: readonly string[] = CLAIM_ANSWERS.map((answer) => (answer === 'killed' ? 'displaced' : answer));
  const period = asked.indexOf('2025-11-07');
  return asked.toSpliced(period, 0, 'households');
}

test('a figure in households keeps its unit, is offered no rival in people, and loses the unit with the harm', async () => {
  const { moderator, dossier, bugs } = await postingForTests();
  const ayesha = moderator('ayesha');
  await ayesha.says('/post claim');
  const preview = await ayesha.answers(...displaced());
  expect(preview).toContain('at least 7 households (printed as “at least seven people”)');
  await ayesha.presses('Publish');
  const [one] = [...dossier().claims.values()].filter(({ unit }) => unit !== undefined);
  expect(one).toMatchObject({ harm: 'displaced', unit: 'households' });
  const id = one?.id ?? '';
  expect(await ayesha.says(`/casualties incident:${id}`)).toContain('at least 7 households');

  await ayesha.says('/post claim');
  const people = displaced().map((answer) => (answer === 'households' ? '-' : answer));
  expect(await ayesha.answers(...people.slice(0, -2))).not.toContain(id);
  await ayesha.says('/post claim');
  expect(await ayesha.answers(...displaced().slice(0, -2))).toContain(id);

  await ayesha.says(`/correct ${id}`);
  await ayesha.answers('harm', 'injured', 'They were injured.', 'material');
  expect(await ayesha.presses('Publish')).toContain('Published');
  expect(dossier().claims.get(id)).not.toHaveProperty('unit');
  expect(bugs).toEqual([]);
});
