/** /reminders at the desk: what is old, when it is told, and each person's own snooze. */
import { describe, expect, it } from 'vitest';
import { postingForTests } from '../core/posting/posting-for-tests.ts';

describe('/reminders', () => {
  it('tells what is old, is snoozed for so long, and resumed', async () => {
    const bench = await postingForTests();
    const anna = bench.moderator('anna');
    expect(await anna.says('/reminders')).toMatch(
      /^Reminders\nThe newest development is of .* ago\.\nThe newest state of the ceasefire is of .* ago\.\nI remind you once a day while something is old, from 9:00 on \(UTC\)\.$/u,
    );
    expect(anna.labels()).toEqual(['Snooze for a day', 'Snooze for 3 days', 'Snooze for a week']);
    const snoozed = await anna.presses('Snooze for 3 days');
    const until = Number(await bench.store.recall('snoozed:test:anna'));
    const day = Temporal.Instant.fromEpochMilliseconds(until).toString().slice(8, 10);
    expect(snoozed).toMatch(new RegExp(`Snoozed: I send you no reminder before 0?${Number(day)} \\w+ \\d{4} at`, 'u'));
    expect(anna.labels()).toEqual(['End the snooze']);
    expect(await anna.says('/reminders')).toContain('Snoozed');
    expect(Number(await bench.store.recall('snoozed:test:anna'))).toBe(until);
    expect(await bench.moderator('ben').says('/reminders')).not.toContain('Snoozed');
    expect(await anna.presses('End the snooze')).toContain('once a day');
    expect(await bench.store.recall('snoozed:test:anna')).toBe('0');
    expect(bench.bugs).toEqual([]);
  });

  it('tells only what is older than its limit', async () => {
    const bench = await postingForTests({ posting: { remindAfterDays: 100_000 } });
    const answer = await bench.moderator('anna').says('/reminders');
    expect(answer).not.toContain('newest development');
    expect(answer).toContain('The newest state of the ceasefire');
  });

  it('takes a snooze by its name, and no other', async () => {
    const bench = await postingForTests();
    const anna = bench.moderator('anna');
    expect(await anna.says('/reminders snooze:1d')).toContain('Snoozed');
    expect(await anna.says('/reminders snooze:400d')).not.toContain('Snoozed');
  });
});
