/** Descriptions of a command and its parameters, for /help, Discord's slash commands and Telegram's menu. */

import type { Language } from '../reply/language.ts';
import type { AnyCommand } from './command.ts';

/** One line of at most 100 characters. Source: Discord's limit for a description. */
export function describeCommand({ name }: Pick<AnyCommand, 'name'>, language: Language): string {
  return language.text(`command-${name}-summary`);
}

/** One line as above. A command may describe a parameter itself; `on` and `known` have a common description. */
export function describeParam({ name }: Pick<AnyCommand, 'name'>, param: string, language: Language): string {
  const own = `command-${name}-${param}`;
  return language.text(language.has(own) ? own : `param-${param}`);
}
