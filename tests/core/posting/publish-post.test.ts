/** Publishing twice: pressed again, pressed at once, pressed after it failed. */
import { describe, expect, test } from 'vitest';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

describe.each([
  ['/post claim', CLAIM_ANSWERS],
  ['/correct kabul', ['admin1', 'Kabul Province', 'It was missing.', 'minor']],
  ['/retract q-asif-as-we-speak', ['It was misattributed.', 'minor']],
])('%s', (words, answers) => {
  test('pressed twice at once it is published once, and the draft is gone with it', async () => {
    const { moderator, dossier, bugs } = await postingForTests();
    const ayesha = moderator('ayesha');
    const { head } = dossier();
    await ayesha.says(words);
    await ayesha.answers(...answers);
    const publish = ayesha.dataOf('Publish');
    const said = await Promise.all([ayesha.pressesData(publish), ayesha.pressesData(publish)]);
    expect(said.filter((one) => one.startsWith('Published'))).toHaveLength(1);
    const added = dossier().revisionsAfter(head);
    expect(new Set(added.map(({ entry }) => entry.fields.id)).size).toBe(added.length);
    expect(await ayesha.pressesData(publish)).toContain('There is no such draft');
    expect(await ayesha.says('/drafts')).toContain('You have no drafts');
    expect(bugs).toEqual([]);
  });

  test('where the lights go out at the ledger, nothing is published, and the draft is there', async () => {
    const { moderator, store, dossier, bugs } = await postingForTests();
    const ayesha = moderator('ayesha');
    const { head } = dossier();
    await ayesha.says(words);
    await ayesha.answers(...answers);
    const publish = ayesha.dataOf('Publish');
    const append = store.append.bind(store);
    Object.assign(store, { append: () => Promise.reject(new Error('the lights went out')) });
    expect(await ayesha.pressesData(publish)).toContain('bug-1');
    Object.assign(store, { append });
    expect(dossier().head).toBe(head);
    expect(await ayesha.pressesData(publish)).toContain('Published');
    expect(bugs).toHaveLength(1);
  });
});
