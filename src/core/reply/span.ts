/** Text without markup: spans, and the blocks that replies are made of. Each adapter's renderer escapes and splits them. */

/** A run of text with at most one meaning. Texts are plain: a `*` in them is a `*` to the reader on every platform. */
export type Span =
  | string
  | { readonly kind: 'strong' | 'em' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** Words printed by a source, byte for byte (R14). The renderer puts the quotation marks; they are not in `text`. */
  | { readonly kind: 'quote'; readonly text: string };

export type Spans = readonly Span[];

/** Renderers split a reply between blocks, and a list between its items, but never inside a span (see the renderers). */
export type Block = Layout &
  (
    | { readonly kind: 'heading'; readonly spans: Spans }
    | { readonly kind: 'text'; readonly spans: Spans }
    | { readonly kind: 'list'; readonly items: readonly Spans[] }
    /** A quotation that stands on its own, with the line that says who, where, when and from which source. */
    | { readonly kind: 'quotation'; readonly text: string; readonly by: Spans }
    /** Small print: caveats, "as of", single-source marks. */
    | { readonly kind: 'note'; readonly spans: Spans }
  );

interface Layout {
  /** Not the last on its page, where that can be: one side's words do not stand without the other's. */
  readonly staysWithNext?: true;
}

/** Sentences one after another, with a space between. */
export function joinSpans(sentences: readonly Spans[]): Spans {
  return sentences.flatMap((spans, index) => (index === 0 ? spans : [' ', ...spans]));
}
