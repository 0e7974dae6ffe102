/** Every variable of the environment: its rule, its default and its description, for `.env.example` and the README's table. */
import { z } from 'zod';
import { whyNoPerson } from './people.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What can be made to wait for a second moderator. */
const REVIEWED = ['claims', 'ceasefire', 'retractions', 'developments', 'quotes', 'talks', 'corrections'] as const;

interface About {
  readonly about: string;
  readonly example: string;
  readonly fallback?: string;
  readonly secret?: true;
}
/** What is said about each variable, beside its rule. */
const descriptions = z.registry<About>();

/** The shape of the environment once defaults are filled in. */
export const environment = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/, 'must be the token alone: copy it from the Developer Portal → Bot, without “Bot ” before it')
    .optional()
    .register(descriptions, {
      about: 'Bot token from the Discord Developer Portal. Unset: no Discord.',
      example: 'the-token-of-your-bot',
      secret: true,
    }),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be the 17 to 20 digits of a server: right-click the server → Copy Server ID')
    .optional()
    .register(descriptions, {
      about: 'Register the commands in this one server, where they appear at once, instead of globally.',
      example: '123456789012345678',
    }),
  DISCORD_API_URL: httpUrl().register(descriptions, {
    about: 'Where the Discord API is, e.g. a proxy.',
    example: 'http://localhost:8081/api',
    fallback: 'https://discord.com/api',
  }),
  TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be digits, a colon and letters, as @BotFather gives it')
    .optional()
    .register(descriptions, {
      about: 'Bot token from @BotFather. Unset: no Telegram.',
      example: '123456789:the-token-of-your-bot',
      secret: true,
    }),
  TELEGRAM_API_URL: httpUrl().register(descriptions, {
    about: 'Where the Telegram Bot API is, e.g. a server of your own.',
    example: 'http://localhost:8082',
    fallback: 'https://api.telegram.org',
  }),
  DISCORD_SENDS_PER_SECOND: wholeNumber(1, 1000).register(descriptions, {
    about:
      'Digests, alerts and edits in a second on Discord, which allows 50; answers to people are not counted there.',
    example: '50',
    fallback: '50',
  }),
  TELEGRAM_SENDS_PER_SECOND: wholeNumber(1, 1000).register(descriptions, {
    about: 'Messages and edits in a second on Telegram; answers to people count too and go first. Telegram allows 30.',
    example: '30',
    fallback: '30',
  }),
  DATABASE_URL: z
    .string()
    .regex(
      /^sqlite:(?!\/\/).|^postgres(ql)?:\/\/./,
      'must be “sqlite:” and the path of a file, e.g. sqlite:var/truceline.sqlite, or the postgres:// address of a database',
    )
    .register(descriptions, {
      about:
        '`sqlite:` and the path of the database file, relative to the working directory; or `postgres://` with user, host and database.',
      example: 'sqlite:/srv/truceline.sqlite',
      fallback: 'sqlite:var/truceline.sqlite',
    }),
  DOSSIER: z.string().register(descriptions, {
    about: 'Folder with the baseline dossier.',
    example: 'data/pakistan-afghanistan',
    fallback: 'data/pakistan-afghanistan',
  }),
  BOT_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z\d]+)*$/, 'must be the tag of a file in src/language, e.g. en')
    .register(descriptions, {
      about: 'Language of the answers: the name of a file in `src/language`.',
      example: 'en',
      fallback: 'en',
    }),
  TIMEZONE: z.string().refine(isTimezone, 'must be an IANA time zone, e.g. Asia/Kabul or UTC').register(descriptions, {
    about: 'IANA time zone that decides which day “today” is.',
    example: 'Asia/Kabul',
    fallback: 'UTC',
  }),
  COMMANDS_PER_MINUTE: wholeNumber(1, 600).register(descriptions, {
    about: 'Commands that one person may give in a minute, 1 to 600.',
    example: '20',
    fallback: '20',
  }),
  OWNERS: people().optional().register(descriptions, {
    about: 'Who may say who moderates: ids of people with commas between them. Unset: nobody but the terminal.',
    example: 'discord:123456789012345678,telegram:123456789',
  }),
  REVIEW: reviewed().register(descriptions, {
    about: `What a second moderator has to approve where there are two or more: of ${REVIEWED.join(', ')}, with commas between them; or none.`,
    example: 'claims,ceasefire,retractions,corrections',
    fallback: 'claims,ceasefire,retractions',
  }),
  STALE_AFTER_DAYS: wholeNumber(1, 365).register(descriptions, {
    about: 'Days after which the ceasefire answer begins with “Last known”, 1 to 365.',
    example: '7',
    fallback: '7',
  }),
  REMIND_AFTER_DAYS: wholeNumber(1, 365).register(descriptions, {
    about:
      'Days after which moderators are reminded, once a day, that there is no newer development, 1 to 365; of the ceasefire after `STALE_AFTER_DAYS`.',
    example: '3',
    fallback: '3',
  }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .register(descriptions, { about: `One of ${LOG_LEVELS.join(', ')}.`, example: 'debug', fallback: 'info' }),
});

