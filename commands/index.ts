/** All commands in the order of /help. A new command is a file, its import and one line in this list. */
import type { AnyCommand } from '../src/core/chat/command.ts';
import about from './about.ts';
import casualties from './casualties.ts';
import ceasefire from './ceasefire.ts';
import changes from './changes.ts';
import correct from './correct.ts';
import corrections from './corrections.ts';
import coverage from './coverage.ts';
import drafts from './drafts.ts';
import drill from './drill.ts';
import help from './help.ts';
import history from './history.ts';
import moderators from './moderators.ts';
import post from './post.ts';
import quotes from './quotes.ts';
import reminders from './reminders.ts';
import retract from './retract.ts';
import review from './review.ts';
import subscribe from './subscribe.ts';
import subscription from './subscription.ts';
import unsubscribe from './unsubscribe.ts';
import update from './update.ts';

export const commands: readonly AnyCommand[] = [
  ceasefire,
  casualties,
  quotes,
  changes,
  history,
  corrections,
  subscribe,
  subscription,
  unsubscribe,
  moderators,
  help,
  about,
  post,
  update,
  correct,
  retract,
  drafts,
  review,
  drill,
  coverage,
  reminders,
];
