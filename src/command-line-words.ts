/** What the command line says of an import and of a correction, in lines for whoever publishes. */
import type { Alerted } from './core/changes/news-level.ts';
import type { AnyEntry } from './core/dossier/entries.ts';
import type { Revision } from './core/dossier/revision.ts';
import type { Coverage } from './core/messages/coverage.ts';
import { lineOf } from './core/wording/kinds/index.ts';
import { type FieldChange, fieldChanges } from './dossier-files/field-changes.ts';
import type { FilesPlan } from './dossier-files/import-files.ts';

/** Entries named in one line. */
const MOST_NAMED = 20;

/** What was typed after `import`. */
export interface ImportOptions {
  readonly alert?: true;
  readonly correction?: true;
  readonly minor?: true;
  readonly reason?: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

/** New, changed field by field, and unchanged entries, and who is told. `ledger` is what the plan was made from. */
export function whatChanges(
  plan: FilesPlan,
  {
    alerting,
    ledger,
    options,
  }: { readonly alerting: readonly Alerted[]; readonly ledger: readonly Revision[]; readonly options: ImportOptions },
): string {
  const lastOf = (id: string) => ledger.findLast(({ entry }) => entry.fields.id === id)?.entry;
  const changesOf = (entry: AnyEntry) => {
    const last = lastOf(entry.fields.id);
    return last === undefined ? [] : fieldChanges(last, entry).map(fieldLine);
  };
  const added = plan.drafts.filter(({ change }) => change === 'original');
  const changed = plan.drafts.filter(({ change }) => change !== 'original');
  return [
    ...list(
      'New',
      added.map(({ entry }) => entry),
    ),
    ...list(
      options.correction ? 'Corrected' : 'Updated',
      changed.map(({ entry }) => entry),
      changesOf,
    ),
    ...list('Unchanged', plan.unchanged),
    ...newNames(plan),
    ...(plan.warnings.length > 0
      ? [`Please look at: ${plan.warnings.length}`, ...plan.warnings.map((line) => `  ${line}`)]
      : []),
    ...(plan.drafts.length > 0 || options.alert ? [whoIsTold(alerting, options)] : []),
  ].join('\n');
}

function list(
  heading: string,
  entries: readonly AnyEntry[],
  more: (entry: AnyEntry) => readonly string[] = () => [],
): readonly string[] {
  if (entries.length === 0) return [];
  return [
    `${heading}: ${entries.length}`,
    ...entries.flatMap((entry) => [`  ${entry.fields.id}: ${lineOf(entry)}`, ...more(entry)]),
  ];
}

function newNames({ additions: { topics = [], victimGroups = [], unattributed = [] } }: FilesPlan): readonly string[] {
  const names = [...[...topics, ...victimGroups].map(({ id, label }) => `  ${id}: ${label}`), ...unattributed];
  return names.length === 0
    ? []
    : [`New topics, victim groups and claimants without a name: ${names.length}`, ...names];
}

function fieldLine({ field, was, is }: FieldChange): string {
  return `    ${field}: ${was ?? '(nothing)'} → ${is ?? '(nothing)'}`;
}

function whoIsTold(alerting: readonly Alerted[], options: ImportOptions): string {
  const named = alerting.slice(0, MOST_NAMED).map(({ change, level }) => `${change.id} (${level})`);
  const ids = named.join(', ') + (alerting.length > MOST_NAMED ? ` and ${alerting.length - MOST_NAMED} more` : '');
  if (options.alert && ids !== '') return `Alerts go to the subscriptions that want them: ${ids}.`;
  if (options.alert) {
    const digest = options.correction ? ' Corrections are told by the next digest.' : '';
    return `No alert will go out: nothing in it is news that is breaking or major.${digest}`;
  }
  return `No alert goes out: the next digests carry what is news.${ids === '' ? '' : ` --alert sends one for ${ids}.`}`;
}

/** How far a correction of the entry came. */
export function coverageLines(
  { seq, messages, edited, noticed, notices, pending, failed, noticesPending = 0, noticesFailed = 0 }: Coverage,
  entry: AnyEntry,
): string {
  const title = `Correction #${seq} of ${entry.fields.id}: ${lineOf(entry)}`;
  if (messages === 0) return `${title}\n  No message that was sent showed it, or the bot has not taken it up yet.`;
  const failures = failed.reduce((sum, { count }) => sum + count, 0);
  return [
    title,
    `  Messages that showed it: ${messages}`,
    `  Edited: ${edited}`,
    `  Told of by another message instead: ${noticed}`,
    `  Failed: ${failures}`,
    ...failed.map(({ reason, count }) => `    ${count}: ${reason}`),
    `  Still to do: ${pending}`,
    `  Messages about it, beside edits too: ${notices}`,
    `  Those beside edits that are still to be sent: ${noticesPending}`,
    `  Those beside edits that failed or may not have arrived: ${noticesFailed}`,
  ].join('\n');
}