export const settings = Object.entries(environment.shape).map(([name, schema]) => {
  const about = descriptions.get(schema);
  if (!about) throw new Error(`${name} is not described`);
  return { name, ...about };
});

/** The configuration table of the README, in Markdown. */
export function settingsTable(): string {
  const rows = settings.map(
    ({ name, about, fallback, secret }) =>
      `| \`${name}\` | ${fallback ? `\`${fallback}\`` : '—'} | ${about}${secret ? ' Secret.' : ''} |`,
  );
  return ['| Variable | Default | What it does |', '|---|---|---|', ...rows].join('\n');
}

/** The contents of `.env.example`: everything commented out, so that a copy of it changes nothing. */
export function exampleEnv(): string {
  const entries = settings.map(({ name, about, example, fallback, secret }) => {
    const notes = `${about}${secret ? ' Secret: never commit it.' : ''}${fallback ? ` Default: ${fallback}` : ''}`;
    return `# ${notes}\n#${name}=${example}\n`;
  });
  return [
    '# Copy to .env and uncomment what you need. Variables of the environment win over this file.\n',
    ...entries,
  ].join('\n');
}

function httpUrl() {
  return z
    .string()
    .refine(isPlainHttpUrl, 'must be an http:// or https:// address without a user name, a query or a fragment')
    .transform((address) => new URL(address).href.replace(/\/+$/, ''));
}

function isPlainHttpUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#]/.test(address);
}

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .refine(
      (digits) => /^\d{1,9}$/.test(digits) && Number(digits) >= min && Number(digits) <= max,
      `must be a whole number from ${min} to ${max}`,
    )
    .transform(Number);
}

/** `none` stands alone. Words that are none of these are told by their place. */
function reviewed() {
  const split = (text: string) =>
    text
      .split(',')
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '');
  const known: readonly string[] = REVIEWED;
  return z
    .string()
    .superRefine((text, context) => {
      const words = split(text);
      const cure = `must be words of ${REVIEWED.join(', ')} with commas between them, or none alone`;
      if (words.length === 0) context.addIssue({ code: 'custom', message: cure });
      for (const [index, word] of words.entries()) {
        if (known.includes(word) || (word === 'none' && words.length === 1)) continue;
        const why = word === 'none' ? 'is none, beside others' : 'is not one of them';
        context.addIssue({ code: 'custom', message: `${cure}: number ${index + 1} ${why}` });
      }
    })
    .transform((text) => {
      const words = split(text);
      return REVIEWED.filter((one) => words.includes(one));
    });
}

/** One problem for each id that is none; they are told by their place, never repeated. */
function people() {
  const split = (ids: string) =>
    ids
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
  return z
    .string()
    .superRefine((ids, context) => {
      for (const [index, id] of split(ids).entries()) {
        const why = whyNoPerson(id);
        if (why === undefined) continue;
        const message = `must be ids of people, e.g. discord:123456789012345678,telegram:42: number ${index + 1} ${why}`;
        context.addIssue({ code: 'custom', message });
      }
    })
    .transform(split);
}

/** Intl also takes offsets like `+05:00`, which know no daylight saving. */
function isTimezone(name: string): boolean {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}
