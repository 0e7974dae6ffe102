/** A casualty figure in words: its number with qualifier and unit, and as it was printed. */
import type { Comparison } from '../../dossier/casualties/compare.ts';
import { type Claim, type Unit, unitOf } from '../../dossier/entries.ts';
import { wordsOf } from '../../dossier/text/normalise.ts';
import type { Language } from '../../reply/language.ts';
import type { Span, Spans } from '../../reply/span.ts';
import { victimsName } from '../short-names.ts';
import type { NameContext } from '../wording-context.ts';

type Figure = Pick<Claim, 'count' | 'unit' | 'harm'>;

/**
 * R5, R6, R21: the qualifier with the number and its unit, and the words that were printed. Where only words were
 * printed, or a denial, there is no number.
 */
export function figureOf(claim: Figure, language: Language): Spans {
  const { low, qualifier, asPrinted } = claim.count;
  const printed: Span = { kind: 'quote', text: asPrinted };
  if (low === null) return language.spans('figure-wordless', { qualifier, printed, unit: unitOf(claim) });
  const figure: Span = { kind: 'strong', text: countedFigure(claim, language) };
  return language.spans('figure-printed', { figure, printed });
}

/** The same without the words that were printed, but where there are only these; for a row of figures. */
export function countedFigure(claim: Figure, language: Language): string {
  // Beside households and families, a bare number would not say what it counts.
  const isBare = unitOf(claim) === 'people' && claim.harm === 'displaced' && claim.count.low !== null;
  return isBare ? numbersOf(claim, 'persons', language) : briefFigure(claim, language);
}

/** The same before the name of the victims: “5” in “5 civilians”. */
export function briefFigure(claim: Pick<Claim, 'count' | 'unit'>, language: Language): string {
  return numbersOf(claim, unitOf(claim), language);
}

function numbersOf({ count }: Pick<Claim, 'count'>, unit: Unit | 'persons', language: Language): string {
  const { low, high, qualifier, asPrinted } = count;
  if (low === null) return language.text('figure-brief', { printed: { kind: 'quote', text: asPrinted }, unit });
  const numbers =
    high === null || high === low ? language.number(low) : `${language.number(low)}–${language.number(high)}`;
  return language.text('figure', { qualifier, numbers, unit, count: high ?? low });
}

/** R21: whether what stands beside the figures of a comparison counts in another unit than these. */
export function areUnitsMixed({ unit, saidElsewhere }: Pick<Comparison, 'unit' | 'saidElsewhere'>): boolean {
  return saidElsewhere.some((claim) => claim.count.qualifier !== 'denial' && unitOf(claim) !== unit);
}

/** As `figureOf`, without the words that were printed where they say no more than the number and whom it counts. */
export function terseFigureOf(claim: Claim, context: NameContext): Spans {
  const { language } = context;
  if (claim.count.low === null || saysMore(claim, context)) return figureOf(claim, language);
  return [{ kind: 'strong', text: countedFigure(claim, language) }];
}

/**
 * Whether a word of what was printed is neither the number, nor the qualifier or the victims as the answer has them,
 * nor one of the language's plain words for people who came to harm. Where nobody can tell, it says more.
 */
function saysMore(claim: Claim, { dossier, language }: NameContext): boolean {
  const { low, high, asPrinted } = claim.count;
  const said = [
    countedFigure(claim, language),
    victimsName(dossier, claim.victims),
    language.text('figure-plain-words'),
    ...[low, high].flatMap((number) =>
      number === null ? [] : [String(number), language.text('figure-number-word', { number })],
    ),
  ];
  const known = new Set(said.flatMap((text) => wordsOf(text)));
  return wordsOf(asPrinted).some((word) => !known.has(word));
}
