/** Reads a Fluent file strictly: the runtime parser skips what it does not understand, which would hide a mistake. */
import { FluentResource } from '@fluent/bundle';

/** As the parser of @fluent/bundle finds the beginning of a message or `-term`. */
const MESSAGE_START = /^(-?[A-Za-z][\w-]*) *=/gm;
/** What a line may begin with: nothing, a comment, a message, a closing brace, a variant or indented text. */
const LINE = /^(?:#|-?[A-Za-z][\w-]* *=|[ \t]*(?:\}|\*?\[ *[\w.-]+ *\]|$)|[ \t]+[^\s.*[}])/;

/** The characters that `placeholder.ts` uses, also as Fluent's escapes. A file has no reason to contain them. */
const PLACEHOLDER_CHARACTER = /[\uE000\uE001]|\\(?:u|U00)e00[01]/i;

/**
 * The messages of a file. Throws an `Error` naming the message or the line that is not Fluent. Attributes (`.name =`)
 * are refused: nothing here shows them.
 */
export function parseMessages(tag: string, ftl: string): FluentResource {
  const resource = new FluentResource(ftl);
  const parsed = new Set(resource.body.map((message) => message.id));
  for (const [, id = ''] of ftl.matchAll(MESSAGE_START)) {
    if (!parsed.has(id)) throw new Error(`${tag}.ftl: message “${id}” is not valid Fluent (or has no text)`);
  }
  for (const [index, line] of ftl.split(/\r?\n/).entries()) {
    // Otherwise a line with a forgotten indent, or one that begins with `.`, `*` or `[`, would be lost silently.
    const where = `${tag}.ftl:${index + 1}`;
    if (!LINE.test(line)) throw new Error(`${where}: this line belongs to no message: “${line.trim()}”`);
    if (PLACEHOLDER_CHARACTER.test(line)) throw new Error(`${where}: U+E000 and U+E001 are not for texts`);
  }
  return resource;
}
