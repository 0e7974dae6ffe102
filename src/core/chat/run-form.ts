/** A form as questions to the core: what a draft asks now, and all answers at once. Both are ordinary commands. */
import type { Page } from '../reply/page.ts';
import type { Fits } from '../reply/split-blocks.ts';
import { type Chat, DIALOGUE, type Question, runCommand } from './run-command.ts';

type Who = Pick<Question, 'asker' | 'place'>;

/** The page of what is asked now, with its form where something is. The id may be forged: others get no answer about it. */
export async function askForm(draft: string, who: Who, fits: Fits, chat: Chat): Promise<Page> {
  return runCommand({ ...who, command: DIALOGUE, args: { do: 'ask', id: draft } }, fits, chat);
}

/** The page after these answers, by the names of the fields. They are not recorded, only that there were some. */
export async function answerForm(
  draft: string,
  answers: Readonly<Record<string, string>>,
  who: Who,
  fits: Fits,
  chat: Chat,
): Promise<Page> {
  return runCommand({ ...who, command: DIALOGUE, args: { do: 'set', id: draft }, filledIn: answers }, fits, chat);
}
