/** Settings in plain words: what people say, what is refused and all at once, and the way back. */
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import subscribe from '../../../commands/subscribe.ts';
import { parseArgs } from '../../../src/core/chat/parse-args.ts';
import type { RawArguments } from '../../../src/core/reply/reply.ts';
import { UserError, UserErrors } from '../../../src/core/reply/user-error.ts';
import { type Chosen, chooseSettings, DEFAULTS } from '../../../src/core/subscriptions/choose-settings.ts';
import { SCHEDULES, toCron, WEEKDAYS } from '../../../src/core/subscriptions/schedule.ts';
import { argumentsOf, changedArguments, chosenOf } from '../../../src/core/subscriptions/setup/arguments.ts';
import { readClock, readQuiet } from '../../../src/core/subscriptions/spoken/clock.ts';
import { readSettings } from '../../../src/core/subscriptions/spoken/read-settings.ts';
import { settingsLine } from '../../../src/core/subscriptions/spoken/settings-line.ts';
import type { Settings } from '../../../src/core/subscriptions/subscription.ts';
import { timezoneNames } from '../../../src/core/subscriptions/timezones.ts';
import { TOPICS } from '../../../src/core/subscriptions/topics.ts';
import { sideNames } from '../../../src/core/wording/names.ts';
import { english } from '../chat/chat-for-tests.ts';
import { foldAutumnDossier } from '../dossier/real-dossier.ts';
import { oddText } from '../odd-text.ts';

const context = { dossier: await foldAutumnDossier(), language: english, commands };
const read = (typed: string) => readSettings(typed, context);
const NIGHT = { from: '22:00', to: '07:00', exceptBreaking: false, how: 'hold' } as const;

const SILENT = { ...NIGHT, how: 'silent' } as const;
const SILENT_BUT = { ...SILENT, exceptBreaking: true } as const;

/** The ids of all that is refused. */
function refusals(typed: string): readonly string[] {
  try {
    read(typed);
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.all.map(({ id }) => id);
    if (error instanceof UserError) return [error.id];
    throw error;
  }
}

describe('in plain words', () => {
  it.each<readonly [string, Chosen]>([
    [
      'daily at 8 Kabul, only clashes, quiet at night',
      { schedule: 'daily', at: '08:00', timezone: 'Asia/Kabul', topics: ['clash'], quiet: NIGHT },
    ],
    ['every Monday and Thursday at 8', { schedule: 'monday,thursday', at: '08:00' }],
    ['Mon, Wed and Fri at 8 pm', { schedule: 'monday,wednesday,friday', at: '20:00' }],
    ['monday to thursday 20:30', { schedule: 'monday,tuesday,wednesday,thursday', at: '20:30' }],
    ['Saturday to Monday at noon', { schedule: 'sunday,monday,saturday', at: '12:00' }],
    ['weekly on friday at 18.30', { schedule: 'friday', at: '18:30' }],
    ['at 12 am', { at: '00:00' }],
    ['every 6 hours, breaking only', { schedule: 'every-6-hours', alerts: 'breaking' }],
    ['twice a day please, no alerts, with a board', { schedule: 'twice-daily', alerts: 'off', board: 'beside' }],
    ['weekdays at 9 in New York', { schedule: 'weekdays', at: '09:00', timezone: 'America/New_York' }],
    ['Every day at 7:15am, Lahore time', { schedule: 'daily', at: '07:15', timezone: 'Asia/Karachi' }],
    ['clashes and talks, all alerts', { topics: ['talks', 'clash'], alerts: 'all' }],
    [
      'only about Pakistan, everything, quiet 23-7',
      {
        side: 'pakistan',
        topics: [],
        quiet: { from: '23:00', to: '07:00', exceptBreaking: false, how: 'hold' },
      },
    ],
    ['only afghanistan', { side: 'afghanistan' }],
    ['all sides, all topics, not quiet, no board', { side: null, topics: [], quiet: null, board: 'off' }],
    [
      'quiet from 10 pm to 6:30 am except breaking news',
      {
        quiet: { from: '22:00', to: '06:30', exceptBreaking: true, how: 'hold' },
      },
    ],
    ['silent at night', { quiet: SILENT }],
    ['quiet at night, but silently, only talks', { quiet: SILENT, topics: ['talks'] }],
    ['quiet 22-7 silent, weekly', { quiet: SILENT, schedule: 'weekly' }],
    ['quiet silent 22-7', { quiet: SILENT }],
    ['daily, no sound from 10 pm to 7, except breaking', { schedule: 'daily', quiet: SILENT_BUT }],
    ['quiet at night except breaking news, silently', { quiet: SILENT_BUT }],
    ['silent 22-7 but not breaking', { quiet: SILENT_BUT }],
    ['board instead of digests', { board: 'instead' }],
    ['hourly even if nothing changed', { schedule: 'hourly', when: 'always' }],
    ['0 8 * * 1,4, Kabul, only talks', { schedule: '0 8 * * 1,4', timezone: 'Asia/Kabul', topics: ['talks'] }],
  ])('%s', (typed, chosen) => {
    expect(read(typed)).toEqual(chosen);
  });

  it('refuses all that it does not understand, at once', () => {
    expect(refusals('dayly at 25, only airstrik and weather, quiet sometimes, Kabull, only about mars')).toEqual(
      expect.arrayContaining([
        'subscribe-words-near',
        'subscribe-clock',
        'topics-near',
        'subscribe-words-unknown',
        'subscribe-quiet',
        'subscribe-words-near',
        'subscribe-side-unknown',
      ]),
    );
  });

  it.each([
    ['daily at 8 at 9', ['subscribe-twice']],
    ['daily, weekly', ['subscribe-twice']],
    ['Kabul, Karachi', ['subscribe-twice']],
    ['all topics, only talks', ['subscribe-twice']],
    ['only taliban', ['error-name-ambiguous']],
    ['*/5 * * * *', ['subscribe-schedule-often']],
    ['0 8 30 2 *', ['subscribe-schedule-never']],
    ['0 8 * * 1 at 9', ['subscribe-at-with-cron']],
    ['quiet 7-7', ['subscribe-quiet-same']],
    ['every other Monday', ['subscribe-words-unknown']],
    ['EST', ['subscribe-words-unknown']],
  ])('%s is refused', (typed, ids) => {
    expect(refusals(typed)).toEqual(ids);
  });

  it('reads times and quiet hours', () => {
    expect(['8', '08:05', '8 pm', '12pm', '12 a.m.', 'noon'].map(readClock)).toEqual([
      '08:00',
      '08:05',
      '20:00',
      '12:00',
      '00:00',
      '12:00',
    ]);
    for (const typed of ['', '24', '13 pm', '0 am', '8:60', 'now']) expect(() => readClock(typed)).toThrow(UserError);
    expect(['off', 'night', '22:00-7:00 except breaking', '23 to 6'].map(readQuiet)).toEqual([
      null,
      NIGHT,
      { ...NIGHT, exceptBreaking: true },
      { from: '23:00', to: '06:00', exceptBreaking: false, how: 'hold' },
    ]);
  });
});

