/** Publishing that is interrupted between the ledger and the draft. */
import { describe, expect, test } from 'vitest';
import { CLAIM_ANSWERS, deskForTests } from './desk-for-tests.ts';

describe('a crash between the ledger and the draft', () => {
  test.each([
    ['/post claim', CLAIM_ANSWERS],
    ['/correct kabul', ['admin1', 'Kabul Province', 'It was missing.', 'minor']],
    ['/retract q-asif-as-we-speak', ['It was misattributed.', 'minor']],
  ])('%s: pressed again, nothing is published twice', async (words, answers) => {
    const { moderator, store, dossier, bugs } = await deskForTests();
    const ayesha = moderator('ayesha');
    await ayesha.says(words);
    await ayesha.answers(...answers);
    const publish = ayesha.dataOf('Publish');
    const remove = store.drafts.remove.bind(store.drafts);
    Object.assign(store.drafts, { remove: () => Promise.reject(new Error('the lights went out')) });
    expect(await ayesha.pressesData(publish)).toContain('bug-1');
    Object.assign(store.drafts, { remove });
    const head = dossier().head;
    expect(await ayesha.pressesData(publish)).toContain('Published');
    expect(dossier().head).toBe(head);
    expect(await ayesha.says('/drafts')).toContain('You have no drafts');
    expect(bugs).toHaveLength(1);
  });
});
