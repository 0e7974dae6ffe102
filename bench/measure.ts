/** What the measurements share: percentiles, memory of a process, a table to print. */
import { readFile } from 'node:fs/promises';

/** The smallest number that `share` (0 to 1) of all are not above. */
export function percentile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The middle of several measurements, and how far they lie apart. */
export function spread(all: readonly number[]): {
  readonly median: number;
  readonly least: number;
  readonly most: number;
} {
  return { median: percentile(all, 0.5), least: Math.min(...all), most: Math.max(...all) };
}

/** Resident memory of a process in MB (10^6 bytes). Linux only. */
export async function residentMB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1]) * 1024) / 1e6;
}

/** One line: what, ours, the bare baseline of the same run, their ratio, and what is wanted of it. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  readonly ratio: string;
  readonly wanted: string;
  readonly isMet: boolean;
}

/** Rows are told apart by `what`. */
export function printTable(rows: readonly Row[]): void {
  const twice = rows.find(({ what }, index) => rows.findIndex((other) => other.what === what) !== index);
  if (twice) throw new Error(`two rows are called “${twice.what}”`);
  console.table(
    Object.fromEntries(rows.map(({ what, isMet, ...rest }) => [what, { ...rest, met: isMet ? 'yes' : 'NO' }])),
  );
  if (rows.some(({ isMet }) => !isMet)) process.exitCode = 1;
}
