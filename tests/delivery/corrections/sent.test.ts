/** Corrections of what was sent: edits and notices, how they add up, and what they leave alone. */
import { afterEach, describe, expect, test } from 'vitest';
import { breakingNews } from '../crash/broadcast.ts';
import type { DeliveryForTests } from '../deliver-for-tests.ts';
import { alertedGroup, correctedTitle, coverageOf, GROUP, MINUTE, MONDAY, waysOf } from './corrected-title.ts';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});
const texts = () => delivery.texts(GROUP);
const ways = () => waysOf(delivery);
const coverage = () => coverageOf(delivery);

describe('a message that was sent', () => {
  test('is edited, and what was wrong told aloud under it; nothing is done twice', async () => {
    delivery = await alertedGroup();
    await delivery.publish([correctedTitle('Something else')]);
    await expect.poll(texts).toHaveLength(3);
    const [first, edit, notice] = ways();
    expect(edit).toEqual({ how: 'edit', message: first?.message, replyTo: undefined });
    expect(notice).toMatchObject({ how: 'send', replyTo: first?.message });
    expect(texts()[1]).toMatch(
      /^Corrected: Breaking: Something else\nCorrected 23 Nov 2026, 14:05 UTC: Something else .*Title: Breaking news dev-x → Something else\. Reason: “The source corrected itself\.”/u,
    );
    expect(texts()[2]).toMatch(
      /^Correction\nThis corrects what I sent on 23 November 2026 at 00:00 \(UTC\), or up to 15 minutes later\./u,
    );
    expect(texts()[2]).toContain('Title: Breaking news dev-x → Something else.');
    await delivery.at(MONDAY + MINUTE);
    await delivery.at(MONDAY + 3 * MINUTE);
    await delivery.stop();
    delivery.run();
    await delivery.at(MONDAY + 4 * MINUTE);
    expect(texts()).toHaveLength(3);
    const seq = delivery.dossier().head;
    expect(await coverage()).toEqual({ seq, messages: 1, edited: 1, noticed: 0, notices: 1, pending: 0, failed: [] });
    expect(delivery.lines.join('\n')).toContain('A correction has reached what was sent');
  });

  test('is edited silently where the correction is minor', async () => {
    delivery = await alertedGroup();
    await delivery.publish([correctedTitle('Something else', 'minor')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.at(MONDAY + MINUTE);
    expect(ways().map(({ how }) => how)).toEqual(['send', 'edit']);
  });

  test('has all of its corrections in it, and so has the notice of an earlier one', async () => {
    delivery = await alertedGroup();
    await delivery.publish([correctedTitle('Second title')]);
    await expect.poll(texts).toHaveLength(3);
    await delivery.publish([correctedTitle('Third title', 'minor')]);
    await delivery.at(MONDAY + MINUTE);
    await delivery.at(MONDAY + 2 * MINUTE);
    expect(ways().map(({ how, message }) => `${how} ${message}`)).toEqual([
      'send 1',
      'edit 1',
      'send 3',
      'edit 1',
      'edit 3',
    ]);
    const rows = /Second title → Third title\..*\n.*Title: Breaking news dev-x → Second title\./u;
    for (const text of texts().slice(-2)) expect(text).toMatch(rows);
    expect(texts().at(-2)).toMatch(/^Corrected: Breaking: Third title\n/u);
    expect(await coverage()).toMatchObject({ messages: 2, edited: 2, pending: 0, failed: [] });
  });

  test('says that what it told was withdrawn', async () => {
    delivery = await alertedGroup();
    await delivery.publish([correctedTitle('Breaking news dev-x', undefined, 'retraction')]);
    await expect.poll(texts).toHaveLength(3);
    expect(texts()[1]).toMatch(/^Withdrawn\nWithdrawn 23 Nov 2026, 14:05 UTC: Breaking news dev-x/u);
    expect(texts()[1]).toContain('Nothing in this alert stands any more.');
  });

  test('is left alone by what it did not show, and by updates', async () => {
    delivery = await alertedGroup();
    await delivery.publish([breakingNews('dev-y', delivery.clock())]);
    const { recordedAt, author, entry } = correctedTitle('More is known');
    await delivery.publish([{ recordedAt, author, entry, change: 'update', reason: 'More.' }]);
    const other = breakingNews('dev-y', delivery.clock());
    await delivery.publish([{ ...other, change: 'correction', reason: 'It was wrong.' }]);
    await delivery.at(MONDAY + MINUTE);
    expect(texts()).toHaveLength(1);
    expect(await coverage()).toMatchObject({ messages: 0 });
  });

  test('is corrected where the subscription is paused or gone, but nothing new is sent there', async () => {
    delivery = await alertedGroup();
    const subscription = await delivery.store.subscriptions.of(GROUP);
    if (!subscription) throw new Error('no subscription');
    await delivery.store.subscriptions.put({ ...subscription, status: 'paused' });
    await delivery.publish([correctedTitle('Second title')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.store.subscriptions.remove(GROUP);
    await delivery.publish([correctedTitle('Third title')]);
    await expect.poll(texts).toHaveLength(3);
    await delivery.at(MONDAY + MINUTE);
    expect(ways().map(({ how }) => how)).toEqual(['send', 'edit', 'edit']);
  });

  test('published while the bot was down: done when it is back; a later one overtakes one that waits', async () => {
    delivery = await alertedGroup();
    delivery.messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
    await delivery.publish([correctedTitle('Second title')]);
    await delivery.at(MONDAY + MINUTE);
    await delivery.stop();
    await delivery.publish([correctedTitle('Third title')]);
    delivery.messenger.answer = () => undefined;
    delivery.run();
    await delivery.at(MONDAY + 10 * MINUTE);
    await expect.poll(texts).toHaveLength(3);
    expect(texts()[1]).toContain('Title: Second title → Third title.');
    expect(texts()[1]).toContain('Title: Breaking news dev-x → Second title.');
    const rows = (await delivery.history(GROUP)).filter(({ kind }) => /^(correction|notice)$/u.test(kind));
    expect(rows.map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual([
      'sent null',
      'sent null',
      'skipped overtaken',
    ]);
    const seq = delivery.dossier().head;
    expect(await delivery.store.corrections.coverage(seq - 1)).toMatchObject({ messages: 1, edited: 1, pending: 0 });
  });
});
