/** What a person sees of a Telegram message: its words, its entities and its buttons. */
import { type Json, list, record, records, text } from '../json.ts';

type TelegramButton = {
  readonly label: string;
  readonly data: string | undefined;
  readonly url: string | undefined;
  /** `primary`, `success`, `danger`, or none. */
  readonly style: string | undefined;
};

export type TelegramMessage = {
  readonly text: string;
  readonly entities: readonly Json[];
  /** The message object as the Bot API would return it. */
  readonly raw: Json;
  readonly buttons: readonly TelegramButton[];
  /** Labels, row by row. */
  readonly rows: readonly (readonly string[])[];
  readonly messageId: number;
};

export function readMessage(message: Json): TelegramMessage {
  const rows = list(record(message['reply_markup'])['inline_keyboard']).map(records);
  const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    text: text(message['text']) || text(message['caption']),
    entities: records(message['entities'] ?? message['caption_entities']),
    raw: message,
    buttons: rows.flat().map((button) => ({
      label: text(button['text']),
      data: optional(button['callback_data']),
      url: optional(button['url']),
      style: optional(button['style']),
    })),
    rows: rows.map((row) => row.map((button) => text(button['text']))),
    messageId: Number(message['message_id']),
  };
}
