/** Tables as CSV by RFC 4180, with nothing in them that a spreadsheet would take for a formula. */

import type { Cell } from '../core/wording/kinds/column.ts';

/**
 * What spreadsheets take for the beginning of a formula, and apostrophes before it, so that `shielded` can be undone.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Every row ends in CRLF. Texts that begin like a formula get an apostrophe before them; numbers are left as they
 * are.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : shielded(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function shielded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
