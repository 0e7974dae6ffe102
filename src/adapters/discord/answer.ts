/** Answers one interaction: at once where that can be done in time, deferred where not, and never with an exception. */

import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { answersInNewMessage } from '../../core/chat/button.ts';
import { isAuthorised } from '../../core/chat/roles.ts';
import { type Engine, runCommand, runPress } from '../../core/chat/run-command.ts';
import { answerForm, openForm } from '../../core/chat/run-form.ts';
import type { FormPage } from '../../core/reply/form-page.ts';
import type { Page } from '../../core/reply/page.ts';
import { inTime } from '../waiting.ts';
import { suggestions } from './commands.ts';
import { classifyError, describeError, isCut, withoutRequest } from './errors.ts';
import { withoutMarker } from './marker.ts';
import { readFilledIn, readFormId, toModal } from './modal.ts';
import { readQuestion, readWho } from './question.ts';
import { fits, render } from './render.ts';

/**
 * Milliseconds after which an answer that is not there yet is deferred. Discord drops an interaction that is not answered
 * within 3,000 (receiving-and-responding.mdx:351); the rest is for the way there and back.
 */
const DEFER_AFTER_MS = 2000;

export interface Answering {
  readonly chat: Engine;
  readonly log: Logger;
  readonly deferAfterMs?: number;
}

/** Never rejects: what goes wrong is logged, and told the asker where that still can be done. */
export async function answerInteraction(interaction: Interaction, answering: Answering): Promise<void> {
  const { chat } = answering;
  try {
    if (interaction.isAutocomplete()) {
      await offer(interaction, answering);
    } else if (interaction.isChatInputCommand()) {
      await show(interaction, runCommand(readQuestion(interaction), fits, chat), answering);
    } else if (interaction.isButton()) {
      await show(interaction, pressed(interaction, chat), answering);
    } else if (interaction.isModalSubmit()) {
      await show(interaction, submitted(interaction, chat), answering);
    }
  } catch (error) {
    // An interaction that cannot even be read: nobody can be told, but the process lives.
    chat.reportBug(withoutRequest(error), { command: 'interaction', place: { id: 'discord:', isPrivate: false } });
  }
}

/** Suggestions cannot be deferred; where they fail, an empty list says that there are none. */
async function offer(interaction: AutocompleteInteraction, answering: Answering): Promise<void> {
  const { commandName, options } = interaction;
  const { name, value } = options.getFocused(true);
  const { chat } = answering;
  try {
    const command = chat.commands.find((one) => one.name === commandName);
    // To others, suggestions could tell what only moderators are to see.
    const isOpen = command === undefined || (await isAuthorised(command, readWho(interaction), chat));
    await interaction.respond(isOpen ? suggestions(commandName, name, value, chat) : []);
  } catch (error) {
    logFailure(error, answering, commandName, interaction);
    if (!interaction.responded)
      await interaction.respond([]).catch((again: unknown) => noAnswer(again, answering, commandName));
  }
}

async function pressed(interaction: ButtonInteraction, chat: Engine): Promise<Page> {
  const { customId } = interaction;
  const who = readWho(interaction);
  const form = readFormId(customId);
  return form ? openForm(form.draft, who, fits, chat) : runPress(withoutMarker(customId), who, fits, chat);
}

async function submitted(interaction: ModalSubmitInteraction, chat: Engine): Promise<Page> {
  const who = readWho(interaction);
  const form = readFormId(interaction.customId);
  // What is no form of ours is told like a button that is none.
  if (form === undefined) return runPress('', who, fits, chat);
  return answerForm(form.draft, readFilledIn(interaction, form), who, fits, chat);
}

type Answerable = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

async function show(interaction: Answerable, answer: Promise<Page>, answering: Answering): Promise<void> {
  try {
    const page = await inTime(answer, answering.deferAfterMs ?? DEFER_AFTER_MS);
    if (page !== 'late') {
      const { form } = page;
      if (form && isOpening(interaction)) return await open(interaction, form, answering);
      return await reply(interaction, page, answering);
    }
    await onceMore(() => defer(interaction, answering));
    const late = await answer;
    await reply(interaction, isOpening(interaction) ? againLater(late, answering) : late, answering);
  } catch (error) {
    const what = interaction.isButton() ? 'button' : interaction.isModalSubmit() ? 'form' : interaction.commandName;
    const id = logFailure(error, answering, what, interaction);
    if (id !== undefined) await apologise(interaction, id, answering, what);
  }
}

