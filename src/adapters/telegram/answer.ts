/** Answers one message or one press of a button, and never with an exception. */

import type { Api } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import type { Logger } from 'pino';
import { answersInNewMessage } from '../../core/chat/button.ts';
import { type CommandCall, type Engine, runCommand, runFreeText, runPress } from '../../core/chat/run-command.ts';
import type { AnswerLane } from '../../core/ports/answer-lane.ts';
import { type Page, pageOf } from '../../core/reply/page.ts';
import type { AskedAgain } from './answering/asked-again.ts';
import { inTurn } from './answering/in-turn.ts';
import type { ShowTyping } from './answering/typing.ts';
import { hasDeepLink } from './deep-link.ts';
import { classifyError, describeError, withoutRequest } from './errors.ts';
import { placeId } from './place.ts';
import { askedByAnother, readDeepLink, readQuestion, readTalk, readWho, type Scene, threadOf } from './question.ts';
import { pageLimits, render, renderNotice } from './render.ts';
import type { Rights } from './rights.ts';

export interface Answering {
  readonly api: Api;
  /** The bot's name without `@`. */
  readonly bot: string;
  readonly rights: Rights;
  readonly chat: Engine;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly lane: AnswerLane;
  readonly askedAgain: AskedAgain;
  readonly showTyping: ShowTyping;
}

/** Never rejects: what goes wrong is logged, and told the asker where that still can be done. */
export async function answerMessage(message: Message, answering: Answering): Promise<void> {
  const { bot, rights, chat, lane } = answering;
  const question = readQuestion(message, { bot, rights, commands: chat.commands });
  if (!question) return;
  const { asker, place } = question;
  const pressed = readDeepLink(message);
  const answered = begin(question, answering);
  if (answered === undefined) return;
  const until = lane.patience();
  try {
    const talk = readTalk(message);
    const said = talk === undefined ? undefined : await runFreeText(talk, { asker, place }, pageLimits, chat);
    const answer =
      said ??
      (await (pressed === undefined
        ? runCommand(question, pageLimits, chat)
        : // Anybody can make such a link and hand it to a moderator.
          runPress(pressed, { asker: { ...asker, isFromLink: true }, place }, pageLimits, chat)));
    // A message for each refused command would be a flood of its own; the first refusal has said how long to wait.
    if (answer.audience !== 'asker-quietly') await send(message, answer, answering, until);
  } catch (error) {
    const id = logFailure(error, answering, question);
    if (id === undefined) return;
    await send(message, apology(id, chat), answering, until).catch((again: unknown) =>
      noAnswer(again, answering, question),
    );
  } finally {
    answered();
  }
}

/** In a group, where many may ask the same at once, those who do so read the answer to the first of them. */
function begin({ command, args, place }: CommandCall, { chat, askedAgain }: Answering): (() => void) | undefined {
  const isShared = !place.isPrivate && chat.commands.some(({ name, isKept }) => name === command && isKept === true);
  return isShared ? askedAgain.begin(JSON.stringify([place.id, command, args])) : () => undefined;
}

/**
 * A press changes the message it was made on, so that a press that Telegram delivers twice does nothing more. In a
 * group that is for the asker to do: others would take the page away from whoever reads it. The press is answered
 * whatever happens, or its button would spin.
 */
export async function answerPress(query: CallbackQuery, answering: Answering): Promise<void> {
  const { rights, chat } = answering;
  const { data = '' } = query;
  const who = readWho(query.from, sceneOf(query), rights);
  const question = { command: 'button', ...who };
  let isAnswered = false;
  const answerQuery = async (text?: string) => {
    if (isAnswered) return;
    isAnswered = true;
    try {
      await answering.api.answerCallbackQuery(query.id, text === undefined ? {} : { text, show_alert: true });
    } catch (error) {
      logFailure(error, answering, question);
    }
  };
  let notice: string | undefined;
  try {
    notice = askedByAnother(query)
      ? chat.language.text('press-not-yours')
      : // Telegram takes the answer to a press for some seconds only, and the message may have to wait for longer.
        await showPressed(query, await runPress(data, who, pageLimits, chat), answering, () => void answerQuery());
  } catch (error) {
    const id = logFailure(error, answering, question);
    if (id !== undefined) notice = renderNotice(apology(id, chat));
  }
  await answerQuery(notice);
}

