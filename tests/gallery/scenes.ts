/** What is looked at: the answers that people see first, what opens from them, and every kind of pushed message. */

import type { Asker } from '../../src/core/chat/asker.ts';
import { admin } from '../core/chat/chat-for-tests.ts';
import { foldRealDossier } from '../core/dossier/real-dossier.ts';
import { entryOf } from '../golden/entries.ts';
import { dossierUpTo, SHIPPED_TO } from '../golden/ledger.ts';
import { alert, board, correction, digest, drill, greeting, notice, type Pushed, reminder } from '../golden/pushed.ts';

export interface Asked {
  readonly name: string;
  /**
   * The first is typed; each other is the label, or its beginning, of a button that is pressed. What is folded in place
   * under that label is there already.
   */
  readonly steps: readonly [string, ...string[]];
  /** Anybody unless given. */
  readonly asker?: Asker;
}

export const ASKED: readonly Asked[] = [
  { name: 'ceasefire', steps: ['/ceasefire'] },
  { name: 'ceasefire-pause', steps: ['/ceasefire on:2026-03-20'] },
  { name: 'ceasefire-autumn', steps: ['/ceasefire known:2025-11-10'] },
  { name: 'ceasefire-terms', steps: ['/ceasefire', 'Terms'] },
  { name: 'ceasefire-talks', steps: ['/ceasefire', 'Talks'] },
  { name: 'casualties', steps: ['/casualties'] },
  { name: 'casualties-autumn', steps: ['/casualties known:2025-11-10'] },
  { name: 'casualties-filtered', steps: ['/casualties who:"Pakistani soldiers" harm:killed on:2025-10-12'] },
  { name: 'casualties-incident', steps: ['/casualties incident:dev-omid-hospital'] },
  { name: 'casualties-figure', steps: ['/casualties id:cas-omid-408'] },
  { name: 'quotes', steps: ['/quotes'] },
  { name: 'quotes-speaker', steps: ['/quotes speaker:"Khawaja Asif" topic:ceasefire'] },
  { name: 'changes', steps: ['/changes since:2026-04-20'] },
  { name: 'history', steps: ['/history cas-pak-soldiers-58'] },
  { name: 'corrections', steps: ['/corrections'] },
  { name: 'help', steps: ['/help'] },
  { name: 'about', steps: ['/about'] },
  { name: 'subscribe', asker: admin, steps: ['/subscribe'] },
  { name: 'subscribe-what', asker: admin, steps: ['/subscribe', 'What'] },
  { name: 'misspelt', steps: ['/ceasefire on:tomorow'] },
];

// Imported after all that it tells of, as it is shipped.
const shipped = await foldRealDossier();
const lived = dossierUpTo();
/** The position in the ledger at which something was published; a scene that is not there is a mistake. */
function positionOf(id: string): number {
  const seq = shipped.history(id)[0]?.seq;
  if (seq === undefined) throw new Error(`${id} is not shipped`);
  return seq;
}
const alertOf = (id: string) => alert(positionOf(id), positionOf(id));
/** While it was news. */
const at = (day: string) => Temporal.Instant.from(`${day}T12:00Z`).epochMilliseconds;
const madeUp = (['source', 'place', 'development'] as const).map((kind) => entryOf(kind, 9, 'first'));

export const PUSHED: readonly Pushed[] = [
  { name: 'digest-first', content: digest(null, SHIPPED_TO), dossier: shipped },
  { name: 'digest-news', content: digest(SHIPPED_TO - 9, SHIPPED_TO), dossier: shipped },
  { name: 'digest-nothing', content: digest(SHIPPED_TO + 1, SHIPPED_TO), dossier: shipped },
  { name: 'board', content: board(), dossier: shipped },
  { name: 'alert-development', content: alertOf('dev-kabul-explosions'), dossier: shipped, now: at('2025-10-10') },
  { name: 'alert-figure', content: alertOf('cas-pak-soldiers-58'), dossier: shipped, now: at('2025-10-12') },
  {
    name: 'correction',
    content: correction('edit', alertOf('cas-pak-soldiers-58'), SHIPPED_TO, at('2025-10-12')),
    dossier: lived,
  },
  {
    name: 'notice',
    content: correction('notice', alertOf('cas-pak-soldiers-58'), SHIPPED_TO, at('2025-10-12')),
    dossier: lived,
  },
  { name: 'drill', content: drill(madeUp), dossier: shipped },
  { name: 'greeting', content: greeting('chat', null, null), dossier: shipped },
  { name: 'reminder', content: reminder(3, 7), dossier: shipped },
  { name: 'suspension', content: notice('#news', 'Missing Permissions', true, 'Newsroom'), dossier: shipped },
];
