/** "typing" in the chats of those who wait, spread over time: hundreds may begin to wait at the same moment. */
import type { Api } from 'grammy';

/** Milliseconds between two of them: all together they must not hold the answers up. */
const GAP_MS = 20;
/** Milliseconds after which it is left out: it would be shown for 5 s. */
const TOO_LATE_MS = 5000;

/** Shown soon, where `isWaiting` still says so then. It is a courtesy: where it fails, the answer still comes. */
export type ShowTyping = (
  chat: number,
  topic: { readonly message_thread_id?: number },
  isWaiting: () => boolean,
) => void;

/** `clock` gives Unix time in ms. */
export function createTyping(api: Api, clock: () => number): ShowTyping {
  let nextAt = Number.NEGATIVE_INFINITY;
  return (chat, topic, isWaiting) => {
    const now = clock();
    const at = Math.max(now, nextAt);
    if (at > now + TOO_LATE_MS) return;
    nextAt = at + GAP_MS;
    const show = () => {
      if (isWaiting()) api.sendChatAction(chat, 'typing', topic).catch(() => undefined);
    };
    setTimeout(show, at - now).unref();
  };
}
