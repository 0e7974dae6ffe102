/** Short texts in a row, as they are read: `each('a | b', 'c')` is a, b and c. */
export function each(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' | '));
}
