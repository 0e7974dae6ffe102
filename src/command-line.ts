/** The command line, also beside a running bot: publishes entries, writes them out, shows how far a correction came. */

import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, CommanderError, Option } from 'commander';
import { coverageLines, type ImportOptions } from './command-line-words.ts';
import { readConfig } from './config.ts';
import { isCorrection, type Revision, standingEntries, withAppended } from './core/dossier/revision.ts';
import { whyNoReason } from './core/dossier/text/reason.ts';
import { isDone } from './core/messages/coverage.ts';
import { type Baseline, planImport } from './dossier-files/baseline.ts';
import { dossierFiles, unreadable } from './dossier-files/export-files.ts';
import { refuseOtherConflict } from './dossier-files/held-conflict.ts';
import { readBaseline } from './dossier-files/read-baseline.ts';
import { readEntryFiles } from './dossier-files/read-entry-file.ts';
import { REVISIONS_FILE } from './dossier-files/revisions-file.ts';
import { CLAIMS_FILE, claimsCsv } from './dossier-files/write-claims-csv.ts';
import { writeFolder } from './dossier-files/write-folder.ts';
import { EX_USAGE, printable, sayWhyNot } from './exit.ts';
import { conflictIn } from './live-dossier.ts';
import { addDossierCommands } from './new-dossier.ts';
import { publish } from './publish-files.ts';
import { openStore } from './storage/open-store.ts';

/** Milliseconds between two looks. */
const WATCH_EVERY_MS = 2000;

const program = new Command('truceline').description('Works on the dossier that the bot answers from.').exitOverride();
const importing = program
  .command('import')
  .description('Publish the entries of files in the dossier’s format: all of them, or none where something is wrong.')
  .argument(
    '<file...>',
    'JSON arrays; the end of the name says of what, e.g. 2026-11-22-developments.json; or a folder that has such files',
  )
  .option('--alert', 'have the bot send an alert of what is news and breaking or major')
  .option('--correction', 'what changes was wrong, instead of: more is known now; needs --reason')
  .option('--minor', 'with --correction: what was sent is corrected in its place, silently, with no message about it')
  .option('--reason <text>', 'why entries change, for readers; the name of the file is given where this is not')
  .option('--dry-run', 'check and show what would change, and write nothing')
  .option('--yes', 'publish without asking; where nobody types, nobody is asked anyway')
  .action(importFiles);

interface ExportOptions {
  readonly format: 'json' | 'csv';
  readonly force?: true;
}

program
  .command('export')
  .description('Write the dossier as it stands into a folder; nothing is written into the database.')
  .argument('<folder>', 'it is made where there is none')
  .addOption(
    new Option('--format <format>', 'the dossier’s own format, or the casualty claims as a table with HXL tags')
      .choices(['json', 'csv'])
      .default('json'),
  )
  .option('--force', 'write into the folder though it has other files in it; these stay as they are')
  .action(exportFiles);
program
  .command('coverage')
  .description(
    'Show how far a correction came: messages edited, told of by another message, failed and why, still to do.',
  )
  .argument('[number]', 'the place of the correction in the ledger; the newest one without it')
  .option('--watch', 'show it again every two seconds until nothing is left to do')
  .action(showCoverage);

addDossierCommands(program, { print, warn });

async function importFiles(paths: readonly string[], options: ImportOptions): Promise<void> {
  const reason = options.reason?.replaceAll(/\s+/gu, ' ').trim();
  if (reason === '') importing.error('error: --reason is empty: say in a sentence why the entries change');
  if (options.correction && reason === undefined) {
    importing.error('error: --correction needs --reason: say in a sentence what was wrong');
  }
  if (options.minor && !options.correction) importing.error('error: --minor is for corrections: add --correction');
  const config = readConfig();
  const baseline = await readBaseline(config.dossier);
  const wrong = reason === undefined ? undefined : whyNoReason(reason, baseline.conflict);
  if (wrong !== undefined) importing.error(`error: --reason: ${wrong}`);
  const { files, leftOut } = await readEntryFiles(paths);
  for (const path of leftOut) print(`${path} is left out: its name does not say what is in it.`);
  const store = await openStore({ url: config.databaseUrl, role: 'guest' });
  try {
    await publish(files, {
      store,
      baseline,
      config,
      options: reason === undefined ? options : { ...options, reason },
      say: print,
      agreed: () => (options.yes ? Promise.resolve(true) : askToPublish()),
    });
  } finally {
    await store.close();
  }
}

