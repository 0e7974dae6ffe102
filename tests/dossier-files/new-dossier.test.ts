/** `new` and `check`: from an empty folder to a bot that answers, and everything that is wrong said at once. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { exampleOf } from '../../src/core/chat/describe-command.ts';
import { ENTRY_KINDS } from '../../src/core/dossier/entries.ts';
import { readBaseline } from '../../src/dossier-files/read-baseline.ts';
import { openDossier } from '../../src/live-dossier.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { admin, chatOver, english, here } from '../core/chat/chat-for-tests.ts';
import { runTruceline } from '../run-truceline.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const NOW = Date.UTC(2026, 10, 22, 12);

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  const temporary = await temporaryFolder();
  folder = join(temporary.path, 'north-south');
  remove = temporary.remove;
});
afterEach(() => remove());

const truceline = (...args: readonly string[]) =>
  runTruceline(args, { DOSSIER: folder, DATABASE_URL: `sqlite:${folder}.sqlite` });

/** Replaces a part of a file's text. */
async function change(name: string, was: string, is: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8');
  expect(text).toContain(was);
  await writeFile(join(folder, name), text.replace(was, is));
}

describe('new', { timeout: 180_000 }, () => {
  test('makes a dossier that is checked, started, asked everything, exported and checked again', async () => {
    const made = await truceline('new', folder);
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
    expect(made.out).toContain(`Written: ${ENTRY_KINDS.length + 1} files`);
    const checked = await truceline('check', folder);
    expect({ code: checked.code, err: checked.err }).toEqual({ code: 0, err: '' });
    expect(checked.out).toContain('sides north and south');

    const store = await openStore({ url: `sqlite:${folder}.sqlite`, role: 'guest' });
    const live = await openDossier(await readBaseline(folder), store, NOW);
    await store.close();
    const asker = { ...admin, roles: new Set(['channel-admin', 'owner'] as const) };
    const chat = chatOver(live.current(), {}, { asker, place: { ...here, isPrivate: true } });
    for (const command of commands) {
      const example = exampleOf(command, { dossier: live.current(), language: english });
      expect(await chat.says(example)).not.toMatch(/was not understood|here matches|is not one of/u);
    }
    expect(chat.bugs).toEqual([]);

    const exported = `${folder}-exported`;
    expect((await truceline('export', exported)).code).toBe(0);
    expect(await truceline('check', exported)).toMatchObject({ code: 0, err: '' });
    expect(await readBaseline(exported)).toEqual(await readBaseline(folder));
  });

  test('refuses a folder that has anything in it, and leaves that as it is', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'notes.txt'), 'mine');
    const { code, err } = await truceline('new', folder);
    expect(code).toBe(1);
    expect(err).toBe(`Nothing was written: ${folder} has other files in it (notes.txt). Give another folder\n`);
    expect(await readdir(folder)).toEqual(['notes.txt']);
    // Not even a dossier is written over.
    const own = `${folder}-own`;
    await truceline('new', own);
    expect((await truceline('new', own)).code).toBe(1);
  });
});

describe('check', { timeout: 180_000 }, () => {
  test('says everything at once, with file, entry, field and cure, and ends with 1', async () => {
    await truceline('new', folder);
    await change('conflict.json', '"id": "UTC"', '"id": "Mars/Base"');
    await change('parties.json', '"side": "north"', '"side": "nroth"');
    await change('quotes.json', '"date": "2026-01-10"', '"date": "yesterday"');
    await change('quotes.json', '"venue": "statement"', '"venue": "statement", "vneue": "x"');
    await change('people.json', '"role": "Foreign minister of the North",', '');
    await change('casualties.json', '"harm": "killed"', '"harm": "dead"');
    await change('developments.json', 'South said the opposite.', 'The regime fired.');
    await change('developments.json', '"places": [\n      "river-village"', '"places": [\n      "atlantis"');
    await rename(join(folder, 'talks.json'), join(folder, 'talk.json'));
    const { code, out, err } = await truceline('check', folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([
      `There are 10 problems in ${folder}:`,
      'conflict.json: timezones.0.id: must be an IANA time zone, such as Europe/Paris',
      'people.json: jane-doe: role: is missing: it must be a text, in quotation marks',
      expect.stringMatching(/^quotes\.json: q-doe-first: date: “yesterday” is not a date: write /u),
      expect.stringMatching(
        /^quotes\.json: q-doe-first: has a field that the format does not have: vneue\. Remove it/u,
      ),
      'casualties.json: cas-shooting-north: harm: must be one of: killed, injured, captured, displaced, missing',
      'talks.json: there is no such file: add it, with [] in it where there are no entries',
      'developments.json: dev-shooting: places.0: there is no place “atlantis”: add it, or correct the id',
      expect.stringMatching(/^parties\.json: north: side: “nroth” is neither a side .*: write north, south, mediator/u),
      'developments.json: dev-shooting: summary: “regime” judges: write “said”, or a plain name (R16)',
      "talk.json: is none of a dossier's files, and is not read: rename it, for example to talks.json, or remove it",
    ]);
  });

  test('says that there is no such folder', async () => {
    expect(await truceline('check', folder)).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
  });
});

test('a database that holds one conflict is not started with another: 78, and what to set', {
  timeout: 180_000,
}, async () => {
  await truceline('new', folder);
  const store = await openStore({ url: `sqlite:${folder}.sqlite`, role: 'guest' });
  await openDossier(await readBaseline(folder), store, NOW);
  await store.close();
  const { code, out, err } = await runTruceline(['export', `${folder}-exported`], {
    DATABASE_URL: `sqlite:${folder}.sqlite`,
  });
  expect({ code, out }).toEqual({ code: 78, out: '' });
  expect(err).toContain('holds the conflict “north-south”');
  expect(err).toContain('Set DATABASE_URL to a database of its own for this dossier, or DOSSIER to the folder of');
});
