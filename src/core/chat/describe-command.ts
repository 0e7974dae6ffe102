/** The words for a command and its parameters; help, slash JSON and menus all take them from here. */

import type { Language } from '../reply/language.ts';
import type { AnyCommand } from './command.ts';

/** One line, at most 100 characters: Discord's limit for a description. */
export function describeCommand({ name }: Pick<AnyCommand, 'name'>, language: Language): string {
  return language.text(`command-${name}-summary`);
}

/** The command's own words for a parameter, or the common ones for `on` and `known`. At most 100 characters. */
export function describeParam({ name }: Pick<AnyCommand, 'name'>, param: string, language: Language): string {
  const own = `command-${name}-${param}`;
  return language.text(language.has(own) ? own : `param-${param}`);
}
