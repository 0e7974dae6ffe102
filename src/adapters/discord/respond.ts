/** Answers an interaction: with a new message, a changed one, one for the asker alone, a form, or a placeholder. */
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { answersInNewMessage } from '../../core/chat/button.ts';
import type { Engine } from '../../core/chat/run-command.ts';
import type { FormPage } from '../../core/reply/form-page.ts';
import type { Page } from '../../core/reply/page.ts';
import { isCut } from './errors.ts';
import { toModal } from './modal.ts';
import { readChat } from './question.ts';
import { render } from './render.ts';
import { withoutMarker } from './sending/marker.ts';
import type { CommandIds } from './spans.ts';

/** A press of a button, or a choice in a menu. */
export type Press = ButtonInteraction | StringSelectMenuInteraction;

/** What can be answered with a page. */
export type Answerable = ChatInputCommandInteraction | Press | ModalSubmitInteraction;

export function isPress(interaction: Answerable): interaction is Press {
  return interaction.isButton() || interaction.isStringSelectMenu();
}

/** What was pressed, without the marker of a delivery. An option carries what a button would carry. */
export function pressedData(interaction: Press): string {
  return interaction.isButton() ? withoutMarker(interaction.customId) : (interaction.values[0] ?? '');
}

/** Discord shows a form at once or not at all: it cannot follow a deferral, nor another form. */
export async function openForm(interaction: ButtonInteraction, form: FormPage, chat: Engine): Promise<void> {
  await onceMore(() => interaction.showModal(toModal(form, chat.language.text('form-page-unchanged'))));
}

/** Whether somebody else asked for the message: an answer to them changes it for everybody. Nobody asked for a push. */
function isOthers(interaction: Press | ModalSubmitInteraction): boolean {
  const asker = interaction.message?.interactionMetadata?.user.id;
  return asker !== undefined && asker !== interaction.user.id;
}

/** Where an answer goes. Whether it is hidden is decided when it is deferred. */
function targetOf(interaction: Answerable, chat: Engine): 'new message' | 'own message' | 'hidden message' {
  if (interaction.isModalSubmit())
    return interaction.isFromMessage() && !isOthers(interaction) ? 'own message' : 'hidden message';
  if (!isPress(interaction)) {
    // A placeholder for everybody says who gave which command.
    const asked = chat.commands.find(({ name }) => name === interaction.commandName);
    return asked?.isConfidential === true && !readChat(interaction).isPrivate ? 'hidden message' : 'new message';
  }
  return answersInNewMessage(pressedData(interaction)) || isOthers(interaction) ? 'hidden message' : 'own message';
}

/** A placeholder, or the time to change the message later. */
export async function defer(interaction: Answerable, chat: Engine): Promise<void> {
  const target = targetOf(interaction, chat);
  await onceMore(() =>
    !interaction.isChatInputCommand() && target === 'own message'
      ? interaction.deferUpdate()
      : interaction.deferReply(target === 'hidden message' ? { flags: MessageFlags.Ephemeral } : {}),
  );
}

/**
 * A press changes the message it was made on, so that a second press does nothing more. What is for the asker alone,
 * what answers a pushed message, and what answers somebody other than the asker never replaces a message that everybody
 * sees.
 */
export async function respond(
  interaction: Answerable,
  page: Page,
  { chat, commandIds }: { readonly chat: Engine; readonly commandIds?: CommandIds },
): Promise<void> {
  const message = render(page, commandIds);
  const hidden = { ...message, flags: MessageFlags.Ephemeral } as const;
  const target = targetOf(interaction, chat);
  if (interaction.deferred) {
    if (page.audience === 'here' || target === 'hidden message') {
      await onceMore(() => interaction.editReply(message));
    } else {
      // A placeholder for everybody has to go first.
      if (target === 'new message') await interaction.deleteReply();
      await interaction.followUp(hidden);
    }
  } else if (page.audience !== 'here' || target === 'hidden message') await onceMore(() => interaction.reply(hidden));
  else if (isPress(interaction) || (interaction.isModalSubmit() && interaction.isFromMessage()))
    await onceMore(() => interaction.update(message));
  else await onceMore(() => interaction.reply(message));
}

/**
 * Again where the connection was cut, as a pooled one may be: @discordjs/rest repeats after other failures only. Where
 * the first try did arrive, the second one is "already acknowledged", or the same edit again.
 */
async function onceMore(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isCut(error)) throw error;
    await call();
  }
}
