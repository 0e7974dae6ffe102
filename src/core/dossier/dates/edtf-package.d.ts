/** The one function we use of `edtf` 4.11.1, which ships no types. Its answer is checked with zod before use. */
declare module 'edtf' {
  /** Throws `SyntaxError` on text outside EDTF. */
  export function parse(text: string): unknown;
}
