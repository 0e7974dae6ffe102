/** Reads CSV by RFC 4180, for tests: what another program would see in our tables. */

/** A field: in quotation marks, each inside doubled, or without; and what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu;

/** Throws where anything is not as the RFC says. */
export function fromCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let end = 0;
  for (const { 0: whole, 1: quoted, 2: bare = '', 3: ends, index } of text.matchAll(FIELD)) {
    if (index !== end) throw new Error(`not CSV at ${end}`);
    end += whole.length;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (ends === ',') continue;
    rows.push(row);
    row = [];
  }
  if (end !== text.length || row.length > 0) throw new Error(`not CSV at ${end}`);
  return rows;
}

/** Without the apostrophe that keeps a text from being a formula. */
export function unshielded(text: string): string {
  return text.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/u, '');
}
