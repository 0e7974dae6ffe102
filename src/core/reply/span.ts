/** Text without markup: spans, and the blocks of a reply. Each adapter's renderer adds its markup and escapes texts. */

/** A run of text with at most one style. Texts are plain: readers see a `*` in a text as a `*` on every platform. */
export type Span =
  | string
  | { readonly kind: 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /**
   * A point in time, `at` in Unix ms: clients can tell it by the reader's own clock. `text` says it in words. What
   * stands around it must be true by any clock, so a time zone is part of `text`.
   */
  | { readonly kind: 'instant'; readonly text: string; readonly at: number }
  /** A command without arguments, to be tapped where the platform can: `text` is its name after a slash. */
  | { readonly kind: 'command'; readonly text: string; readonly name: string }
  /** Words printed by a source, byte for byte (R14). The renderer adds quotation marks; `text` has none of ours. */
  | { readonly kind: 'quote'; readonly text: string };

export type Spans = readonly Span[];

/** Pages are split between blocks, and between the items of a list; see `splitBlocks`. */
export type Block = Layout &
  (
    | { readonly kind: 'heading'; readonly spans: Spans }
    | { readonly kind: 'text'; readonly spans: Spans }
    | { readonly kind: 'list'; readonly items: readonly Spans[] }
    /**
     * A line, and what stands under it as one: rival figures, both sides' words. Not torn apart by a page's end; what
     * is longer than a page goes on under the same line.
     */
    | { readonly kind: 'group'; readonly lead: Spans; readonly items: readonly Spans[] }
    /** A quotation as a paragraph, with the line that says who, where, when and from which source. */
    | { readonly kind: 'quotation'; readonly text: string; readonly by: Spans }
    /** Small print: caveats, "as of", single-source marks. */
    | { readonly kind: 'note'; readonly spans: Spans }
  );

interface Layout {
  /** Kept on one page with the next block if both fit, so that one side's words do not appear without the other's. */
  readonly staysWithNext?: true;
}

/** Joins sentences with spaces, or with what stands between them. */
export function joinSpans(sentences: readonly Spans[], between = ' '): Spans {
  return sentences.flatMap((spans, index) => (index === 0 ? spans : [between, ...spans]));
}