/** Works beside the bot, which does the correcting. */
async function showCoverage(number: string | undefined, { watch }: { readonly watch?: true }): Promise<void> {
  const store = await openStore({ url: readConfig().databaseUrl, role: 'guest' });
  try {
    const corrections = (await store.revisionsAfter(0)).filter(isCorrection);
    const correction =
      number === undefined ? corrections.at(-1) : corrections.find(({ seq }) => String(seq) === number);
    if (correction === undefined) {
      print(number === undefined ? 'Nothing was corrected so far.' : `#${number} of the ledger is not a correction.`);
      return;
    }
    for (;;) {
      const coverage = await store.corrections.coverage(correction.seq);
      print(coverageLines(coverage, correction.entry));
      if (!watch || (coverage.messages > 0 && isDone(coverage))) return;
      await sleep(WATCH_EVERY_MS);
    }
  } finally {
    await store.close();
  }
}

/** Before the first start of a bot, what the shipped dossier would make of an empty database. */
async function exportFiles(folder: string, { format, force }: ExportOptions): Promise<void> {
  const config = readConfig();
  const baseline = await readBaseline(config.dossier);
  const store = await openStore({ url: config.databaseUrl, role: 'guest' });
  try {
    const written = await store.revisionsAfter(0);
    await refuseOtherConflict(baseline.conflict, store, written);
    const ledger = written.length > 0 ? written : withBaseline(written, baseline, Date.now());
    const entries = standingEntries(ledger);
    const conflict = await conflictIn(store, baseline.conflict);
    const files =
      format === 'csv' ? new Map([[CLAIMS_FILE, claimsCsv(entries)]]) : dossierFiles(entries, conflict, written);
    const own = new Set([...dossierFiles([], conflict).keys(), CLAIMS_FILE]);
    await writeFolder(folder, files, { own, force: force === true });
    if (written.length === 0) print('The database is empty: this is the shipped dossier.');
    const shown = entries.filter(({ kind }) => format === 'json' || kind === 'claim');
    print(`Exported: ${shown.length} entries, in ${files.size} file(s) in ${folder}.`);
    const problems = format === 'json' ? unreadable(entries, conflict) : [];
    if (problems.length > 0)
      warn([`Without ${REVISIONS_FILE} these files cannot be imported as they are:`, ...problems].join('\n'));
  } finally {
    await store.close();
  }
}

/** The ledger as it would be once the shipped dossier is imported. */
function withBaseline(ledger: readonly Revision[], baseline: Baseline, now: number): readonly Revision[] {
  return withAppended(ledger, planImport(baseline, ledger, now).drafts);
}

/** A person is asked; a program has decided before. */
async function askToPublish(): Promise<boolean> {
  const { stdin: input, stdout: output } = process;
  if (!input.isTTY || !output.isTTY) return true;
  const lines = createInterface({ input, output });
  try {
    return /^y(es)?$/iu.test((await lines.question('Publish this? Type yes, or anything else to leave it: ')).trim());
  } finally {
    lines.close();
  }
}

function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

function warn(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

if (import.meta.main) {
  try {
    await program.parseAsync();
  } catch (error) {
    // Commander has said what is wrong itself; asking for help is nothing wrong.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EX_USAGE;
    else process.exitCode = sayWhyNot(error);
  }
}
