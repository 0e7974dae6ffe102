/** R24: no party, person or place of the shipped conflict is named in code, in a comment or in the bot's own words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wholeWord } from '../../src/core/dossier/text/neutral.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';

const { conflict, entries } = await readRealBaseline();

/** The shipped dossier's folder is the default of `DOSSIER`; it is called after the conflict. */
const FOLDER = /data\/pakistan-afghanistan/gu;

const shown = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|ftl)$/u.test(file))
    .map((file) => join(folder, file)),
);

/** Titles that are written before a person's name, and ordinary words. */
const TITLES = new Set(['Field', 'General']);

/** Two letters, three that are no abbreviation, and “police” would be found in ordinary sentences. */
const isTelling = (name: string) => (name.length >= 4 && /\p{Lu}/u.test(name)) || /^[A-Z]{3}$/u.test(name);

function namesOf(): ReadonlySet<string> {
  const names = entries.flatMap(({ kind, fields }) => {
    if (kind === 'party') return [fields.name, fields.shortName, ...fields.aliases];
    if (kind === 'place') return [fields.name, ...fields.aliases];
    if (kind !== 'person') return [];
    const all = [fields.name, ...fields.aliases];
    return [
      ...all,
      ...all.flatMap((name) => name.split(' ')).filter((word) => /^\p{Lu}/u.test(word) && !TITLES.has(word)),
    ];
  });
  const ambiguous = (conflict.ambiguousNames ?? []).flatMap(({ name, before }) => [name, ...before]);
  const zones = (conflict.timezones ?? []).map(({ id }) => id);
  return new Set([...names, ...ambiguous, ...zones].filter(isTelling));
}

describe('names of one conflict', () => {
  test('are in its dossier, and nowhere in src/ or commands/', () => {
    const names = namesOf();
    expect(names.size).toBeGreaterThan(200);
    expect([...names]).toEqual(expect.arrayContaining(['Kabul', 'TTP', 'Taliban', 'Asif', 'Asia/Karachi']));
    expect(shown).toEqual(expect.arrayContaining(['src/language/en.ftl', 'commands/about.ts', 'src/main.ts']));
    const anyName = wholeWord([...names]);
    const found = shown.flatMap((file) => {
      const name = anyName.exec(readFileSync(file, 'utf8').replaceAll(FOLDER, 'data/DOSSIER'))?.[0];
      return name === undefined ? [] : [`${file}: ${name}`];
    });
    expect(found).toEqual([]);
  });
});
