/** CSV: what was written is read back cell by cell, by a reader of RFC 4180, and nothing in it is a formula. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/core/wording/kinds/column.ts';
import { toCsv } from '../../src/dossier-files/csv.ts';
import { oddText } from '../core/odd-text.ts';
import { fromCsv, unshielded } from './read-csv.ts';

const arbitraryText = fc.oneof(
  oddText(),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", '＝', 'a', ' '),
    maxLength: 8,
  }),
);
const arbitraryCell: fc.Arbitrary<Cell> = fc.oneof(arbitraryText, fc.integer(), fc.constant(null));
const asText = (cell: Cell) => (cell === null ? '' : String(cell));

describe('toCsv', () => {
  it('gives every cell back', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(arbitraryCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const read = fromCsv(toCsv(rows));
        const plain = read.map((row, y) =>
          row.map((text, x) => (typeof rows[y]?.[x] === 'number' ? text : unshielded(text))),
        );
        expect(plain).toEqual(rows.map((row) => row.map(asText)));
      }),
    );
  });

  it('leaves no text that a spreadsheet would take for a formula', () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(fromCsv(toCsv([[text]]))[0]?.[0]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }),
    );
  });

  it.each<[Cell, string]>([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+92', "'+92"],
    ['-5', "'-5"],
    ['@cmd', "'@cmd"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    [-5, '-5'],
    [440, '440'],
    [null, ''],
    ['a, "b"', '"a, ""b"""'],
    ['Türkiye', 'Türkiye'],
  ])('writes %j as %s', (cell, field) => {
    expect(toCsv([[cell, 'x']])).toBe(`${field},x\r\n`);
  });
});
