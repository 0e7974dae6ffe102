/** Opens a form with the next questions of a draft and takes its answers. Both run an ordinary command. */
import type { Page } from '../reply/page.ts';
import type { PageLimits } from '../reply/page-limits.ts';
import { type CommandCall, DRAFTS_COMMAND, type Engine, runCommand } from './run-command.ts';

type Who = Pick<CommandCall, 'asker' | 'place'>;

/**
 * The page with the draft's next questions and their form. The id may be forged; others learn nothing about a draft.
 */
export async function askForm(draft: string, who: Who, limits: PageLimits, engine: Engine): Promise<Page> {
  return runCommand({ ...who, command: DRAFTS_COMMAND, args: { do: 'ask', id: draft } }, limits, engine);
}

/** The page after these answers, which are by field. The audit record has the names of the fields, not the answers. */
export async function answerForm(
  draft: string,
  answers: Readonly<Record<string, string>>,
  who: Who,
  limits: PageLimits,
  engine: Engine,
): Promise<Page> {
  return runCommand(
    { ...who, command: DRAFTS_COMMAND, args: { do: 'set', id: draft }, formAnswers: answers },
    limits,
    engine,
  );
}
