/** Corrections reach what was sent: edits, notices, what is queued, what cannot be edited, and how it adds up. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';
import { createRecordingMessenger } from './recording-messenger.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

/** `dev-x` with another title; `weight` left out: material. */
function correction(
  title: string,
  weight?: 'minor',
  change: 'correction' | 'retraction' = 'correction',
): RevisionDraft {
  const { entry } = breakingNews('dev-x', delivery.clock());
  if (entry.kind !== 'development') throw new Error('not a development');
  return {
    author: 'import',
    recordedAt: Date.UTC(2026, 10, 23, 14, 5),
    change,
    reason: 'The source corrected itself.',
    entry: { kind: 'development', fields: { ...entry.fields, title } },
    ...(weight && { weight }),
  };
}

const texts = () => delivery.texts(GROUP);
const ways = () => delivery.messenger.sent.map(({ how, message, replyTo }) => ({ how, message, replyTo }));
const coverage = () => delivery.store.corrections.coverage(delivery.dossier().head);

/** A group that was sent an alert of `dev-x`. */
async function alerted(): Promise<void> {
  delivery = await deliveryForTests(MONDAY);
  await delivery.subscribe();
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await expect.poll(texts).toHaveLength(1);
  await delivery.settled();
}

describe('a message that was sent', () => {
  test('is edited, and what was wrong told aloud under it; nothing is done twice', async () => {
    await alerted();
    await delivery.publish([correction('Something else')]);
    await expect.poll(texts).toHaveLength(3);
    const [first, edit, notice] = ways();
    expect(edit).toEqual({ how: 'edit', message: first?.message, replyTo: undefined });
    expect(notice).toMatchObject({ how: 'send', replyTo: first?.message });
    expect(texts()[1]).toMatch(
      /^Corrected 14:05 UTC, 23 November 2026: Something else .*Title: was Breaking news dev-x → is Something else\. Reason given: “The source corrected itself\.”/u,
    );
    expect(texts()[1]).toContain('Breaking, ');
    expect(texts()[2]).toMatch(/^Correction\nOf what was sent here on 23 November 2026 at 00:00 \(UTC\)\./u);
    expect(texts()[2]).toContain('Title: was Breaking news dev-x → is Something else.');
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
    await alerted();
    await delivery.publish([correction('Something else', 'minor')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.at(MONDAY + MINUTE);
    expect(ways().map(({ how }) => how)).toEqual(['send', 'edit']);
  });

  test('has all of its corrections in it, and so has the notice of an earlier one', async () => {
    await alerted();
    await delivery.publish([correction('Second title')]);
    await expect.poll(texts).toHaveLength(3);
    await delivery.publish([correction('Third title', 'minor')]);
    await delivery.at(MONDAY + MINUTE);
    await delivery.at(MONDAY + 2 * MINUTE);
    expect(ways().map(({ how, message }) => `${how} ${message}`)).toEqual([
      'send 1',
      'edit 1',
      'send 3',
      'edit 1',
      'edit 3',
    ]);
    const rows = /was Second title → is Third title\..*\n.*Title: was Breaking news dev-x → is Second title\./u;
    for (const text of texts().slice(-2)) expect(text).toMatch(rows);
    expect(texts().at(-2)).toContain('• Third title (9 November 2025; breaking; reported).');
    expect(await coverage()).toMatchObject({ messages: 2, edited: 2, pending: 0, failed: [] });
  });

  test('says that what it told was withdrawn', async () => {
    await alerted();
    await delivery.publish([correction('Breaking news dev-x', undefined, 'retraction')]);
    await expect.poll(texts).toHaveLength(3);
    expect(texts()[1]).toMatch(/^Withdrawn 14:05 UTC, 23 November 2026: Breaking news dev-x/u);
    expect(texts()[1]).toContain('Nothing of this is to be alerted any more.');
  });

  test('is left alone by what it did not show, and by updates', async () => {
    await alerted();
    await delivery.publish([breakingNews('dev-y', delivery.clock())]);
    const { recordedAt, author, entry } = correction('More is known');
    await delivery.publish([{ recordedAt, author, entry, change: 'update', reason: 'More.' }]);
    const other = breakingNews('dev-y', delivery.clock());
    await delivery.publish([{ ...other, change: 'correction', reason: 'It was wrong.' }]);
    await delivery.at(MONDAY + MINUTE);
    expect(texts()).toHaveLength(1);
    expect(await coverage()).toMatchObject({ messages: 0 });
  });

  test('is corrected where the subscription is paused or gone, but nothing new is sent there', async () => {
    await alerted();
    const subscription = await delivery.store.subscriptions.of(GROUP);
    if (!subscription) throw new Error('no subscription');
    await delivery.store.subscriptions.put({ ...subscription, status: 'paused' });
    await delivery.publish([correction('Second title')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.store.subscriptions.remove(GROUP);
    await delivery.publish([correction('Third title')]);
    await expect.poll(texts).toHaveLength(3);
    await delivery.at(MONDAY + MINUTE);
    expect(ways().map(({ how }) => how)).toEqual(['send', 'edit', 'edit']);
  });

  test('published while the bot was down: done when it is back; a later one overtakes one that waits', async () => {
    await alerted();
    delivery.messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
    await delivery.publish([correction('Second title')]);
    await delivery.at(MONDAY + MINUTE);
    await delivery.stop();
    await delivery.publish([correction('Third title')]);
    delivery.messenger.answer = () => undefined;
    delivery.run();
    await delivery.at(MONDAY + 10 * MINUTE);
    await expect.poll(texts).toHaveLength(3);
    expect(texts()[1]).toContain('Title: was Second title → is Third title.');
    expect(texts()[1]).toContain('Title: was Breaking news dev-x → is Second title.');
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

describe('a message that cannot be edited', () => {
  test('deleted: the reason is kept, and what is material is told in a message of its own', async () => {
    await alerted();
    delivery.messenger.answer = ({ how }) =>
      how === 'edit' ? { kind: 'message gone', reason: 'message to edit not found' } : undefined;
    await delivery.publish([correction('Second title')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.settled();
    expect(await delivery.history(GROUP)).toContainEqual(
      expect.objectContaining({ kind: 'correction', state: 'dead', reason: 'message to edit not found' }),
    );
    expect(await coverage()).toMatchObject({ messages: 1, edited: 0, noticed: 1, failed: [] });
  });

  test('deleted, and minor: the reason alone', async () => {
    await alerted();
    delivery.messenger.answer = ({ how }) =>
      how === 'edit' ? { kind: 'message gone', reason: 'not found' } : undefined;
    await delivery.publish([correction('Second title', 'minor')]);
    await delivery.at(MONDAY + MINUTE);
    await expect.poll(coverage).toMatchObject({ messages: 1, pending: 0, failed: [{ reason: 'not found', count: 1 }] });
    expect(texts()).toHaveLength(1);
  });

  test('refused as it is: a message says it instead, once, be it minor', async () => {
    await alerted();
    delivery.messenger.answer = ({ how }) => (how === 'edit' ? { kind: 'rejected', reason: 'no' } : undefined);
    await delivery.publish([correction('Second title', 'minor')]);
    await expect.poll(texts).toHaveLength(2);
    await delivery.at(MONDAY + MINUTE);
    expect(texts()).toHaveLength(2);
    expect(await coverage()).toMatchObject({ messages: 1, edited: 0, noticed: 1, pending: 0, failed: [] });
  });

  test('in doubt: a message says it instead', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + 8 * HOUR });
    await delivery.publish([breakingNews('dev-x', delivery.clock())]);
    delivery.messenger.answer = () => ({ kind: 'unknown', reason: 'ECONNRESET' });
    await delivery.at(MONDAY + 8 * HOUR);
    delivery.messenger.answer = () => undefined;
    await delivery.publish([correction('Second title', 'minor')]);
    await expect.poll(texts).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Correction\n/u);
    expect(ways()).toMatchObject([{ how: 'send', replyTo: undefined }]);
    expect(await coverage()).toMatchObject({ messages: 1, noticed: 1, pending: 0 });
  });

  test('where the bot is no longer let in, one try ends it for all of the place', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + MINUTE, sinceSeq: delivery.dossier().head });
    await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
    await delivery.at(MONDAY + 2 * MINUTE);
    expect(texts()).toHaveLength(2);
    const tries: string[] = [];
    delivery.messenger.answer = async ({ how }) => {
      tries.push(how);
      // Each message's correction is queued on its own: one that is queued after the refusal would be tried as well.
      await expect.poll(async () => (await coverage()).messages).toBe(2);
      return { kind: 'gone', reason: 'kicked' };
    };
    await delivery.publish([correction('Second title')]);
    await delivery.at(MONDAY + 3 * MINUTE);
    // One edit, and the notice to whoever set the subscription up.
    expect(tries).toEqual(['edit', 'send']);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'suspended' });
    const failed = ['kicked', 'suspended'].map((reason) => ({ reason, count: 1 }));
    expect(await coverage()).toMatchObject({ edited: 0, pending: 0, messages: 2, failed });
  });
});

test('in doubt where a repeated send finds the first message: corrected by what that one showed, once it is found', async () => {
  const discord = createRecordingMessenger({ dedupeMs: 90_000 }, 'discord');
  delivery = await deliveryForTests(MONDAY, discord);
  await delivery.subscribe({ place: 'discord:7' });
  let isLost = true;
  discord.answer = ({ how }) => (isLost && how === 'send' ? { kind: 'unknown', reason: 'timeout' } : undefined);
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await expect
    .poll(() => delivery.history('discord:7'))
    .toMatchObject([{ state: 'pending', attempts: 1, head: delivery.dossier().head }]);
  await delivery.publish([correction('Second title', 'minor')]);
  await expect
    .poll(() => delivery.history('discord:7'))
    .toContainEqual(expect.objectContaining({ kind: 'correction', state: 'pending', reason: 'original-open' }));
  isLost = false;
  for (let minute = 1; minute < 8; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
  const before = delivery.dossier().head - 1;
  expect(await delivery.history('discord:7')).toMatchObject([
    { kind: 'alert', state: 'sent', head: before },
    { kind: 'correction', state: 'sent' },
  ]);
  expect(discord.sent.map(({ how, message }) => `${how} ${message}`)).toEqual(['send 1', 'edit 1']);
  expect(await coverage()).toMatchObject({ messages: 1, edited: 1 });
});

describe('what is queued', () => {
  test('a digest is composed when it is sent: it has the corrected words, and needs no correction', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe({ nextDueAt: MONDAY + HOUR, sinceSeq: delivery.dossier().head });
    await delivery.publish([breakingNews('dev-x', delivery.clock())]);
    delivery.messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
    await delivery.at(MONDAY + HOUR);
    await delivery.publish([correction('Second title')]);
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + HOUR + 5 * MINUTE);
    await delivery.at(MONDAY + HOUR + 6 * MINUTE);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('Second title');
    expect(await coverage()).toMatchObject({ messages: 0 });
  });

  test('an alert of what was withdrawn before it was sent is obsolete', async () => {
    delivery = await deliveryForTests(MONDAY);
    await delivery.subscribe();
    delivery.messenger.answer = () => ({ kind: 'retry', reason: 'ECONNREFUSED', scope: 'platform' });
    await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
    await expect.poll(() => delivery.history(GROUP)).toMatchObject([{ state: 'pending', attempts: 1 }]);
    await delivery.publish([correction('Breaking news dev-x', undefined, 'retraction')]);
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + 5 * MINUTE);
    expect(texts()).toEqual([]);
    expect(await delivery.history(GROUP)).toMatchObject([{ kind: 'alert', state: 'dead', reason: 'obsolete' }]);
  });
});

test('a board is brought up to date at once, by its own edits alone', async () => {
  delivery = await deliveryForTests(MONDAY);
  await delivery.subscribe({}, { board: 'instead', alerts: 'off' });
  await delivery.publish([breakingNews('dev-x', delivery.clock())]);
  await delivery.at(MONDAY + MINUTE);
  expect(texts().at(-1)).toContain('Breaking news dev-x');
  await delivery.at(MONDAY + 2 * MINUTE);
  await delivery.publish([correction('Second title')]);
  await expect.poll(() => texts().at(-1)).toContain('Second title');
  await delivery.at(MONDAY + 3 * MINUTE);
  expect((await delivery.history(GROUP)).map(({ kind }) => kind)).not.toContain('correction');
});
