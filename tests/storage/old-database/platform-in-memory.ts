/** A platform that says what reached its chats, a line for a message, whatever the order they were served in. */

import type { Messenger, SendOutcome } from '../../../src/core/ports/messenger.ts';
import type { Page } from '../../../src/core/reply/page.ts';
import { wholeOf } from '../../../src/core/reply/page.ts';
import { UNLIMITED } from '../../../src/core/reply/page-limits.ts';
import { textOf } from '../../core/reply/text-of.ts';

export interface PlatformInMemory extends Messenger {
  /** Sends, edits and pins so far. */
  readonly calls: () => number;
  /** Sorted. Of the edits of one message the last: made twice they do no harm. */
  readonly lines: () => readonly string[];
}

/** What a platform is like in these tests, as data. */
export interface PlatformTraits {
  /** As in `MessengerLimits`. */
  readonly dedupeMs: number;
  /** Messages that had arrived when the process died, by the id of their delivery. */
  readonly arrived: ReadonlyMap<string, string>;
  /** Places where the bot is not let in. */
  readonly gone: ReadonlySet<string>;
}

export function createPlatformInMemory(platform: string, traits: PlatformTraits): PlatformInMemory {
  const lines: string[] = [];
  const edits = new Map<string, string>();
  const messages = new Set<string>();
  let calls = 0;
  const unless = (place: string, made: () => string): SendOutcome => {
    calls += 1;
    return traits.gone.has(place) ? { kind: 'gone', reason: 'kicked' } : { kind: 'sent', message: made() };
  };
  return {
    platform,
    // The clock stands still while messages are sent: all of them are within one second.
    limits: { perSecond: 1_000_000, perChat: () => [], dedupeMs: traits.dedupeMs, refusalsPer10Minutes: undefined },
    pageLimits: UNLIMITED,
    send: async (place, page, _key, { replyTo } = {}) =>
      unless(place, () => {
        // Named after what it shows: numbers would go by the order in which chats are served.
        const message = unique(`+${shown(page)}`, place, messages);
        lines.push(`${place} send ${message}${replyTo === undefined ? '' : ` under ${replyTo}`}`);
        return message;
      }),
    edit: async (place, message, page) =>
      unless(place, () => {
        edits.set(`${place} ${message}`, `${place} edit ${message} to ${shown(page)}`);
        return message;
      }),
    find: async (_place, key) => {
      const message = traits.arrived.get(key);
      return message === undefined ? 'absent' : { message };
    },
    pin: async (place, message) =>
      unless(place, () => {
        lines.push(`${place} pin ${message}`);
        return message;
      }),
    calls: () => calls,
    lines: () => [...lines, ...edits.values()].toSorted(),
  };
}

function unique(name: string, place: string, taken: Set<string>): string {
  let found = name;
  for (let count = 2; taken.has(`${place} ${found}`); count += 1) found = `${name}#${count}`;
  taken.add(`${place} ${found}`);
  return found;
}

/** Of the developments that a page names (`Event A`, corrected: `Event A2`) the last title of each: `A2,B`. */
function shown(page: Page): string {
  const titles = [...textOf(wholeOf(page)).matchAll(/Event ([A-Z])(\d*)/gu)];
  const last = new Map<string, number>();
  for (const [, letter = '', version] of titles) {
    last.set(letter, Math.max(last.get(letter) ?? 0, Number(version)));
  }
  const names = [...last].map(([letter, version]) => `${letter}${version || ''}`).toSorted();
  return names.length === 0 ? 'none' : names.join(',');
}
