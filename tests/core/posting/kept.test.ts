/** What a change keeps, what it clears away, which reasons it takes, and what its preview shows before publication. */
import { expect, test } from 'vitest';
import { postingForTests } from './posting-for-tests.ts';

test('/update of one delegation keeps who led it and all the others; of a position, its quotation', async () => {
  const { moderator, dossier } = await postingForTests();
  const ayesha = moderator('ayesha');
  const round = [...dossier().talks.values()].find(
    ({ delegations }) => delegations.filter(({ lead }) => lead !== null).length > 1,
  );
  const state = [...dossier().ceasefire.values()].find(({ positions }) => positions.some((one) => one.quote !== null));
  if (!round || !state) throw new Error('the dossier has none');
  const [first, ...others] = round.delegations;
  await ayesha.says(`/update ${round.id}`);
  const lines = [`${first?.party}: came back with more`, ...others.map(({ party, note }) => `${party}: ${note}`)];
  await ayesha.answers('delegations', lines.join('\n'), 'More is known.');
  expect(await ayesha.presses('Publish')).toContain('Published');
  expect(dossier().talks.get(round.id)?.delegations).toEqual([{ ...first, note: 'came back with more' }, ...others]);
  await ayesha.says(`/update ${state.id}`);
  const positions = state.positions.map(({ party }) => `${party}: It holds`);
  await ayesha.answers('positions', positions.join('\n'), 'More is known.');
  expect(await ayesha.presses('Publish')).toContain('Published');
  expect(dossier().ceasefire.get(state.id)?.positions).toEqual(
    state.positions.map((one) => ({ ...one, summary: 'It holds' })),
  );
});

test.each([
  ['words', 'asserts', 'dozens'],
  ['denial', 'denies', 'nobody was killed'],
])('/correct of a figure into %s leaves no number of before', async (qualifier, stance, printed) => {
  const { moderator, dossier } = await postingForTests();
  const ayesha = moderator('ayesha');
  await ayesha.says('/correct cas-pak-soldiers-58');
  const changes = [
    ['qualifier', qualifier],
    ['printed', printed],
    ['stance', stance],
  ] as const;
  await ayesha.answers(...changes[0], 'It was no figure.', 'material');
  for (const [field, to] of changes.slice(1)) {
    await ayesha.presses('Change an answer');
    await ayesha.answers(field, to);
  }
  expect(await ayesha.presses('Publish')).toContain('Published');
  expect(dossier().claims.get('cas-pak-soldiers-58')).toMatchObject({
    count: { low: null, high: null, qualifier, asPrinted: printed },
    stance,
  });
});

test('a reason that everybody is to read is short, plain and neutral, or asked again', async () => {
  const { moderator, dossier } = await postingForTests();
  const ayesha = moderator('ayesha');
  const { head } = dossier();
  await ayesha.says('/retract q-asif-as-we-speak');
  for (const reason of ['The terrorists lied.', 'Turned\u202e around', 'x'.repeat(301), 'They admitted it.']) {
    expect(await ayesha.says(reason)).toContain('That does not fit');
    expect(ayesha.labels()).not.toContain('minor');
  }
  expect(await ayesha.says('It was misattributed.')).not.toContain('That does not fit');
  expect(dossier().head).toBe(head);
});

test('what a second moderator writes back is short and plain', async () => {
  const { moderator, store } = await postingForTests({ posting: { moderators: () => Promise.resolve(2) } });
  const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
  await ayesha.says('/retract q-asif-as-we-speak');
  await ayesha.answers('It was misattributed.', 'minor');
  await ayesha.presses('Send for review');
  const [draft] = await store.drafts.list({ state: 'waiting' });
  expect(await omar.says(`/review do:return id:${draft?.id} reason:"Which\u202e one?"`)).toContain('does not fit');
  expect((await store.drafts.list({ state: 'waiting' })).map(({ id }) => id)).toEqual([draft?.id]);
  expect(await omar.says(`/review do:return id:${draft?.id} reason:"Which one?"`)).not.toContain('does not fit');
});

test('the preview shows people, places and sources, which no message tells of', async () => {
  const { moderator } = await postingForTests();
  const ayesha = moderator('ayesha');
  await ayesha.says('/post person');
  const person = await ayesha.answers('A Person', 'Envoy of nobody', 'pakistan', 'The Envoy');
  expect(person).toContain('Envoy of nobody');
  expect(person).toContain('The Envoy');
  await ayesha.says('/post source');
  const source = await ayesha.answers(
    'HTTPS://Example.org/New',
    'New Press',
    'A title',
    '2025-11-08',
    'wire',
    'en',
    'Given.',
  );
  expect(source).toContain('Publisher: New Press.');
  expect(source).not.toContain('..');
  expect(source).toContain('https://example.org/New');
  await ayesha.says('/correct kabul');
  expect(await ayesha.answers('name', 'Kabul City', 'Its whole name.', 'minor')).toMatch(/Kabul → Kabul City/u);
});

test('what is known of a new source is checked when it is answered, and its address taken as browsers read it', async () => {
  const { moderator, dossier } = await postingForTests();
  const ayesha = moderator('ayesha');
  await ayesha.says('/post development');
  await ayesha.says('HTTPS://ex\u0430mple.org/a');
  expect(await ayesha.says('Turned\u202e Press')).toContain('That does not fit');
  await ayesha.answers('Some Press', 'A title', '2025-11-08', 'wire', '2025-11-09', 'talks', 'Envoys met');
  await ayesha.answers('Both said so.', '-', '-', 'reported', 'routine', '-');
  await ayesha.presses('Publish');
  const [source] = [...dossier().sources.values()].slice(-1);
  expect(source).toMatchObject({ publisher: 'Some Press', url: 'https://xn--exmple-4nf.org/a' });
});
