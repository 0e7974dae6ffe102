/** What the code for posting gets: the context of the command, and today's date. */
import type { CommandContext } from '../chat/command.ts';
import { dayOf } from '../dossier/dates/knowledge.ts';
import { UserError } from '../reply/user-error.ts';
import type { AnsweringContext } from './form/parse-answer.ts';

export type PostingContext = CommandContext & AnsweringContext;

/** Throws `UserError` outside a private chat, as others would read what is not published yet. */
export function postingContextOf(context: CommandContext): PostingContext {
  if (!context.place.isPrivate) throw new UserError('posting-private');
  return { ...context, today: dayOf(context.now, context.timezone) };
}
