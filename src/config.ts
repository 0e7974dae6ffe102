/** The environment, parsed once: the only reader of `process.env`. */
import { readFileSync } from 'node:fs';
import { config as readEnvFile } from 'dotenv';
import type { z } from 'zod';
import { platforms } from './adapters/index.ts';
import type { ConfiguredPlatform, Platform } from './adapters/platform.ts';
import { misunderstood } from './settings/env-file.ts';
import { generalEnvironment, type LOG_LEVELS } from './settings/general-settings.ts';
import { misspelt, withoutToken } from './settings/variable-names.ts';
import { environment, settings } from './settings.ts';

/** Where the bot runs and how. */
export interface Config {
  /** What is served: the platforms whose token is set, or the terminal where there are none. */
  readonly platforms: readonly ConfiguredPlatform[];
  /** False where the terminal is served. */
  readonly isBot: boolean;
  readonly databaseUrl: string;
  /** Folder with the baseline, relative to the working directory. */
  readonly dossier: string;
  readonly language: string;
  /** IANA name; undefined: the dossier decides. */
  readonly timezone: string | undefined;
  /** Ids of people, see `isPerson`. */
  readonly owners: readonly string[];
  /** What a second moderator has to approve. */
  readonly review: z.output<typeof generalEnvironment>['REVIEW'];
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
      [
        `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:`,
        ...problems.map((problem) => `- ${problem}`),
      ].join('\n'),
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

/** An empty variable counts as unset. Throws `ConfigError` with every problem there is. */
export function parseConfig(env: Environment): Config {
  const set = new Map(
    Object.entries(env).flatMap(([name, value = '']) => (value.trim() ? [[name, value.trim()]] : [])),
  );
  const fallbacks = Object.fromEntries(settings.flatMap(({ name, fallback }) => (fallback ? [[name, fallback]] : [])));
  const raw = { ...fallbacks, ...Object.fromEntries(set) };
  const parsed = environment.safeParse(raw);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...withoutToken(set),
    ...misspelt(set),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = generalEnvironment.parse(raw);
  const configured = (some: readonly Platform[]) => some.flatMap(({ configure }) => configure(raw) ?? []);
  const bots = configured(platforms.filter(({ bot }) => bot !== undefined));
  const isBot = bots.length > 0;
  return {
    platforms: isBot ? bots : configured(platforms.filter(({ bot }) => bot === undefined)),
    isBot,
    databaseUrl: values.DATABASE_URL,
    dossier: values.DOSSIER,
    language: values.BOT_LANGUAGE,
    timezone: values.TIMEZONE,
    owners: values.OWNERS ?? [],
    review: values.REVIEW,
    commandsPerMinute: values.COMMANDS_PER_MINUTE,
    staleAfterDays: values.STALE_AFTER_DAYS,
    remindAfterDays: values.REMIND_AFTER_DAYS,
    logLevel: values.LOG_LEVEL,
  };
}

/** What must never be printed, for `createLog`. */
export function secretsOf({ platforms: served, databaseUrl }: Config): readonly string[] {
  const secretNames = settings.flatMap(({ name, secret }) => (secret ? name : []));
  const tokens = served.flatMap(({ values }) => secretNames.map((name) => values[name]));
  const { password = '' } = URL.parse(databaseUrl) ?? {};
  return [...tokens, password, decoded(password)].filter((value) => typeof value === 'string').filter(Boolean);
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
