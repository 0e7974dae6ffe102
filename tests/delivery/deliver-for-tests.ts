/** A delivery to drive by hand in tests: a store in memory, the shipped dossier, a clock that the test sets. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldDossier } from '../../src/core/dossier/dossier.ts';
import type { Revision, RevisionDraft } from '../../src/core/dossier/revision.ts';
import type { Delivery } from '../../src/core/messages/delivery.ts';
import { wholeOf } from '../../src/core/reply/page.ts';
import type { Settings, Subscription } from '../../src/core/subscriptions/subscription.ts';
import { deliver } from '../../src/delivery/deliver.ts';
import { createPacer } from '../../src/delivery/pacing.ts';
import { createTeamDirectory } from '../../src/delivery/team.ts';
import { planImport } from '../../src/dossier-files/baseline.ts';
import { loadLanguage } from '../../src/language/load-language.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { logForTests } from '../adapters/log-for-tests.ts';
import { readAutumnBaseline } from '../core/dossier/real-dossier.ts';
import { textOf } from '../core/reply/text-of.ts';
import { createRecordingMessenger, type RecordingMessenger } from './recording-messenger.ts';
import { subscriptionForTests } from './subscription-for-tests.ts';

export type DeliveryForTests = Awaited<ReturnType<typeof deliveryForTests>>;

/** `start` is Unix time in ms. `stop` and `restart` as a process would be: what was in the air may be left there. */
export async function deliveryForTests(start: number, messenger: RecordingMessenger = createRecordingMessenger()) {
  let now = start;
  const clock = () => now;
  const store = await openStore({ url: 'sqlite::memory:', role: 'bot', clock });
  const baseline = await readAutumnBaseline();
  const ledger: Revision[] = [];
  const listeners = new Set<() => void>();
  const publish = async (drafts: readonly RevisionDraft[], announce = false) => {
    const added = await store.append(drafts, ledger.length, { announce });
    if (added === 'moved on') throw new Error('somebody else wrote to the ledger');
    ledger.push(...added);
    dossier = foldDossier(ledger, baseline.conflict);
    for (const listener of listeners) listener();
  };
  let dossier = foldDossier([], baseline.conflict);
  await publish(planImport(baseline, [], start).drafts);

  let tick = (): Promise<void> => Promise.resolve();
  let process: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;
  const { log, lines } = logForTests();
  const run = () => {
    const stop = new AbortController();
    const ended = deliver({
      messenger,
      store,
      subscriptions: store.subscriptions,
      outbox: store.outbox,
      corrections: store.corrections,
      clock,
      log,
      signal: stop.signal,
      dossier: () => dossier,
      language: loadLanguage('en'),
      staleAfterDays: 7,
      timezone: 'UTC',
      team: createTeamDirectory({
        owners: new Set(),
        moderators: store.moderators,
        local: 'terminal:local',
        isThere: true,
      }),
      remindAfterDays: 3,
      platforms: ['discord', 'telegram'],
      random: () => 0,
      holder: randomUUID(),
      isAlone: true,
      pacer: createPacer(messenger.limits),
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      eachMinute: (onTick) => {
        tick = onTick;
        return () => undefined;
      },
    });
    process = { stop, ended };
  };
  const stop = async () => {
    process?.stop.abort();
    await process?.ended;
  };
  const places = new Set<string>();
  /** Until nothing that is due is left to do in the places that have subscribed or are watched. */
  const settled = async () => {
    const isOpen = ({ state, dueAt }: Delivery) => state === 'attempting' || (state === 'pending' && dueAt <= now);
    for (;;) {
      const all = await Promise.all([...places].map((place) => store.subscriptions.deliveries(place, 100)));
      if (!all.flat().some(isOpen)) return;
      await sleep(3);
    }
  };
  run();
  await tick();
  return {
    store,
    lines,
    messenger,
    publish,
    async subscribe(changes: Partial<Subscription> = {}, settings: Partial<Settings> = {}) {
      const subscription = subscriptionForTests(changes, settings);
      places.add(subscription.place);
      await store.subscriptions.put(subscription);
      return subscription;
    },
    /** What is sent there is waited for too. */
    watch: (place: string) => void places.add(place),
    clock,
    run,
    stop,
    dossier: () => dossier,
    /** The clock is set, and the minute ticks. */
    async at(time: number) {
      now = time;
      await tick();
      await settled();
    },
    settled,
    /** What a place was sent, as text. */
    texts: (place: string) =>
      messenger.sent
        .filter((one) => one.place === place && one.how !== 'pin')
        .map(({ page }) => (page ? textOf(wholeOf(page)) : '')),
    history: async (place: string): Promise<readonly Delivery[]> =>
      (await store.subscriptions.deliveries(place, 100)).toReversed(),
    async close() {
      await stop();
      await store.close();
    },
  };
}
