/** A column of the table that a kind of entry has in an export: its name, its HXL tag and its cells. */

import { parseEdtf } from '../../dossier/dates/edtf.ts';
import type { Dossier } from '../../dossier/dossier.ts';
import type { Place, Source } from '../../dossier/entries.ts';

/** A text or a number; null is an empty cell. */
export type Cell = string | number | null;

/** What the ids in a row stand for. */
type RowNames = Pick<Dossier, 'parties' | 'places' | 'sources' | 'developments'>;

export interface Column<F> {
  readonly name: string;
  /**
   * Hashtags and most attributes: https://hxlstandard.org/standard/dictionary/ (the standard lets others be added).
   */
  readonly tag: string;
  readonly cell: (fields: F, names: RowNames) => Cell;
}

/** Between the values of a cell that has several; a value that is missing leaves its place empty. */
const SEPARATOR = ' | ';

export function severalCell(values: readonly string[]): Cell {
  return values.every((value) => value === '') ? null : values.join(SEPARATOR);
}

/** What is known of each place of the entry. */
export function placesCell(
  of: (place: Place) => string | null,
): Column<{ readonly places: readonly string[] }>['cell'] {
  return (entry, { places }) => severalCell(entry.places.map((id) => valueOf(places.get(id), of)));
}

/** What is known of each source of the entry. */
export function sourcesCell(
  of: (source: Source) => string | null,
): Column<{ readonly sources: readonly string[] }>['cell'] {
  return (entry, { sources }) => severalCell(entry.sources.map((id) => valueOf(sources.get(id), of)));
}

function valueOf<T>(entry: T | undefined, of: (entry: T) => string | null): string {
  return entry === undefined ? '' : (of(entry) ?? '');
}

/** Empty where the period has no beginning. `period` is EDTF. */
export function firstDay(period: string): Cell {
  const { start, earliest } = parseEdtf(period);
  return start === 'open' ? null : earliest;
}

/** Empty while the period has no end. `period` is EDTF. */
export function lastDay(period: string): Cell {
  const { end, latest } = parseEdtf(period);
  return end === 'open' ? null : latest;
}
