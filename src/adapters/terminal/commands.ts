/** What the Tab key offers: command names, then parameter names, then the values that fit. */
import type { NamingContext } from '../../core/chat/command.ts';
import { suggest } from '../../core/chat/suggest.ts';

/** The most values that Tab offers at once. */
const OFFERED = 30;

/** `[completions, the part of the line that they replace]`, as Node's readline wants them. */
export function completeLine(line: string, context: NamingContext): [string[], string] {
  const [typed = '', ...words] = line.split(/\s+/u);
  const name = typed.replace(/^\//u, '');
  if (words.length === 0) {
    const names = context.commands.map((command) => `/${command.name} `);
    return [names.filter((one) => one.startsWith(`/${name}`)), line];
  }
  const params = context.commands.find((command) => command.name === name)?.params ?? {};
  const last = words.at(-1) ?? '';
  const [, key = '', value] = /^([^:]*)(?::"?(.*))?$/su.exec(last) ?? [];
  const param = params[key];
  if (value === undefined || param === undefined) {
    const given = words.map((word) => word.split(':', 1)[0]);
    const keys = Object.keys(params).filter((one) => one.startsWith(last) && !given.includes(one));
    return [keys.map((one) => `${one}:`), last];
  }
  const quoted = (id: string) => (/\s/u.test(id) ? `"${id}"` : id);
  return [suggest(param, value, context, OFFERED).map(({ id }) => `${key}:${quoted(id)} `), last];
}
