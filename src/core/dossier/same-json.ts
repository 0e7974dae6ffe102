/** Whether two values say the same, as they would be written down. */

/**
 * Equal as JSON: lists count in their order, and so do keys. Parsed values have theirs in the order of the schema,
 * whatever the order in the files.
 */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
