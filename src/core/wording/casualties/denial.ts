/** What a denial denies, in its own words: whoever denies that a target was hit does not deny the dead. */
import type { Claim } from '../../dossier/entries.ts';
import { normalise, wordsOf } from '../../dossier/text/normalise.ts';
import type { Language } from '../../reply/language.ts';
import type { Spans } from '../../reply/span.ts';

/**
 * The words of its attribution that say what is denied, else the words that were printed; where these have more UTF-16
 * units than `longest`, that it is a denial.
 */
export function denialWords({ attribution, count }: Claim, longest: number, language: Language): Spans {
  const verbs = new Set(wordsOf(language.text('claims-denial-verbs')));
  const clauses = attribution.split(/[;:] /u);
  const [clause] = clauses.find((one) => verbs.has(normalise(wordsOf(one)[0] ?? '')))?.split(', ') ?? [];
  if (clause !== undefined && clause.length <= longest) return language.spans('claims-denies', { clause });
  // Marks around all of it are not doubled.
  const printed = count.asPrinted.replace(/^“([^“”]*)”$/u, '$1');
  if (printed.length > longest) return language.spans('claims-denies-in-short');
  return language.spans('claims-denies-as-printed', { printed: { kind: 'quote', text: printed } });
}
