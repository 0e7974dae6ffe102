/** Which of two sides comes first: whoever spoke last, and where both did, one today and the other tomorrow (R17). */
import { daysBetween, latestFirst, parseEdtf } from './dates/edtf.ts';

interface Said {
  /** EDTF. */
  readonly date: string;
  readonly side: string;
}

/** For sorting: no side leads by its name, by its place in the dossier, or by how much it says. */
export function fairly(a: Said, b: Said): number {
  const byDate = latestFirst(a.date, b.date);
  if (byDate !== 0 || a.side === b.side) return byDate;
  const isEven = daysBetween('2000-01-01', parseEdtf(a.date).latest) % 2 === 0;
  return a.side < b.side === isEven ? -1 : 1;
}
