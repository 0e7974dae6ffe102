/** The parts of the documents that are made from the code: commands and settings. Run it to update the files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import type { AnyCommand } from '../src/core/chat/command.ts';
import { describeCommand, describeParam, exampleOf } from '../src/core/chat/describe-command.ts';
import { type Dossier, foldDossier } from '../src/core/dossier/dossier.ts';
import { withAppended } from '../src/core/dossier/revision.ts';
import type { Language } from '../src/core/reply/language.ts';
import { planImport } from '../src/dossier-files/baseline.ts';
import { readBaseline } from '../src/dossier-files/read-baseline.ts';
import { loadLanguage } from '../src/language/load-language.ts';
import { settingsTable } from '../src/settings.ts';

const ROOT = join(import.meta.dirname, '..');

/** Everyone whom a command can be for. A command for somebody else does not compile here. */
const ROLES = Object.keys({
  anyone: true,
  'channel-admin': true,
  moderator: true,
  owner: true,
} satisfies Record<AnyCommand['who'], true>);

const shipped = await shippedDossier();

/** By file, and in it by name: what stands between `<!-- generated: NAME -->` and `<!-- end of NAME -->`. */
export function generatedParts(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const language = loadLanguage('en');
  const tables = ROLES.flatMap((role) => {
    const some = commands.filter(({ who }) => who === role);
    return [
      [`commands for ${role}`, commandsTable(some, language)],
      [`options for ${role}`, optionsTable(some, language)],
    ] as const;
  });
  return new Map([
    ['README.md', new Map(tables.filter(([name]) => name === 'commands for anyone'))],
    ['docs/commands.md', new Map(tables)],
    ['docs/configuration.md', new Map([['settings', settingsTable()]])],
  ]);
}

/** `text` with each of `parts` up to date. Throws where the markers of one are missing; `file` is named then. */
export function fillIn(text: string, parts: ReadonlyMap<string, string>, file: string): string {
  return [...parts].reduce((filled, [name, part]) => {
    const [start, end] = [`<!-- generated: ${name} -->\n`, `\n<!-- end of ${name} -->`];
    const [from, to] = [filled.indexOf(start), filled.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`${file} needs the lines ${start.trim()} and ${end.trim()}`);
    return `${filled.slice(0, from + start.length)}\n${part}\n${filled.slice(to)}`;
  }, text);
}

/** Examples of commands name what is in it. */
async function shippedDossier(): Promise<Dossier> {
  const baseline = await readBaseline(join(ROOT, 'data/pakistan-afghanistan'));
  return foldDossier(withAppended([], planImport(baseline, [], 0).drafts), baseline.conflict);
}

function commandsTable(some: readonly AnyCommand[], language: Language): string {
  const rows = some.map((command) => {
    const typed = exampleOf(command, { dossier: shipped, language });
    return [`\`/${command.name}\``, describeCommand(command, language), `\`${typed}\``];
  });
  return table(['Command', 'What it answers', 'For example'], rows);
}

/** One row for all commands that say the same about an option of the same name. */
function optionsTable(some: readonly AnyCommand[], language: Language): string {
  const options = some.flatMap((command) =>
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

if (import.meta.main) {
  for (const [file, parts] of generatedParts()) {
    const path = join(ROOT, file);
    writeFileSync(path, fillIn(readFileSync(path, 'utf8'), parts, file));
  }
}
