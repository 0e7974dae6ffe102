/** A Telegram Bot API on loopback for tests: long polling as grammY uses it, every call checked, people to talk as. */
import { isRecord, type Json, parseJson } from '../json.ts';
import {
  type LoggedRequest,
  type LoopbackAnswer,
  type LoopbackControls,
  type LoopbackOptions,
  type LoopbackRequest,
  startLoopback,
} from '../loopback.ts';
import { type Checks, createSampling } from '../sampling.ts';
import { createViolations, type Violation } from '../violations.ts';
import { createTelegramChat, type TelegramChat } from './chat.ts';
import { type ChatKind, createTelegramChats, type MemberStatus } from './chats.ts';
import { createMethods } from './methods.ts';
import { countedChat, createTelegramThrottle, type TelegramRateLimits } from './rate-limits.ts';
import { fail, ok } from './results.ts';
import { checkTelegramCall } from './schemas.ts';
import { readTelegramSpec } from './spec.ts';
import { createTelegramUpdates } from './updates.ts';
import { createTelegramWorld, type TelegramWorld } from './world.ts';

export type FakeTelegramOptions = LoopbackOptions & {
  /** The only token that is let in; the default is well-formed. */
  readonly token?: string;
  /** The bot's username without @; default 'truceline_bot'. */
  readonly username?: string;
  /** File of the whole machine-readable schema; default the environment variable TELEGRAM_SPEC, and none without it. */
  readonly spec?: string;
  /** Milliseconds a test waits for the bot; default 60,000: it only ends what hangs. */
  readonly timeoutMs?: number;
  /** Milliseconds in which a callback query may be answered; default 60,000. Telegram allows about 15,000. */
  readonly queryWindowMs?: number;
  /** Enforces rate limits: Telegram's, or those with other numbers. Default false. */
  readonly limits?: boolean | Partial<TelegramRateLimits>;
  /** How many messages of a chat are kept, the newest; default all. */
  readonly keepMessages?: number;
  /** 'first-100': only the first 100 calls of each method are checked, for benches. Default 'all'. */
  readonly checks?: Checks;
};

/** All parts may be left out: then a new person in a private chat. People of one `chatId` share the chat. */
type TelegramPersonOptions = {
  readonly id?: number;
  readonly name?: string;
  readonly username?: string;
  readonly chat?: ChatKind;
  readonly chatId?: number;
  readonly title?: string;
  /** The language of the person's app, e.g. 'ur'. */
  readonly languageCode?: string;
  /** Standing in the chat, as getChatMember tells it; default 'member'. */
  readonly status?: MemberStatus;
  readonly anonymous?: boolean;
  readonly threadId?: number;
};

/** One call as logged: the method's name apart from the token. */
type TelegramCall = { readonly method: string; readonly params: Json; readonly at: number };

export type FakeTelegram = LoopbackControls &
  TelegramWorld & {
    /** For TELEGRAM_API_URL: `http://127.0.0.1:PORT`. */
    readonly apiUrl: string;
    readonly token: string;
    readonly username: string;
    readonly requests: readonly LoggedRequest[];
    /** Every call that named a method with the right token, in order. */
    readonly calls: readonly TelegramCall[];
    readonly violations: readonly Violation[];
    readonly user: (options?: TelegramPersonOptions) => TelegramChat;
    /** Queues any other update, e.g. `my_chat_member`. */
    readonly pushUpdate: (kind: string, content: Json) => { readonly update: Json; readonly processed: Promise<void> };
    /** How many 429s the limits gave. */
    readonly throttled: () => number;
    /** Call it where a test wants violations; stop() then does not throw for them. */
    readonly expectViolations: () => void;
    /** Stops listening; throws where there were violations that were not expected. */
    readonly stop: () => Promise<void>;
  };

