/** Fields that a file gives twice: reading JSON keeps the last without a word, and the first may be the one meant. */
import { visit } from 'jsonc-parser';

/** One line for each, with where it is; none where the text is not JSON, which is said elsewhere. */
export function repeatedKeys(file: string, text: string): readonly string[] {
  const problems: string[] = [];
  const objects: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void objects.push(new Set()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty(key, _offset, _length, line) {
      const keys = objects.at(-1);
      if (keys?.has(key)) problems.push(`${file}: line ${line + 1}: “${key}” is given twice: remove one of them`);
      keys?.add(key);
    },
  });
  return problems;
}
