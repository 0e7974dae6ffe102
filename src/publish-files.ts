/** Publishes entries out of files: says what would change, then writes it, all at once or not at all. */
import { type ImportOptions, whatChanges } from './command-line-words.ts';
import type { Config } from './config.ts';
import { alertedBy } from './core/changes/news-level.ts';
import { dayOf } from './core/dossier/dates/knowledge.ts';
import { type Revision, type RevisionDraft, withAppended } from './core/dossier/revision.ts';
import type { Store } from './core/ports/store.ts';
import { localTimezone } from './core/subscriptions/timezones.ts';
import { type Baseline, planImport } from './dossier-files/baseline.ts';
import {
  additionsText,
  isConflictFile,
  joined,
  parseAdditions,
  withAdditions,
} from './dossier-files/conflict-additions.ts';
import { type EntryFile, ImportError, parseEntryFiles } from './dossier-files/entry-files.ts';
import {
  holdConflict,
  refuseBrokenEnd,
  refuseOtherConflict,
  refuseOtherHistory,
} from './dossier-files/held-conflict.ts';
import { planFiles } from './dossier-files/import-files.ts';
import {
  beginsWith,
  isRevisionsFile,
  oneHistory,
  parseRevisions,
  REVISIONS_FILE,
} from './dossier-files/revisions-file.ts';
import { conflictIn, keepAdditions, openDossier } from './live-dossier.ts';

/** What publishing works with. `say` takes lines for whoever publishes. */
interface Posting {
  readonly store: Store;
  readonly baseline: Baseline;
  /** They decide what is recent enough to be told as breaking: see `alertedIn`. */
  readonly config: Pick<Config, 'timezone' | 'staleAfterDays'>;
  readonly options: ImportOptions;
  readonly say: (text: string) => void;
  /** Whether what was said is to be done; not asked in a dry run. */
  readonly agreed: () => Promise<boolean>;
}

/** Throws `ImportError` where anything is wrong with the files or with what they would make of the dossier. */
export async function publish(files: readonly EntryFile[], posting: Posting): Promise<void> {
  const { store, baseline, config, say, agreed } = posting;
  const given = Object.groupBy(files, (file) =>
    isConflictFile(file) ? 'conflict' : isRevisionsFile(file) ? 'history' : 'entries',
  );
  const entries = parseEntryFiles(given.entries ?? []);
  const historyFile = oneHistory(given.history ?? []);
  const history = historyFile ? parseRevisions(historyFile, Date.now()) : [];
  if (historyFile) refuseOtherHistory(historyFile, history, baseline.conflict);
  const ours = await conflictIn(store, baseline.conflict);
  const additions = parseAdditions(given.conflict ?? [], ours);
  // Before anything is written: what the files say by themselves is sound.
  const begun = await store.revisionsAfter(0);
  await refuseOtherConflict(baseline.conflict, store, begun);
  const isMove = history.length > 0 && begun.length === 0;
  if (!posting.options.dryRun && !isMove) {
    const { imported } = await openDossier(baseline, store, Date.now());
    if (imported.revisions > 0) say(`First, ${imported.revisions} revisions were imported from the shipped dossier.`);
  }
  if (isMove) say(`With their history: ${history.length} revisions.`);
  // Whoever could be told subscribes later.
  const options = isMove ? withoutAlert(posting.options) : posting.options;
  let shown = '';
  for (;;) {
    const now = Date.now();
    const written = await store.revisionsAfter(0);
    await refuseOtherConflict(baseline.conflict, store, written);
    const before = beforeFiles(written, history, { isMove, baseline, options, now });
    const ledger = withAppended(written, before);
    const plan = planFiles(entries, ledger, {
      conflict: withAdditions(ours, additions),
      now,
      change: options.correction ? 'correction' : 'update',
      reason: options.reason,
      ...(options.minor && { weight: 'minor' }),
    });
    const timezone = config.timezone ?? localTimezone(baseline.conflict);
    const today = { day: dayOf(now, timezone), staleAfterDays: config.staleAfterDays };
    const alerting = alertedBy(plan.drafts, ledger, baseline.conflict, today);
    const added = joined(additions, plan.additions);
    const drafts = [...before, ...plan.drafts];
    if (historyFile && isMove) {
      refuseBrokenEnd(historyFile, withAppended(written, drafts), withAdditions(ours, added));
    }
    const text = whatChanges({ ...plan, additions: added }, { alerting, ledger, options });
    const isNew = text !== shown;
    if (isNew) say(text);
    shown = text;
    if (options.dryRun) return say('This was a dry run: nothing was written.');
    const isEmpty = drafts.length === 0 && additionsText(added) === undefined;
    if (isEmpty || (isNew && !(await agreed()))) return say('Nothing was written.');
    await keepAdditions(store, added);
    if (drafts.length === 0) return say('Kept: a running bot uses them after its next change.');
    const announce = options.alert === true && alerting.length > 0;
    const revisions = await store.append(drafts, written.at(-1)?.seq ?? 0, { announce });
    if (revisions !== 'moved on') {
      await holdConflict(baseline.conflict, store);
      return say(`Published: ${revisions.length} revision(s), up to number ${revisions.at(-1)?.seq} of the ledger.`);
    }
    say('Another process published at the same moment: looking again.');
  }
}

/** What is to be in the ledger before the entries of the files: the history of a move, in a dry run the baseline. */
function beforeFiles(
  written: readonly Revision[],
  history: readonly RevisionDraft[],
  {
    isMove,
    baseline,
    options,
    now,
  }: {
    readonly isMove: boolean;
    readonly baseline: Baseline;
    readonly options: ImportOptions;
    readonly now: number;
  },
): readonly RevisionDraft[] {
  if (isMove && written.length === 0) return history;
  if (!beginsWith(written, history)) {
    throw new ImportError([
      `${REVISIONS_FILE}: history goes into an empty database, and this one has ${written.length} revisions of its own: ` +
        'set DATABASE_URL to a new one, or leave this file out to publish the entries alone',
    ]);
  }
  return options.dryRun ? planImport(baseline, written, now).drafts : [];
}

function withoutAlert({ alert: _alert, ...options }: ImportOptions): ImportOptions {
  return options;
}
