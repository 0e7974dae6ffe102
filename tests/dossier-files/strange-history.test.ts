/** History that does not go with the conflict is refused before anything is written, and so are two at a time. */
import { describe, expect, test } from 'vitest';
import type { AnyEntry } from '../../src/core/dossier/entries.ts';
import type { Baseline } from '../../src/dossier-files/baseline.ts';
import { ImportError } from '../../src/dossier-files/entry-files.ts';
import { revisionsText } from '../../src/dossier-files/revisions-file.ts';
import { publish } from '../../src/publish-files.ts';
import { createMemoryStore } from '../core/chat/chat-for-tests.ts';
import { claim, original, smallConflict, smallNames } from '../core/dossier/build-entries.ts';
import { madeUp } from '../made-up/made-up.ts';

const small: Baseline = { conflict: smallConflict, entries: smallNames };
const exported = (entries: readonly AnyEntry[], folder = 'out') => ({
  path: `${folder}/revisions.json`,
  name: 'revisions.json',
  text: revisionsText(entries.map((entry) => ({ ...original(entry), recordedAt: Date.UTC(2020, 0, 1) }))),
});

/** What is said, the problems, and how much is in a database that was empty. */
async function publishing(files: Parameters<typeof publish>[0], options: { readonly dryRun?: true } = {}) {
  const store = createMemoryStore();
  const said: string[] = [];
  const config = { timezone: 'UTC', staleAfterDays: 7 };
  const say = (line: string) => void said.push(line);
  const agreed = () => Promise.resolve(true);
  const problems = await publish(files, { store, baseline: small, config, options, say, agreed }).then(
    () => [],
    (error: unknown) => (error instanceof ImportError ? error.problems : Promise.reject(error)),
  );
  const [revisions, held] = [await store.revisionsAfter(0), await store.recall('conflict')];
  return { said, problems, written: revisions.length, held };
}

test('its own history goes into an empty database', async () => {
  const { problems, written, held } = await publishing([exported(smallNames)]);
  expect({ problems, written, held }).toEqual({ problems: [], written: smallNames.length, held: 'small' });
});

describe.each([{}, { dryRun: true as const }])('with options %j nothing is written', (options) => {
  const refused = { said: [], written: 0, held: undefined };

  test('of another conflict’s history', async () => {
    expect(await publishing([exported(madeUp.entries)], options)).toEqual({
      ...refused,
      problems: [
        'out/revisions.json: is the history of another conflict: its parties do not include north, south, which ' +
          'stand for the sides of “small” (North–South). Set DOSSIER to the folder of the conflict that it was ' +
          'exported from, and DATABASE_URL to a new database, or leave this file out',
      ],
    });
  });

  test('where an entry that stands at its end does not go with the conflict', async () => {
    const strange = claim('cl-1', { victims: 'strangers' });
    const { problems, written } = await publishing([exported([...smallNames, strange])], options);
    expect(written).toBe(0);
    expect(problems).toContain(
      'out/revisions.json: cl-1: victims: “strangers” is not a victim group: use one of conflict.json, or add it there',
    );
  });

  test('where it is given twice', async () => {
    const [one, other] = [exported(smallNames), exported(smallNames, 'copy')];
    for (const [files, paths] of [
      [[one, one], 'out/revisions.json, out/revisions.json'],
      [[one, other], 'out/revisions.json, copy/revisions.json'],
    ] as const) {
      const problem = `${paths}: is more than one history: import one at a time, each into a database of its own`;
      expect(await publishing(files, options)).toEqual({ ...refused, problems: [problem] });
    }
  });
});
