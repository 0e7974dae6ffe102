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
  const { asPrinted } = count;
  if (asPrinted.length > longest) return language.spans('claims-denies-in-short');
  // What the source does not quote is its own report of what was said, and no words of the claimant.
  const [, quoted] = /^“([^“”]*)”$/u.exec(asPrinted) ?? [];
  if (quoted === undefined) return language.spans('claims-denies-as-reported', { printed: asPrinted });
  return language.spans('claims-denies-as-printed', { printed: { kind: 'quote', text: quoted } });
}
