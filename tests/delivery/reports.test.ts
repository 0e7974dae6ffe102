/** The report on a correction: one message to its author, edited until the correction is done, whatever happens. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const MINUTE = 60_000;
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23);
const GROUP = 'telegram:-5';
const AUTHOR = 'telegram:42';
const PRIVATE = 'telegram:@42';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

function correction(title: string, author = AUTHOR, weight: 'minor' | 'material' = 'minor'): RevisionDraft {
  const { entry } = breakingNews('dev-x', delivery.clock());
  if (entry.kind !== 'development') throw new Error('not a development');
  return {
    author,
    recordedAt: delivery.clock(),
    change: 'correction',
    reason: 'The source corrected itself.',
    ...(weight === 'minor' && { weight }),
    entry: { kind: 'development', fields: { ...entry.fields, title } },
  };
}

const reports = () => delivery.texts(PRIVATE);
const ways = () =>
  delivery.messenger.sent.filter(({ place }) => place === PRIVATE).map(({ how, message }) => `${how} ${message}`);
const moderate = (id = AUTHOR) => delivery.store.moderators.add({ id, by: 'telegram:1', at: MONDAY });
const rows = async () =>
  (await delivery.store.subscriptions.deliveries(PRIVATE, 99))
    .toSorted((a, b) => Number(a.about) - Number(b.about))
    .map(({ about, state, reason }) => `${about} ${state}${reason === null ? '' : ` ${reason}`}`);

/** Somebody who moderates, and a group that was sent an alert of `dev-x`. */
async function alerted(): Promise<void> {
  delivery = await deliveryForTests(MONDAY);
  await moderate();
  delivery.watch(PRIVATE);
  await delivery.subscribe();
  await delivery.publish([breakingNews('dev-x', delivery.clock())], true);
  await expect.poll(() => delivery.texts(GROUP)).toHaveLength(1);
  await delivery.settled();
}

