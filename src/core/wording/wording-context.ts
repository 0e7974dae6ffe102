/** What putting entries into words needs. */
import type { Dossier } from '../dossier/dossier.ts';
import type { Language } from '../reply/language.ts';

export interface WordingContext {
  readonly dossier: Dossier;
  readonly language: Language;
  /** Unix time in ms. */
  readonly now: number;
  /** IANA name; decides what "today" is. */
  readonly timezone: string;
  /** R15: older than this, in days, and the state of the ceasefire is given as the last known one. */
  readonly staleAfterDays: number;
  /** Sources named in a row; what is beyond is counted. Left out: all. */
  readonly mostSources?: number;
}

/** What naming an entry needs: neither a clock nor a limit. */
export type NameContext = Pick<WordingContext, 'dossier' | 'language'>;
