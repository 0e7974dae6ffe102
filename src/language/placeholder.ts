/** Passes spans through a formatter of plain strings: placeholders go in, and are replaced in what comes out. */
import type { Span, Spans } from '../core/reply/span.ts';

/** Private-use characters. OPEN index CLOSE is a placeholder; OPEN CLOSE is an OPEN that was in a text. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const PLACEHOLDER = /\uE000(\d*)\uE001/;

/** The string that stands for the `index`-th spans. */
export function placeholder(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** A text that `fillPlaceholders` gives back as it is, whatever characters are in it. */
export function escapePlaceholders(text: string): string {
  return text.replaceAll(OPEN, OPEN + CLOSE);
}

/** The formatted string with the spans in place of their placeholders. */
export function fillPlaceholders(formatted: string, spans: readonly Spans[]): Spans {
  // `split` with a group alternates text and index: text, index, text, …, text.
  const pieces = formatted.split(PLACEHOLDER);
  return joinTexts(
    pieces.flatMap((piece, at): Spans => {
      if (at % 2 === 0) return [piece];
      return piece === '' ? [OPEN] : (spans[Number(piece)] ?? []);
    }),
  );
}

/** The same spans with neighbouring texts joined and empty ones left out. */
export function joinTexts(spans: Spans): Spans {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (typeof span === 'string' && typeof last === 'string') joined[joined.length - 1] = last + span;
    else if (span !== '') joined.push(span);
  }
  return joined;
}
