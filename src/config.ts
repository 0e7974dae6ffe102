/** The environment, parsed once: the only reader of `process.env`. */
import { readFileSync } from 'node:fs';
import { config as readEnvFile } from 'dotenv';
import { distance } from 'fastest-levenshtein';
import { environment, type LOG_LEVELS, settings } from './settings.ts';

/** Where the bot runs and how. What needs a token is there only together with it. */
export interface Config {
  /** `guildId`: register the commands in this server, at once, instead of globally. `apiUrl` has no slash at its end. */
  readonly discord?: {
    readonly token: string;
    readonly guildId?: string;
    readonly apiUrl: string;
    readonly sendsPerSecond: number;
  };
  readonly telegram?: { readonly token: string; readonly apiUrl: string; readonly sendsPerSecond: number };
  readonly databaseUrl: string;
  /** Folder with the baseline, relative to the working directory. */
  readonly dossier: string;
  readonly language: string;
  /** IANA name. */
  readonly timezone: string;
  /** Ids of people: `discord:…`, `telegram:…`. */
  readonly owners: readonly string[];
  /** What a second moderator has to approve. */
  readonly review: ReturnType<typeof environment.parse>['REVIEW'];
  readonly commandsPerMinute: number;
  readonly staleAfterDays: number;
  readonly remindAfterDays: number;
  readonly logLevel: LogLevel;
}

type LogLevel = (typeof LOG_LEVELS)[number];
type Environment = Readonly<Record<string, string | undefined>>;

/** All that is wrong with the environment, one line each: the variable and the cure, never a value. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads `.env` of the working directory, where there is one, under the environment. Throws `ConfigError`. */
export function readConfig(): Config {
  const file: Record<string, string> = {};
  const { error } = readEnvFile({ quiet: true, processEnv: file });
  if (error && error.code !== 'ENOENT') throw new ConfigError([`.env cannot be read: ${error.code}`]);
  if (!error) {
    const problems = misunderstood(readFileSync('.env', 'utf8'));
    if (problems.length > 0) throw new ConfigError(problems);
  }
  return parseConfig({ ...file, ...process.env });
}

/** What dotenv would pass over in silence: another encoding, and lines that set nothing. Numbers, never contents. */
export function misunderstood(text: string): readonly string[] {
  if (text.includes('\0')) return ['.env is not UTF-8: save it again in that encoding'];
  // Quoted values may go over several lines; only their first line is left to look at.
  const lines = text
    .replaceAll(/=\s*(["'`])[^]*?\1/gu, (value) => `=${'\n'.repeat(value.split('\n').length - 1)}`)
    .split('\n');
  return lines.flatMap((line, index) =>
    /^\s*(#.*)?$|^\s*(export\s+)?[\w.]+\s*=/u.test(line.replace(/^\ufeff/u, ''))
      ? []
      : [`.env, line ${index + 1} sets nothing: write NAME=value, or # before a remark`],
  );
}

/** An empty variable counts as unset. Throws `ConfigError` with every problem there is. */
export function parseConfig(env: Environment): Config {
  const set = new Map(
    Object.entries(env).flatMap(([name, value = '']) => (value.trim() ? [[name, value.trim()]] : [])),
  );
  const fallbacks = Object.fromEntries(settings.flatMap(({ name, fallback }) => (fallback ? [[name, fallback]] : [])));
  const parsed = environment.safeParse({ ...fallbacks, ...Object.fromEntries(set) });
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...withoutToken(set, 'DISCORD_TOKEN', ['DISCORD_GUILD_ID', 'DISCORD_API_URL', 'DISCORD_SENDS_PER_SECOND']),
    ...withoutToken(set, 'TELEGRAM_TOKEN', ['TELEGRAM_API_URL', 'TELEGRAM_SENDS_PER_SECOND']),
    ...misspelt(set),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const { DISCORD_TOKEN, DISCORD_GUILD_ID, TELEGRAM_TOKEN, ...rest } = parsed.data;
  return {
    ...(DISCORD_TOKEN !== undefined && {
      discord: {
        token: DISCORD_TOKEN,
        ...(DISCORD_GUILD_ID !== undefined && { guildId: DISCORD_GUILD_ID }),
        apiUrl: rest.DISCORD_API_URL,
        sendsPerSecond: rest.DISCORD_SENDS_PER_SECOND,
      },
    }),
    ...(TELEGRAM_TOKEN !== undefined && {
      telegram: {
        token: TELEGRAM_TOKEN,
        apiUrl: rest.TELEGRAM_API_URL,
        sendsPerSecond: rest.TELEGRAM_SENDS_PER_SECOND,
      },
    }),
    databaseUrl: rest.DATABASE_URL,
    dossier: rest.DOSSIER,
    language: rest.BOT_LANGUAGE,
    timezone: rest.TIMEZONE,
    owners: rest.OWNERS ?? [],
    review: rest.REVIEW,
    commandsPerMinute: rest.COMMANDS_PER_MINUTE,
    staleAfterDays: rest.STALE_AFTER_DAYS,
    remindAfterDays: rest.REMIND_AFTER_DAYS,
    logLevel: rest.LOG_LEVEL,
  };
}

/** What must never be printed, for `createLog`. */
export function secretsOf({ discord, telegram, databaseUrl }: Config): readonly string[] {
  const { password = '' } = URL.parse(databaseUrl) ?? {};
  const secrets = [...[discord, telegram].flatMap((platform) => platform?.token ?? []), password, decoded(password)];
  return secrets.filter((secret) => secret !== '');
}

/** As it is sent to the server, which an error of the server may repeat. */
function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch (error) {
    if (error instanceof URIError) return password;
    throw error;
  }
}

function withoutToken(set: ReadonlyMap<string, string>, token: string, needing: readonly string[]): string[] {
  if (set.has(token)) return [];
  return needing
    .filter((name) => set.has(name))
    .map((name) => `${name} does nothing without ${token}: set that too, or unset this`);
}

/** Variables like `DISCORD_TOEKN` or `TELEGRAM_BOT_TOKEN`, where the one they look like is not set. */
function misspelt(set: ReadonlyMap<string, string>): string[] {
  const known = settings.map(({ name }) => name);
  return [...set.keys()].flatMap((name) => {
    const upper = name.toUpperCase();
    if (known.includes(name) || !/^(DISCORD|TELEGRAM)_/.test(upper)) return [];
    const words = upper.split('_');
    const meant = known
      .filter((other) => !set.has(other))
      .filter((other) => distance(upper, other) <= 2 || other.split('_').every((word) => words.includes(word)))
      .toSorted((a, b) => distance(upper, a) - distance(upper, b))[0];
    return meant === undefined ? [] : [`${name} is not a variable of this bot: did you mean ${meant}?`];
  });
}
