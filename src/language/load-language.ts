/** Reads a language's Fluent file from this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/reply/language.ts';
import { createLanguage } from './language.ts';

const EXTENSION = '.ftl';

/** The tags of the available languages. */
export function languageTags(): readonly string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length))
    .sort();
}

/**
 * The language with this tag, e.g. `en`. Throws an `Error` that lists the available languages if it is none of them.
 */
export function loadLanguage(tag: string): Language {
  const available = languageTags();
  // Compared with the list and not opened as a path: `../x` is not a language.
  if (!available.includes(tag)) throw new Error(`There is no language “${tag}”; available: ${available.join(', ')}`);
  return createLanguage(tag, readFileSync(join(import.meta.dirname, tag + EXTENSION), 'utf8'));
}
