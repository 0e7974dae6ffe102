/** A revision as a row and back, both ways through the core's schema. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type Revision, type RevisionDraft, revisionDraftSchema } from '../../core/dossier/revision.ts';
import type { RevisionsTable } from '../schema.ts';

type RevisionRow = Readonly<Selectable<RevisionsTable>>;

/** @throws TypeError where the draft breaks the schema or holds text that a database would alter */
export function revisionToRow(draft: RevisionDraft, seq: number): RevisionRow {
  const parsed = revisionDraftSchema.safeParse(draft);
  if (!parsed.success) throw new TypeError(`A revision cannot be stored: ${z.prettifyError(parsed.error)}`);
  const { entry, change, author, approvedBy, recordedAt, reason } = parsed.data;
  return {
    seq,
    entry_kind: entry.kind,
    entry_id: entry.fields.id,
    change,
    author: storableText(author, 'author'),
    approved_by: approvedBy === undefined ? null : storableText(approvedBy, 'approver'),
    recorded_at: recordedAt,
    reason: reason === null ? null : storableText(reason, 'reason'),
    weight: ('weight' in parsed.data ? parsed.data.weight : undefined) ?? null,
    fields: JSON.stringify(entry.fields),
  };
}

/** @throws Error naming the `seq` of a row that is not a revision */
export function rowToRevision(row: RevisionRow): Revision {
  const parsed = revisionDraftSchema.safeParse({
    author: row.author,
    ...(row.approved_by !== null && { approvedBy: row.approved_by }),
    recordedAt: row.recorded_at,
    change: row.change,
    reason: row.reason,
    ...(row.weight !== null && { weight: row.weight }),
    entry: { kind: row.entry_kind, fields: parseFields(row) },
  });
  if (!parsed.success) throw new Error(`Revision ${row.seq} cannot be read: ${z.prettifyError(parsed.error)}`);
  return { ...parsed.data, seq: row.seq };
}

/**
 * Text that comes back as it went in. SQLite turns half a surrogate pair into U+FFFD and PostgreSQL takes no U+0000:
 * refused here, on both, rather than altered.
 * @throws TypeError naming `what`
 */
export function storableText(text: string, what: string): string {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new TypeError(`The ${what} cannot be stored: it holds U+0000 or half a surrogate pair`);
  }
  return text;
}

function parseFields(row: RevisionRow): unknown {
  try {
    return JSON.parse(row.fields);
  } catch (error) {
    throw new Error(`Revision ${row.seq} cannot be read: its fields are not JSON`, { cause: error });
  }
}
