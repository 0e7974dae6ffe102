/** What a second moderator agrees to is what they were shown: all of it, and nothing that it has become since. */
import { describe, expect, test } from 'vitest';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

const two = { posting: { moderators: () => Promise.resolve(2) } };

async function submitted(words: string, answers: readonly string[]) {
  const room = await postingForTests(two);
  const [ayesha, bilal] = [room.moderator('ayesha'), room.moderator('bilal')];
  await ayesha.says(words);
  await ayesha.answers(...answers);
  expect(await ayesha.presses('Send for review')).toContain('waits for a second moderator');
  const shows = async () => {
    const [label = ''] = (await bilal.says('/review'), bilal.labels());
    return bilal.presses(label);
  };
  return { ...room, ayesha, bilal, shows };
}

describe('the preview', () => {
  test('has the terms, positions and mediators of a state of the ceasefire', async () => {
    const { shows } = await submitted('/post ceasefire', [
      'src-seed',
      '2025-11-09',
      'in-force',
      'Truce holds, both sides say',
      'nothing',
      'All refugees shall leave by Friday',
      'qatar',
      'pakistan: it will shell the camps',
      'no',
    ]);
    const seen = await shows();
    for (const words of ['All refugees shall leave by Friday', 'Qatar', 'it will shell the camps']) {
      expect(seen).toContain(words);
    }
  });

  test('has the links that are changed with it, in both figures', async () => {
    const { shows, bilal, dossier } = await submitted('/update cas-pak-soldiers-58', [
      'conflictsWith',
      '-',
      'They count other people.',
    ]);
    const seen = await shows();
    expect(seen).toContain('cas-pak-soldiers-23');
    expect(seen).toMatch(/Figures it conflicts with: .* → none/u);
    expect(await bilal.presses('Approve')).toContain('Published');
    expect(dossier().claims.get('cas-pak-soldiers-23')?.conflictsWith).not.toContain('cas-pak-soldiers-58');
  });

  test('of a correction says that what was sent is corrected, aloud or not', async () => {
    const { moderator } = await postingForTests();
    const ayesha = moderator('ayesha');
    await ayesha.says('/correct cas-pak-soldiers-58');
    expect(await ayesha.answers('attribution', 'A spokesman said so', 'Misread.', 'material')).toMatch(
      /corrected in its place, and a new message under it announces that/u,
    );
    await ayesha.presses('Change an answer');
    expect(await ayesha.answers('weight', 'minor')).toContain('corrected in its place, silently');
    await ayesha.says('/post place');
    expect(await ayesha.answers('Zetaville', 'city', 'AF', 'Kabul', '34.5', '69.2', '-')).toContain(
      'No alert and no digest tells of this by itself',
    );
  });
});

describe('an approval', () => {
  test('does nothing where a name or an address has come to mean something else', async () => {
    const { shows, bilal, ayesha, dossier } = await submitted('/post claim', CLAIM_ANSWERS);
    expect(await shows()).toContain('Example Press');
    const approve = bilal.dataOf('Approve');
    await ayesha.says('/post source');
    await ayesha.answers(
      'https://www.example.org/news/1',
      'United Nations',
      'Report',
      '2025-11-08',
      'un-report',
      'en',
      'Read in full.',
    );
    if (!(await ayesha.presses('Publish')).includes('Published')) throw new Error(ayesha.labels().join());
    const { head } = dossier();
    expect(await bilal.pressesData(approve)).toContain('not the one that this preview showed');
    expect(dossier().head).toBe(head);
    expect(await shows()).toContain('United Nations');
  });

  test('and a sending back at the same moment: one of the two is done, and the other is told so', async () => {
    const { shows, bilal, moderator, store, dossier } = await submitted('/post claim', CLAIM_ANSWERS);
    await shows();
    const approve = bilal.dataOf('Approve');
    const [draft] = await store.drafts.list({ state: 'waiting' });
    const { head } = dossier();
    const [approved, returned] = await Promise.all([
      bilal.pressesData(approve),
      moderator('chand').says(`/review do:return id:${draft?.id} reason:"Not sourced."`),
    ]);
    const isOut = dossier().head > head;
    expect(approved.startsWith('Published')).toBe(isOut);
    expect(returned.startsWith('Sent back')).toBe(!isOut);
    expect((await store.drafts.of(draft?.id ?? ''))?.state).toBe(isOut ? undefined : 'returned');
  });

  test('and a discarding at the same moment: nothing is said to be discarded that is published', async () => {
    const { shows, bilal, ayesha, dossier } = await submitted('/post claim', CLAIM_ANSWERS);
    await shows();
    const approve = bilal.dataOf('Approve');
    await ayesha.says('/drafts');
    await ayesha.presses('Casualty claim');
    await ayesha.presses('Discard');
    const { head } = dossier();
    const [approved, discarded] = await Promise.all([bilal.pressesData(approve), ayesha.presses('Discard for good')]);
    const isOut = dossier().head > head;
    expect([approved.startsWith('Published'), discarded.startsWith('Discarded')]).toEqual([isOut, !isOut]);
  });
});

