/** Two versions of a longer text without most of what they share, so that a reader sees what is different. */

/** UTF-16 units. A shorter text is shown whole. */
const LONG = 80;
/** Words that are kept on each side of what is different. */
const AROUND = 3;

/** Both with "…" for what was left out; as they are where one of them is short. */
export function narrow(was: string, is: string): readonly [was: string, is: string] {
  if (was.length <= LONG && is.length <= LONG) return [was, is];
  const [before, after] = [was.split(' '), is.split(' ')];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const [first, last] = [Math.max(0, start - AROUND), Math.max(0, end - AROUND)];
  const cut = (words: readonly string[]) =>
    [...(first > 0 ? ['…'] : []), ...words.slice(first, words.length - last), ...(last > 0 ? ['…'] : [])].join(' ');
  return [cut(before), cut(after)];
}
