/** The key of a delivery in its message: what tells, after a crash, that it arrived. */
import type { Message } from '../render.ts';

/**
 * It stands at the end of the first button's custom id. Of that id's 100 characters, 64 are for data, one for the mark
 * and 22 for the key. Arguments are percent-encoded and have no `!`.
 */
const MARK = /!([\w-]{22})$/u;

/** A message without a button carries no marker and is never found again. */
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
