/** The parts of an opened store put together, whatever database they are on. */
import type { Corrections } from '../core/ports/corrections.ts';
import type { Drafts } from '../core/ports/drafts.ts';
import type { Moderators } from '../core/ports/moderators.ts';
import type { Outbox } from '../core/ports/outbox.ts';
import type { Store } from '../core/ports/store.ts';
import type { Subscriptions } from '../core/ports/subscriptions.ts';
import type { Database } from './database.ts';
import { createDrafts } from './drafts.ts';
import type { BecomeLeader, Leadership } from './leadership.ts';
import { createModerators } from './moderators.ts';
import { createCorrections } from './outbox/corrections.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createQueueDrills, type QueueDrills } from './outbox/queue-drills.ts';
import { createStore } from './store.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createWatch } from './watch.ts';

/** Everything that is remembered. `close` ends all of it, leadership and listeners included. */
export interface OpenedStore extends Store {
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly corrections: Corrections;
  readonly moderators: Moderators;
  readonly drafts: Drafts;
  readonly drill: QueueDrills;
  readonly becomeLeader: BecomeLeader;
  /** Calls `onAppend` whenever revisions may have been added, by this process or another. Returns what ends that. */
  readonly watch: (onAppend: () => void) => () => void;
}

/** What the databases do each in their own way. */
export interface Coordination {
  readonly becomeLeader: BecomeLeader;
  /** Calls `notify` when another process may have appended, until `closing` aborts. Never rejects. */
  readonly listen: (notify: () => void, closing: AbortSignal) => Promise<void>;
}

export function assembleStore(database: Database, { becomeLeader, listen }: Coordination): OpenedStore {
  const { watch, notify } = createWatch();
  const closing = new AbortController();
  const listening = listen(notify, closing.signal);
  const leaderships = new Set<Leadership>();
  return {
    ...createStore(database, notify),
    subscriptions: createSubscriptions(database),
    outbox: createOutbox(database),
    corrections: createCorrections(database),
    moderators: createModerators(database),
    drafts: createDrafts(database),
    drill: createQueueDrills(database),
    watch,
    async becomeLeader(platform, signal) {
      const leadership = await becomeLeader(platform, AbortSignal.any([signal, closing.signal]));
      leaderships.add(leadership);
      return leadership;
    },
    async close() {
      closing.abort(new Error('The store is closed'));
      await Promise.all([database.close(), listening, ...[...leaderships].map(({ release }) => release())]);
    },
  };
}
