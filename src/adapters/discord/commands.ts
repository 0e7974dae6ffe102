/** The commands as Discord's slash commands: their registration, where they changed, and suggestions for options. */
import { createHash } from 'node:crypto';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { AnyCommand, Param } from '../../core/chat/command.ts';
import { describeCommand, describeParam } from '../../core/chat/describe-command.ts';
import { isModerating } from '../../core/chat/roles.ts';
import type { Engine } from '../../core/chat/run-command.ts';
import { suggest } from '../../core/chat/suggest.ts';
import { dayOf } from '../../core/dossier/dates/knowledge.ts';
import type { Language } from '../../core/reply/language.ts';
import { shorten } from '../shorten.ts';
import type { CommandIds } from './spans.ts';

/** Source: discord-api-docs, interactions/application-commands.mdx:122-178. */
const MAX_DESCRIPTION = 100;
const MAX_CHOICES = 25;
const MAX_CHOICE_TEXT = 100;

type SlashCommand = RESTPutAPIApplicationCommandsJSONBody[number];

/** The body of a bulk registration. Only global commands (`isGlobal`) say in which places they can be used. */
function slashCommands(commands: readonly AnyCommand[], language: Language, isGlobal: boolean): SlashCommand[] {
  return commands.map((command) => ({
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    ...described(describeCommand(command, language), language),
    options: Object.entries(command.params).map(([name, param]) => ({
      ...option(param),
      name,
      ...described(describeParam(command, name, language), language),
      required: false,
    })),
    // Only a default, which a server's admins can change: `runCommand` checks again.
    ...shownTo(command),
    ...(isGlobal ? usableIn(command) : {}),
  }));
}

/** Of each registered command, what a mention of it needs. */
const registered = z.array(z.object({ id: z.string(), name: z.string() }));

/**
 * Replaces the registered commands of the application, or of one server, unless the last ones were the same. Resolves
 * to whether it did, and to their ids by name. Rejects with the errors of `REST`.
 */
export async function registerCommands(options: {
  readonly rest: REST;
  readonly applicationId: string;
  readonly guildId: string | undefined;
  readonly chat: Pick<Engine, 'commands' | 'language' | 'store'>;
}): Promise<{ readonly isNew: boolean; readonly ids: CommandIds }> {
  const { rest, applicationId, guildId, chat } = options;
  const body = slashCommands(chat.commands, chat.language, guildId === undefined);
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const key = `discord:commands:${applicationId}:${guildId ?? 'global'}`;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const idsKey = `discord:command-ids:${applicationId}:${guildId ?? 'global'}`;
  const isNew = (await chat.store.recall(key)) !== hash;
  const kept = isNew ? undefined : await chat.store.recall(idsKey);
  if (kept !== undefined) return { isNew, ids: idsOf(JSON.parse(kept)) };
  if (isNew) await leaveOldScope(options);
  const ids = idsOf(isNew ? await rest.put(route, { body }) : await rest.get(route));
  await chat.store.remember(idsKey, JSON.stringify([...ids].map(([name, id]) => ({ name, id }))));
  await chat.store.remember(key, hash);
  return { isNew, ids };
}

/** `held` is the list of commands that Discord answers with, or what was kept of it. */
function idsOf(held: unknown): ReadonlyMap<string, string> {
  return new Map(registered.parse(held).map(({ id, name }) => [name, id]));
}

/** Commands of one server and of all servers are shown side by side: where the scope changed, the old ones go. */
async function leaveOldScope({
  rest,
  applicationId,
  guildId,
  chat,
}: Parameters<typeof registerCommands>[0]): Promise<void> {
  const key = `discord:scope:${applicationId}`;
  const scope = guildId ?? 'global';
  const before = await chat.store.recall(key);
  if (before !== undefined && before !== scope) {
    await rest.put(
      before === 'global'
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, before),
      { body: [] },
    );
    await chat.store.remember(`discord:commands:${applicationId}:${before}`, '');
  }
  await chat.store.remember(key, scope);
}

/** At most 25 values for the option `param` of the command `name` that fit what is `typed` so far. */
export function suggestions(
  name: string,
  param: string,
  typed: string,
  {
    commands,
    language,
    dossier,
    clock,
    timezone,
  }: Pick<Engine, 'commands' | 'language' | 'dossier' | 'clock' | 'timezone'>,
): { readonly name: string; readonly value: string }[] {
  const definition = commands.find((command) => command.name === name)?.params[param];
  if (definition === undefined) return [];
  const today = dayOf(clock(), timezone);
  return suggest(definition, typed, { dossier: dossier(), language, commands, today }, MAX_CHOICES)
    .filter(({ id, label }) => id !== '' && id.length <= MAX_CHOICE_TEXT && label.trim() !== '')
    .map(({ id, label }) => ({ name: shorten(label.toWellFormed(), MAX_CHOICE_TEXT), value: id }));
}

/** Without its own words under `en-US`, people with American English would be shown those of British English. */
function described(words: string, { tag }: Language) {
  const description = shorten(words, MAX_DESCRIPTION);
  return { description, ...(tag === 'en' ? { description_localizations: { 'en-US': description } } : {}) };
}

/** What can be subscribed; threads and chats of voice channels give the command themselves. */
const CHANNEL_TYPES = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

function option(param: Param) {
  const type = ApplicationCommandOptionType.String as const;
  switch (param.kind) {
    case 'text':
      return param.offered ? { type, autocomplete: true as const } : { type };
    case 'choice':
      return param.choices.length > MAX_CHOICES
        ? { type, autocomplete: true as const }
        : { type, choices: param.choices.map((choice) => ({ name: choice, value: choice })) };
    case 'channel':
      return { type: ApplicationCommandOptionType.Channel as const, channel_types: [...CHANNEL_TYPES] };
    case 'name':
    case 'date':
      return { type, autocomplete: true as const };
  }
}

/** Moderating commands show in direct messages. In a server its admins see them, and may show them to others. */
function shownTo(command: AnyCommand) {
  if (isModerating(command)) return { default_member_permissions: '0' };
  return command.who === 'channel-admin' ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : {};
}

/**
 * What anyone may ask works in servers, in direct messages and as a user install. What is for admins and moderators
 * works in servers and in direct messages with the bot, where everybody is the admin.
 */
function usableIn({ who }: AnyCommand) {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  return who === 'anyone'
    ? { contexts: [Guild, BotDM, PrivateChannel], integration_types: [GuildInstall, UserInstall] }
    : { contexts: [Guild, BotDM], integration_types: [GuildInstall] };
}
