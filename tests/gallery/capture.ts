/** The messages of a scene as they would be posted on each platform. */
import { pageLimits as limitsOfDiscord, render as renderDiscord } from '../../src/adapters/discord/render.ts';
import { pageLimits as limitsOfTelegram, render as renderTelegram } from '../../src/adapters/telegram/render.ts';
import { runCommand, runPress } from '../../src/core/chat/run-command.ts';
import { toPushedPage } from '../../src/core/chat/to-pushed-page.ts';
import { compose } from '../../src/core/messages/compose.ts';
import { isForTeam } from '../../src/core/messages/delivery.ts';
import type { Page } from '../../src/core/reply/page.ts';
import type { PageLimits } from '../../src/core/reply/page-limits.ts';
import { anybody, chatOver, createMemoryStore, english, here } from '../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../core/dossier/real-dossier.ts';
import { record } from '../fakes/json.ts';
import { NOW } from '../golden/ledger.ts';
import type { Pushed } from '../golden/pushed.ts';
import type { DiscordItem } from './discord-page.ts';
import type { Asked } from './scenes.ts';
import type { TelegramItem } from './telegram-page.ts';

const BOT = 'truceline_bot';
const dossier = await foldRealDossier();

/** The answer to what was typed, then that to each button in turn. Throws where a button is not there. */
async function pagesOf(
  { steps: [typed, ...labels], asker = anybody }: Asked,
  limits: PageLimits,
): Promise<readonly (readonly [string, Page])[]> {
  const chat = chatOver(dossier, { clock: () => NOW });
  const who = { asker, place: here };
  const [, command = '', args = ''] = /^\/(\S+)\s*(.*)$/su.exec(typed) ?? [];
  const shown: (readonly [string, Page])[] = [[typed, await runCommand({ command, args, ...who }, limits, chat)]];
  for (const label of labels) {
    const last = shown.at(-1)?.[1];
    if (last?.details.some((one) => one.label === label)) continue;
    const buttons = last?.buttons.flat() ?? [];
    const pressed = buttons.find((one) => one.label.startsWith(label));
    if (!pressed) throw new Error(`No “${label}” under ${typed}, only: ${buttons.map((one) => one.label).join(', ')}`);
    shown.push([label, await runPress(pressed.data, who, limits, chat)]);
  }
  if (chat.bugs.length > 0) throw new Error(`A bug in ${typed}`, { cause: chat.bugs[0] });
  return shown;
}

async function pushedPage(
  { content, dossier: known, now = NOW, announced = [] }: Pushed,
  limits: PageLimits,
): Promise<Page> {
  const composing = { dossier: known, language: english, now, staleAfterDays: 7, announced };
  const { reply, more, mark } = compose(content, composing);
  const chat = { store: createMemoryStore(), language: english, isForOne: isForTeam(content.kind) };
  return toPushedPage(reply, more, limits, chat, mark);
}

function onDiscord(page: Page, asked?: string): DiscordItem {
  // As it is sent: what JSON leaves out is not there.
  const body: unknown = JSON.parse(JSON.stringify(renderDiscord(page)));
  return { ...(asked === undefined ? {} : { asked }), body: record(body) };
}

function onTelegram(page: Page, asked?: string): TelegramItem {
  const { text, entities, reply_markup } = renderTelegram(page, BOT);
  return { ...(asked === undefined ? {} : { asked }), text, entities, keyboard: reply_markup.inline_keyboard };
}

export async function askedOnDiscord(scene: Asked): Promise<readonly DiscordItem[]> {
  return (await pagesOf(scene, limitsOfDiscord)).map(([asked, page]) => onDiscord(page, asked));
}

export async function askedOnTelegram(scene: Asked): Promise<readonly TelegramItem[]> {
  return (await pagesOf(scene, limitsOfTelegram)).map(([asked, page]) => onTelegram(page, asked));
}

export async function pushedOnDiscord(message: Pushed): Promise<readonly DiscordItem[]> {
  return [onDiscord(await pushedPage(message, limitsOfDiscord))];
}

export async function pushedOnTelegram(message: Pushed): Promise<readonly TelegramItem[]> {
  return [onTelegram(await pushedPage(message, limitsOfTelegram))];
}
