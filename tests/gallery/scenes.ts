/** What is looked at: the answers that people see first, what opens from them, and every kind of pushed message. */

import { dossierUpTo, NOW, PARTS, SHIPPED_TO, THEN } from '../golden/ledger.ts';
import { alert, board, correction, digest, drill, notice, type Pushed, reminder } from '../golden/pushed.ts';

export interface Asked {
  readonly name: string;
  /** The first is typed; each other is the label, or its beginning, of a button or an option that is pressed. */
  readonly steps: readonly [string, ...string[]];
}

export const ASKED: readonly Asked[] = [
  { name: 'ceasefire', steps: ['/ceasefire'] },
  { name: 'ceasefire-pause', steps: ['/ceasefire on:2026-03-20'] },
  { name: 'ceasefire-autumn', steps: ['/ceasefire known:2025-11-10'] },
  { name: 'casualties', steps: ['/casualties'] },
  { name: 'casualties-autumn', steps: ['/casualties known:2025-11-10'] },
  { name: 'casualties-filtered', steps: ['/casualties who:"Pakistani soldiers" harm:killed on:2025-10-12'] },
  { name: 'quotes', steps: ['/quotes'] },
  { name: 'quotes-speaker', steps: ['/quotes speaker:Asif topic:ceasefire'] },
  { name: 'changes', steps: ['/changes since:2026-04-20'] },
  { name: 'history', steps: ['/history cas-taliban-58-pak-soldiers'] },
  { name: 'corrections', steps: ['/corrections'] },
  { name: 'help', steps: ['/help'] },
  { name: 'about', steps: ['/about'] },
  { name: 'misspelt', steps: ['/ceasefire on:tomorow'] },
];

const shipped = dossierUpTo(SHIPPED_TO);
const lived = dossierUpTo();
const FIRST = PARTS.filter(({ life }) => life === undefined);
const published = FIRST.at(-1)?.to ?? 0;
const partOf = (kind: string) => FIRST.find((one) => one.kind === kind) ?? { from: 1, to: 1 };
const news = [...shipped.developments.values()].slice(-2).map((fields) => ({ kind: 'development' as const, fields }));

export const PUSHED: readonly Pushed[] = [
  { name: 'digest-first', content: digest(null, SHIPPED_TO), dossier: shipped },
  { name: 'digest-news', content: digest(SHIPPED_TO - 9, SHIPPED_TO), dossier: shipped, now: THEN },
  { name: 'digest-nothing', content: digest(SHIPPED_TO + 1, SHIPPED_TO), dossier: shipped },
  { name: 'board', content: board(), dossier: shipped },
  { name: 'alert', content: alert(partOf('claim').from, partOf('claim').to), dossier: lived },
  {
    name: 'correction',
    content: correction('edit', alert(partOf('claim').from, partOf('claim').to), published, NOW),
    dossier: lived,
  },
  {
    name: 'notice',
    content: correction('notice', alert(partOf('claim').from, partOf('claim').to), published, NOW),
    dossier: lived,
  },
  { name: 'drill', content: drill(news), dossier: shipped },
  { name: 'reminder', content: reminder(3, 7), dossier: shipped },
  { name: 'suspension', content: notice('#news', 'Missing Permissions', true), dossier: shipped },
];
