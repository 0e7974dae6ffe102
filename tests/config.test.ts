/** The environment as a configuration: what is read, and every problem with its variable and its cure. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig, secretsOf } from '../src/config.ts';
import { ENTRY_KINDS, reviewedAs } from '../src/core/dossier/kinds/index.ts';
import { exampleEnv } from '../src/settings.ts';

const TELEGRAM_TOKEN = '123456789:AAE-a_secret';
const DISCORD_TOKEN = 'MTIz.NDU2.Nzg5-secret';
const GUILD = '123456789012345678';

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('a configuration', () => {
  test('is complete without any variable; empty ones count as unset', () => {
    const defaults = {
      platforms: [expect.objectContaining({ name: 'terminal' })],
      isBot: false,
      databaseUrl: 'sqlite:var/truceline.sqlite',
      dossier: 'data/pakistan-afghanistan',
      language: 'en',
      timezone: undefined,
      owners: [],
      review: ['claims', 'ceasefire', 'retractions'],
      commandsPerMinute: 20,
      staleAfterDays: 7,
      remindAfterDays: 3,
      logLevel: 'info',
    };
    expect(parseConfig({})).toEqual(defaults);
    expect(parseConfig({ DISCORD_TOKEN: '', TELEGRAM_TOKEN: ' ', TIMEZONE: '', LOG_LEVEL: undefined })).toEqual(
      defaults,
    );
    expect(parseConfig({ PATH: '/bin', DISCORDANT: 'x' })).toEqual(defaults);
  });

  test('has a platform where its token is', () => {
    const config = parseConfig({
      DISCORD_TOKEN,
      DISCORD_GUILD_ID: GUILD,
      TELEGRAM_TOKEN: ` ${TELEGRAM_TOKEN}\n`,
      TELEGRAM_API_URL: 'HTTP://localhost:8082//',
      TIMEZONE: 'Asia/Kabul',
      STALE_AFTER_DAYS: '365',
    });
    expect(config.isBot).toBe(true);
    expect(config.platforms.map(({ name, values }) => [name, values])).toEqual([
      [
        'discord',
        {
          DISCORD_TOKEN,
          DISCORD_GUILD_ID: GUILD,
          DISCORD_API_URL: 'https://discord.com/api',
          DISCORD_SENDS_PER_SECOND: 50,
        },
      ],
      ['telegram', { TELEGRAM_TOKEN, TELEGRAM_API_URL: 'http://localhost:8082', TELEGRAM_SENDS_PER_SECOND: 30 }],
    ]);
    expect([config.timezone, config.staleAfterDays]).toEqual(['Asia/Kabul', 365]);
    expect(secretsOf(config)).toEqual([DISCORD_TOKEN, TELEGRAM_TOKEN]);
    expect(secretsOf(parseConfig({}))).toEqual([]);
    const withPassword = parseConfig({ DATABASE_URL: 'postgres://bot:pass%20word@db/truceline' });
    expect(secretsOf(withPassword)).toEqual(['pass%20word', 'pass word']);
  });
});

describe('OWNERS', () => {
  test('are ids with commas between them', () => {
    const owners = ' discord:123456789012345678 ,telegram:42,';
    expect(parseConfig({ OWNERS: owners }).owners).toEqual(['discord:123456789012345678', 'telegram:42']);
  });

  test('are told one by one, each by its place and with its cure', () => {
    const wrong = ['telegram:-1001', 'telegram:42', 'discord:@me', 'discord:7', '9', 'telegram:777000', 'telegram:4x'];
    const found = problems({ OWNERS: wrong.join(',') }).map((problem) => problem.replace(/^OWNERS must be .*?: /u, ''));
    expect(found.map((problem) => problem.replace(/^.*telegram:42: /u, ''))).toEqual([
      'number 1 is a group or channel: give the id of a person, which has no minus',
      'number 3 is a name, and names can change hands: give the number of the account',
      'number 4 needs the 17 to 20 digits of an account: right-click the person → Copy User ID',
      'number 5 begins with neither discord: nor telegram:',
      'number 6 is an account that many people write through: give the id of a person',
      'number 7 needs the digits of an account',
    ]);
  });
});

describe('REVIEW', () => {
  test('is words with commas between them, each once, or none', () => {
    expect(parseConfig({ REVIEW: ' Talks, corrections,claims,talks,' }).review).toEqual([
      'claims',
      'talks',
      'corrections',
    ]);
    expect(parseConfig({ REVIEW: 'none' }).review).toEqual([]);
  });

  test('has a word for every kind of entry that can be reviewed', () => {
    const kinds = ENTRY_KINDS.flatMap((kind) => reviewedAs(kind) ?? []);
    expect(kinds.length).toBeGreaterThan(3);
    expect(parseConfig({ REVIEW: kinds.join(',') }).review.toSorted()).toEqual(kinds.toSorted());
  });

  test('tells each word that is none of them by its place', () => {
    expect(problems({ REVIEW: 'claim,ceasefire,sources,none' }).map((one) => one.replace(/^.*: /u, ''))).toEqual([
      'number 1 is not one of them',
      'number 3 is not one of them',
      'number 4 is none, beside others',
    ]);
  });
});

describe('problems', () => {
  test.each([
    ['DISCORD_TOKEN', 'Bot abc'],
    ['TELEGRAM_TOKEN', 'abc'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_URL', 'postgres:d'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'sqlite:///var/x'],
    ['BOT_LANGUAGE', '../en'],
    ['TIMEZONE', 'Mars/Olympus'],
    ['TIMEZONE', '+05:00'],
    ['OWNERS', 'discord:123456789012345678,telegram:-100123'],
    ['OWNERS', 'telegram:@somebody'],
    ['OWNERS', '42'],
    ['OWNERS', 'telegram:1087968824'],
    ['OWNERS', 'discord:42'],
    ['OWNERS', 'terminal:local'],
    ['REVIEW', 'claims,ceasfire'],
    ['REVIEW', 'claims none'],
    ['REVIEW', 'claims,none'],
    ['REVIEW', ','],
    ['COMMANDS_PER_MINUTE', '0'],
    ['COMMANDS_PER_MINUTE', '601'],
    ['COMMANDS_PER_MINUTE', '1e2'],
    ['STALE_AFTER_DAYS', '366'],
    ['STALE_AFTER_DAYS', '1.5'],
    ['REMIND_AFTER_DAYS', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is one, named, with its cure', (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} must be .{8,}`));
  });

  test.each(['ftp://a', 'a.example', 'https://u:p@a.example', 'https://a/?q', 'https://a/#f'])(
    'DISCORD_API_URL=%s is one',
    (address) => {
      expect(problems({ DISCORD_TOKEN, DISCORD_API_URL: address })[0]).toMatch(/^DISCORD_API_URL must be/);
    },
  );

  test.each(['1234567890123456', '123456789012345678901', '12345678901234567a'])('DISCORD_GUILD_ID=%s is one', (id) => {
    expect(problems({ DISCORD_TOKEN, DISCORD_GUILD_ID: id })[0]).toMatch(/^DISCORD_GUILD_ID must be/);
  });

  test('what does nothing without a token is one', () => {
    expect(problems({ DISCORD_GUILD_ID: GUILD, DISCORD_API_URL: 'https://a', TELEGRAM_API_URL: 'https://a' })).toEqual([
      'DISCORD_GUILD_ID does nothing without DISCORD_TOKEN: set that too, or unset this',
      'DISCORD_API_URL does nothing without DISCORD_TOKEN: set that too, or unset this',
      'TELEGRAM_API_URL does nothing without TELEGRAM_TOKEN: set that too, or unset this',
    ]);
  });

  test.each([
    ['DISCORD_TOEKN', 'DISCORD_TOKEN'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['discord_token', 'DISCORD_TOKEN'],
    ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_TOKEN'],
    ['TELEGRAM_API_ULR', 'TELEGRAM_API_URL'],
    ['DISCORD_GILD_ID', 'DISCORD_GUILD_ID'],
  ])('%s looks like %s', (name, meant) => {
    expect(problems({ [name]: 'x' })).toEqual([`${name} is not a variable of this bot: did you mean ${meant}?`]);
  });

  test.each(['DISCORD_WEBHOOK', 'DISCORD_APP_ID', 'TELEGRAM_API_HASH', 'TIMEZON', 'MY_DISCORD_TOKEN'])(
    '%s is somebody else’s',
    (name) => {
      expect(problems({ [name]: 'x' })).toEqual([]);
    },
  );

  test('a lookalike is no problem beside the variable itself', () => {
    expect(problems({ DISCORD_TOKEN, DISCORD_BOT_TOKEN: DISCORD_TOKEN })).toEqual([]);
  });

  test('come all at once', () => {
    const env = { DISCORD_TOKEN: 'a b', TELEGRAM_TOKEN: 'x', TIMEZONE: 'Mars', DATABASE_URL: 'x', LOG_LEVEL: 'x' };
    expect(problems({ ...env, DISCORD_GILD_ID: '1' })).toHaveLength(6);
    expect(() => parseConfig(env)).toThrow(/5 problems:\n- DISCORD_TOKEN .*\n- TELEGRAM_TOKEN /);
  });

  test('never show a value, whichever variable it was put into', () => {
    const names = [...exampleEnv().matchAll(/^#([A-Z_]+)=/gm)].map(([, name = '']) => name);
    fc.assert(
      fc.property(fc.constantFrom(...names, 'DISCORD_TOEKN', 'TELEGRAM_BOT_TOKEN'), fc.uuid(), (name, secret) => {
        expect(problems({ [name]: `${secret} !` }).join('\n')).not.toContain(secret);
      }),
    );
    expect(names).toContain('TELEGRAM_TOKEN');
  });
});
