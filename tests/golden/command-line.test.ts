/** What the command line says: its help, what publishing files changes, how far a correction came. */
import { describe, expect, test } from 'vitest';
import { coverageLines } from '../../src/command-line-words.ts';
import { publish } from '../../src/publish-files.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { readRealBaseline } from '../core/dossier/real-dossier.ts';
import { runTruceline } from '../run-truceline.ts';
import { each } from './each.ts';
import { differenceFrom } from './recorded.ts';
import { PROGRESS } from './subscribed.ts';

const baseline = await readRealBaseline();
const section = (name: string, text: string) => `==== ${name}\n${text}`;

describe('the command line', { timeout: 600_000 }, () => {
  test('as it is started, and in lines', async () => {
    const asked = each(
      '--help | import --help | export --help | coverage --help | import x --correction | import x --minor',
    );
    const helped = asked.map(async (args) =>
      section(`truceline ${args}`, JSON.stringify(await runTruceline(args.split(' '), {}), null, 1)),
    );
    const covered = PROGRESS.map((counts, index) =>
      section(
        `coverage ${index}`,
        coverageLines({ seq: index, ...counts }, baseline.entries[index * 60] ?? entryAt(0)),
      ),
    );
    const said = [...(await Promise.all(helped)), await imported(), ...covered].join('\n').replaceAll('\\n', '\n');
    expect(await differenceFrom('command-line', said)).toBeUndefined();
  });
});

/** Published out of files: new, updated, corrected, unchanged, in a dry run, with an alert. */
async function imported(): Promise<string> {
  const store = await openStore({ url: 'sqlite::memory:', role: 'bot' });
  const said: string[] = [];
  const changed = { ...fieldsOf('dev-kabul-explosions'), title: 'Explosions in Kabul, again' };
  const added = { ...fieldsOf('dev-chaman-6-nov'), id: 'dev-added', related: [] };
  const text = (...entries: readonly object[]) => JSON.stringify(entries);
  const runs = [
    [text(added), { dryRun: true, alert: true }],
    [text(added, changed), {}],
    [
      text({ ...changed, summary: 'Officials said so.' }),
      { correction: true, minor: true, alert: true, reason: 'It was wrong.' },
    ],
    [text({ ...added, id: 'dev-more' }, changed), { alert: true, yes: true }],
    [text({ ...added, id: 'dev-more' }), { alert: true }],
  ] as const;
  for (const [file, options] of runs) {
    said.push(`---- ${JSON.stringify(options)}`);
    await publish([{ path: 'developments.json', name: 'developments.json', text: file }], {
      store,
      baseline,
      config: { timezone: 'UTC', staleAfterDays: 7 },
      options,
      say: (line) => void said.push(line),
      agreed: () => Promise.resolve(true),
    });
  }
  await store.close();
  return section('import', said.join('\n'));
}

function entryAt(index: number) {
  const entry = baseline.entries[index];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  return entry;
}

function fieldsOf(id: string): object {
  return entryAt(baseline.entries.findIndex(({ fields }) => fields.id === id)).fields;
}