function isOpening(interaction: Answerable): interaction is ButtonInteraction {
  return interaction.isButton() && readFormId(interaction.customId) !== undefined;
}

/** A form can be shown at once or not at all: nothing that was deferred, and no other form, can be answered with one. */
async function open(interaction: ButtonInteraction, form: FormPage, { chat }: Answering): Promise<void> {
  await onceMore(() => interaction.showModal(toModal(form, chat.language.text('form-page-unchanged'))));
}

/** The page with the button again, where the form came too late to be opened. */
function againLater(page: Page, { chat }: Answering): Page {
  const { form } = page;
  if (form === undefined) return page;
  const note = { kind: 'text' as const, spans: chat.language.spans('form-page-late') };
  return { ...page, form: { ...form, blocks: [...form.blocks, note] } };
}

/** Where an answer goes. Whether it is hidden is decided when it is deferred. */
function targetOf(interaction: Answerable, { chat }: Answering): 'new message' | 'own message' | 'hidden message' {
  if (interaction.isModalSubmit()) return interaction.isFromMessage() ? 'own message' : 'hidden message';
  if (!interaction.isButton()) {
    // A placeholder for everybody says who gave which command.
    const asked = chat.commands.find(({ name }) => name === interaction.commandName);
    return asked?.isConfidential === true && !readWho(interaction).place.isPrivate ? 'hidden message' : 'new message';
  }
  return answersInNewMessage(interaction.customId) ? 'hidden message' : 'own message';
}

async function defer(interaction: Answerable, answering: Answering): Promise<unknown> {
  const target = targetOf(interaction, answering);
  if (!interaction.isChatInputCommand() && target === 'own message') return interaction.deferUpdate();
  return interaction.deferReply(target === 'hidden message' ? { flags: MessageFlags.Ephemeral } : {});
}

/**
 * A press changes the message it was made on, so that one made twice does nothing more; but what is for the asker alone, and
 * what is to stand apart from a message that was pushed, never replaces one that is there for everybody.
 */
async function reply(interaction: Answerable, page: Page, answering: Answering): Promise<void> {
  const message = render(page);
  const hidden = { ...message, flags: MessageFlags.Ephemeral } as const;
  const target = targetOf(interaction, answering);
  if (interaction.deferred) {
    if (page.audience === 'here' || target === 'hidden message') {
      await onceMore(() => interaction.editReply(message));
    } else {
      // A placeholder for everybody has to go first.
      if (target === 'new message') await interaction.deleteReply();
      await interaction.followUp(hidden);
    }
  } else if (page.audience !== 'here' || target === 'hidden message') await onceMore(() => interaction.reply(hidden));
  else if (interaction.isButton() || (interaction.isModalSubmit() && interaction.isFromMessage()))
    await onceMore(() => interaction.update(message));
  else await onceMore(() => interaction.reply(message));
}

/**
 * Again where the connection was cut, as a pooled one may be: @discordjs/rest repeats after other failures, not after this.
 * A first try that did arrive makes the second one "already acknowledged", or the same edit again.
 */
async function onceMore(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isCut(error)) throw error;
    await call();
  }
}

/** The id under which a bug was logged; undefined where the platform or time is to blame and nobody is there to be told. */
function logFailure(
  error: unknown,
  { chat, log }: Answering,
  command: string,
  interaction: Answerable | AutocompleteInteraction,
): string | undefined {
  const failure = classifyError(error);
  switch (failure) {
    case 'expired':
    case 'gone':
      log.info({ platform: 'Discord', command, failure, reason: describeError(error) }, 'An answer came too late');
      return undefined;
    case 'platform down':
    case 'rate limited':
    case 'token refused':
      log.warn({ platform: 'Discord', command, failure, reason: describeError(error) }, 'An answer was not delivered');
      return undefined;
    case 'bug':
      return chat.reportBug(withoutRequest(error), { command, place: readWho(interaction).place });
  }
}

async function apologise(interaction: Answerable, id: string, answering: Answering, command: string): Promise<void> {
  const spans = answering.chat.language.spans('error-bug', { id });
  try {
    await reply(interaction, { blocks: [{ kind: 'text', spans }], buttons: [], audience: 'asker' }, answering);
  } catch (error) {
    noAnswer(error, answering, command);
  }
}

function noAnswer(error: unknown, { log }: Answering, command: string): void {
  log.warn({ platform: 'Discord', command, reason: describeError(error) }, 'No answer got through');
}
