/** Time zones: all of them, by today's names, old ones and cities, and each understood by what computes with it. */
import { describe, expect, it } from 'vitest';
import { timezoneNames } from '../../../src/core/subscriptions/timezones.ts';
import { matchNames } from '../../../src/core/wording/match-names.ts';
import { realDossier } from '../dossier/crafted-dossier.ts';

const names = timezoneNames({ dossier: realDossier });

describe('timezoneNames', () => {
  it('begin where the conflict is, and hold every zone once, under a name that Temporal knows', () => {
    expect(names.slice(0, 3).map(({ id }) => id)).toEqual(['Asia/Karachi', 'Asia/Kabul', 'UTC']);
    expect(names.length).toBeGreaterThanOrEqual(Intl.supportedValuesOf('timeZone').length);
    expect(new Set(names.map(({ id }) => id)).size).toBe(names.length);
    for (const { id } of names)
      expect(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id).timeZoneId).toBe(id);
  });

  it('say the same time under a new name as under the old one', () => {
    const renamed = names.flatMap(({ id, aliases }) => {
      const old = aliases.find((alias) => alias.includes('/'));
      return old === undefined ? [] : [[id, old] as const];
    });
    expect(renamed.length).toBeGreaterThan(15);
    for (const [id, old] of renamed) {
      const at = Temporal.Instant.from('2026-07-01T00:00Z');
      expect(at.toZonedDateTimeISO(id).offset, `of ${id}`).toBe(at.toZonedDateTimeISO(old).offset);
    }
  });

  it.each([
    ['karachi', 'Asia/Karachi'],
    ['Islamabad', 'Asia/Karachi'],
    ['asia/kabul', 'Asia/Kabul'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['New York', 'America/New_York'],
    ['kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
  ])('%s is %s', (typed, zone) => {
    expect(matchNames(typed, names, { isStrict: true }).map(({ id }) => id)).toEqual([zone]);
  });
});