/**
 * Resolves to the notice that answers instead: what is for the asker alone. A pushed message never changes either: its
 * buttons are links, so a press on it is forged.
 */
async function showPressed(
  { message, data = '' }: CallbackQuery,
  page: Page,
  answering: Answering,
  showWaiting: () => void,
): Promise<string | undefined> {
  const isPushed = message !== undefined && (answersInNewMessage(data) || hasDeepLink(message, answering.bot));
  if (page.audience !== 'here' || isPushed) return renderNotice(page);
  if (message) await edit(message, page, answering, showWaiting);
  return undefined;
}

/** The message is the bot's own, so it does not tell in whose name the button was pressed. */
function sceneOf({ message, from }: CallbackQuery): Scene {
  if (!message) return { chat: { id: from.id, type: 'private', first_name: from.first_name } };
  const { sender_chat: _ours, ...scene } = message;
  return scene;
}

async function send(to: Message, page: Page, answering: Answering, until: number): Promise<void> {
  const { api, bot, showTyping } = answering;
  const thread = threadOf(to);
  const topic = thread === undefined ? {} : { message_thread_id: thread };
  const isPrivate = to.chat.type === 'private';
  const { text, ...message } = render(page, bot);
  const turn = {
    ...answering,
    place: placeId(to.chat.id),
    until,
    showWaiting: (isWaiting: () => boolean) => showTyping(to.chat.id, topic, isWaiting),
  };
  const isSent = await inTurn(turn, () =>
    api.sendMessage(to.chat.id, text, {
      ...message,
      ...topic,
      ...(isPrivate ? {} : { reply_parameters: { message_id: to.message_id, allow_sending_without_reply: true } }),
    }),
  );
  if (!isSent) tooLate(answering);
}

async function edit(
  message: Pick<Message, 'chat' | 'message_id'>,
  page: Page,
  answering: Answering,
  showWaiting: () => void,
): Promise<void> {
  const { api, bot, lane } = answering;
  const { text, ...rest } = render(page, bot);
  const turn = { ...answering, place: placeId(message.chat.id), until: lane.patience(), showWaiting };
  try {
    const call = () => api.editMessageText(message.chat.id, message.message_id, text, rest);
    if (!(await inTurn(turn, call))) tooLate(answering);
  } catch (error) {
    if (classifyError(error) !== 'unchanged') throw error;
  }
}

function tooLate({ log }: Answering): void {
  log.info({ platform: 'Telegram' }, 'An answer was given up: nobody would wait for it as long as Telegram asks');
}

/** The id under which a bug was logged; undefined where the platform or time is to blame and nobody can be told. */
function logFailure(
  error: unknown,
  { chat, log }: Answering,
  { command, place }: Pick<CommandCall, 'command' | 'place'>,
): string | undefined {
  const failure = classifyError(error);
  switch (failure) {
    case 'expired':
    case 'gone':
    case 'refused':
    case 'unchanged':
      log.info({ platform: 'Telegram', command, failure, reason: describeError(error) }, 'An answer came too late');
      return undefined;
    case 'platform down':
    case 'rate limited':
    case 'token refused':
    case 'token in use':
      log.warn({ platform: 'Telegram', command, failure, reason: describeError(error) }, 'An answer was not delivered');
      return undefined;
    case 'bug':
      return chat.reportBug(withoutRequest(error), { command, place });
  }
}

function apology(id: string, { language }: Engine): Page {
  return pageOf({ blocks: [{ kind: 'text', spans: language.spans('error-bug', { id }) }], audience: 'asker' });
}

function noAnswer(error: unknown, { log }: Answering, { command }: CommandCall): void {
  log.warn({ platform: 'Telegram', command, reason: describeError(error) }, 'No answer got through');
}
