/** Discord as the outbox sees it. */

import { createHash } from 'node:crypto';
import { MessageFlags, REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Messenger, MessengerLimits, SendOutcome } from '../../../core/ports/messenger.ts';
import type { Page } from '../../../core/reply/page.ts';
import { type DiscordPlace, readPlace } from '../place.ts';
import { pageLimits, render } from '../render.ts';
import { withMarker } from './marker.ts';
import { type Failed, readOutcome } from './outcome.ts';
import { SENDS_PER_SECOND } from './pace.ts';
import { type Call, findMarked } from './read-back.ts';

/** Milliseconds for one call of the messenger, whatever it takes: less than the outbox leases an attempt for. */
const TIMEOUT_MS = 8000;
/** Direct channels whose id is known without asking. */
const DIRECTS_KEPT = 1000;
/** Reasons that were logged and are not logged again. */
const REASONS_KEPT = 50;

const LIMITS: MessengerLimits = {
  perSecond: SENDS_PER_SECOND,
  // Not documented, and told in headers; 5 in 5 s is what channels are seen to have.
  perChat: () => [{ count: 5, ms: 5000 }],
  // Not documented: code 30046 is answered where messages older than an hour are edited faster than about this.
  editsPerChat: { count: 3, ms: 6000 },
  // "The past few minutes" (discord-api-docs, resources/message.mdx, enforce_nonce).
  dedupeMs: 90_000,
  // Source: discord-api-docs, topics/rate-limits.mdx, "Invalid Request Limit".
  refusalsPer10Minutes: 10_000,
};

const STOPPING: SendOutcome = { kind: 'retry', reason: 'the bot is being stopped', scope: 'platform' };
const NO_MESSAGE: SendOutcome = { kind: 'message gone', reason: 'not a message on Discord' };
const IS_ID = /^\d{1,20}$/u;

const withId = z.object({ id: z.string() });

export interface DiscordMessengerOptions {
  readonly config: { readonly token: string; readonly apiUrl: string };
  readonly limits?: Partial<MessengerLimits>;
  /** Milliseconds until an answer that does not come is `unknown`; default 8,000. */
  readonly timeoutMs?: number;
  readonly log: Logger;
  /** Once it aborts nothing new is sent. What is under way ends by itself within seconds, and its outcome is told. */
  readonly signal: AbortSignal;
}

/**
 * Requests go through a `REST` of its own, so that answers to people never wait behind a broadcast. It neither repeats
 * a request nor waits for a limit, because the outbox decides both. Every message needs a button: that carries the
 * marker by which `find` knows the message.
 */
export function createDiscordMessenger(options: DiscordMessengerOptions): Messenger {
  const { config, timeoutMs = TIMEOUT_MS, log, signal } = options;
  const limits = { ...LIMITS, ...options.limits };
  const rest = new REST({
    api: config.apiUrl,
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    globalRequestsPerSecond: Math.max(SENDS_PER_SECOND, limits.perSecond),
  }).setToken(config.token);
  const directs = new Map<string, string>();
  const warned = new Set<string>();

  /** Resolves to the id of the channel, and asks for that of a person's direct messages once. */
  async function open({ kind, id }: DiscordPlace, call: Call): Promise<string> {
    const known = kind === 'channel' ? id : directs.get(id);
    if (known !== undefined) return known;
    const opened = await rest.post(Routes.userChannels(), { ...call, body: { recipient_id: id } });
    const channel = withId.parse(opened).id;
    const [oldest] = directs.keys();
    if (directs.size >= DIRECTS_KEPT && oldest !== undefined) directs.delete(oldest);
    directs.set(id, channel);
    return channel;
  }

  /** Never rejects. */
  async function attempt<T>(
    place: string,
    work: (channel: string, call: Call) => Promise<T>,
  ): Promise<{ readonly kind: 'done'; readonly value: T } | Failed> {
    const to = readPlace(place);
    if (to === undefined) return { kind: 'rejected', reason: 'not a place on Discord' };
    const over = new AbortController();
    // The timeout of `REST` ends where the headers of an answer begin; this one covers its body too.
    const timer = setTimeout(() => over.abort(), timeoutMs);
    const call = { signal: over.signal };
    let isOpen = false;
    try {
      const channel = await open(to, call);
      isOpen = true;
      return { kind: 'done', value: await work(channel, call) };
    } catch (error) {
      const failed = readOutcome(error);
      if (failed.kind === 'rejected') warn(failed.reason);
      // A channel that may have been opened is opened again: nothing was sent.
      return isOpen || failed.kind !== 'unknown' ? failed : { ...failed, kind: 'retry', scope: 'platform' };
    } finally {
      clearTimeout(timer);
    }
  }

  async function change(place: string, work: (channel: string, call: Call) => Promise<string>): Promise<SendOutcome> {
    const outcome = await attempt(place, work);
    return outcome.kind === 'done' ? { kind: 'sent', message: outcome.value } : outcome;
  }

  /** Once for each reason: a broadcast refused everywhere is one line, not thousands. */
  function warn(reason: string): void {
    if (warned.has(reason) || warned.size >= REASONS_KEPT) return;
    warned.add(reason);
    log.warn({ platform: 'Discord', reason }, 'A message was refused as malformed');
  }

  return {
    platform: 'discord',
    limits,
    pageLimits,
    async send(place, page, key, { replyTo, isSilent = false } = {}) {
      if (signal.aborted) return STOPPING;
      return change(place, async (channel, call) => {
        const isReply = replyTo !== undefined && IS_ID.test(replyTo);
        const reply = isReply ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {};
        const sound = isSilent ? { flags: MessageFlags.SuppressNotifications } : {};
        const body = { ...payload(page, key), ...reply, ...sound, nonce: nonceOf(key, channel), enforce_nonce: true };
        return withId.parse(await rest.post(Routes.channelMessages(channel), { ...call, body })).id;
      });
    },
    async edit(place, message, page, key) {
      if (signal.aborted) return STOPPING;
      if (!IS_ID.test(message)) return NO_MESSAGE;
      return change(place, async (channel, call) => {
        await rest.patch(Routes.channelMessage(channel, message), { ...call, body: payload(page, key) });
        return message;
      });
    },
    async find(place, key, since) {
      const isDirect = readPlace(place)?.kind === 'person';
      const outcome = await attempt(place, (channel, call) =>
        findMarked({ rest, channel, isDirect, key, since, call }),
      );
      switch (outcome.kind) {
        case 'done':
          return outcome.value;
        // Whatever was there is no more, and a send will say so.
        case 'gone':
          return 'absent';
        case 'retry':
        case 'unknown':
        case 'stop':
          return 'unreachable';
        case 'refused':
        case 'rejected':
        case 'message gone':
          return 'unreadable';
      }
    },
    async pin(place, message) {
      if (!IS_ID.test(message)) return NO_MESSAGE;
      return change(place, async (channel, call) => {
        await rest.put(Routes.channelMessagesPin(channel, message), call);
        return message;
      });
    },
  };
}

/** Attachments that are not mentioned in an edit stay; mentions have to be switched off in every edit anew. */
function payload(page: Page, key: string) {
  const { content, embeds, components, allowedMentions } = render(page);
  return { content, embeds, components: withMarker(components, key), allowed_mentions: allowedMentions };
}

/** 25 characters at most. Discord compares it per author, or per channel: documents differ, so both are in it. */
function nonceOf(key: string, channel: string): string {
  return createHash('sha256').update(`${key}|${channel}`).digest('base64url').slice(0, 24);
}
