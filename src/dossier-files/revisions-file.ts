/** All revisions as a file: history travels with an export. It has what chat shows of them, and no author's name. */
import { z } from 'zod';
import { anyEntrySchema } from '../core/dossier/entries.ts';
import { BASELINE_AUTHOR, type RevisionDraft, revisionDraftSchema } from '../core/dossier/revision.ts';
import { sameJson } from '../core/dossier/same-json.ts';
import { parseJson } from './baseline.ts';
import { type EntryFile, ImportError, textOf } from './entry-files.ts';
import { IMPORT_AUTHOR } from './import-files.ts';

export const REVISIONS_FILE = 'revisions.json';

const time = z.string().refine((text) => toTime(fromTime(text)) === text, {
  error: (issue) => `“${String(issue.input)}” is not a time: write it as 2026-11-22T14:03:00.000Z`,
});

/** `by` as /history says it: shipped with the bot, or published by a moderator or an import. */
const revisionSchema = z.strictObject({
  recordedAt: time,
  by: z.enum(['shipped', 'published']),
  change: z.enum(['original', 'update', 'correction', 'retraction']),
  reason: z.string().nullable(),
  weight: z.enum(['minor', 'material']).optional(),
  kind: z.string(),
  entry: z.unknown(),
});

export function isRevisionsFile({ name }: Pick<EntryFile, 'name'>): boolean {
  return name.toLowerCase() === REVISIONS_FILE;
}

/** The one file of revisions among those given. Throws `ImportError` where there are more. */
export function oneHistory(files: readonly EntryFile[]): EntryFile | undefined {
  const [file, ...others] = files;
  if (others.length === 0) return file;
  const paths = files.map(({ path }) => path).join(', ');
  throw new ImportError([`${paths}: is more than one history: import one at a time, each into a database of its own`]);
}

/** In the order of the ledger. */
export function revisionsText(ledger: readonly RevisionDraft[]): string {
  const revisions = ledger.map((revision) => {
    const { author, recordedAt, change, reason, entry } = revision;
    return {
      recordedAt: toTime(recordedAt),
      by: author === BASELINE_AUTHOR ? 'shipped' : 'published',
      change,
      reason,
      ...('weight' in revision && revision.weight !== undefined && { weight: revision.weight }),
      kind: entry.kind,
      entry: anyEntrySchema.parse(entry).fields,
    };
  });
  return `${JSON.stringify(revisions, undefined, 2)}\n`;
}

/** Throws `ImportError` with one line for each revision that is wrong. `now` is Unix time in ms. */
export function parseRevisions(file: EntryFile, now: number): readonly RevisionDraft[] {
  const problems: string[] = [];
  const json = parseJson(file.path, textOf(file), problems);
  const list = z.array(z.unknown()).safeParse(json);
  if (!list.success && problems.length === 0) problems.push(`${file.path}: must be a list: put it between [ and ]`);
  const seen = new Set<string>();
  const drafts = (list.data ?? []).flatMap((one, index): readonly RevisionDraft[] => {
    const problem = (text: string) => void problems.push(`${file.path}: revision ${index + 1}: ${text}`);
    const draft = parseRevision(one);
    if (typeof draft === 'string') {
      problem(draft);
      return [];
    }
    const { id } = draft.entry.fields;
    if ((draft.change === 'original') === seen.has(id)) {
      problem(`${id}: the first revision of an entry is its original, and no other is: export the history again`);
    }
    if (draft.recordedAt > now) problem(`${id}: recordedAt is in the future: set the clock of this machine right`);
    seen.add(id);
    return [draft];
  });
  if (problems.length > 0) throw new ImportError(problems);
  return drafts;
}

/** Whether `ledger` begins with `history`, as a file shows them. */
export function beginsWith(ledger: readonly RevisionDraft[], history: readonly RevisionDraft[]): boolean {
  return history.every((revision, index) => {
    const other = ledger[index];
    return other !== undefined && sameJson(revisionsText([other]), revisionsText([revision]));
  });
}

/** Or what is wrong with it. */
function parseRevision(json: unknown): RevisionDraft | string {
  const parsed = revisionSchema.safeParse(json);
  if (!parsed.success) return firstIssue(parsed.error);
  const { recordedAt, by, kind, entry, ...rest } = parsed.data;
  const draft = revisionDraftSchema.safeParse({
    ...rest,
    author: by === 'shipped' ? BASELINE_AUTHOR : IMPORT_AUTHOR,
    recordedAt: fromTime(recordedAt),
    entry: { kind, fields: entry },
  });
  return draft.success ? draft.data : firstIssue(draft.error);
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  const path = issue?.path.join('.') ?? '';
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? ''}: correct it, or export the history again`;
}

function toTime(ms: number | undefined): string | undefined {
  if (ms === undefined) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ smallestUnit: 'millisecond' });
}

/** Unix time in ms; undefined where the text is no time. */
function fromTime(text: string): number | undefined {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}
