/** The sources as the rules of the house read them: files, their code, and what they import. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Every TypeScript file in these folders, by its path from the project's root. */
export const filesIn = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
/** What is shipped. */
export const files = filesIn('src', 'commands');
/** Without comments. */
export const code = (file: string) => readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gmu, '');

/** Each import between two files of ours, type imports too. */
export function edges(): readonly (readonly [file: string, target: string])[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((from) => from.startsWith('.'))
      .map((from) => [file, relative('.', join(dirname(file), from))] as const),
  );
}

/** What `file` imports, as written: packages and paths. */
export function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const statement =
    /^(?:import\s+(?:[^'";]*?\sfrom\s+)?|export\s+[^'";=]*?\sfrom\s+)['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gmu;
  return [...text.matchAll(statement)].map(([, from, dynamic]) => from ?? dynamic ?? '');
}
