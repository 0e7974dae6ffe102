/** What every part of the desk works with: the asker's day beside what a command has. */
import type { CommandContext } from '../chat/command.ts';
import { dayOf } from '../dossier/knowledge.ts';
import { UserError } from '../reply/user-error.ts';
import type { AnsweringContext } from './form/parse-answer.ts';

export type PostingContext = CommandContext & AnsweringContext;

/** Throws `UserError` outside a private chat: others there would read what is not published yet. */
export function postingContextOf(context: CommandContext): PostingContext {
  if (!context.place.isPrivate) throw new UserError('posting-private');
  return { ...context, today: dayOf(context.now, context.timezone) };
}
