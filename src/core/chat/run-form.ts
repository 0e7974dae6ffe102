/** A form as questions to the core: what a draft asks now, and all answers at once. Both are ordinary commands. */
import type { Page } from '../reply/page.ts';
import type { Fits } from '../reply/split-blocks.ts';
import { type CommandCall, DRAFTS_COMMAND, type Engine, runCommand } from './run-command.ts';

type Who = Pick<CommandCall, 'asker' | 'place'>;

/** The page of what is asked now, with its form where something is. The id may be forged: others get no answer about it. */
export async function openForm(draft: string, who: Who, fits: Fits, engine: Engine): Promise<Page> {
  return runCommand({ ...who, command: DRAFTS_COMMAND, args: { do: 'ask', id: draft } }, fits, engine);
}

/** The page after these answers, by the names of the fields. They are not recorded, only that there were some. */
export async function answerForm(
  draft: string,
  answers: Readonly<Record<string, string>>,
  who: Who,
  fits: Fits,
  engine: Engine,
): Promise<Page> {
  return runCommand(
    { ...who, command: DRAFTS_COMMAND, args: { do: 'set', id: draft }, formAnswers: answers },
    fits,
    engine,
  );
}
