/** What a person sees of a Discord message: its words in reading order and its buttons. */

import { count, isRecord, type Json, record, records, text } from '../json.ts';
import { messageFlags } from './messages.ts';
import { nested } from './rules/message-limits.ts';

type DiscordButton = {
  readonly label: string;
  readonly customId: string | undefined;
  readonly disabled: boolean;
  readonly url: string | undefined;
  /** 1 blue, 2 grey, 3 green, 4 red, 5 a link. */
  readonly style: number;
};

type DiscordMenu = {
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string; readonly isChosen: boolean }[];
};

export type DiscordAnswer = {
  /** Content, embeds and text displays as plain lines; markup is left as it was sent. */
  readonly text: string;
  /** The message object as the API would return it. */
  readonly raw: Json;
  readonly ephemeral: boolean;
  /** True where the bot first deferred (type 5 or 6) and showed this afterwards. */
  readonly deferred: boolean;
  readonly components: readonly DiscordButton[];
  readonly menus: readonly DiscordMenu[];
  readonly messageId: string;
  readonly interactionId: string;
  /** Milliseconds from the dispatch to the callback; Discord allows 3,000. */
  readonly ackMs: number;
};

const button = 2;
const stringSelect = 3;

export function readMessage(
  message: Json,
): Pick<DiscordAnswer, 'text' | 'raw' | 'ephemeral' | 'components' | 'menus' | 'messageId'> {
  const parts = nested(records(message['components']));
  const displays = parts.map((part) => text(part['content']));
  const lines = [text(message['content']), ...records(message['embeds']).flatMap(embedLines), ...displays];
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    raw: message,
    ephemeral: (count(message['flags']) & messageFlags.ephemeral) !== 0,
    components: parts.filter((part) => part['type'] === button).map(readButton),
    menus: parts.filter((part) => part['type'] === stringSelect).map(readMenu),
    messageId: text(message['id']),
  };
}

function embedLines(embed: Json): readonly string[] {
  const fields = records(embed['fields']).flatMap((field) => [text(field['name']), text(field['value'])]);
  const author = isRecord(embed['author']) ? text(embed['author']['name']) : '';
  const footer = text(record(embed['footer'])['text']);
  return [author, text(embed['title']), text(embed['description']), ...fields, footer];
}

function readButton(part: Json): DiscordButton {
  return {
    label: text(part['label']),
    customId: typeof part['custom_id'] === 'string' ? part['custom_id'] : undefined,
    disabled: part['disabled'] === true,
    url: typeof part['url'] === 'string' ? part['url'] : undefined,
    style: count(part['style']),
  };
}

function readMenu(part: Json): DiscordMenu {
  return {
    customId: text(part['custom_id']),
    placeholder: text(part['placeholder']),
    options: records(part['options']).map((option) => ({
      label: text(option['label']),
      value: text(option['value']),
      isChosen: option['default'] === true,
    })),
  };
}
