/** English words that a new dossier begins with: which judge, which only somebody else may use, and which attribute. */
import type { WatchedWords } from '../core/dossier/conflict.ts';

export const ENGLISH_WORDS: WatchedWords = {
  judging: [
    'admit',
    'admits',
    'admitted',
    'bluntly',
    'angrily',
    'ironically',
    'boasted',
    'insisted on lying',
    'regime',
  ],
  loaded: ['terrorism', 'terrorist', 'terrorists', 'militant', 'militants', 'martyr', 'martyrs', 'martyred'],
  attributing: words(
    'said says saying told wrote writes report reports reported according call calls called calling alleges alleged',
    'describes described argues argued argument urged statement condemned attributes rejected reject rejects',
    'announce announces announced declare declares declared accuse accuses accused claim claims claimed deny denies',
    'denied warn warns warned blames blamed confirms confirmed condemns tells',
  ),
  beforeNames: ['per', 'per the'],
};

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
