/** The commands as Telegram's menus, one for each kind of chat, and their registration where they changed. */
import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { AnyCommand } from '../../core/chat/command.ts';
import { describeCommand } from '../../core/chat/describe-command.ts';
import type { Engine } from '../../core/chat/run-command.ts';
import type { Language } from '../../core/reply/language.ts';
import { shorten } from '../shorten.ts';

/** Source: core.telegram.org/bots/api, BotCommand and setMyCommands. */
const MAX_DESCRIPTION = 256;
const MAX_COMMANDS = 100;

interface Menu {
  readonly scope: BotCommandScope;
  readonly commands: readonly BotCommand[];
}

/** Menus are a help for the eye: `runCommand` checks who may. In a private chat the asker is who administers it. */
function commandMenus(commands: readonly AnyCommand[], language: Language): readonly Menu[] {
  const menu = (type: 'default' | 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators'): Menu => {
    const withAdmin = type === 'all_private_chats' || type === 'all_chat_administrators';
    const shown = commands.filter(({ who }) => who === 'anyone' || (withAdmin && who === 'channel-admin'));
    return {
      scope: { type },
      commands: shown.slice(0, MAX_COMMANDS).map((command) => toBotCommand(command, language)),
    };
  };
  return [menu('default'), menu('all_private_chats'), menu('all_group_chats'), menu('all_chat_administrators')];
}

/**
 * Sets the menus, unless they are those set last time. Resolves to whether it did. Rejects with the errors of `Api`.
 */
export async function registerCommands(options: {
  readonly api: Api;
  readonly botId: number;
  readonly chat: Pick<Engine, 'commands' | 'language' | 'store'>;
}): Promise<boolean> {
  const { api, botId, chat } = options;
  const menus = commandMenus(chat.commands, chat.language);
  const hash = createHash('sha256').update(JSON.stringify(menus)).digest('hex');
  const key = `telegram:commands:${botId}`;
  if ((await chat.store.recall(key)) === hash) return false;
  for (const { commands, scope } of menus) await api.setMyCommands(commands, { scope });
  await chat.store.remember(key, hash);
  return true;
}

function toBotCommand(command: AnyCommand, language: Language): BotCommand {
  return { command: command.name, description: shorten(describeCommand(command, language), MAX_DESCRIPTION) };
}
