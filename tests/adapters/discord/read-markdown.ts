/** Discord's markdown as its readers see it, for tests: what is shown, and what could be markup and is not ours. */

/**
 * An escaped character, our code, our link, our bold or italic, what could be markup and is not ours, anything else.
 */
const TOKEN =
  /\\(?<escaped>[^0-9A-Za-z\s])|`(?<code>[^`]+)`|\[(?<label>(?:\\.|[^[\]\\])*)\]\(<https?:[^\s<>()[\]`|\\]*>\)|\*{1,2}|(?<stray>[\\_~`|>#+\-[\]()<@]|:(?=\S))|(?<other>.)/gsu;

/** Reads our own markdown back: what Discord would show, and what in it could be read as markup that is not ours. */
export function readMarkdown(description: string): { readonly shown: string; readonly stray: readonly string[] } {
  const stray: string[] = [];
  const readLine = (line: string): string =>
    [...line.matchAll(TOKEN)]
      .map(({ groups = {} }) => {
        if (groups['stray'] !== undefined) stray.push(`${groups['stray']} in ${line}`);
        return readLabel(groups['label']) ?? groups['escaped'] ?? groups['code'] ?? groups['other'] ?? '';
      })
      .join('');
  const readLabel = (label: string | undefined) => (label === undefined ? undefined : readLine(label));
  const lines = description.split('\n').map((line) => {
    const inner = line.replace(/^(?:### |- |-# |> — |> )/u, '');
    if (/^\d+\./u.test(inner)) stray.push(`a list in ${line}`);
    return readLine(inner);
  });
  return { shown: squeeze(lines.join('')), stray };
}

/** Without spaces and what is not seen; square brackets become round ones, as in links. */
export const squeeze = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/\u2060/gu, '')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, '');