describe('a correction', () => {
  test('is reported on in one message, the last time when it is finished', async () => {
    await alerted();
    await delivery.publish([correction('Something else')]);
    await expect.poll(reports).toHaveLength(1);
    expect(reports()[0]).toMatch(
      /^How far correction #\d+ came\nCorrected 23 November 2026, 00:00 UTC: Something else.*Messages that showed it: 1/su,
    );
    await delivery.at(MONDAY + MINUTE - 1);
    expect(reports().at(-1)).toMatch(/Edited: 1\n.*Failed: 0\n.*Still to do: 0\n.*All that was found is done/su);
    for (let minute = 1; minute < 6; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports().at(-1)).toMatch(/Edited: 1\n.*Finished: nothing is left to do/su);
    const [first = '', ...edits] = ways();
    expect(first).toMatch(/^send /u);
    expect(edits.length).toBeLessThan(4);
    expect(new Set(edits)).toEqual(new Set([first.replace('send', 'edit')]));
    expect(reports().filter((text) => text.includes('Finished'))).toHaveLength(1);
  });

  test('that no message showed is told of once, when that is known', async () => {
    await alerted();
    await delivery.publish([breakingNews('dev-y', delivery.clock())]);
    const { entry } = breakingNews('dev-y', delivery.clock());
    await delivery.publish([{ ...correction('x'), entry }]);
    await delivery.at(MONDAY + MINUTE / 2);
    expect(reports()).toEqual([]);
    for (let minute = 1; minute < 6; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports()).toEqual([expect.stringMatching(/No message on record showed it\.\nFinished/u)]);
  });

  test('is not called finished while there is something left to do', async () => {
    await alerted();
    delivery.messenger.answer = ({ how, place }) =>
      how === 'edit' && place === GROUP ? { kind: 'retry', reason: 'busy', scope: 'chat' } : undefined;
    await delivery.publish([correction('Something else')]);
    for (let minute = 1; minute < 6; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports()).toEqual([expect.stringMatching(/Still to do: 1\nIt is still being made\./u)]);
  });

  test('is not called finished while what is told aloud about it waits, nor is it hushed up where that failed', async () => {
    await alerted();
    let answer: 'retry' | 'rejected' = 'retry';
    delivery.messenger.answer = ({ how, place }) =>
      how === 'send' && place === GROUP ? { kind: answer, reason: 'busy', scope: 'chat' } : undefined;
    await delivery.publish([correction('Something else', AUTHOR, 'material')]);
    for (let minute = 1; minute < 6; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports().at(-1)).toMatch(
      /Edited: 1\n.*to do: 0\nOne new message that announces it is still to be sent\.\nIt is still being made\./su,
    );
    answer = 'rejected';
    for (let minute = 6; minute < 16; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports().at(-1)).toMatch(
      /Edited: 1\n.*to do: 0\nOne new message that announces it could not be sent, or may not have arrived\.\nFinished/su,
    );
  });

  test('has its failures told with their reasons in plain words', async () => {
    await alerted();
    delivery.messenger.answer = ({ how, place }) =>
      how === 'edit' && place === GROUP ? { kind: 'gone', reason: 'Forbidden: bot was kicked' } : undefined;
    await delivery.publish([correction('Something else')]);
    for (let minute = 1; minute < 6; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports().at(-1)).toMatch(
      /showed it: 1\n.*Edited: 0\n.*instead: 0\n.*Failed: 1\. Reason: Forbidden: bot was kicked\.\n.*to do: 0\n.*Finished/su,
    );
  });

  test('that a platform which nobody serves any more has not looked for is said to wait for that', async () => {
    await alerted();
    await delivery.store.remember('corrected:discord', '1');
    await delivery.publish([correction('Something else')]);
    for (let minute = 1; minute < 10; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports().at(-1)).toMatch(/Edited: 1\n.*All that was found is done\. What was on its way/su);
    const before = reports().length;
    for (let minute = 10; minute < 15; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports()).toHaveLength(before + 1);
    expect(reports().at(-1)).toMatch(/Edited: 1\n.*done\. One of the platforms has not been looked through/su);
  });

  test('of a file, or of somebody who does not moderate any more, is reported to nobody', async () => {
    await alerted();
    await delivery.publish([correction('Something else', 'import')]);
    await delivery.publish([correction('Another thing', 'telegram:43')]);
    await delivery.publish([correction('A third', 'discord:42')]);
    for (let minute = 1; minute < 6; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(delivery.messenger.sent.filter(({ place }) => place !== GROUP)).toEqual([]);
    await delivery.publish([correction('A fourth')]);
    await expect.poll(reports).toHaveLength(1);
    await delivery.store.moderators.remove({ id: AUTHOR, by: 'telegram:1', at: MONDAY });
    for (let minute = 6; minute < 12; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports()).toHaveLength(1);
  });
});

describe('nothing is told twice and nothing is lost', () => {
  test('where the process stops in the middle: the same message is edited by the next one', async () => {
    await alerted();
    delivery.messenger.answer = ({ how, place }) =>
      how === 'edit' && place === GROUP ? { kind: 'retry', reason: 'busy', scope: 'chat' } : undefined;
    await delivery.publish([correction('Something else')]);
    await expect.poll(reports).toHaveLength(1);
    expect(reports()[0]).toContain('Still to do: 1');
    await delivery.stop();
    delivery.messenger.answer = () => undefined;
    delivery.run();
    for (let minute = 1; minute < 8; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports().at(-1)).toMatch(/Edited: 1\n.*Finished/su);
    expect(ways().filter((way) => way.startsWith('send'))).toHaveLength(1);
    await delivery.stop();
    delivery.run();
    const before = reports().length;
    for (let minute = 8; minute < 12; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports()).toHaveLength(before);
  });

  test('where what was kept of the last report is behind what was queued', async () => {
    await alerted();
    delivery.messenger.answer = ({ how, place }) =>
      how === 'edit' && place === GROUP ? { kind: 'retry', reason: 'busy', scope: 'chat' } : undefined;
    await delivery.publish([correction('Something else')]);
    await expect.poll(reports).toHaveLength(1);
    delivery.messenger.answer = () => undefined;
    for (let step = 1; step < 9; step += 1) {
      await delivery.store.remember(`reported:${delivery.dossier().head}`, '0');
      await delivery.at(MONDAY + (step * MINUTE) / 3);
    }
    expect((await rows()).length).toBeGreaterThan(2);
    expect(ways().filter((way) => way.startsWith('send'))).toHaveLength(1);
    expect(reports().at(-1)).toContain('Finished');
  });

  test.each([1, 9])('where what was kept of the last report is %i ahead of what was queued', async (ahead) => {
    await alerted();
    delivery.messenger.answer = ({ how, place }) =>
      how === 'edit' && place === GROUP ? { kind: 'retry', reason: 'busy', scope: 'chat' } : undefined;
    await delivery.publish([correction('Something else')]);
    await expect.poll(reports).toHaveLength(1);
    await delivery.settled();
    await delivery.store.remember(`reported:${delivery.dossier().head}`, String((await rows()).length + ahead));
    delivery.messenger.answer = () => undefined;
    for (let minute = 1; minute < 8; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(ways().filter((way) => way.startsWith('send'))).toHaveLength(1);
    expect(reports().at(-1)).toContain('Finished');
  });

  test('where the first one may have arrived: the last word alone is sent anew', async () => {
    await alerted();
    delivery.messenger.answer = ({ place }) =>
      place === PRIVATE ? { kind: 'unknown', reason: 'ECONNRESET' } : undefined;
    await delivery.publish([correction('Something else')]);
    await expect.poll(rows).toEqual(['1 unknown ECONNRESET']);
    delivery.messenger.answer = () => undefined;
    for (let minute = 1; minute < 6; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports()).toEqual([expect.stringContaining('Finished')]);
    expect(await rows()).toEqual(['1 unknown ECONNRESET', '2 sent']);
  });

  test('where the person cannot be written to: tried at the beginning and at the end', async () => {
    await alerted();
    let tries = 0;
    delivery.messenger.answer = ({ place }) => {
      if (place !== PRIVATE) return undefined;
      tries += 1;
      return { kind: 'refused', reason: 'Forbidden: bot was blocked by the user' };
    };
    await delivery.publish([correction('Something else')]);
    for (let minute = 1; minute < 12; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(tries).toBe(2);
    expect(await delivery.store.subscriptions.of(GROUP)).toMatchObject({ status: 'active' });
  });

  test('where a newer one comes while one waits: it takes its place', async () => {
    await alerted();
    delivery.messenger.answer = ({ place }) =>
      place === PRIVATE ? { kind: 'retry', reason: 'busy', scope: 'chat' } : undefined;
    await delivery.publish([correction('Something else')]);
    await expect.poll(rows).toEqual(['1 pending busy']);
    await delivery.at(MONDAY + MINUTE);
    delivery.messenger.answer = () => undefined;
    for (let minute = 2; minute < 8; minute += 1) await delivery.at(MONDAY + minute * MINUTE);
    expect(reports().at(-1)).toContain('Finished');
    expect(ways().filter((way) => way.startsWith('send'))).toHaveLength(1);
    expect((await rows()).filter((row) => row.endsWith('overtaken'))).not.toEqual([]);
  });
});
