/** Reminders that data goes stale: a week of them, snoozed, ended by news, and sent only to current moderators. */
import { afterEach, describe, expect, test } from 'vitest';
import type { RevisionDraft } from '../../src/core/dossier/revision.ts';
import { snoozeKey } from '../../src/core/messages/reminder-day.ts';
import { breakingNews } from './crash/broadcast.ts';
import { type DeliveryForTests, deliveryForTests } from './deliver-for-tests.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, a year after the newest entry that is shipped. */
const MONDAY = Date.UTC(2026, 10, 23);
const ANNA = 'telegram:42';
const PRIVATE = 'telegram:@42';

let delivery: DeliveryForTests;
afterEach(async () => {
  await delivery.close();
});

async function moderated(...ids: readonly string[]): Promise<void> {
  delivery = await deliveryForTests(MONDAY);
  delivery.watch(PRIVATE);
  delivery.watch('telegram:@43');
  for (const id of ids) await delivery.store.moderators.add({ id, by: 'telegram:1', at: MONDAY });
}

const reminders = () => delivery.texts(PRIVATE);
const states = async () =>
  (await delivery.store.subscriptions.deliveries(PRIVATE, 99)).map(({ state, reason }) => `${state} ${reason}`);
/** Every hour from one day (from 0) to before another; reminders that came, by day and hour. */
async function days(from: number, to: number): Promise<readonly string[]> {
  const came: string[] = [];
  for (let hour = from * 24; hour < to * 24; hour += 1) {
    const before = reminders().length;
    await delivery.at(MONDAY + hour * HOUR);
    for (let count = before; count < reminders().length; count += 1) came.push(`${Math.floor(hour / 24)} ${hour % 24}`);
  }
  return came;
}

function development(date: string): RevisionDraft {
  const { entry, ...rest } = breakingNews('dev-fresh', delivery.clock());
  if (entry.kind !== 'development') throw new Error('not a development');
  return { ...rest, entry: { kind: 'development', fields: { ...entry.fields, date } } };
}

function ceasefireState(effectiveFrom: string): RevisionDraft {
  const last = [...delivery.dossier().ceasefire.values()].at(-1);
  if (!last) throw new Error('no state of the ceasefire');
  const fields = { ...last, id: 'cf-fresh', effectiveFrom };
  return { ...breakingNews('x', delivery.clock()), entry: { kind: 'ceasefire', fields } };
}

describe('what is old', () => {
  test('is told once a day, from nine on, and nothing else is sent', async () => {
    await moderated(ANNA);
    expect(await days(0, 4)).toEqual(['0 9', '1 9', '2 9', '3 9']);
    expect(reminders()[0]).toMatch(
      /^Data going stale\nThe newest development is of .* ago\.\nThe newest state of the/u,
    );
    expect(delivery.messenger.sent).toHaveLength(4);
    const [row] = delivery.messenger.sent[0]?.page?.buttons ?? [];
    expect(row?.map(({ label }) => label)).toEqual([
      'New development',
      'State of the ceasefire',
      'Snooze for a day',
      'Snooze for 3 days',
      'Snooze for a week',
    ]);
  });

  test('is told once over restarts of the process', async () => {
    await moderated(ANNA);
    await delivery.at(MONDAY + 10 * HOUR);
    for (let hour = 11; hour < 14; hour += 1) {
      await delivery.stop();
      delivery.run();
      await delivery.at(MONDAY + hour * HOUR);
    }
    expect(reminders()).toHaveLength(1);
  });

  test('is not told while snoozed, nor to others less for it, and again when that is ended', async () => {
    await moderated(ANNA, 'telegram:43');
    expect(await days(0, 1)).toEqual(['0 9']);
    await delivery.store.remember(snoozeKey(ANNA), String(MONDAY + DAY + 8 * HOUR + 3 * DAY));
    expect(await days(1, 4)).toEqual([]);
    expect(delivery.texts('telegram:@43')).toHaveLength(4);
    expect(await days(4, 5)).toEqual(['4 9']);
    await delivery.store.remember(snoozeKey(ANNA), String(MONDAY + 99 * DAY));
    expect(await days(5, 6)).toEqual([]);
    await delivery.store.remember(snoozeKey(ANNA), '0');
    expect(await days(6, 7)).toEqual(['6 9']);
  });

  test('is told no more once there is something newer, until that is old too', async () => {
    await moderated(ANNA);
    await delivery.publish([development('2026-11-22'), ceasefireState('2026-11-22')]);
    // Three days old on Wednesday, four on Thursday.
    expect(await days(0, 4)).toEqual(['3 9']);
    expect(reminders()[0]).toContain('The newest development is of 22 November 2026, 4 days ago.');
    expect(reminders()[0]).not.toContain('ceasefire is');
    expect(await days(4, 8)).toEqual(['4 9', '5 9', '6 9', '7 9']);
    expect(reminders().at(-1)).toContain('The newest state of the ceasefire is of 22 November 2026, 8 days ago.');
    expect(reminders().at(-2)).not.toContain('ceasefire is');
  });

  test('is not sent where it is not old any more by then, or the person does not moderate any more', async () => {
    await moderated(ANNA);
    const busy = { kind: 'retry', reason: 'busy', scope: 'platform' } as const;
    delivery.messenger.answer = () => busy;
    await delivery.at(MONDAY + 9 * HOUR);
    expect(await states()).toEqual(['pending busy']);
    await delivery.publish([development('2026-11-22'), ceasefireState('2026-11-22')]);
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + 10 * HOUR);
    expect(await states()).toEqual(['dead obsolete']);
    delivery.messenger.answer = () => busy;
    await delivery.at(MONDAY + 7 * DAY + 9 * HOUR);
    await delivery.store.moderators.remove({ id: ANNA, by: 'telegram:1', at: MONDAY });
    delivery.messenger.answer = () => undefined;
    await delivery.at(MONDAY + 7 * DAY + 10 * HOUR);
    expect((await states()).toSorted()).toEqual(['dead obsolete', 'dead obsolete']);
    expect(reminders()).toEqual([]);
  });

  test('is tried once a day with somebody who cannot be written to', async () => {
    await moderated(ANNA);
    let tries = 0;
    delivery.messenger.answer = () => {
      tries += 1;
      return { kind: 'refused', reason: 'Forbidden: bot was blocked by the user' };
    };
    await days(0, 3);
    expect(tries).toBe(3);
  });

  test('is told by each platform to its own', async () => {
    await moderated('discord:42', 'telegram:43');
    await days(0, 1);
    expect(delivery.messenger.sent.map(({ place }) => place)).toEqual(['telegram:@43']);
  });
});
