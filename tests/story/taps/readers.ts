/** What somebody who reads the bot has before them on Discord and on Telegram: lines with their links, and taps. */
import type { DiscordAnswer } from '../../fakes/discord/answer.ts';
import type { DiscordChat } from '../../fakes/discord/chat.ts';
import { count, text } from '../../fakes/json.ts';
import type { TelegramChat } from '../../fakes/telegram/chat.ts';

/** A line as it is read, without markup. */
export interface Line {
  readonly text: string;
  /** Addresses that open from a word of this line. */
  readonly links: readonly string[];
}

/** A button, or an option of a menu that is on the message. */
export interface Tap {
  readonly label: string;
  /** What the platform sends the bot for it: two that send the same are answered the same. */
  readonly sends: string;
  /** What the menu says to choose; undefined for a button. */
  readonly menu: string | undefined;
  readonly tap: () => Promise<Shown>;
}

export interface Shown {
  readonly lines: readonly Line[];
  readonly taps: readonly Tap[];
}

/** What somebody sends first. */
export type Asks = (command: string) => Promise<Shown>;

export function readerOnDiscord(person: DiscordChat): Asks {
  const read = (answer: DiscordAnswer): Shown => ({
    lines: answer.text.split('\n').map(readMarkdown),
    taps: [
      ...answer.components.flatMap(({ label, customId, disabled }): readonly Tap[] =>
        customId === undefined || disabled
          ? []
          : [
              {
                label,
                sends: customId,
                menu: undefined,
                tap: async () => read(await person.pressesCustomId(answer, customId)),
              },
            ],
      ),
      ...answer.menus.flatMap(({ customId, placeholder, options }) =>
        options.map(({ label, value }) => ({
          label,
          sends: value,
          menu: placeholder,
          tap: async () => read(await person.choosesValue(answer, customId, value)),
        })),
      ),
    ],
  });
  return async (command) => read(await person.slash(command));
}

const LINK = /\[((?:\\.|[^[\]\\])*)\]\(<([^<>]*)>\)/gu;

function readMarkdown(line: string): Line {
  const links = [...line.matchAll(LINK)].flatMap(([, label, url = '']) => (label === '' ? [] : [url]));
  const words = line
    .replaceAll(LINK, '$1')
    .replaceAll(/(?<!\\)\*{1,2}/gu, '')
    .replaceAll(/\\(?=[^0-9A-Za-z\s])/gu, '');
  return { text: words, links };
}

export function readerOnTelegram(person: TelegramChat): Asks {
  type Answer = Awaited<ReturnType<TelegramChat['says']>>;
  const read = (answer: Answer): Shown => ({
    lines: readEntities(answer),
    taps: answer.buttons.flatMap(({ label, data }): readonly Tap[] =>
      data === undefined
        ? []
        : [{ label, sends: data, menu: undefined, tap: async () => read(await person.pressesData(answer, data)) }],
    ),
  });
  return async (command) => read(await person.says(`/${command}`));
}

function readEntities({ text: whole, entities }: Pick<Awaited<ReturnType<TelegramChat['says']>>, 'text' | 'entities'>) {
  let from = 0;
  return whole.split('\n').map((line): Line => {
    const [start, end] = [from, from + line.length];
    from = end + 1;
    const links = entities.filter(
      ({ type, offset }) => type === 'text_link' && count(offset) >= start && count(offset) < end,
    );
    return { text: line, links: links.map(({ url }) => text(url)) };
  });
}
