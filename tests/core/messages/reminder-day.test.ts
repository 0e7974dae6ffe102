/** What is old by which day, and when somebody may be reminded of it. */

import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/core/chat/run-command.ts';
import { foldDossier } from '../../../src/core/dossier/dossier.ts';
import type { Revision } from '../../../src/core/dossier/revision.ts';
import { reminderDay } from '../../../src/core/messages/reminder-day.ts';
import { staleIn } from '../../../src/core/messages/stale-data.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { breakingNews } from '../../delivery/crash/broadcast.ts';
import { readRealBaseline } from '../dossier/real-dossier.ts';
import { postingForTests } from '../posting/posting-for-tests.ts';
import { textOf } from '../reply/text-of.ts';

describe('a reminder', () => {
  it.each([
    ['UTC', '2026-11-23T08:59:59.999Z', undefined],
    ['UTC', '2026-11-23T09:00:00Z', ['2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z']],
    ['Asia/Kabul', '2026-11-23T04:29:59Z', undefined],
    ['Asia/Kabul', '2026-11-23T04:30:00Z', ['2026-11-22T19:30:00Z', '2026-11-23T19:30:00Z']],
    ['Asia/Kabul', '2026-11-23T19:30:00Z', undefined],
    // The clock is set back: a day of 25 hours is one day.
    ['Europe/Berlin', '2026-10-25T22:59:59Z', ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z']],
  ])('in %s at %s is of that local day, not before nine', (timezone, at, day) => {
    const found = reminderDay(Temporal.Instant.from(at).epochMilliseconds, timezone);
    expect(found && [found.from, found.to]).toEqual(
      day?.map((instant) => Temporal.Instant.from(instant).epochMilliseconds),
    );
  });

  const limits = { newsAfterDays: 3, ceasefireAfterDays: 7 };

  it('is of what is older than its limit, not of what is just as old', async () => {
    const { conflict } = await readRealBaseline();
    const { entry, ...rest } = breakingNews('dev-x', Date.UTC(2026, 10, 23));
    if (entry.kind !== 'development') throw new Error('not a development');
    const of = (date: string, id: string): Revision => ({
      ...rest,
      seq: 1,
      entry: { kind: 'development', fields: { ...entry.fields, id, date } },
    });
    const dossier = foldDossier([of('2026-11-20', 'dev-new'), of('2026-01-01', 'dev-old')], conflict);
    const staleOn = (day: string) =>
      staleIn({ dossier, now: Temporal.Instant.from(`${day}T12:00Z`).epochMilliseconds, timezone: 'UTC' }, limits);
    expect(staleOn('2026-11-23')).toEqual([]);
    expect(staleOn('2026-11-24')).toMatchObject([{ what: 'development', age: { days: 4 } }]);
  });

  it('is not of what there is nothing of, and then it is said by which limits', async () => {
    const { conflict } = await readRealBaseline();
    const dossier = foldDossier([], conflict);
    expect(staleIn({ dossier, now: Date.UTC(2030, 0, 1), timezone: 'UTC' }, limits)).toEqual([]);
    const bench = await postingForTests();
    const chat = { ...bench.chat, dossier: () => dossier };
    const asker = { id: 'test:anna', roles: new Set(['moderator'] as const) };
    const place = { id: 'test:anna', isPrivate: true };
    const page = await runCommand({ command: 'reminders', args: '', asker, place }, UNLIMITED, chat);
    expect(textOf(wholeOf(page))).toContain(
      'Nothing is old. I remind you when the newest development is older than 3 days or the state of the ceasefire older than 7 days.',
    );
  });
});
