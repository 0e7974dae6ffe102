/** The parts of the README that are made from the code: its tables of commands and settings. Run it to update the file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { commands } from '../commands/index.ts';
import { formatCommand } from '../src/core/chat/arguments.ts';
import type { AnyCommand } from '../src/core/chat/command.ts';
import { describeParam, summaryOf } from '../src/core/chat/describe.ts';
import type { Language } from '../src/core/reply/language.ts';
import { loadLanguage } from '../src/language/load-language.ts';
import { settingsTable } from '../src/settings.ts';

const README = new URL('../README.md', import.meta.url);

/** What stands between `<!-- generated: NAME -->` and `<!-- end of NAME -->`, by name. */
export function generatedParts(): ReadonlyMap<string, string> {
  const language = loadLanguage('en');
  return new Map([
    ['commands', commandsTable(commands, language)],
    ['options', optionsTable(commands, language)],
    ['settings', settingsTable()],
  ]);
}

/** `text` with every generated part up to date. Throws where a part's markers are missing. */
export function fillIn(text: string): string {
  return [...generatedParts()].reduce((filled, [name, part]) => {
    const [start, end] = [`<!-- generated: ${name} -->\n`, `\n<!-- end of ${name} -->`];
    const [from, to] = [filled.indexOf(start), filled.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`README.md needs the lines ${start.trim()} and ${end.trim()}`);
    return `${filled.slice(0, from + start.length)}\n${part}\n${filled.slice(to)}`;
  }, text);
}

function commandsTable(all: readonly AnyCommand[], language: Language): string {
  const rows = all.map((command) => {
    const example = `command-${command.name}-example`;
    const typed = language.has(example) ? language.text(example) : formatCommand(command.name, {});
    return [`\`/${command.name}\``, summaryOf(command, language), `\`${typed}\``];
  });
  return table(['Command', 'What it answers', 'For example'], rows);
}

/** One row for all commands that say the same about an option of the same name. */
function optionsTable(all: readonly AnyCommand[], language: Language): string {
  const options = all.flatMap((command) =>
    Object.keys(command.params).map((name) => ({
      name,
      of: command.name,
      what: describeParam(command, name, language),
    })),
  );
  const rows = [...Map.groupBy(options, ({ name, what }) => `${name}: ${what}`).values()].flatMap((same) =>
    same.slice(0, 1).map(({ name, what }) => [`\`${name}:\``, same.map(({ of }) => `\`/${of}\``).join(' '), what]),
  );
  return table(['Option', 'Of', 'What it takes'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

if (import.meta.main) writeFileSync(README, fillIn(readFileSync(README, 'utf8')));
