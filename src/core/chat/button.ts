/** What a button carries: command, arguments and absolute page, within Telegram's 64 bytes. Nothing is kept in memory. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../ports/store.ts';
import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';

/** UTF-8 bytes; Telegram's `callback_data` (Discord's `custom_id` allows 100 characters). */
export const MAX_BUTTON_BYTES = 64;
/** UTF-8 bytes, for buttons whose answer stands apart: as base64url they must be a deep link's 64 characters. */
export const MAX_LINK_BYTES = 48;

export interface Press {
  readonly command: string;
  readonly args: RawArguments;
  /** From 0; absolute, so that a press that arrives twice shows the same page twice. */
  readonly page: number;
  /**
   * The answer is a message of its own for whoever pressed, where otherwise it takes the place of the one with the button:
   * what was pushed to a channel stays as it is.
   */
  readonly inNewMessage?: boolean;
}

const NEW_MESSAGE = '+';
const pairs = z.record(z.string(), z.string());

/**
 * `name;page;key=value&…` (after a `+` where the answer stands apart), or `name;page;#id` where that would be too long: then the arguments are kept in the store under
 * a hash of themselves, for as long as the store lives.
 */
export async function encodePress(press: Press, store: Pick<Store, 'remember'>): Promise<string> {
  const { args, inNewMessage = false } = press;
  const query = new URLSearchParams(args).toString();
  const name = `${inNewMessage ? NEW_MESSAGE : ''}${press.command};${press.page}`;
  const whole = `${name};${query}`;
  if (Buffer.byteLength(whole) <= (inNewMessage ? MAX_LINK_BYTES : MAX_BUTTON_BYTES)) return whole;
  const id = createHash('sha256').update(query).digest('base64url').slice(0, 16);
  await store.remember(`button:${id}`, JSON.stringify(args));
  return `${name};#${id}`;
}

/** Whether the answer to a press of this is to stand apart. */
export function answersInNewMessage(data: string): boolean {
  return data.startsWith(NEW_MESSAGE);
}

/** Throws `UserError` for data that is not a button of ours or whose arguments are no longer known. Never trusts it further. */
export async function decodePress(data: string, store: Pick<Store, 'recall'>): Promise<Press> {
  const match = /^\+?([a-z]{1,32});(\d{1,4});(#[\w-]{16}$|(?!#).*)$/su.exec(data);
  if (!match) throw new UserError('error-button');
  const [, command = '', page = '0', query = ''] = match;
  if (!query.startsWith('#')) {
    return { command, args: Object.fromEntries(new URLSearchParams(query)), page: Number(page) };
  }
  const kept = await store.recall(`button:${query.slice(1)}`);
  if (kept === undefined) throw new UserError('error-button');
  return { command, args: pairs.parse(JSON.parse(kept)), page: Number(page) };
}
