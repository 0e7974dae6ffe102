/** Links that hold both ways, given on one side: rival figures, and renderings of one remark. */
import { type AnyEntry, anyEntrySchema } from '../core/dossier/entries.ts';
import { KINDS } from '../core/dossier/kinds/index.ts';
import type { FileEntry } from './entry-files.ts';

interface Linked {
  /** The entries of the files, with the links that others give them. */
  readonly entries: readonly FileEntry[];
  /** Published entries that a file names and that are in none: their new versions, and which entry names them. */
  readonly others: readonly { readonly entry: AnyEntry; readonly namedBy: string }[];
  /** Links that a file leaves out and the other side still has: they stay. */
  readonly warnings: readonly string[];
}

/** `standing` are the entries as published, among them older versions of those in the files. */
export function linkInTurn(files: readonly FileEntry[], standing: readonly AnyEntry[]): Linked {
  const written = new Map(files.map(({ entry }) => [entry.fields.id, entry]));
  const published = new Map(standing.map((entry) => [entry.fields.id, entry]));
  const now = new Map([...published, ...written]);
  const namedBy = new Map<string, string>();
  const warnings: string[] = [];
  const link = (entry: AnyEntry, id: string) => now.set(entry.fields.id, withLinks(entry, [...linksOf(entry), id]));
  for (const { file, entry } of files) {
    const { id } = entry.fields;
    for (const target of linksOf(entry)) {
      const other = now.get(target);
      if (other?.kind !== entry.kind || target === id || linksOf(other).includes(id)) continue;
      link(other, id);
      if (!written.has(target)) namedBy.set(target, namedBy.get(target) ?? id);
    }
    for (const other of published.values()) {
      const mine = now.get(id) ?? entry;
      const otherId = other.fields.id;
      if (other.kind !== entry.kind || written.has(otherId) || otherId === id) continue;
      if (!linksOf(other).includes(id) || linksOf(mine).includes(otherId)) continue;
      now.set(id, withLinks(mine, asBefore([...linksOf(mine), otherId], published.get(id))));
      warnings.push(
        `${file.path}: ${id}: ${fieldOf(entry)}: ${otherId} still names it, so the link stays: ` +
          'to end it, give both without it',
      );
    }
  }
  return {
    entries: files.map((one) => ({ ...one, entry: now.get(one.entry.fields.id) ?? one.entry })),
    others: [...namedBy].flatMap(([id, by]) => {
      const entry = now.get(id);
      return entry === undefined ? [] : [{ entry, namedBy: by }];
    }),
    warnings,
  };
}

/** In the order of the published version, as a link that is there again is no change. */
function asBefore(ids: readonly string[], before: AnyEntry | undefined): readonly string[] {
  const order = before === undefined ? [] : linksOf(before).filter((id) => ids.includes(id));
  return [...order, ...ids.filter((id) => !order.includes(id))];
}

function fieldOf({ kind }: AnyEntry): string {
  return kind === 'claim' || kind === 'quote' ? KINDS[kind].links.join() : '';
}

function linksOf({ kind, fields }: AnyEntry): readonly string[] {
  if (kind === 'claim') return fields.conflictsWith;
  return kind === 'quote' ? (fields.variants ?? []) : [];
}

/** Parsed anew, so that the keys are in the order of the schema. */
function withLinks({ kind, fields }: AnyEntry, ids: readonly string[]): AnyEntry {
  const field = kind === 'claim' ? 'conflictsWith' : 'variants';
  return anyEntrySchema.parse({ kind, fields: { ...fields, [field]: ids } });
}
