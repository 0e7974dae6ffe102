/** What an imported entry may not mean as it is written: told to whoever publishes, and no reason to refuse it. */
import { parseEdtf } from '../core/dossier/dates/edtf.ts';
import type { AnyEntry } from '../core/dossier/entries.ts';
import type { FileEntry } from './entry-files.ts';

/** Days that a beginning may be unsure by before it looks like a duration: a night is two. */
const UNSURE_DAYS = 2;

/** One line each: file, entry, field, what to do. */
export function doubtsOf(entries: readonly FileEntry[]): readonly string[] {
  return entries.flatMap(({ file, entry }) => {
    const doubt = doubtOf(entry);
    return doubt === undefined ? [] : [`${file.path}: ${entry.fields.id}: ${doubt}`];
  });
}

function doubtOf(entry: AnyEntry): string | undefined {
  if (entry.kind === 'ceasefire') return longBeginning(entry.fields.effectiveFrom);
  return entry.kind === 'claim' ? boundedMinimum(entry.fields.count) : undefined;
}

function longBeginning(effectiveFrom: string): string | undefined {
  const { start, end, earliest, latest } = parseEdtf(effectiveFrom);
  if (start === 'open' || end === 'open' || start === end) return undefined;
  const days = Temporal.PlainDate.from(earliest).until(latest, { largestUnit: 'days' }).days + 1;
  if (days <= UNSURE_DAYS) return undefined;
  return (
    `effectiveFrom: “${effectiveFrom}” is read as a beginning somewhere in these ${days} days: ` +
    'if it is how long it was to last, give the first day alone, and the last day as `until`'
  );
}

function boundedMinimum({ qualifier, low, high }: Extract<AnyEntry, { kind: 'claim' }>['fields']['count']) {
  if ((qualifier !== 'at-least' && qualifier !== 'more-than') || high === null) return undefined;
  const cure = low === high ? 'give high as null, or “exact” if it is no minimum' : 'give high as null';
  return `count: “${qualifier}” has no upper end, and high says ${high}: ${cure}`;
}
