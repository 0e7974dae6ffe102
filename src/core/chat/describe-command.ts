/** Descriptions of a command and its parameters, for /help, Discord's slash commands and Telegram's menu. */

import type { Language } from '../reply/language.ts';
import type { AnyCommand, NamingContext } from './command.ts';
import { formatCommand } from './raw-arguments.ts';

/** One line of at most 100 characters. Source: Discord's limit for a description. */
export function describeCommand({ name }: Pick<AnyCommand, 'name'>, language: Language): string {
  return language.text(`command-${name}-summary`);
}

/** One line as above. A command may describe a parameter itself; `on` and `known` have a common description. */
export function describeParam({ name }: Pick<AnyCommand, 'name'>, param: string, language: Language): string {
  const own = `command-${name}-${param}`;
  return language.text(language.has(own) ? own : `param-${param}`);
}

/** A line that can be typed as it is, with names and dates out of the dossier. */
export function exampleOf(
  { name, example }: AnyCommand,
  { dossier, language }: Pick<NamingContext, 'dossier' | 'language'>,
): string {
  if (example !== undefined) return formatCommand(name, example({ dossier }));
  const line = `command-${name}-example`;
  return language.has(line) ? language.text(line) : formatCommand(name, {});
}
