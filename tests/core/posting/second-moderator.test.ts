/** Review: a second moderator approves a draft or returns it, and publishes exactly what the preview showed. */
import { describe, expect, test } from 'vitest';
import { CLAIM_ANSWERS, postingForTests } from './posting-for-tests.ts';

describe('a second moderator', () => {
  const two = { posting: { moderators: () => Promise.resolve(2) } };

  test('approves a claim; nobody approves their own, and twice publishes once', async () => {
    const { moderator, dossier } = await postingForTests(two);
    const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
    await ayesha.says('/post claim');
    await ayesha.answers(...CLAIM_ANSWERS);
    const head = dossier().head;
    expect(await ayesha.presses('Send for review')).toContain('waits for a second moderator');
    expect(dossier().head).toBe(head);
    expect(await ayesha.says('/review')).toContain('your own');
    await omar.says('/review');
    expect(await omar.presses('Casualty claim')).toContain('at least 7');
    const approve = omar.dataOf('Approve');
    expect(await ayesha.pressesData(approve)).toContain('This is your own');
    expect(await omar.pressesData(approve)).toContain('Published');
    expect(await omar.pressesData(approve)).toContain('nothing like that to review');
    expect(dossier().head).toBe(head + 2);
    expect(dossier().revisionsAfter(head)[1]).toMatchObject({ author: 'test:ayesha' });
  });

  test('sends it back with a reason, which its author reads', async () => {
    const { moderator } = await postingForTests(two);
    const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
    await ayesha.says('/post claim');
    await ayesha.answers(...CLAIM_ANSWERS);
    await ayesha.presses('Send for review');
    await omar.says('/review');
    await omar.presses('Casualty claim');
    const id = /id:(d\w{10})/u.exec(await omar.says('/review do:list').then(() => omar.presses('Casualty claim')))?.[1];
    expect(await omar.says(`/review do:return id:${id}`)).toContain('say why');
    await omar.says(`/review do:return id:${id} reason:"Which officials?"`);
    await ayesha.says('/drafts');
    expect(await ayesha.presses('Casualty claim')).toContain('sent it back: Which officials?');
  });

  test('approves what it saw, not what it became', async () => {
    const { moderator } = await postingForTests(two);
    const [ayesha, omar] = [moderator('ayesha'), moderator('omar')];
    await ayesha.says('/post claim');
    await ayesha.answers(...CLAIM_ANSWERS);
    await ayesha.presses('Send for review');
    await omar.says('/review');
    await omar.presses('Casualty claim');
    const approve = omar.dataOf('Approve');
    await ayesha.says('/drafts');
    await ayesha.presses('Casualty claim');
    await ayesha.presses('Change an answer');
    await ayesha.answers('low', '9');
    await ayesha.presses('Send for review');
    expect(await omar.pressesData(approve)).toContain('not the one that this preview showed');
  });
});
