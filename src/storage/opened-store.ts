/** The parts of an opened store put together, whatever database they are on. */
import type { Drafts } from '../core/ports/drafts.ts';
import type { Moderators } from '../core/ports/moderators.ts';
import type { Outbox } from '../core/ports/outbox.ts';
import type { Store } from '../core/ports/store.ts';
import type { Subscriptions } from '../core/ports/subscriptions.ts';
import type { Database } from './database.ts';
import { createDrafts } from './drafts.ts';
import type { BecomeLeader, Leadership } from './leader.ts';
import { createModerators } from './moderators.ts';
import { createDrill, type QueueDrills } from './outbox/drills.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createStore } from './store.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createWatch } from './watch.ts';

/** Everything that is remembered. `close` ends all of it, leadership and listeners included. */
export interface OpenedStore extends Store {
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly moderators: Moderators;
  readonly drafts: Drafts;
  readonly drill: QueueDrills;
  readonly lead: BecomeLeader;
  /** Calls `onAppend` whenever revisions may have been added, by this process or another. Returns what ends that. */
  readonly watch: (onAppend: () => void) => () => void;
}

/** What the databases do each in their own way. */
export interface Coordination {
  readonly lead: BecomeLeader;
  /** Calls `tell` when another process may have appended, until `closing` aborts. Never rejects. */
  readonly listen: (tell: () => void, closing: AbortSignal) => Promise<void>;
}

export function assembleStore(database: Database, { lead, listen }: Coordination): OpenedStore {
  const { watch, tell } = createWatch();
  const closing = new AbortController();
  const listening = listen(tell, closing.signal);
  const leads = new Set<Leadership>();
  return {
    ...createStore(database, tell),
    subscriptions: createSubscriptions(database),
    outbox: createOutbox(database),
    moderators: createModerators(database),
    drafts: createDrafts(database),
    drill: createDrill(database),
    watch,
    async lead(platform, signal) {
      const taken = await lead(platform, AbortSignal.any([signal, closing.signal]));
      leads.add(taken);
      return taken;
    },
    async close() {
      closing.abort(new Error('The store is closed'));
      await Promise.all([database.close(), listening, ...[...leads].map(({ release }) => release())]);
    },
  };
}
