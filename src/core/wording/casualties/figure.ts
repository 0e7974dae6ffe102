/** A casualty figure in words: its number with qualifier and unit, and as it was printed. */
import { type Claim, unitOf } from '../../dossier/entries.ts';
import type { Language } from '../../reply/language.ts';
import type { Span, Spans } from '../../reply/span.ts';

type Figure = Pick<Claim, 'count' | 'unit'>;

/**
 * R5, R6, R21: the qualifier with the number and its unit, and the words that were printed. Where only words were
 * printed, or a denial, there is no number.
 */
export function figureOf(claim: Figure, language: Language): Spans {
  const { low, qualifier, asPrinted } = claim.count;
  const printed: Span = { kind: 'quote', text: asPrinted };
  if (low === null) return language.spans('figure-wordless', { qualifier, printed, unit: unitOf(claim) });
  const figure: Span = { kind: 'strong', text: briefFigure(claim, language) };
  return language.spans('figure-printed', { figure, printed });
}

/** The same without the words that were printed, but where there are only these. */
export function briefFigure(claim: Figure, language: Language): string {
  const { low, high, qualifier, asPrinted } = claim.count;
  const unit = unitOf(claim);
  if (low === null) return language.text('figure-brief', { printed: { kind: 'quote', text: asPrinted }, unit });
  const numbers =
    high === null || high === low ? language.number(low) : `${language.number(low)}–${language.number(high)}`;
  return language.text('figure', { qualifier, numbers, unit, count: high ?? low });
}
