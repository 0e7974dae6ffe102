/** What the rest of the bot knows of a platform: its settings, ids of its people, and how it is served. */
import type { Logger } from 'pino';
import type { Engine } from '../core/chat/run-command.ts';
import type { AnswerLane } from '../core/ports/answer-lane.ts';
import type { ChatEvents } from '../core/ports/chat-events.ts';
import type { Messenger } from '../core/ports/messenger.ts';
import type { SettingSchemas } from '../settings/setting.ts';

export interface Platform {
  /** Lower case. Ids of its people and places begin with it and a colon. */
  readonly name: string;
  /** Undefined for the terminal, which needs no settings and is served where no bot is. */
  readonly bot?: BotSettings;
  /** Undefined where nobody has an account. */
  readonly people?: PeopleRules;
  /**
   * `environment` has all settings of this platform, with their fallbacks. Undefined where the token is not set. Throws
   * zod's errors.
   */
  readonly configure: (environment: Readonly<Record<string, string>>) => ConfiguredPlatform | undefined;
}

/** Variables of the environment; their names begin with the platform's name in upper case. */
export interface BotSettings {
  /** Without this variable the others do nothing. */
  readonly token: string;
  /** How the platform is reached, the token first. */
  readonly connection: SettingSchemas;
  /** How fast the bot may send. Listed after the connections of all platforms. */
  readonly pace: SettingSchemas;
}

/** Ids of people are the platform's name, a colon and `account`. */
export interface PeopleRules {
  /** An account, for `.env.example`. */
  readonly example: string;
  /** An account, for the message about a wrong id; `example` where this is not given. */
  readonly shortExample?: string;
  /** What is wrong with `account`, and the cure, to follow "it "; undefined where nothing is. Repeats nothing of it. */
  readonly whyNoPerson: (account: string) => string | undefined;
}

/** A platform with its settings. Nothing is loaded or connected yet. */
export interface ConfiguredPlatform {
  readonly name: string;
  /** Its settings as they were read, by the names of the variables. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Loads the platform's SDK. */
  readonly open: () => Promise<Service>;
}

/** What serves a platform. */
export interface Service {
  /** Once `signal` aborts, the messenger sends nothing new. */
  readonly createMessenger: (parts: { readonly log: Logger; readonly signal: AbortSignal }) => Messenger;
  /**
   * Resolves once `signal` aborted, or the reader at the terminal has left. Rejects with `TokenRefused` where trying
   * again is of no use.
   */
  readonly connect: (parts: Connecting) => Promise<void>;
}

interface Connecting {
  readonly chat: Engine;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Answers that count for the limits of what is pushed wait here for their turn. */
  readonly lane: AnswerLane;
  /** Is told of chats that the bot was added to, or that have another id, where the platform says so. */
  readonly chats: ChatEvents;
}
