/** The bot of today started on an old database, on two platforms in memory and a clock that the test sets. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldDossier } from '../../../src/core/dossier/dossier.ts';
import { deliver } from '../../../src/delivery/deliver.ts';
import { createPacer } from '../../../src/delivery/pacing.ts';
import { createTeamDirectory } from '../../../src/delivery/team.ts';
import { loadLanguage } from '../../../src/language/load-language.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { logForTests } from '../../adapters/log-for-tests.ts';
import { smallConflict } from '../../core/dossier/build-entries.ts';
import { createPlatformInMemory } from './platform-in-memory.ts';

/** When the old process was killed. */
export const KILLED_AT = Date.UTC(2026, 10, 23, 9, 20);
/** By the ids of their deliveries: a digest and an alert that were in the air then, and are there. */
const ARRIVED = new Map([
  ['JH93GVr-LzQ-Is7S_h9eYU', 'digest-that-arrived'],
  ['3wiulBRgiKIruuiIh_sgxL', 'alert-that-arrived'],
]);
/** Milliseconds between looks at whether all that is due is done. */
const LOOK_EVERY_MS = 20;

export type RevivedBot = Awaited<ReturnType<typeof reviveBot>>;

/** `places` are those whose queues are waited for. */
export async function reviveBot(url: string, places: readonly string[]) {
  let now = KILLED_AT;
  const clock = () => now;
  const store = await openStore({ url, role: 'bot', clock });
  const dossier = foldDossier(await store.revisionsAfter(0), smallConflict);
  const platforms = [
    createPlatformInMemory('discord', { dedupeMs: 90_000, arrived: ARRIVED, gone: new Set() }),
    createPlatformInMemory('telegram', { dedupeMs: 0, arrived: new Map(), gone: new Set(['telegram:-109']) }),
  ];
  const { log, lines: logged } = logForTests();
  let ticks: (() => Promise<void>)[] = [];
  let stopping = new AbortController();
  let ended: readonly Promise<void>[] = [];

  const isOpen = async (place: string) =>
    (await store.subscriptions.deliveries(place, 1000)).some(
      ({ state, dueAt }) => state === 'attempting' || (state === 'pending' && dueAt <= now),
    );
  const settled = async () => {
    for (const place of places) while (await isOpen(place)) await sleep(LOOK_EVERY_MS);
  };
  const stop = async () => {
    stopping.abort();
    await Promise.all(ended);
  };
  return {
    store,
    dossier,
    clock,
    logged,
    stop,
    /** As a new process: nothing is known but what is stored. It plans at `time` (Unix time in ms) before it sends. */
    start(time = now) {
      now = time;
      stopping = new AbortController();
      ticks = [];
      ended = platforms.map((messenger) =>
        deliver({
          messenger,
          store,
          subscriptions: store.subscriptions,
          outbox: store.outbox,
          corrections: store.corrections,
          clock,
          log,
          signal: stopping.signal,
          dossier: () => dossier,
          language: loadLanguage('en'),
          staleAfterDays: 7,
          timezone: 'UTC',
          team: createTeamDirectory({
            owners: new Set(),
            moderators: store.moderators,
            local: 'terminal:local',
            isThere: false,
          }),
          remindAfterDays: 3,
          platforms: ['discord', 'telegram'],
          random: () => 0,
          holder: randomUUID(),
          isAlone: true,
          pacer: createPacer(messenger.limits),
          onChange: () => () => undefined,
          eachMinute: (onTick) => {
            ticks.push(onTick);
            return () => undefined;
          },
        }),
      );
    },
    /** The clock is set (Unix time in ms), the minute ticks, and all that is due then is done. */
    async at(time: number) {
      now = time;
      await Promise.all(ticks.map((tick) => tick()));
      // What is done for one chat may leave something to do in another.
      await settled();
      await settled();
    },
    /** Sends, edits and pins so far. */
    calls: () => platforms.reduce((sum, { calls }) => sum + calls(), 0),
    lines: () => platforms.flatMap(({ lines }) => lines()),
    async close() {
      await stop();
      await store.close();
    },
  };
}