test('a correction that waits is not stopped by a rival figure that is linked to it meanwhile, and keeps the link', async () => {
  const { moderator, dossier } = await postingForTests();
  const [ayesha, bilal] = [moderator('ayesha'), moderator('bilal')];
  const id = 'cas-6-nov-5-seed';
  await ayesha.says(`/correct ${id}`);
  await ayesha.answers('attribution', 'Hospital staff said so', 'Misread.', 'minor');
  await bilal.says('/post claim');
  await bilal.answers(...CLAIM_ANSWERS.map((one, at) => (at === 13 ? '2025-11-06' : at === 19 ? id : one)));
  expect(await bilal.presses('Publish')).toContain('Published');
  const rival = dossier().claims.get(id)?.conflictsWith.at(-1);
  expect(rival).toMatch(/^cas-at-least-seven/u);
  await ayesha.says('/drafts');
  await ayesha.presses('Casualty claim');
  expect(await ayesha.presses('Publish')).toContain('Published');
  expect(dossier().claims.get(id)).toMatchObject({
    attribution: 'Hospital staff said so',
    conflictsWith: expect.arrayContaining([rival]),
  });

  // Taken back, it is named by no figure any more.
  await bilal.says(`/retract ${rival}`);
  await bilal.answers('It did not happen.', 'minor');
  expect(await bilal.presses('Publish')).toContain('Published');
  expect(dossier().claims.get(id)?.conflictsWith).not.toContain(rival);
});

test('what somebody wrote who moderates no more is not there to be approved', async () => {
  const { chat, store, shows, bilal, dossier } = await submitted('/post claim', CLAIM_ANSWERS);
  expect(await shows()).toContain('What is written');
  const approve = bilal.dataOf('Approve');
  Object.assign(chat, { isPerson: (id: string) => id === 'test:ayesha' });
  const { head } = dossier();
  expect(await bilal.says('/review')).toContain('Nothing waits');
  expect(await bilal.pressesData(approve)).toContain('nothing like that to review');
  expect(dossier().head).toBe(head);
  await store.moderators.add({ id: 'test:ayesha', by: 'test:owner', at: 1 });
  expect(await bilal.pressesData(approve)).toContain('Published');
});

test('nobody keeps more drafts than they can remember', async () => {
  const { moderator } = await postingForTests();
  const ayesha = moderator('ayesha');
  for (let nth = 0; nth < 50; nth++) expect(await ayesha.says('/post person')).toContain('1 of');
  expect(await ayesha.says('/post person')).toContain('You have 50 drafts');
  await ayesha.says('/drafts');
  await ayesha.presses('Person');
  await ayesha.presses('Stop');
  await ayesha.presses('Discard');
  expect(await ayesha.presses('Discard for good')).toContain('Nothing was published');
  expect(await ayesha.says('/post person')).toContain('1 of');
});
