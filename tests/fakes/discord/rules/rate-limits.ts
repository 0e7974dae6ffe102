/** Discord's rate limits, enforced: 50 requests a second for the bot, and buckets for what is done in one channel. */
import { createHash } from 'node:crypto';
import type { LoopbackAnswer } from '../../loopback.ts';
import { createRateWindow, createRateWindows, type RateRule } from '../../rate-window.ts';
import { discordFailures } from '../failures.ts';
import type { DiscordRoute } from '../routes/routes.ts';

export type DiscordRateLimits = {
  /** All routes that want the bot's token; interaction callbacks and webhook tokens are exempt. */
  readonly total: RateRule;
  /** New messages in one channel. */
  readonly sends: RateRule;
  /** Edits in one channel. */
  readonly edits: RateRule;
  /** Each other route of one channel, or without one. */
  readonly others: RateRule;
};

/**
 * Sources: discord-api-docs, topics/rate-limits.mdx (50 a second); buckets are not documented: 5 in 5 s is what bots
 * observe.
 */
const real: DiscordRateLimits = {
  total: { count: 50, ms: 1000 },
  sends: { count: 5, ms: 5000 },
  edits: { count: 5, ms: 5000 },
  others: { count: 50, ms: 1000 },
};

type Passed = {
  /** For every answer to this request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal: LoopbackAnswer | undefined;
};

export type DiscordThrottle = {
  readonly pass: (route: DiscordRoute, params: Readonly<Record<string, string>>, now: number) => Passed;
  /** How many 429s were given. */
  readonly throttled: () => number;
};

const message = '/channels/:channel/messages';

export function createDiscordThrottle(wanted: boolean | Partial<DiscordRateLimits>): DiscordThrottle {
  const unlimited: DiscordThrottle = {
    pass: () => ({ headers: {}, refusal: undefined }),
    throttled: () => 0,
  };
  if (wanted === false) return unlimited;
  const limits: DiscordRateLimits = wanted === true ? real : { ...real, ...wanted };
  const total = createRateWindow(limits.total);
  const bucketOf = createRateWindows();
  let throttled = 0;

  function ruleOf({ method, path }: DiscordRoute): RateRule {
    if (method === 'POST' && path === message) return limits.sends;
    if (method === 'PATCH' && path === `${message}/:id`) return limits.edits;
    return limits.others;
  }

  return {
    throttled: () => throttled,
    pass(route, params, now) {
      if (!route.auth) return { headers: {}, refusal: undefined };
      const kind = `${route.method} ${route.path}`;
      const rule = ruleOf(route);
      const bucket = bucketOf(`${kind} ${params['channel'] ?? ''}`, rule);
      const waitTotal = total.waitMs(now);
      const waitBucket = bucket.waitMs(now);
      if (waitTotal > 0) {
        throttled += 1;
        return {
          headers: {},
          refusal: discordFailures.tooManyRequests({ seconds: waitTotal / 1000, scope: 'global' }),
        };
      }
      if (waitBucket === 0) {
        total.take(now);
        bucket.take(now);
      } else throttled += 1;
      const resetMs = bucket.freesInMs(now);
      const headers = {
        'x-ratelimit-limit': String(rule.count),
        'x-ratelimit-remaining': String(bucket.left(now)),
        'x-ratelimit-reset': ((now + resetMs) / 1000).toFixed(3),
        'x-ratelimit-reset-after': (resetMs / 1000).toFixed(3),
        'x-ratelimit-bucket': createHash('sha256').update(kind).digest('hex').slice(0, 32),
      };
      const seconds = waitBucket / 1000;
      return { headers, refusal: waitBucket === 0 ? undefined : discordFailures.tooManyRequests({ seconds, headers }) };
    },
  };
}