const clock = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
const schedule = fc.oneof(
  fc.tuple(fc.constantFrom(...SCHEDULES), clock).map(([name, at]) => toCron(name, at)),
  fc.tuple(fc.subarray([...WEEKDAYS], { minLength: 1 }), clock).map(([days, at]) => toCron(days.join(), at)),
  fc
    .constantFrom('*/15 * * * *', '0,45 * * * *', '0 8,21 * * *', '0 8 13 * 5', '30 6 1 1,6 *', '0 9-17 * * 1-5')
    .map((cron) => toCron(cron)),
);
const settings: fc.Arbitrary<Settings> = fc.record({
  schedule,
  timezone: fc.constantFrom(...timezoneNames(context).map(({ id }) => id)),
  topics: fc.subarray([...TOPICS]),
  side: fc.constantFrom(null, ...sideNames(context).map(({ id }) => id)),
  alerts: fc.constantFrom('off', 'breaking', 'all'),
  when: fc.constantFrom('changes', 'always'),
  quiet: fc.option(
    fc
      .record({
        from: clock,
        to: clock,
        exceptBreaking: fc.boolean(),
        how: fc.constantFrom<'hold' | 'silent'>('hold', 'silent'),
      })
      .filter(({ from, to }) => from !== to),
  ),
  board: fc.constantFrom('off', 'beside', 'instead'),
});

describe('whatever the settings', () => {
  it('the line that says them, typed, gives them again', () => {
    fc.assert(
      fc.property(settings, (all) => {
        const line = settingsLine(all);
        expect(line.length).toBeLessThanOrEqual(400);
        expect(chooseSettings(read(line), undefined)).toEqual(all);
      }),
    );
  });

  it('the line without what holds already, typed there, gives them too', () => {
    fc.assert(
      fc.property(settings, settings, (all, before) => {
        expect(chooseSettings(read(settingsLine(all, before)), before)).toEqual(all);
      }),
    );
  });

  it('the arguments of the form and of its action give them again', () => {
    const parsed = (raw: RawArguments) =>
      chosenOf(parseArgs(raw, subscribe.params, { ...context, today: '2026-11-22' }), context);
    fc.assert(
      fc.property(settings, settings, (all, before) => {
        expect(chooseSettings(parsed(argumentsOf(all)), before)).toEqual(all);
        const { schedule: _any, ...rest } = chooseSettings(parsed(changedArguments(all, before, undefined)), before);
        expect(all).toMatchObject(rest);
      }),
    );
  });
});

test('whatever is typed is understood or refused, and never breaks', () => {
  const known = fc.constantFrom(
    'daily',
    'at',
    '8',
    'only',
    'clash',
    ',',
    'quiet',
    '22-7',
    'board',
    'Kabul',
    'and',
    'on',
  );
  const words = fc.array(fc.oneof(known, oddText(6)), { maxLength: 25 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(words, (typed) => {
      const said = refusals(typed).length === 0 ? read(typed) : {};
      expect(chooseSettings(said, DEFAULTS).schedule).toMatch(/^\S+( \S+){4}$/u);
    }),
  );
});
