/**
 * The key of a delivery in its message, as the end of the first button's custom id: what tells, after a crash, that a message
 * arrived. A message without a button carries none and is never found.
 */
import type { Message } from './render.ts';

/** A custom id has 100 characters at most: 64 of data, the mark, 22 of key. Arguments are percent-encoded and have no `!`. */
const MARK = /!([\w-]{22})$/u;

export function withMarker(components: Message['components'], key: string): Message['components'] {
  const [row, ...rows] = components;
  const [button, ...buttons] = row?.components ?? [];
  if (row === undefined || button === undefined || !('custom_id' in button)) return components;
  return [{ ...row, components: [{ ...button, custom_id: `${button.custom_id}!${key}` }, ...buttons] }, ...rows];
}

/** What a button carries, of any of our messages. */
export function withoutMarker(customId: string): string {
  return customId.replace(MARK, '');
}

/** The key; undefined where there is none. */
export function readMarker(customId: string): string | undefined {
  return MARK.exec(customId)?.[1];
}
