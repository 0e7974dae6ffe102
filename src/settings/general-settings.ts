/** The variables of the environment that are no platform's. */
import { z } from 'zod';
import { examplePeople } from '../people.ts';
import { peopleList, REVIEWED, reviewedList } from './comma-lists.ts';
import { settingNotes, wholeNumber } from './setting.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Fallbacks are filled in before it parses. */
export const generalEnvironment = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^sqlite:(?!\/\/).|^postgres(ql)?:\/\/./,
      'must be “sqlite:” and the path of a file, e.g. sqlite:var/truceline.sqlite, ' +
        'or the postgres:// address of a database',
    )
    .register(settingNotes, {
      about:
        '`sqlite:` and the path of the database file, relative to the working directory; ' +
        'or `postgres://` with user, host and database.',
      example: 'sqlite:/srv/truceline.sqlite',
      fallback: 'sqlite:var/truceline.sqlite',
    }),
  DOSSIER: z.string().register(settingNotes, {
    about: 'Folder with the baseline dossier.',
    example: 'data/pakistan-afghanistan',
    fallback: 'data/pakistan-afghanistan',
  }),
  BOT_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z\d]+)*$/, 'must be the tag of a file in src/language, e.g. en')
    .register(settingNotes, {
      about: 'Language of the answers: the name of a file in `src/language`.',
      example: 'en',
      fallback: 'en',
    }),
  TIMEZONE: z
    .string()
    .refine(isTimezone, 'must be an IANA time zone, e.g. Europe/Paris or UTC')
    .optional()
    .register(settingNotes, {
      about:
        'IANA time zone that decides which day “today” is. Unset: the first one of the dossier’s `conflict.json`, ' +
        'else UTC.',
      example: 'Europe/Paris',
    }),
  COMMANDS_PER_MINUTE: wholeNumber(1, 600).register(settingNotes, {
    about: 'Commands that one person may give in a minute, 1 to 600.',
    example: '20',
    fallback: '20',
  }),
  OWNERS: peopleList()
    .optional()
    .register(settingNotes, {
      about: 'Who may say who moderates: ids of people with commas between them. Unset: nobody but the terminal.',
      example: examplePeople('full'),
    }),
  REVIEW: reviewedList().register(settingNotes, {
    about:
      `What a second moderator has to approve where there are two or more: of ${REVIEWED.join(', ')}, ` +
      'with commas between them; or none.',
    example: 'claims,ceasefire,retractions,corrections',
    fallback: 'claims,ceasefire,retractions',
  }),
  STALE_AFTER_DAYS: wholeNumber(1, 365).register(settingNotes, {
    about: 'Days after which the ceasefire answer begins with “Last known”, 1 to 365.',
    example: '7',
    fallback: '7',
  }),
  REMIND_AFTER_DAYS: wholeNumber(1, 365).register(settingNotes, {
    about:
      'Days after which moderators are reminded, once a day, that there is no newer development, 1 to 365; ' +
      'of the ceasefire after `STALE_AFTER_DAYS`.',
    example: '3',
    fallback: '3',
  }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .register(settingNotes, { about: `One of ${LOG_LEVELS.join(', ')}.`, example: 'debug', fallback: 'info' }),
});

/** Intl also takes offsets like `+05:00`, which know no daylight saving. */
function isTimezone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}
