/** The recent requests to each chat, and the chats that must wait. In memory, bounded. */

import type { MessengerLimits } from '../core/ports/messenger.ts';
import { chatOf } from '../core/subscriptions/subscription.ts';

/** Requests may arrive this many ms earlier or later than they left, without too many in one window. */
export const JITTER_MS = 40;

type ChatRule = ReturnType<MessengerLimits['perChat']>[number];

/** All instants are Unix time in ms, and never go back. */
export interface ChatLimits {
  /**
   * Counts a request to the chat of a place, and blocks that chat when one of its rules is full. Edits are counted
   * separately.
   */
  count(what: 'all' | 'edits', rules: readonly ChatRule[], place: string, now: number): void;
  block(chat: string, until: number): void;
  /** Milliseconds that the chat of a place must wait; 0 where it need not. */
  wait(place: string, now: number): number;
  /** Chats that must wait at this moment. */
  blocked(now: number): readonly string[];
}

export function createChatLimits(): ChatLimits {
  const counted = { all: new Map<string, number[]>(), edits: new Map<string, number[]>() };
  const blockedUntil = new Map<string, number>();
  const block = (chat: string, until: number) => {
    blockedUntil.set(chat, Math.max(until, blockedUntil.get(chat) ?? 0));
  };
  return {
    block,

    count(what, rules, place, now) {
      const longest = Math.max(0, ...rules.map(({ ms }) => ms));
      if (longest === 0) return;
      const chat = chatOf(place);
      const since = now - longest - JITTER_MS;
      const times = (counted[what].get(chat) ?? []).filter((time) => time > since);
      times.push(now);
      // Set anew, so that the chats silent for longest come first and can be forgotten.
      counted[what].delete(chat);
      counted[what].set(chat, times);
      for (const rule of rules) {
        const first = times.at(-rule.count);
        if (first !== undefined) block(chat, first + rule.ms + JITTER_MS);
      }
      for (const [other, last] of counted[what]) {
        if ((last.at(-1) ?? 0) > since) break;
        counted[what].delete(other);
      }
    },

    wait: (place, now) => Math.max(0, (blockedUntil.get(chatOf(place)) ?? 0) - now),

    blocked(now) {
      for (const [chat, until] of blockedUntil) if (until <= now) blockedUntil.delete(chat);
      return [...blockedUntil.keys()];
    },
  };
}
