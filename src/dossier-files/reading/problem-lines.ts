/** What is wrong, for a person to read: not a million lines because of one slip. */

const MOST_SHOWN = 200;

export function problemLines(problems: readonly string[]): string {
  const more = problems.length - MOST_SHOWN;
  const rest = more > 0 ? [`… and ${more} more: mend these first`] : [];
  return [...problems.slice(0, MOST_SHOWN), ...rest].join('\n');
}
