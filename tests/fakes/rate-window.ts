/** Sliding windows: how often something was done lately, and how long until it may be done again. */

/** No more than `count` in `ms`. */
export type RateRule = { readonly count: number; readonly ms: number };

export type RateWindow = {
  /** Milliseconds until one more is allowed; 0 where it is allowed now. */
  readonly waitMs: (now: number) => number;
  readonly take: (now: number) => void;
  readonly left: (now: number) => number;
  /** Milliseconds until the oldest that counts does not count any more. */
  readonly freesInMs: (now: number) => number;
};

/** `now` is in ms and never runs backwards by much. What was refused does not count. */
export function createRateWindow({ count, ms }: RateRule): RateWindow {
  const times: number[] = [];
  const forget = (now: number): void => {
    while (times[0] !== undefined && times[0] <= now - ms) times.shift();
  };
  const freesInMs = (now: number): number => {
    forget(now);
    return times[0] === undefined ? 0 : times[0] + ms - now;
  };
  return {
    freesInMs,
    waitMs: (now) => {
      const wait = freesInMs(now);
      return times.length < count ? 0 : wait;
    },
    take: (now) => void times.push(now),
    left: (now) => {
      forget(now);
      return Math.max(0, count - times.length);
    },
  };
}

/** Windows by key, each made when it is first asked for. */
export function createRateWindows(): (key: string, rule: RateRule) => RateWindow {
  const windows = new Map<string, RateWindow>();
  return (key, rule) => {
    const known = windows.get(key);
    if (known !== undefined) return known;
    const created = createRateWindow(rule);
    windows.set(key, created);
    return created;
  };
}
