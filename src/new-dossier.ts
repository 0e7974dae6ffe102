/** `new` and `check` of the command line: a dossier to begin with, and all that is wrong with one. */
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { localTimezone } from './core/subscriptions/timezones.ts';
import { checkFolder } from './dossier-files/check-folder.ts';
import { problemLines } from './dossier-files/reading/problem-lines.ts';
import { skeletonFiles } from './dossier-files/skeleton.ts';
import { writeFolder } from './dossier-files/write-folder.ts';

/** How the command line says something: what was done, and what is wrong. */
interface Saying {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
}

export function addDossierCommands(program: Command, { print, warn }: Saying): void {
  program
    .command('new')
    .description('Write a dossier to begin with: every file, with an example of each kind of entry.')
    .argument('<folder>', 'it is made where there is none, and must be empty')
    .action(async (folder: string) => print(await newDossier(folder)));
  program
    .command('check')
    .description('Say everything that is wrong with a dossier’s folder; nothing is written, and no database is opened.')
    .argument('<folder>', 'the folder that DOSSIER would name')
    .action(async (folder: string) => {
      const { problems, text } = await checkedDossier(folder);
      if (problems === 0) return print(text);
      warn(text);
      process.exitCode = 1;
    });
}

/** Writes the skeleton and resolves to what to do next. Throws `FolderError` where the folder is not empty. */
async function newDossier(folder: string): Promise<string> {
  const name = basename(resolve(folder));
  const files = skeletonFiles(name);
  await writeFolder(folder, files, { own: new Set() });
  return [
    `Written: ${files.size} files in ${folder}, with made-up examples. Replace them by your own entries.`,
    'docs/your-conflict.md explains what goes where. Then:',
    `  npm run truceline -- check ${folder}`,
    `  DOSSIER=${folder} DATABASE_URL=sqlite:var/${name}.sqlite npm start`,
  ].join('\n');
}

/** All problems of the folder in one text, and how many they are. */
async function checkedDossier(folder: string): Promise<{ readonly problems: number; readonly text: string }> {
  const { baseline, problems } = await checkFolder(folder);
  if (baseline === undefined || problems.length > 0) {
    const count = problems.length === 1 ? 'There is a problem' : `There are ${problems.length} problems`;
    return { problems: problems.length, text: `${count} in ${folder}:\n${problemLines(problems)}` };
  }
  const { conflict, entries } = baseline;
  const unwatched = conflict.watchedWords === undefined ? ' Words are not checked: it has no watchedWords (R16).' : '';
  return {
    problems: 0,
    text:
      `Nothing is wrong with ${folder}: ${entries.length} entries on ${conflict.name}, ` +
      `sides ${conflict.sides.map(({ side }) => side).join(' and ')}, time zone ${localTimezone(conflict)}.${unwatched}`,
  };
}
