/** Encodes the command behind a button, its arguments and page, within Telegram's 64 bytes. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { onceForText } from '../dossier/memoise.ts';
import type { Store } from '../ports/store.ts';
import type { RawArguments } from '../reply/reply.ts';
import { UserError } from '../reply/user-error.ts';

/** UTF-8 bytes. Source: Telegram's `callback_data`; Discord's `custom_id` allows 100 characters. */
export const MAX_BUTTON_BYTES = 64;
/** UTF-8 bytes of a button that is answered in a new message: as base64url it must fit a deep link's 64 characters. */
export const MAX_LINK_BYTES = 48;
/** UTF-8 bytes of an option of a menu. Source: the value of an option in Discord's selects has 100 characters. */
export const MAX_OPTION_BYTES = 100;

export interface Press {
  readonly command: string;
  readonly args: RawArguments;
  /** Counts from 0. It is a page number, not a direction: a press that arrives twice shows the same page twice. */
  readonly page: number;
  /** The name of the detail that is opened. Of a name that the reply does not have nothing is opened. */
  readonly detail?: string;
  /** The choice whose options are shown, and from which one on: `incident.8`. Of one that is not there nothing is. */
  readonly options?: string;
  /**
   * The answer is a new message for whoever pressed; otherwise it replaces the message with the button. Buttons of
   * pushed messages set this, so that a channel's digest stays as it is.
   */
  readonly inNewMessage?: boolean;
}

const NEW_MESSAGE = '+';
/** Stand among the arguments for the detail and the options; no parameter is called so. */
const DETAIL = '.';
const OPTIONS = '-';
const pairs = z.record(z.string(), z.string());

/**
 * `name;page;key=value&…`, after a `+` if the answer is a new message. Arguments that are too long for `room`, in UTF-8
 * bytes, are kept in the store until nobody uses them any more, under a hash of themselves: `name;page;#hash`.
 */
export async function encodePress(press: Press, store: Pick<Store, 'keep'>, room = roomFor(press)): Promise<string> {
  const { command, page, detail, options, inNewMessage = false } = press;
  const args = {
    ...(detail === undefined ? {} : { [DETAIL]: detail }),
    ...(options === undefined ? {} : { [OPTIONS]: options }),
    ...press.args,
  };
  const query = Object.entries(args)
    .map((pair) => pair.map(inQuery).join('='))
    .join('&');
  const name = `${inNewMessage ? NEW_MESSAGE : ''}${command};${page}`;
  const whole = `${name};${query}`;
  if (Buffer.byteLength(whole) <= room) return whole;
  const id = createHash('sha256').update(query).digest('base64url').slice(0, 16);
  await store.keep(`button:${id}`, JSON.stringify(args));
  return `${name};#${id}`;
}

/** As `URLSearchParams` writes it: a menu has many options, whose arguments are the same but for one. */
const inQuery = onceForText((text) => new URLSearchParams({ '': text }).toString().slice(1));

function roomFor({ inNewMessage = false }: Press): number {
  return inNewMessage ? MAX_LINK_BYTES : MAX_BUTTON_BYTES;
}

/** Whether pressing the button with this data is answered in a new message. */
export function answersInNewMessage(data: string): boolean {
  return data.startsWith(NEW_MESSAGE);
}

/** Throws `UserError` for data that no button of ours has, or whose arguments the store no longer has. */
export async function decodePress(data: string, store: Pick<Store, 'recall'>): Promise<Press> {
  const match = /^\+?([a-z]{1,32});(\d{1,4});(#[\w-]{16}$|(?!#).*)$/su.exec(data);
  if (!match) throw new UserError('error-button');
  const [, command = '', page = '0', query = ''] = match;
  if (!query.startsWith('#')) {
    return pressed(command, Object.fromEntries(new URLSearchParams(query)), page);
  }
  const kept = await store.recall(`button:${query.slice(1)}`);
  if (kept === undefined) throw new UserError('error-button');
  return pressed(command, pairs.parse(JSON.parse(kept)), page);
}

function pressed(
  command: string,
  { [DETAIL]: detail, [OPTIONS]: options, ...args }: RawArguments,
  page: string,
): Press {
  return {
    command,
    args,
    page: Number(page),
    ...(detail === undefined ? {} : { detail }),
    ...(options === undefined ? {} : { options }),
  };
}
