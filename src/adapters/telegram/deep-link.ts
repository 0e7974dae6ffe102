/** Links that open the bot's private chat and press a button there: what is pushed to many is read on by each alone. */
import type { MaybeInaccessibleMessage } from 'grammy/types';
import { answersInNewMessage } from '../../core/chat/button.ts';

/** Source: core.telegram.org/bots/features#deep-linking; of `A-Za-z0-9_-`, which base64url is. */
const MAX_PAYLOAD = 64;

/** Undefined where the data is too long for a link. `bot` is its name without `@`. */
export function deepLink(bot: string, data: string): string | undefined {
  const payload = Buffer.from(data).toString('base64url');
  return payload.length > MAX_PAYLOAD ? undefined : `${linksTo(bot)}${payload}`;
}

/** A button's data out of what follows `/start`; undefined where that is not from a link of ours. */
export function readPayload(payload: string): string | undefined {
  const data = Buffer.from(payload, 'base64url').toString();
  // The decoder passes over what it does not know.
  const isWhole = payload === Buffer.from(data).toString('base64url');
  return isWhole && answersInNewMessage(data) ? data : undefined;
}

/** Whether the message was pushed: only such ones have these links. */
export function hasDeepLink(message: MaybeInaccessibleMessage, bot: string): boolean {
  const rows = 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
  return rows.flat().some((button) => 'url' in button && button.url.startsWith(linksTo(bot)));
}

function linksTo(bot: string): string {
  return `https://t.me/${bot}?start=`;
}
