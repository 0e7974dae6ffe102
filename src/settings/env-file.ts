/** Finds the lines of a `.env` file that set nothing. */

/** What dotenv would pass over in silence: another encoding, and lines that set nothing. Numbers, never contents. */
export function misunderstood(text: string): readonly string[] {
  if (text.includes('\0')) return ['.env is not UTF-8: save it again in that encoding'];
  // Quoted values may go over several lines; only their first line is left to look at.
  const lines = text
    .replaceAll(/=\s*(["'`])[^]*?\1/gu, (value) => `=${'\n'.repeat(value.split('\n').length - 1)}`)
    .split('\n');
  return lines.flatMap((line, index) =>
    /^\s*(#.*)?$|^\s*(export\s+)?[\w.]+\s*=/u.test(line.replace(/^\ufeff/u, ''))
      ? []
      : [`.env, line ${index + 1} sets nothing: write NAME=value, or # before a remark`],
  );
}
