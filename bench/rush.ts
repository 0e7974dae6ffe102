/** Hundreds ask on Telegram at the same moment, at its real limits: alone, and while a broadcast goes out. */
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../tests/delivery/crash/accounting.ts';
import { subscribeMany } from '../tests/delivery/crash/broadcast.ts';
import { PERMITTED, withScene } from './broadcast.ts';
import type { Row } from './measure.ts';

const WANTED_S = 22;
const WANTED_SHARE = 0.9;
/** Of what Telegram permits; the rest is for messages that arrive sooner or later than they left. */
const WANTED_PACE = 0.95;

/** `people` ask once each; with `chats` above 0 that many digests are being sent meanwhile. */
export function measureRush(people: number, chats: number): Promise<readonly Row[]> {
  return withScene(async ({ telegram, store, start }) => {
    await start();
    // The first answers are composed; what is measured is the waiting.
    await telegram.user().says('/ceasefire');
    if (chats > 0) {
      await subscribeMany(store, { count: chats, slot: Date.now() - 1000, when: 'always', schedule: '0 0 1 1 *' });
      await until(async () => (await store.outbox.counts('telegram')).sent > 30, 90_000, 50);
    }
    await sleep(2000);
    const sent = async () => (await store.outbox.counts('telegram')).sent;
    const before = await sent();
    const startedAt = performance.now();
    const asked = Array.from({ length: people }, () => telegram.user());
    const answered = await Promise.all(
      asked.map((person) =>
        person.says('/ceasefire').then(
          () => performance.now(),
          () => undefined,
        ),
      ),
    );
    const seconds = (Math.max(...answered.map((at) => at ?? 0)) - startedAt) / 1000;
    const pushed = (await sent()) - before;
    const all = answered.filter((at) => at !== undefined).length;
    const left = PERMITTED.telegram * WANTED_PACE * seconds - people;
    const share = chats === 0 ? 1 : pushed / left;
    const beside = chats === 0 ? '' : ` during a broadcast to ${chats}`;
    const rate = chats === 0 ? '' : `, ${pushed} pushed of the ${left.toFixed(0)} left at ${WANTED_PACE} of the rate`;
    return [
      {
        what: `telegram: ${people} ask at once${beside}`,
        ours: `${all} answered in ${seconds.toFixed(1)} s, ${telegram.throttled()} throttled${rate}`,
        baseline: `${(people / PERMITTED.telegram).toFixed(1)} s at ${PERMITTED.telegram} a second`,
        ratio: (seconds / (people / PERMITTED.telegram)).toFixed(2),
        wanted: `all in ≤ ${WANTED_S} s, 0 throttled${chats === 0 ? '' : `, ≥ ${WANTED_SHARE} of what is left`}`,
        isMet: all === people && seconds <= WANTED_S && telegram.throttled() === 0 && share >= WANTED_SHARE,
      },
    ];
  });
}