const botId = 7_000_000_001;
const defaultToken = `${botId}:${'A'.repeat(35)}`;
const conflict = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running';
const webhookActive =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { token = defaultToken, username = 'truceline_bot', timeoutMs = 60_000, queryWindowMs = 60_000 } = options;
  const { limits = false, keepMessages = Number.POSITIVE_INFINITY, keepRequests = true, checks = 'all' } = options;
  const specFile = options.spec ?? process.env['TELEGRAM_SPEC'];
  const spec = specFile === undefined || specFile === '' ? undefined : readTelegramSpec(specFile);
  const bot: Json = {
    id: botId,
    is_bot: true,
    first_name: 'Truceline',
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  };
  const violations = createViolations('Telegram');
  const chats = createTelegramChats();
  const updates = createTelegramUpdates();
  const methods = createMethods({ bot, chats, queryWindowMs, keepMessages, keepEvents: keepRequests });
  const throttle = createTelegramThrottle(limits);
  const isToCheck = createSampling(checks);
  const calls: TelegramCall[] = [];
  let webhookUrl = '';
  let lastUserId = 500_000_000;

  async function polled(params: Json, request: LoopbackRequest): Promise<LoopbackAnswer> {
    if (webhookUrl !== '') return fail(409, webhookActive);
    const batch = await updates.poll(params, request.onGone);
    return batch === undefined ? fail(409, conflict) : ok(batch);
  }

  function webhook(method: string, params: Json): LoopbackAnswer {
    if (method === 'getWebhookInfo')
      return ok({ url: webhookUrl, has_custom_certificate: false, pending_update_count: updates.pending() });
    if (params['drop_pending_updates'] === true) updates.clear();
    webhookUrl = method === 'setWebhook' ? String(params['url']) : '';
    return ok(true);
  }

  function breaches(method: string, params: Json, { parsed }: LoopbackRequest): readonly Violation[] {
    const files = parsed.files.map(({ field }) => field);
    return [...checkTelegramCall(method, params), ...(spec?.check(method, params, files) ?? [])];
  }

  async function answer(request: LoopbackRequest): Promise<LoopbackAnswer> {
    const [, given, method = ''] = /^\/bot(\d+:[^/]+)\/(\w+)$/u.exec(request.path) ?? [];
    if (given === undefined) return fail(404, 'Not Found');
    if (given !== token) return fail(401, 'Unauthorized');
    if (!isRecord(request.body) && request.body !== undefined)
      return fail(400, 'Bad Request: parameters are no object');
    const params = readParams(request);
    if (keepRequests) calls.push({ method, params, at: request.at });
    const throttled = throttle.pass(method, countedChat(params, chats.find), request.at);
    if (throttled !== undefined) return throttled;
    const found = isToCheck(method) ? breaches(method, params, request) : [];
    if (found.length > 0) {
      violations.add(found);
      const unknown = found.some(({ rule }) => rule === 'unknownMethod');
      return unknown
        ? fail(404, 'Not Found')
        : fail(400, `Bad Request: ${found.map(({ detail }) => detail).join('; ')}`);
    }
    if (method === 'getUpdates') return polled(params, request);
    if (/^(set|delete)Webhook$|^getWebhookInfo$/u.test(method)) return webhook(method, params);
    return methods[method]?.(params) ?? fail(404, 'Not Found');
  }

  const loopback = await startLoopback(
    answer,
    (error) => violations.add([{ rule: 'fakeCrashed', where: 'the fake itself', detail: String(error) }]),
    options,
  );

  const newChatId = (kind: ChatKind): number => {
    lastUserId += 1;
    return defaultChatId(kind, lastUserId);
  };

  return {
    apiUrl: `http://127.0.0.1:${loopback.port}`,
    token,
    username,
    requests: loopback.requests,
    calls,
    violations: violations.all,
    user(person = {}) {
      lastUserId += 1;
      const { id = lastUserId, name = 'Reader', chat: kind = 'private', status = 'member' } = person;
      const user: Json = {
        id,
        is_bot: false,
        first_name: name,
        ...(person.username === undefined ? {} : { username: person.username }),
        ...(person.languageCode === undefined ? {} : { language_code: person.languageCode }),
      };
      const chatId = person.chatId ?? defaultChatId(kind, id);
      const title = person.title ?? (kind === 'private' ? name : 'Newsroom');
      const room = chats.open({ id: chatId, kind, title });
      room.isAttended = true;
      room.members.set(id, { user, status });
      chats.people.set(id, user);
      const { threadId, anonymous = false } = person;
      return createTelegramChat(
        { chats, updates, timeoutMs, explain: violations.explain },
        { user, room, threadId, anonymous },
      );
    },
    pushUpdate: updates.push,
    ...createTelegramWorld({ chats, updates, bot }, newChatId),
    throttled: throttle.throttled,
    ...loopback.controls,
    expectViolations: violations.expect,
    async stop() {
      await loopback.close();
      violations.throwIfUnexpected();
    },
  };
}

/** Private chats have the person's id; groups are negative; supergroups and channels start with -100. */
function defaultChatId(kind: ChatKind, userId: number): number {
  if (kind === 'private') return userId;
  return kind === 'group' ? -userId : -1_000_000_000_000 - userId;
}

/** Parameters that are texts even where they look like numbers, when they come as a form. */
const alwaysText = new Set(['text', 'caption', 'callback_query_id', 'description', 'short_description', 'name', 'url']);

function readParams({ parsed }: LoopbackRequest): Json {
  if (!isRecord(parsed.fields)) return {};
  if (!parsed.form) return parsed.fields;
  const read = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || alwaysText.has(key)) return value;
    return /^(-?\d+|true|false|[[{].*)$/su.test(value) ? (parseJson(value) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(parsed.fields).map(([key, value]) => [key, read(key, value)]));
}
