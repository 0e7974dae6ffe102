/** What every part of the desk works with: the asker's day beside what a command has. */
import type { CommandContext } from '../chat/command.ts';
import type { AnsweringContext } from '../chat/form/parse-answer.ts';
import { UserError } from '../chat/user-error.ts';
import { dayOf } from '../dossier/knowledge.ts';

export type DeskContext = CommandContext & AnsweringContext;

/** Throws `UserError` outside a private chat: others there would read what is not published yet. */
export function deskOf(context: CommandContext): DeskContext {
  if (!context.place.isPrivate) throw new UserError('desk-private');
  return { ...context, today: dayOf(context.now, context.timezone) };
}
