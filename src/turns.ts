/** People take turns, so that one who asks without end costs the others no more than one answer. */
import type { Turns } from './core/ports/turns.ts';

/** Answers under way at once: most of the time one waits for the database or the platform, and another is composed. */
const AT_ONCE = 8;

export function createTurns(): Turns {
  /** What waits, by person, the newest last; whoever is next comes first. */
  const waiting = new Map<string, (() => Promise<void>)[]>();
  let running = 0;
  let isScheduled = false;

  /** One a turn of the event loop: what arrives meanwhile is read, and timers keep their time. */
  const schedule = (): void => {
    if (isScheduled || running >= AT_ONCE || waiting.size === 0) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const work = next();
      if (work === undefined) return;
      running += 1;
      void work().finally(() => {
        running -= 1;
        schedule();
      });
      schedule();
    });
  };
  const next = (): (() => Promise<void>) | undefined => {
    const [first] = waiting;
    if (first === undefined) return undefined;
    const [person, works] = first;
    const work = works.pop();
    waiting.delete(person);
    if (works.length > 0) waiting.set(person, works);
    return work;
  };
  const add = (person: string, work: () => Promise<void>): void => {
    const works = waiting.get(person);
    if (works === undefined) waiting.set(person, [work]);
    else works.push(work);
    schedule();
  };
  const take = <T>(person: string, work: () => Promise<T>): Promise<T> => {
    const { promise, resolve } = Promise.withResolvers<T>();
    // Resolving with what it comes to passes on a rejection too.
    add(person, async () => {
      const result = work();
      resolve(result);
      await result.catch(() => undefined);
    });
    return promise;
  };
  const newest = new Map<string, symbol>();
  return {
    take,
    async takeNewest(person, work) {
      const mine = Symbol(person);
      newest.set(person, mine);
      return take(person, async () => {
        if (newest.get(person) !== mine) return undefined;
        newest.delete(person);
        return work();
      });
    },
  };
}
