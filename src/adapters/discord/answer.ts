/** Answers one interaction: at once where that can be done in time, deferred where not, and never with an exception. */

import type { AutocompleteInteraction, ButtonInteraction, Interaction, ModalSubmitInteraction } from 'discord.js';
import type { Logger } from 'pino';
import { isAuthorised } from '../../core/chat/roles.ts';
import { type Engine, runCommand, runPress } from '../../core/chat/run-command.ts';
import { answerForm, askForm } from '../../core/chat/run-form.ts';
import { type Page, pageOf } from '../../core/reply/page.ts';
import { inTime } from '../waiting.ts';
import { suggestions } from './commands.ts';
import { classifyError, describeError, withoutRequest } from './errors.ts';
import { readFilledIn, readFormId } from './modal.ts';
import { readChat, readQuestion, readWho } from './question.ts';
import { pageLimits } from './render.ts';
import { type Answerable, defer, isPress, openForm, type Press, pressedData, respond } from './respond.ts';
import type { CommandIds } from './spans.ts';

/**
 * Milliseconds after which an answer that is not there yet is deferred. Discord drops an interaction that nobody
 * answers within 3,000 (receiving-and-responding.mdx:351). The rest is for the way there and back.
 */
const DEFER_AFTER_MS = 2000;

export interface Answering {
  readonly chat: Engine;
  readonly log: Logger;
  /** Default 2,000. */
  readonly deferAfterMs?: number;
  /** Left out: commands cannot be tapped. */
  readonly commandIds?: CommandIds;
  /** What people call the channel, with its `#`; left out where Discord did not say. */
  readonly channelName?: string | undefined;
}

/** Never rejects: what goes wrong is logged, and told the asker where that still can be done. */
export async function answerInteraction(interaction: Interaction, answering: Answering): Promise<void> {
  const { chat } = answering;
  try {
    if (interaction.isAutocomplete()) {
      await offer(interaction, answering);
    } else if (interaction.isChatInputCommand()) {
      await show(interaction, runCommand(readQuestion(interaction, answering), pageLimits, chat), answering);
    } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
      await show(interaction, pressed(interaction, answering), answering);
    } else if (interaction.isModalSubmit()) {
      await show(interaction, submitted(interaction, answering), answering);
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
    const who = readWho(interaction, answering);
    const suggest = async () => {
      const command = chat.commands.find((one) => one.name === commandName);
      // To others, suggestions could tell what only moderators are to see.
      const isOpen = command === undefined || (await isAuthorised(command, who, chat));
      return isOpen ? suggestions(commandName, name, value, chat) : [];
    };
    const { turns } = chat;
    const found = await (turns === undefined ? suggest() : turns.takeNewest(who.asker.id, suggest));
    // Undefined: more was typed meanwhile, and nobody looks at these any more.
    if (found !== undefined) await interaction.respond(found);
  } catch (error) {
    logFailure(error, answering, commandName, interaction);
    if (!interaction.responded)
      await interaction.respond([]).catch((again: unknown) => noAnswer(again, answering, commandName));
  }
}

async function pressed(interaction: Press, answering: Answering): Promise<Page> {
  const { chat } = answering;
  const who = readWho(interaction, answering);
  const form = interaction.isButton() ? readFormId(interaction.customId) : undefined;
  return form ? askForm(form.draft, who, pageLimits, chat) : runPress(pressedData(interaction), who, pageLimits, chat);
}

async function submitted(interaction: ModalSubmitInteraction, answering: Answering): Promise<Page> {
  const { chat } = answering;
  const who = readWho(interaction, answering);
  const form = readFormId(interaction.customId);
  // What is no form of ours is told like a button that is none.
  if (form === undefined) return runPress('', who, pageLimits, chat);
  return answerForm(form.draft, readFilledIn(interaction, form), who, pageLimits, chat);
}

async function show(interaction: Answerable, answer: Promise<Page>, answering: Answering): Promise<void> {
  const { chat } = answering;
  try {
    const page = await inTime(answer, answering.deferAfterMs ?? DEFER_AFTER_MS);
    if (page !== 'late') {
      const { form } = page;
      if (form && isOpening(interaction)) return await openForm(interaction, form, chat);
      return await respond(interaction, page, answering);
    }
    await defer(interaction, chat);
    const late = await answer;
    await respond(interaction, isOpening(interaction) ? againLater(late, chat) : late, answering);
  } catch (error) {
    const what = isPress(interaction) ? 'button' : interaction.isModalSubmit() ? 'form' : interaction.commandName;
    const id = logFailure(error, answering, what, interaction);
    if (id !== undefined) await apologise(interaction, id, answering, what);
  }
}

function isOpening(interaction: Answerable): interaction is ButtonInteraction {
  return interaction.isButton() && readFormId(interaction.customId) !== undefined;
}

/** The page with the button again, where the form came too late to be opened. */
function againLater(page: Page, chat: Engine): Page {
  const { form } = page;
  if (form === undefined) return page;
  const note = { kind: 'text' as const, spans: chat.language.spans('form-page-late') };
  return { ...page, form: { ...form, blocks: [...form.blocks, note] } };
}

async function apologise(interaction: Answerable, id: string, answering: Answering, command: string): Promise<void> {
  const spans = answering.chat.language.spans('error-bug', { id });
  try {
    await respond(interaction, pageOf({ blocks: [{ kind: 'text', spans }], audience: 'asker' }), answering);
  } catch (error) {
    noAnswer(error, answering, command);
  }
}

interface Reporting {
  readonly chat: Pick<Engine, 'reportBug'>;
  readonly log: Logger;
}

/** The id under which a bug was logged; undefined where the platform or time is to blame and nobody can be told. */
function logFailure(
  error: unknown,
  { chat, log }: Reporting,
  command: string,
  interaction: Answerable | AutocompleteInteraction,
): string | undefined {
  const failure = classifyError(error);
  switch (failure) {
    case 'expired':
    case 'gone':
    case 'refused':
      log.info({ platform: 'Discord', command, failure, reason: describeError(error) }, 'An answer came too late');
      return undefined;
    case 'platform down':
    case 'rate limited':
    case 'token refused':
      log.warn({ platform: 'Discord', command, failure, reason: describeError(error) }, 'An answer was not delivered');
      return undefined;
    case 'bug':
      return chat.reportBug(withoutRequest(error), { command, place: readChat(interaction) });
  }
}

function noAnswer(error: unknown, { log }: Pick<Reporting, 'log'>, command: string): void {
  log.warn({ platform: 'Discord', command, reason: describeError(error) }, 'No answer got through');
}
